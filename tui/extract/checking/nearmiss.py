"""Finds texts under ``not`` that prove nothing: those that have nothing of the words of their rule."""

import re
from collections.abc import Iterable, Iterator

from tui.extract.packs.rules import Pack, Problem
from tui.extract.packs.schema import Rule
from tui.extract.packs.schema.numbers import ScaleRule
from tui.extract.packs.schema.quantity import BoundRule, CounterRule, NounRule, UnitRule
from tui.extract.packs.schema.tags import TagRule

# The kinds whose rules are lists of words, and the fields that hold them.
_WORDS: dict[type[Rule], tuple[str, ...]] = {
    BoundRule: ("before", "after"),
    CounterRule: ("match",),
    NounRule: ("match", "endings"),
    ScaleRule: ("match", "plural"),
    TagRule: ("words", "endings"),
    UnitRule: ("match", "before"),
}
_TOKEN = re.compile(r"[a-z\u00df-\u024f]+")
# Words that begin alike for so many letters are near each other.
_ALIKE = 3


def far(packs: Iterable[Pack]) -> Iterator[Problem]:
    """The rules of which no text under ``not`` is a near miss: one with a word of theirs in another part.

    A word counts as had if it is part of a longer one, or if a word of the text begins like it. Rules whose
    words are signs are left alone: there is mostly nothing like them.
    """
    for pack in packs:
        for kind, fields in _WORDS.items():
            for rule in pack.entries.get(kind, {}).values():
                words = [word for field in fields for word in getattr(rule, field)]
                texts = rule.counterexamples
                if not texts or not any(map(_is_word, words)):
                    continue
                if not any(_has(text.lower(), word.lower()) for text in texts for word in words):
                    path, line = pack.where.get(rule.id, (pack.path, 1))
                    yield Problem(
                        path,
                        line,
                        f"{rule.id}: no text under 'not' has anything of its words: give one in which they,"
                        " or words like them, play another part",
                    )


def _is_word(word: str) -> bool:
    letters = [character for character in word if character.isalpha()]
    return len(letters) > 1 or any(not character.isascii() for character in letters)


def _has(text: str, word: str) -> bool:
    if word in text:
        return True
    ours, theirs = _TOKEN.findall(word), _TOKEN.findall(text)
    if any(a == b or (len(a) >= _ALIKE and a[:_ALIKE] == b[:_ALIKE]) for a in ours for b in theirs):
        return True
    return any(not character.isascii() and character.isalpha() and character in text for character in word)
