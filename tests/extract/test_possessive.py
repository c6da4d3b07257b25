"""To whom something belongs is told by the ending that the rules give."""

import pytest

from tui.extract.packs.rules import RuleSet
from tui.extract.possessive import possessive


@pytest.mark.parametrize(
    ("language", "word", "owner"),
    [
        ("en", "Norway's", "Norway"),
        ("en", "Norway\u2019s", "Norway"),
        ("en", "Norways", ""),
        ("en", "Norway", ""),
        ("zh", "Norway's", ""),
    ],
)
def test_whose_something_is(rules: RuleSet, language: str, word: str, owner: str) -> None:
    assert possessive(rules, language).without(word) == owner


@pytest.mark.parametrize(("sign", "word", "is_mark"), [("'", "workers", True), ("'", "men", False)])
def test_a_mark_alone_makes_a_plural_an_owner(rules: RuleSet, sign: str, word: str, is_mark: bool) -> None:
    assert possessive(rules, "en").is_mark(sign, word) == is_mark
