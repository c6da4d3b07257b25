"""Text of any length on a page: laid out when it is painted in a new size; lines in view are drawn."""

from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.ui.widgets.counted import Counted
from tui.ui.widgets.edge import Edge, set_lines
from tui.ui.widgets.fitted import fitted
from tui.ui.widgets.layers import Layers


class PageText(ScrollView, can_focus=False):
    """Shows what :meth:`lay_out` and :meth:`line` give; the texts must be sanitised."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"page--thumb", "page--track"}
    DEFAULT_CSS = """
    PageText {
        height: 1fr; color: $foreground; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0;
        & .page--thumb { background: $foreground 18%; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.counted = Counted()
        self._layers = Layers(self)
        self._edge = Edge()
        self._laid_out = Size()

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

    def on_resize(self) -> None:
        """Fit the new size if that is not painted yet."""
        self._fit()

    def _fit(self) -> None:
        if self._laid_out == self.size:
            return
        self._laid_out = self.size
        count = self.lay_out(max(self.size.width - 1, 1))
        self._edge.reset(self.size.height, count)
        set_lines(self, count, self.first)

    def notify_style_update(self) -> None:
        """Take up new colours."""
        super().notify_style_update()
        self._layers.clear()

    def render_line(self, y: int) -> Strip:
        """The line at row ``y`` of the page, and the edge."""
        self._fit()
        self.counted.lines += 1
        top, width = self.scroll_offset.y, max(self.size.width - 1, 0)
        segments = self.line(top + y) if top + y < self._edge.total else []
        edge = "page--thumb" if y in self._edge.thumb(top) else "page--track"
        line = fitted(segments, width, self._layers())
        return Strip([*line, Segment(" ", self._layers(edge))], width + 1)
