"""Chinese characters have no case: expressions with ranges of them are compiled sooner and match the same."""

import re

import pytest

from tui.model.caseless import compiled

TEXTS = ("新增ABC岗位", "abc", "一二三", "[一-龥]", "-龥", "é", "ABCabc")


@pytest.mark.parametrize(
    "source",
    [
        "[一-龥]+b",
        r"[\u4e00-\u9fff]+B",
        "[^一-龥]+",
        "(?<=[一-龥])a",
        r"[(\[一-龥]+",
        "[([一-龥]+",
        r"\[一-龥\]",
        "[]一-龥]+",
        "[一-龥a]+b",
        "[一二三]",
    ],
)
def test_it_matches_what_it_did(source: str) -> None:
    for text in TEXTS:
        plain = [match.span() for match in re.finditer(source, text, re.IGNORECASE)]
        assert [match.span() for match in compiled(source, re.IGNORECASE).finditer(text)] == plain


def test_only_sets_of_chinese_ranges_keep_their_case() -> None:
    def made(source: str) -> str:
        return compiled(source, re.IGNORECASE).pattern

    assert made("x[一-龥]{2}y") == "x(?-i:[一-龥]){2}y"
    assert made("[([一-龥]") == "[([一-龥]"
    assert made(r"\[一-龥]") == r"\[一-龥]"
    assert made("[一-龥a]") == "[一-龥a]"
    assert compiled("[一-龥]", 0).pattern == "[一-龥]"


def test_a_group_is_where_it_was_and_a_fault_is_told() -> None:
    found = compiled("(?P<a>[一-龥])(b)", re.IGNORECASE).fullmatch("人B")
    assert found is not None
    assert found.group("a", 2) == ("人", "B")
    with pytest.raises(re.error):
        compiled("[一-龥](", re.IGNORECASE)
