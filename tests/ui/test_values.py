"""Claims in few words."""

import pytest

from tests.review.making import article_of, claim_of
from tui.ui.values import in_short


@pytest.mark.parametrize(
    ("unit", "subject", "words"),
    [
        ("job", "new urban jobs", "30 new urban jobs"),
        ("person", "people hired", "30 person people hired"),
        ("company", "companies founded", "30 companies founded"),
        ("%", "unemployment rate", "30% unemployment rate"),
        ("CNY", "wages", "30 CNY wages"),
        ("", "odds", "30 odds"),
        ("t", "wheat output", "30 t wheat output"),
        ("car", "care homes", "30 car care homes"),
    ],
)
def test_the_unit_is_left_out_where_the_subject_names_it(unit: str, subject: str, words: str) -> None:
    assert in_short(claim_of(article_of("a", "30 came"), 0, 2, unit=unit, subject=subject)) == words
