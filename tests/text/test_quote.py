"""A quote is the sentence around a number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.text.quote import LONGEST, quote


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("One came. In 2021 some 7 left. More came.", "7", "In 2021 some 7 left."),
        ("It rose 1.5 percent.\nNext", "1.5", "It rose 1.5 percent."),
        ("The U.S. Bureau found 9 cases. Yes.", "9", "The U.S. Bureau found 9 cases."),
        ("On Feb. 11 prices fell 3 points. Yes.", "3", "On Feb. 11 prices fell 3 points."),
        ("一共来了三人。其中5人是新来的。后来没有了。", "5", "其中5人是新来的。"),
        ("他说：“来了5人。”后来没有了。", "5", "他说：“来了5人。”"),
    ],
)
def test_the_sentence_of_a_number(text: str, number: str, expected: str) -> None:
    start = text.index(number)
    assert quote(text, start, start + len(number)) == expected


@given(st.text("a1 .A\n\u3002", max_size=60), st.data())
@settings(deadline=None)
def test_a_quote_holds_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert text[start:end].strip() in quote(text, start, end)


def test_a_quote_from_an_endless_paragraph_is_short() -> None:
    text = "x " * 100_000
    assert len(quote(text, 50_000, 50_001)) <= 2 * LONGEST + 1
