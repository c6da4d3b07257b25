"""A text with the offset of every line, and a sign in the place of each character that cannot be seen."""

from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.text.display import revealed
from tui.ui.widgets.article_layout import Layout
from tui.ui.widgets.layers import Layers

_GAP = 2
_END = "\u21b5"  # stands where a line feed does


class RawText(ScrollView):
    """Wraps the text for its width; in front of each line stands the offset of its first character."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"raw--offset", "raw--end"}
    DEFAULT_CSS = """
    RawText {
        height: 1fr; background: $background; color: $foreground; scrollbar-size-vertical: 1;
        overflow-x: hidden; overflow-y: scroll;
        & .raw--offset { color: $foreground 68%; }
        & .raw--end { color: $foreground 60%; }
    }
    """

    def __init__(self, text: str, place: int = 0) -> None:
        super().__init__()
        self._text = revealed(text)
        self._place: int | None = place
        self._lines = Layout("", 1)
        self._layers = Layers(self)
        self._margin = len(f"{len(text):,}") + _GAP

    def on_resize(self) -> None:
        """Wrap for the new width; the first line in view stays there."""
        lines = self._lines.lines
        top = lines[min(self.scroll_offset.y, len(lines) - 1)].start if self._place is None else self._place
        width = max(self.size.width - self._margin - 2, 1)  # the scrollbar, and the sign of a line feed
        if self._lines.text is self._text:
            self._lines.set_width(width)
        else:
            self._lines = Layout(self._text, width)
        self.virtual_size = Size(self.size.width, len(self._lines))
        self.scroll_to(y=self._lines.line_of(top), animate=False, force=True)
        self._place = None
        self.refresh()

    def notify_style_update(self) -> None:
        """Take up new colours."""
        super().notify_style_update()
        self._layers.clear()

    def render_line(self, y: int) -> Strip:
        """The offset, the text, and the sign of the line feed where there is one."""
        index = self.scroll_offset.y + y
        plain = self._layers()
        if index >= len(self._lines):
            return Strip.blank(self.size.width, plain)
        start, end = self._lines.lines[index]
        text = self._text[start:end]
        segments = [
            Segment(f"{start:>{self._margin - _GAP},}" + " " * _GAP, self._layers("raw--offset")),
            Segment(text.removesuffix("\n"), plain),
        ]
        if text.endswith("\n"):
            segments.append(Segment(_END, self._layers("raw--end")))
        return Strip(segments).adjust_cell_length(self.size.width, plain)
