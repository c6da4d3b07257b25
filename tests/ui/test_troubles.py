"""What is wrong with a filter is told in the reader's language."""

import pytest

from tui.review.query import REASONS, QueryError, parse
from tui.ui.i18n import use_language
from tui.ui.troubles import _FILTER, why_no_filter

WRONG = (
    'subject:"jobs',
    'a"b"c',
    "unit:",
    "colour:red",
    "plcae:River",
    "unit<5",
    "state:maybe",
    "state:acepted",
    "conf<high",
)


def why(filter_text: str) -> QueryError:
    with pytest.raises(QueryError) as refused:
        parse(filter_text)
    return refused.value


def test_the_words_are_those_of_the_filter_language():
    assert _FILTER == REASONS
    used = {code for text in WRONG for code in (why(text).reason, why(text).mend)}
    assert used | {"place"} == set(REASONS)


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_filter_is_told_in_chinese_with_its_details(text):
    error = why(text)
    use_language("zh_CN")
    try:
        words = why_no_filter(error)
    finally:
        use_language("en")
    assert why_no_filter(error) == str(error)
    assert words != str(error)
    for value in error.details.values():
        assert value in words
