"""What an entry of a rule file says, however it is laid out."""

import msgspec
import pytest

from tui.model.rule import HeaderRule, one_line


@pytest.mark.parametrize(
    "laid_out", ["\\b(?:\n  rose\n  |fell\n)\\b", "\\b(?:rose|fell)\\b", "\\b(?:rose|\nfell)\n\\b"]
)
def test_line_ends_and_the_spaces_that_begin_a_line_say_nothing_in_an_expression(laid_out: str) -> None:
    row = {"id": "a", "role": "furniture", "match": laid_out}
    assert msgspec.convert(row, HeaderRule).match == r"\b(?:rose|fell)\b"


def test_spaces_within_a_line_and_texts_that_are_no_expressions_stay() -> None:
    rule = HeaderRule(id="a", role="furniture", match="last  year", note="first\n  second")
    assert (rule.match, rule.note) == ("last  year", "first\n  second")


def test_every_expression_of_a_list_is_put_together() -> None:
    assert one_line(("a\n  |b", "c")) == ("a|b", "c")
