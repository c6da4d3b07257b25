"""Phrases hold no half of a pair of marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.drafting import field
from tui.extract.statement.marks import paired, without_lone


@pytest.mark.parametrize(
    ("phrase", "left"),
    [
        ("\u201cnow one month", "now one month"),
        ("\u201copen doors\u201d fairs", "\u201copen doors\u201d fairs"),
        ("fairs)", "fairs"),
        ("fairs (spring)", "fairs (spring)"),
        ("\u300a", ""),
    ],
)
def test_a_mark_whose_other_half_is_outside_goes(phrase: str, left: str) -> None:
    assert without_lone(phrase) == left


@given(st.text("a(\u201c\u300a \uff09\u300b\u201d)", max_size=8))
def test_phrases_that_are_paired_stay_as_they_are(phrase: str) -> None:
    assert not paired(phrase) or without_lone(phrase) == phrase


def test_the_subject_of_a_quoted_sentence_begins_behind_its_mark() -> None:
    assert field("\u201c渔船今年增加300艘，够了。\u201d", "subject", "zh") == ["渔船"]
