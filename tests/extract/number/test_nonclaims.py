"""Which numbers are no claims."""

import pytest

from tests.extract import drafting
from tui.articles import article_from_text
from tui.extract import extract


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("这座塔有四层。", [4]),
        ("工作分四层次推进。", []),
        ("全文共八百字。", [800]),
        ("他会背三字经。", []),
    ],
)
def test_a_counter_that_is_part_of_another_word_counts_nothing(text: str, values: list[int]) -> None:
    assert [claim.value for claim in extract(article_from_text(text), drafting.rules())] == values
