"""The right edge of a scrolled pane: where the view is, and where something waits, in one column."""

from textual.geometry import Size
from textual.scroll_view import ScrollView


def set_lines(view: ScrollView, lines: int, top: int | None = None) -> None:
    """Let a pane scroll through so many lines; its own size stays, so nothing is laid out for that.

    With ``top`` that line comes first, in a pane that is painted anyway.
    """
    view.set_reactive(ScrollView.virtual_size, Size(1, lines))
    if top is None:
        view.scroll_y = view.validate_scroll_y(view.scroll_y)
        return
    for place in (ScrollView.scroll_y, ScrollView.scroll_target_y):
        view.set_reactive(place, view.validate_scroll_y(top))


class Edge:
    """Which rows of the edge stand for which lines, and how many marks each row has."""

    def __init__(self, height: int = 0, total: int = 0) -> None:
        self.reset(height, total)

    def reset(self, height: int, total: int) -> None:
        """Begin again for ``height`` rows over ``total`` lines, without marks."""
        self.height, self.total = height, total
        self._counts = [0] * (height + 1)

    def mark(self, row: int, count: int) -> None:
        """Say how many marks the lines have that a row stands for."""
        self._counts[row] = count

    def row_of(self, line: int) -> int:
        """The row of the edge that stands for a line."""
        if self.total <= self.height:
            return min(line, self.height)
        return min(line * self.height // self.total, self.height - 1)

    def line_at(self, row: int) -> int:
        """The first line that a row of the edge stands for."""
        return row if self.total <= self.height else -(-row * self.total // self.height)

    def change(self, line: int, by: int) -> bool:
        """Count a mark more or less on a line; true if its row now looks different."""
        row = self.row_of(line)
        before = self._counts[row]
        self._counts[row] = before + by
        return bool(before) != bool(before + by)

    def marked(self, row: int) -> bool:
        """Whether any line that ``row`` stands for has a mark."""
        return row < len(self._counts) and self._counts[row] > 0

    def thumb(self, top: int) -> range:
        """The rows that stand for what is in view when ``top`` is the first line; none if all is."""
        if self.total <= self.height:
            return range(0)
        size = max(1, self.height * self.height // self.total)
        first = min(top * self.height // self.total, self.height - size)
        if top + self.height >= self.total:
            first = self.height - size
        return range(first, first + size)
