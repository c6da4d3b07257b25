"""A text with the offset of every line, and a sign in the place of each character that cannot be seen."""

from typing import ClassVar

from rich.segment import Segment

from tui.text.display import revealed
from tui.ui.widgets.article_layout import Layout
from tui.ui.widgets.page_text import PageText

_GAP = 2
_END = "\u21b5"  # stands where a line feed does


class RawText(PageText):
    """Wraps the text for its width; in front of each line stands the offset of its first character."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"raw--offset", "raw--end"}
    DEFAULT_CSS = """
    RawText {
        background: $background;
        & .raw--offset { color: $foreground 68%; }
        & .raw--end { color: $foreground 60%; }
    }
    """

    def __init__(self, text: str, place: int = 0) -> None:
        super().__init__()
        self._text = revealed(text)
        self._place = place
        self._lines = Layout("", 1)
        self._margin = len(f"{len(text):,}") + _GAP

    def lay_out(self, width: int) -> int:
        """Wrap for the new width; the first line in view stays there."""
        width = max(width - self._margin - 1, 1)  # the sign of a line feed
        if self._lines.text is self._text:
            self._place = self._lines.starts[min(self.scroll_offset.y, len(self._lines) - 1)]
            self._lines.set_width(width)
        else:
            self._lines = Layout(self._text, width)
        return len(self._lines)

    @property
    def first(self) -> int:
        """The line of the place that comes first."""
        return self._lines.line_of(self._place)

    def line(self, row: int) -> list[Segment]:
        """The offset, the text, and the sign of the line feed where there is one."""
        start, end = self._lines[row]
        text = self._text[start:end]
        offset = f"{start:>{self._margin - _GAP},}" + " " * _GAP
        segments = [
            Segment(offset, self._layers("raw--offset")),
            Segment(text.removesuffix("\n"), self._layers()),
        ]
        if text.endswith("\n"):
            segments.append(Segment(_END, self._layers("raw--end")))
        return segments
