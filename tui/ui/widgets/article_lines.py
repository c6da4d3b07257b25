"""An article's lines as segments of styled text, made when first shown and kept until something changes."""

from rich.segment import Segment
from rich.style import Style

from tui.ui.widgets.article_layout import Layout
from tui.ui.widgets.article_paint import HIT, SENTENCE, Paint, layers
from tui.ui.widgets.counted import Counted
from tui.ui.widgets.fitted import fitted
from tui.ui.widgets.layers import Layers

LEFT = 2  # the bar beside the current sentence, and a space
BAR, WAITS, HERE = "\u258e", "\u2219", "\u25c2"
_KEPT = 4000

# The parts of the article that a style sheet can name, each as ``article--NAME``.
PARTS = (
    *("dim", "heading", "sentence", "uncovered", "mark", "hit", "selected", "caret", "current"),
    *("pending", "accepted", "fixed", "rejected", "skipped"),
    *("bar", "edge", "thumb", "edge-pending", "edge-current"),
)
CSS = """
ArticlePane {
    background: $background;
    & .article--dim { color: $foreground 65%; }
    & .article--heading { text-style: bold; }
    & .article--sentence { background: $foreground 6%; }
    & .article--uncovered { color: $foreground 80%; text-style: underline; }
    & .article--pending { color: $text-warning; text-style: bold; }
    & .article--accepted { color: $text-success; }
    & .article--fixed { color: $text-accent; }
    & .article--rejected { color: $text-error; text-style: strike; }
    & .article--skipped { color: $foreground 75%; text-style: italic; }
    & .article--mark { text-style: not strike not bold; }
    & .article--current { background: $primary; color: $text; text-style: bold; }
    & .article--hit { background: $warning 35%; text-style: underline; }
    & .article--selected { background: $foreground 80%; color: $background; }
    & .article--caret { text-style: reverse; }
    & .article--bar { color: $text-primary; }
    & .article--thumb { background: $foreground 18%; }
    & .article--edge-pending { color: $text-warning; }
    & .article--edge-current { color: $text-primary; text-style: bold; }
}
"""


class TextLines:
    """Makes and keeps the lines of one article as they are painted."""

    def __init__(self, layers_: Layers, counted: Counted) -> None:
        self._layers = layers_
        self._counted = counted
        self._kept: dict[int, list[Segment]] = {}
        self._styles: dict[int, Style] = {}
        self.use(Layout("", 40), Paint())

    def use(self, layout: Layout, paint: Paint, indent: int = 0) -> None:
        """Show another article, or the same at another width, ``indent`` cells from the left."""
        self._layout, self._paint, self._indent = layout, paint, indent
        self._kept.clear()

    def restyle(self) -> None:
        """Forget the styles: the theme has changed."""
        self._layers.clear()
        self._styles.clear()
        self._kept.clear()

    def drop(self, first: int, last: int) -> None:
        """Forget some lines, because what is on them has changed."""
        if last - first > len(self._kept):
            self._kept = {index: line for index, line in self._kept.items() if not first <= index <= last}
            return
        for index in range(first, last + 1):
            self._kept.pop(index, None)

    def style(self, *parts: str) -> Style:
        """The style of parts of the article, the last one on top."""
        return self._layers(*(f"article--{part}" for part in parts))

    def line(self, index: int, width: int) -> list[Segment]:
        """A line, ``width`` cells wide."""
        line = self._kept.get(index)
        if line is None:
            if len(self._kept) > _KEPT:
                self._kept.clear()
            line = self._kept[index] = self._make(index, max(width, 1))
            self._counted.lines += 1
        return line

    def _make(self, index: int, width: int) -> list[Segment]:
        if index >= len(self._layout):
            return [Segment(" " * width, self._layers())]
        start, end = self._layout.visible(index)
        text = self._layout.text[start:end]
        masks = self._paint.masks(start, end + 1 if self._paint.caret == end else end)
        if len(masks) > len(text):
            text += " "
        marks = self._paint.marks_of(start, end)
        bar = any(mask & SENTENCE for mask in masks)
        segments = [Segment(" " * self._indent + (BAR if bar else " ") + " ", self.style("bar"))]
        run, first = -1, 0
        for n, mask in enumerate(masks):
            mark = marks.get(start + n)
            if mask != run or mark:
                if n > first:
                    segments.append(Segment(text[first:n], self._style(run)))
                run, first = mask, n
            if mark:
                char, flags = mark
                segments.append(Segment(char, self._style(flags | mask & (SENTENCE | HIT))))
        if len(masks) > first:
            segments.append(Segment(text[first:], self._style(run)))
        return fitted(segments, width, self._layers())

    def _style(self, mask: int) -> Style:
        style = self._styles.get(mask)
        if style is None:
            style = self._styles[mask] = self._layers(*(f"article--{name}" for name in layers(mask)))
        return style
