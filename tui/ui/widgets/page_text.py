"""Text of any length on a page, whose lines are made for its width."""

from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from tui.ui.widgets.fitted import fitted
from tui.ui.widgets.pane import Pane


class PageText(Pane):
    """Shows what :meth:`lay_out` and :meth:`line` give; the texts must be sanitised."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"page--thumb", "page--track"}
    DEFAULT_CSS = """
    PageText { height: 1fr; & .page--thumb { background: $foreground 18%; } }
    """

    def lay_out(self, width: int) -> int:
        """Make the lines for a width; says how many there are."""
        raise NotImplementedError

    def line(self, row: int) -> list[Segment]:
        """One of the lines."""
        raise NotImplementedError

    @property
    def first(self) -> int:
        """The line that comes first in a new size: the one that does now."""
        return self.scroll_offset.y

    def fit(self, before: Size) -> None:  # noqa: ARG002 - nothing depends on it here
        """Make the lines."""
        count = self.lay_out(max(self.size.width - 1, 1))
        self.set_lines(count, self.first)

    def render_line(self, y: int) -> Strip:
        """The line at row ``y`` of the page, and the edge."""
        self.counted.lines += 1
        row, width = self.scroll_offset.y + y, max(self._fitted.width - 1, 0)
        segments = self.line(row) if row < self._edge.total else []
        edge = "page--thumb" if self.in_view(y) else "page--track"
        line = fitted(segments, width, self._layers())
        return Strip([*line, Segment(" ", self._layers(edge))], width + 1)
