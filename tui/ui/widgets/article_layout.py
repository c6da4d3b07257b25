"""Where every character of an article stands on the screen, and back."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from tui.text.cells import cells, char_cells
from tui.text.wrap import Line, Measured, line_of


class Layout:
    """The lines of a sanitised text at one width; before each of ``marks`` stands one more cell."""

    def __init__(self, text: str, width: int, marks: Sequence[int] = ()) -> None:
        self._measured = Measured(text, marks)
        self.text = text
        self.set_width(width)

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> Line:
        after = index + 1
        return Line(self.starts[index], self.starts[after] if after < len(self.starts) else len(self.text))

    @property
    def marks(self) -> list[int]:
        """The offsets before which one more cell is shown."""
        return self._measured.marks

    def set_width(self, width: int) -> None:
        """Wrap for another width."""
        self.width = width
        self.starts = self._measured.starts(width)  # where each line begins

    def set_marks(self, wanted: Mapping[int, bool]) -> tuple[int, int, int] | None:
        """Say of offsets whether a mark is wanted there; only paragraphs in which one turns are wrapped anew.

        Returns the first and last line concerned and the number of lines that were added or, negative,
        taken away; None if nothing changed.
        """
        changed = sorted(offset for offset, there in wanted.items() if self.has_mark(offset) != there)
        if not changed:
            return None
        start = self.text.rfind("\n", 0, changed[0]) + 1
        end = self.text.find("\n", changed[-1]) + 1 or len(self.text)
        first = bisect_left(self.starts, start)
        after = bisect_left(self.starts, end)
        self._measured.turn_marks(changed, start, end)
        new = self._measured.part(start, end, self.width)
        grown = len(new) - (after - first)
        self.starts[first:after] = new
        return first, first + len(new) - 1, grown

    def line_of(self, offset: int) -> int:
        """The index of the line that holds ``offset``."""
        return line_of(self.starts, offset)

    def has_mark(self, offset: int) -> bool:
        """Whether a mark stands before the character at an offset."""
        return bool(self.marks_within(offset, offset + 1))

    def marks_within(self, start: int, end: int) -> list[int]:
        """The marks before characters from ``start`` to ``end``, end exclusive."""
        return self.marks[bisect_left(self.marks, start) : bisect_left(self.marks, end)]

    def cell_of(self, offset: int) -> tuple[int, int]:
        """The line and the first cell of the character at ``offset``."""
        index = self.line_of(offset)
        start = self.starts[index]
        marks = bisect_right(self.marks, offset) - bisect_left(self.marks, start)
        return index, cells(self.text[start:offset]) + marks

    def offset_at(self, index: int, cell: int) -> int:
        """The character that covers a cell, its mark included; the line's end to the right of it."""
        if index < 0:
            return 0
        if index >= len(self):
            return len(self.text)
        start, end = self[index]
        marks = set(self.marks_within(start, end))
        used = 0
        for offset in range(start, end):
            used += char_cells(self.text[offset]) + (offset in marks)
            if used > cell:
                return offset
        return self.end_of(index)

    def end_of(self, index: int) -> int:
        """The last place of a line: before its line feed, or where the next line begins."""
        start, end = self[index]
        return end - 1 if end > start and self.text[end - 1] == "\n" else end

    def visible(self, index: int) -> Line:
        """A line without its line feed and the white space that does not fit."""
        return Line(self.starts[index], self.end_of(index))
