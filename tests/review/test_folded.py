"""Words are found whatever their case and width, just where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.review.folded import fold, places_of


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Jobs and JOBS", "jobs", ["Jobs", "JOBS"]),
        ("就业３００人，又300人", "300", ["３００", "300"]),
        ("就业300人……新增３０人", "３０", ["30", "３０"]),
        ("……就业300人", "就业", ["就业"]),
        ("Straße und Stra\u0308ßchen", "strass", ["Straß"]),
        ("Cafe\u0301 and Café", "café", ["Cafe\u0301", "Café"]),
        ("ß1A\u0301", "1", ["1"]),
        ("the first\nline", "first line", []),
        ("aaa", "aa", ["aa"]),
        ("no words", "", []),
    ],
)
def test_words_are_found_where_they_stand(text: str, words: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in places_of(text, words)] == found


@given(st.text("aA１1…ßé\u0301\n。", max_size=40), st.text("aA1１.ßé", min_size=1, max_size=3))
def test_what_is_found_is_what_was_sought(text: str, words: str) -> None:
    places = list(places_of(text, words))
    assert all(fold(words) in fold(text[start:end]) for start, end in places)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert bool(places) or not any(fold(words) in fold(line) for line in text.split("\n"))
