"""Lines for a terminal: Latin words whole, Chinese broken anywhere its typesetting rules allow."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
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
    word = rf"{letter}++(?:{inside}++{letter}++)*+"
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
    lines = wrap_part(text, 0, len(text), width, marks)
    if not text or text.endswith("\n"):
        lines.append(Line(len(text), len(text)))
    return lines


def wrap_part(text: str, start: int, end: int, width: int, marks: Sequence[int] = ()) -> list[Line]:
    """The lines of the whole paragraphs from ``start`` to ``end``: what :func:`wrap` gives for them."""
    wrapping = _Wrapping(text, max(width, 3))
    mark = bisect_left(marks, start)
    while start < end:
        after = text.find("\n", start, end) + 1 or end
        stop = bisect_left(marks, after, mark)
        wrapping.paragraph(start, after, marks[mark:stop])
        start, mark = after, stop
    return wrapping.lines


class _Wrapping:
    """Lines in the making."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = width
        self.lines: list[Line] = []

    def paragraph(self, start: int, end: int, marks: Sequence[int]) -> None:
        """Add the lines of one paragraph."""
        extra = len(marks)
        plain = (whole := self.text[start:end]).isascii()
        if end - start + extra <= self.width and cells(whole) + extra <= self.width:
            self.lines.append(Line(start, end))
            return
        text, width = self.text, self.width
        line, used, place, mark = start, 0, start, 0
        match, match_run = _UNIT.match, _IDEOGRAPHS.match
        while place < end:
            run = match_run(text, place, end)
            if run and (mark == extra or marks[mark] >= run.end()):
                free = run.end() - 1 - place
                while free > (room := max(width - used, 0) // 2):
                    place += room
                    self.lines.append(Line(line, place))
                    line, used, free = place, 0, free - room
                used += 2 * free
                place += free
            found = match(text, place, end)
            # Only a line feed matches as nothing, and it takes no cell.
            after = max(found.end(), place + 1) if found else place + 1
            shown = found.end(1) if found else place
            if plain:
                bare, spaces = shown - place, after - shown
            else:
                bare, spaces = cells(text[place:shown]), cells(text[shown:after])
            while mark < extra and marks[mark] < after:
                bare += 1
                mark += 1
            if used + bare > width:
                if line < place:
                    self.lines.append(Line(line, place))
                    line, used = place, 0
                if bare > width:
                    line, used = self._cut(place, after, set(marks))
                    place = after
                    continue
            used += bare + spaces
            place = after
        if line < end:
            self.lines.append(Line(line, end))

    def _cut(self, start: int, end: int, marks: set[int]) -> tuple[int, int]:
        """Cut a unit that is longer than a line; returns where the rest begins and its cells."""
        line, used = start, 0
        for place in range(start, end):
            char = self.text[place]
            step = char_cells(char) + (place in marks)
            if used + step > self.width and not char.isspace():
                self.lines.append(Line(line, place))
                line, used = place, 0
            used += step
        return line, used


def line_of(lines: Sequence[Line], offset: int) -> int:
    """The index of the line that holds ``offset``; the end of the text is on the last one."""
    return max(bisect_right(lines, offset, key=_start) - 1, 0)


def _start(line: Line) -> int:
    return line.start
