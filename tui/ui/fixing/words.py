"""The words of a sentence under labels of one key, so that any phrase of it is chosen by its two ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_letters

from tui.text.cells import cells

LABELS = ascii_letters
_BEHIND = 3  # one word in so many stands behind the number, if there are enough before it
_WIDE = r"\u2e80-\u2fdf\u3005-\u3007\u3040-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_OPENS, _CLOSES = '(\\[\u201c\u2018"\u300c\u300a\uff08', ')\\]\u201d\u2019"\u300d\u300b\uff09'
# A word, or a character of a script without spaces, with the brackets and quotation marks that touch it.
_WORD = rf"[{_OPENS}]*(?:[{_WIDE}]|[^\W{_WIDE}]+(?:['\u2019./&,-][^\W{_WIDE}]+)*%?)[{_CLOSES}]*"
_PAIRS = (
    *(("(", ")"), ("[", "]"), ("\u201c", "\u201d"), ("\u2018", "\u2019"), ('"', '"')),
    *(("\u300c", "\u300d"), ("\u300a", "\u300b"), ("\uff08", "\uff09")),
)

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a text in order, each a range of code points; ``first`` is the one chosen to begin with."""

    text: str
    ranges: tuple[Range, ...]
    first: int | None = None

    def at(self, label: str) -> int | None:
        """Which word has a label."""
        place = LABELS.find(label)
        return place if len(label) == 1 and 0 <= place < len(self.ranges) else None

    def labelled(self) -> list[tuple[str, str]]:
        """Each label with its word."""
        return [(label, self.text[a:b]) for label, (a, b) in zip(LABELS, self.ranges, strict=False)]

    def phrase(self, one: int, other: int) -> str:
        """The text from one word to another, without the half of a pair at either end."""
        low, high = min(one, other), max(one, other)
        found = " ".join(self.text[self.ranges[low][0] : self.ranges[high][1]].split())
        for opens, closes in _PAIRS:
            if found.startswith(opens) and (closes not in found[1:] or found.endswith(closes)):
                found = found[1:]
            if found.endswith(closes) and (opens == closes or opens not in found[:-1]):
                found = found[:-1]
        return found


@cache
def _word() -> re.Pattern[str]:
    return re.compile(_WORD)


def words_near(text: str, sentence: Range, number: Range, room: int) -> Words:
    """The words of a sentence that fit under their labels in ``room`` cells, those near the number."""
    low, high = sentence
    ranges = [match.span() for match in _word().finditer(text, low, high)]
    before = [place for place in ranges if place[0] < number[0]][::-1]
    behind = [place for place in ranges if place[0] >= number[0]]
    chosen: list[Range] = []
    while (before or behind) and len(chosen) < len(LABELS):
        turn = behind if not before or (behind and len(chosen) % _BEHIND == _BEHIND - 1) else before
        start, end = turn[0]
        room -= cells(text[start:end]) + 3
        if room < 0:
            break
        chosen.append(turn.pop(0))
    return Words(text, tuple(sorted(chosen)))


def pieces(words: Words) -> Sequence[tuple[str, str, bool]]:
    """Each label with its word, and whether it is the one chosen to begin with."""
    return [(label, word, place == words.first) for place, (label, word) in enumerate(words.labelled())]
