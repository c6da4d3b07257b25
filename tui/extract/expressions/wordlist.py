"""Long lists of words, looked up by how they begin.

As an expression, a list of thousands takes longer to compile than an article to read.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

CHARACTER = re.compile(r"\S")


class WordList:
    """Words of which the longest that stands at a place of a text is told by a few looks.

    They are looked up by their first ``piece``: where one begins, a word may, and where one ends. A word ends
    only where ``edge`` matches.
    """

    __slots__ = ("_edge", "_piece", "_words", "lengths")

    def __init__(self, words: Iterable[str], piece: re.Pattern[str] = CHARACTER, edge: str = "") -> None:
        """Without an ``edge`` words end anywhere, as where they aren't spaced."""
        self._words = frozenset(words)
        self._piece, self._edge = piece, re.compile(edge) if edge else None
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in self._words:
            if (first := piece.match(word)) is not None:
                lengths[first[0]].add(len(word))
        self.lengths = {begin: tuple(sorted(found, reverse=True)) for begin, found in lengths.items()}

    def longest(self, begin: str, text: str, start: int, end: int) -> str:
        """The longest word at ``start`` of a text, of which that is the piece there; empty if there is none.

        It ends at ``end`` at the latest.
        """
        for length in self.lengths.get(begin, ()):
            stop = start + length
            word = text[start:stop]
            if word in self._words and stop <= end and (not self._edge or self._edge.match(text, stop, end)):
                return word
        return ""

    def found_in(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The words in a stretch of text, one behind the other, with their places."""
        known = self.lengths
        for piece in self._piece.finditer(text, start, end):
            begin = piece[0]
            if (
                begin in known
                and (at := piece.start()) >= start
                and (word := self.longest(begin, text, at, end))
            ):
                start = at + len(word)
                yield at, start, word


def lengths_by(words: Iterable[str], at: int) -> dict[str, tuple[int, ...]]:
    """How long words are, the longest first, by one of their letters: the first ``at`` 0, the last at -1."""
    found: dict[str, set[int]] = defaultdict(set)
    for word in words:
        found[word[at]].add(len(word))
    return {letter: tuple(sorted(lengths, reverse=True)) for letter, lengths in found.items()}


def small(text: str) -> str:
    """A text in small letters, each where its capital stood; the one that would be two is an i."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.replace("\u0130", "I").lower()
