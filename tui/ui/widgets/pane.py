"""Panes that scroll: what is in view is drawn; the edge tells where that is, and where something waits."""

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.ui.widgets.counted import Counted
from tui.ui.widgets.layers import Layers


class Edge:
    """Which rows of the edge stand for which lines, and how many marks each row has."""

    def __init__(self) -> None:
        self.reset(0, 0)

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


class Pane(ScrollView, can_focus=False):
    """Draws lines of its own. For a new size it is fitted when it is painted, so that one frame is enough."""

    ALLOW_SELECT = False  # Textual's own selection would paint the whole pane for each step of the pointer
    DEFAULT_CSS = """
    Pane { color: $foreground; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.counted = Counted()
        self._layers = Layers(self)
        self._edge = Edge()
        self._fitted = Size()  # the size that is painted

    def fit(self, before: Size) -> None:
        """Make what depends on the size, which was ``before`` until now; all of the pane is painted then."""
        raise NotImplementedError

    def set_lines(self, lines: int, top: int | None = None) -> None:
        """Let the pane scroll through so many lines; its own size stays, so nothing is laid out for that.

        With ``top`` that line comes first, in a pane that is painted anyway.
        """
        self._edge.reset(self.size.height, lines)
        self.set_reactive(ScrollView.virtual_size, Size(1, lines))
        if top is None:
            self.scroll_y = self.validate_scroll_y(self.scroll_y)
            return
        for place in (ScrollView.scroll_y, ScrollView.scroll_target_y):
            self.set_reactive(place, self.validate_scroll_y(top))

    def turn_to(self, line: int) -> None:
        """Have a line come first from now on."""
        if line != self.scroll_offset.y:
            self.scroll_to(y=line, animate=False, force=True)

    def notify_style_update(self) -> None:
        """Take up new colours."""
        super().notify_style_update()
        self._layers.clear()

    def on_resize(self) -> None:
        """Fit the new size where nothing of the pane was painted in it."""
        self._fit()

    def _fit(self) -> None:
        before, self._fitted = self._fitted, self.size
        if before != self._fitted:
            self.fit(before)

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is to be painted of a pane that fits its size by then."""
        self._fit()
        return super().render_lines(crop)

    def in_view(self, y: int) -> bool:
        """Whether row ``y`` of the edge stands for lines that are in view."""
        return y in self._edge.thumb(self.scroll_offset.y)
