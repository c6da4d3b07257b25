"""Text compared without difference of case and width, and where words stand in it."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

READ = 1_000  # articles are kept folded at most
_ACCENTS = "\u0300-\u036f\u3099-\u309a"  # to be compared they are one with the character before

_ACCENT = re.compile(f"[{_ACCENTS}]")


def fold(text: str) -> str:
    """Text as it is compared: without difference of case and width."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


class Folded:
    """A text folded, with its lines: words are looked for in all of it at once."""

    def __init__(self, text: str) -> None:
        lines = text.split("\n")
        folded = [fold(line) for line in lines]
        self.text = "\n".join(folded)
        self.starts = _starts(lines)
        self._begins = _starts(folded)

    def find(self, words: str, start: int = 0) -> int:
        """Where folded words stand next within a line, as an offset of the folded text; -1 if nowhere."""
        return self.text.find(words, start) if "\n" not in words else -1

    def line_at(self, place: int) -> tuple[int, int, int, int]:
        """Start and end of the line of a place in the folded text: in the text itself, then folded."""
        starts, begins = self.starts, self._begins
        after = bisect_right(begins, place)
        return starts[after - 1], starts[after] - 1, begins[after - 1], begins[after] - 1


def _starts(lines: list[str]) -> list[int]:
    """Where each line begins, and where one behind the last would."""
    return list(accumulate((len(line) + 1 for line in lines), initial=0))


@lru_cache(maxsize=READ)  # so that one can type on in a long session
def folded_lines(text: str) -> Folded:
    """A text folded; that of the last ones is kept."""
    return Folded(text)


def places_of(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where words stand within lines of a text, as start and end; the places don't overlap."""
    wanted, folded = fold(words), folded_lines(text)
    at = folded.find(wanted) if wanted else -1
    while at >= 0:
        start, stop, folded_start, folded_stop = folded.line_at(at)
        yield from _places_in(text[start:stop], start, folded.text[folded_start:folded_stop], wanted)
        at = folded.find(wanted, folded_stop)


def _places_in(line: str, start: int, folded: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Where folded words stand in a line that begins at ``start``."""
    if len(folded) == len(line) and not _ACCENT.search(line):
        yield from ((start + at, start + at + len(wanted)) for at in _occurrences(folded, wanted))
        return
    uneven = _uneven(line)
    for at in _occurrences(uneven.text, wanted):
        yield start + uneven.origin(at)[0], start + uneven.origin(at + len(wanted) - 1)[1]


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + len(wanted))


class _Uneven:
    """A folded line that is longer or shorter than the line itself, and what each character was made of."""

    def __init__(self, line: str) -> None:
        parts: list[str] = []
        self._pieces: list[
            tuple[int, int, int]
        ] = []  # where one begins folded and in the line, and ends there
        size = at = 0
        for start, end in [*_changing(line), (len(line), len(line))]:
            for first, last in ((at, start), (start, end)):
                if first < last:
                    self._pieces.append((size, first, last))
                    parts.append(fold(line[first:last]))
                    size += len(parts[-1])
            at = end
        self.text = "".join(parts)

    def origin(self, at: int) -> tuple[int, int]:
        """The start and end, in the line, of what a folded character was made of."""
        piece = bisect_right(self._pieces, at, key=lambda piece: piece[0]) - 1
        begun, first, last = self._pieces[piece]
        following = self._pieces[piece + 1][0] if piece + 1 < len(self._pieces) else len(self.text)
        if following - begun != last - first or last - first == 1:
            return first, last
        return first + at - begun, first + at - begun + 1


@lru_cache(maxsize=10_000)  # lines, so that one can type on
def _uneven(line: str) -> _Uneven:
    return _Uneven(line)


def _changing(line: str) -> list[tuple[int, int]]:
    """Where the characters stand that are longer or shorter when folded."""
    some = "".join(char for char in set(line) if len(fold(char)) != 1)
    expression = f"[^\n][{_ACCENTS}]+" + (f"|[{re.escape(some)}]" if some else "")
    return [match.span() for match in re.finditer(expression, line)]
