"""Lines for a terminal: Latin words whole, Chinese broken anywhere its typesetting rules allow."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.text.cells import cells, char_cells


class Line(NamedTuple):
    """A line of a wrapped text, in code points, end exclusive; the next line begins where it ends."""

    start: int
    end: int


# Marks that no line may begin with: they belong to what stands before them.
CLOSING = (
    ",.;:!?)]}%\u2019\u201d\u2026\u2014\u2030\u2103\u00b0\u00b7\u2022\u00bb\u203a"  # ASCII and general
    "\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301e\u301f\u303b"  # CJK
    "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3"  # small kana
    "\u30e3\u30e5\u30e7\u30fb\u30fc\u30fd\u30fe"
    "\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff5e\uff60\uff61\uff63\uff64\uffe0"
)
# Marks that no line may end with: they belong to what comes after them.
OPENING = (
    "([{\u2018\u201c\u00ab\u2039$\u00a3\u00a5\u20ac"
    "\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\u301d"
    "\uff04\uff08\uff3b\uff5b\uff5f\uff62\uffe1\uffe5"
)
_WIDE = (
    "\u1100-\u115f\u2e80-\u2fff\u3000-\u30ff\u3100-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U0001f000-\U0001faff\U00020000-\U0003ffff"
)
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"


def _units() -> re.Pattern[str]:
    """What stays together: opening marks, a word or a wide character, closing marks, spaces.

    Every repetition is possessive, so that no text takes more than linear time.
    """
    closing, opening = re.escape(CLOSING), re.escape(OPENING)
    only_wide_closing = re.escape("".join(c for c in CLOSING if not c.isascii()))
    letter = rf"[^\s{_WIDE}{only_wide_closing}{opening}]"
    inside = r"[(\[{$\u2019\u00b7]"  # may stand within a word, but not end it
    word = rf"(?!{inside})(?:{inside}*+{letter}++)++"
    core = rf"(?:{word}|(?![{closing}])[^\s{opening}][{_COMBINING}]*+)?"
    return re.compile(rf"([{opening}]*+{core}[{closing}]*+)[^\S\n]*+")


_UNIT = _units()
# Ideographs that may be parted anywhere: the last one may have a closing mark, so it is left out.
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff\u3400-\u4dbf]++")


def wrap(text: str, width: int, marks: Sequence[int] = ()) -> list[Line]:
    """Cut ``text`` into lines of at most ``width`` cells, not counting white space at their ends.

    The lines join to the text; a line feed ends the line it stands on. ``marks`` are offsets, ascending,
    before which one more cell is shown. ``width`` is taken as at least 3, what the widest character
    with a mark needs.
    """
    starts = Measured(text, marks).starts(width)
    return [Line(*ends) for ends in pairwise([*starts, len(text)])]


class Measured:
    """A text for :func:`wrap` at several widths: its words are measured once, lines are then looked up.

    Of the lines it tells where each begins, for long texts have many.
    """

    def __init__(self, text: str, marks: Sequence[int] = ()) -> None:
        self.text = text
        self.marks = list(marks)
        self._known: dict[int, _Units] = {}

    def starts(self, width: int) -> list[int]:
        """Where the lines of the whole text begin."""
        starts = self.part(0, len(self.text), width)
        if not self.text or self.text.endswith("\n"):
            starts.append(len(self.text))
        return starts

    def part(self, start: int, end: int, width: int) -> list[int]:
        """Where the lines of the whole paragraphs from ``start`` to ``end`` begin."""
        text, marks, width = self.text, self.marks, max(width, 3)
        starts: list[int] = []
        mark = bisect_left(marks, start)
        while start < end:
            after = text.find("\n", start, end) + 1 or end
            stop = bisect_left(marks, after, mark)
            room, units = width - (stop - mark), self._known.get(start)
            if units is None and not (after - start <= room and cells(text[start:after]) <= room):
                units = self._known[start] = _measured(text, start, after, marks[mark:stop])
            starts.append(start)
            if units is not None:
                self._look_up(units, width, starts)
            start, mark = after, stop
        return starts

    def turn_marks(self, offsets: Iterable[int], start: int, end: int) -> None:
        """Take marks away where they are, set them where not: in the paragraphs from ``start`` to ``end``."""
        for offset in offsets:
            at = bisect_left(self.marks, offset)
            if self.marks[at : at + 1] == [offset]:
                del self.marks[at]
            else:
                self.marks.insert(at, offset)
        while start < end:
            self._known.pop(start, None)
            start = self.text.find("\n", start, end) + 1 or end

    def _look_up(self, units: "_Units", width: int, starts: list[int]) -> None:
        """Add the further lines of a paragraph: the first unit that does not fit in one begins the next."""
        places, begins, ends, free = units
        line, base, at, count = places[0], 0, 0, len(ends)  # where a line begins, in code points and in cells
        while (at := bisect_right(ends, base + width, at)) < count:
            place, begin = places[at], begins[at]
            if free[at]:
                fit = max(base + width - begin, 0) // 2
                line, base = place + fit, begin + 2 * fit
                starts.append(line)
                continue
            if line < place:
                line, base = place, begin
                starts.append(line)
            if ends[at] - begin > width:
                line, used = self._cut(place, places[at + 1], width, starts)
                base, at = begins[at + 1] - used, at + 1

    def _cut(self, start: int, end: int, width: int, starts: list[int]) -> tuple[int, int]:
        """Cut a unit that is longer than a line; returns where the rest begins and its cells."""
        marks = self.marks[bisect_left(self.marks, start) : bisect_left(self.marks, end)]
        line, used = start, 0
        for place in range(start, end):
            char = self.text[place]
            step = char_cells(char) + (place in marks)
            if used + step > width and not char.isspace():
                starts.append(place)
                line, used = place, 0
            used += step
        return line, used


class _Units(NamedTuple):
    """What stays together in a paragraph, in order.

    For each unit: the code point and the cell at which it begins, the cell at which it ends without the
    spaces behind it, and whether it is a run of ideographs that may be parted anywhere. The first two have
    one more, for the paragraph's end.
    """

    places: "array[int]"
    begins: "array[int]"
    ends: "array[int]"
    free: bytearray


def _measured(text: str, start: int, end: int, marks: Sequence[int]) -> _Units:
    """The units of one paragraph; ``marks`` are those in it."""
    places, begins, ends, free = units = _Units(array("L"), array("L"), array("L"), bytearray())
    plain, extra = text[start:end].isascii(), len(marks)
    used, place, mark = 0, start, 0
    while place < end:
        run = None if plain else _IDEOGRAPHS.match(text, place, end)
        if run and run.end() - place > 1 and (mark == extra or marks[mark] >= run.end()):
            places.append(place)
            begins.append(used)
            place = run.end() - 1
            used += 2 * (place - places[-1])
            ends.append(used)
            free.append(True)
        found = _UNIT.match(text, place, end)
        # Only a line feed matches as nothing, and it takes no cell.
        after = max(found.end(), place + 1) if found else place + 1
        shown = found.end(1) if found else place
        if plain:
            bare, spaces = shown - place, after - shown
        else:
            bare = cells(text[place:shown])
            spaces = cells(text[shown:after]) if shown < after else 0
        while mark < extra and marks[mark] < after:
            bare += 1
            mark += 1
        places.append(place)
        begins.append(used)
        ends.append(used + bare)
        free.append(False)
        used += bare + spaces
        place = after
    places.append(end)
    begins.append(used)
    return units


def line_of(starts: Sequence[int], offset: int) -> int:
    """The index of the line that holds ``offset``; the end of the text is on the last one."""
    return max(bisect_right(starts, offset) - 1, 0)
