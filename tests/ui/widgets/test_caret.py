import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.ui.widgets.caret import Unit, moved, word_at

UNITS: tuple[Unit, ...] = ("char", "word", "number", "paragraph", "text")


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        ("up 14.5% year", 4, "14.5%"),
        ("up 14.5% year", 5, "14.5%"),
        ("up 14.5% year", 7, "14.5%"),
        ("about 751,000, or", 8, "751,000"),
        ("about 751,000, or", 13, ","),
        ("new urban jobs", 5, "urban"),
        ("岗位增长", 1, "位"),
        ("共４２％", 1, "４２％"),
        ("三千余", 0, "三千"),
        ("end.", 3, "."),
    ],
)
def test_a_word_or_number_is_found_from_any_place_in_it(text: str, offset: int, word: str) -> None:
    assert text[slice(*word_at(text, offset))] == word


@pytest.mark.parametrize(
    ("unit", "count", "places"),
    [
        ("char", 1, [1, 2, 4, 5]),  # the third letter has a combining mark
        ("word", 1, [5, 11, 13]),
        ("number", 1, [5, 5]),
    ],
)
def test_steps_forward(unit: Unit, count: int, places: list[int]) -> None:
    text, offset = "oce\u0301 14.5% up", 0
    for place in places:
        offset = moved(text, offset, unit, count)
        assert offset == place


@given(st.text(max_size=40), st.integers(0, 40), st.sampled_from(UNITS), st.integers(-5, 5))
@settings(deadline=None, max_examples=300)
def test_never_leaves_the_text_and_goes_the_right_way(text: str, offset: int, unit: Unit, count: int) -> None:
    offset = min(offset, len(text))
    place = moved(text, offset, unit, count)
    assert 0 <= place <= len(text)
    assert (place - offset) * count >= 0


@given(st.text(max_size=40))
@settings(deadline=None)
def test_character_by_character_comes_to_the_end_and_back(text: str) -> None:
    assert moved(text, 0, "char", len(text) + 1) == len(text)
    assert moved(text, len(text), "char", -len(text) - 1) == 0
