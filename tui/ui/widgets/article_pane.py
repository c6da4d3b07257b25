"""An article's text with every claim marked, wrapped once for a width and painted line by line."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip

from tui.text.display import sanitise
from tui.ui.widgets.article_layout import Layout
from tui.ui.widgets.article_lines import CSS, HERE, LEFT, PARTS, WAITS, TextLines
from tui.ui.widgets.article_paint import ClaimSpan, Paint, Ranges
from tui.ui.widgets.pane import Pane

RIGHT = 2  # a space and the edge
MEASURE = 96  # longer lines are hard to read: a wider pane has margins
MARGIN = 3  # lines that stay in view around what is gone to


class ArticlePane(Pane):
    """Shows one article. It is given data and holds no truth; offsets are code points into the text."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{name}" for name in PARTS}
    DEFAULT_CSS = CSS

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._source = self._text = ""
        self._paint = Paint()
        self._lines = Layout("", 40)
        self._indent = 0
        self._painted = TextLines(self._layers, self.counted)

    # -- what it shows ---------------------------------------------------------------------------------

    def show(  # noqa: PLR0913 - each is a layer of its own
        self,
        text: str,
        spans: Sequence[ClaimSpan] = (),
        *,
        uncovered: Iterable[tuple[int, int]] = (),
        dim: Iterable[tuple[int, int]] = (),
        headings: Iterable[tuple[int, int]] = (),
        sentences: Iterable[tuple[int, int]] = (),
        current: str | None = None,
        top: int = 0,
    ) -> None:
        """Show another article; ``top`` is the offset whose line comes first (see :attr:`top`)."""
        if text != self._source:
            self._source, self._text = text, sanitise(text)
        paint = self._paint = Paint(spans)
        paint.uncovered, paint.dim = Ranges(uncovered), Ranges(dim)
        paint.headings, paint.sentences = Ranges(headings), Ranges(sentences)
        paint.current = current
        self._wrap(paint.marks)
        self._begin_at(self._lines.line_of(top))
        self.refresh()

    def set_background(
        self,
        *,
        uncovered: Iterable[tuple[int, int]],
        dim: Iterable[tuple[int, int]],
        headings: Iterable[tuple[int, int]],
        sentences: Iterable[tuple[int, int]],
    ) -> None:
        """Replace all that lies under the claims, which may come to be known after the text is shown."""
        self._paint.uncovered, self._paint.dim = Ranges(uncovered), Ranges(dim)
        self._paint.headings, self._paint.sentences = Ranges(headings), Ranges(sentences)
        self._repaint_lines(0, len(self._lines))

    def update_states(self, states: Mapping[str, str]) -> None:
        """Give claims new states; only the lines on which they stand are painted again."""
        for claim_id, state in states.items():
            old = self._paint.set_state(claim_id, state)
            if old is None or old.state == state:
                continue
            self._repaint(old.start, old.end)
            by = (state == "pending") - (old.state == "pending")
            line = self._lines.line_of(old.start)
            if by and self._edge.change(line, by):
                self._repaint_edge(line)

    def update_spans(self, spans: Mapping[str, ClaimSpan | None]) -> list[ClaimSpan]:
        """Let claims come, stand elsewhere or, with None, go; returns where they stood and now stand."""
        top = self.top
        self._repaint_current()
        touched = [old for claim_id in spans if (old := self._paint.take(claim_id))]
        for span in filter(None, spans.values()):
            self._paint.put(span)
            touched.append(span)
        rewrapped = self._lines.set_marks({span.start: self._paint.begins(span.start) for span in touched})
        if rewrapped:
            first, after, grown = rewrapped
            if grown:
                self.set_lines(len(self._lines))
                self.scroll_to_offset(top)
                after = len(self._lines) + max(0, -grown) + self.size.height
            self._repaint_lines(first, after)
        self._reset_edge()
        for span in touched:
            self._repaint(span.start, span.end)
            self._repaint_edge(self._lines.line_of(span.start))
        self._repaint_current()
        return touched

    def set_covered(self, number: tuple[int, int], *, covered: bool) -> None:
        """Say of a number whether a claim covers it."""
        uncovered = self._paint.uncovered
        if (number in uncovered.touching(*number)) == covered:
            change = uncovered.remove if covered else uncovered.insert
            change(*number)
            self._repaint(*number)

    def set_hits(self, hits: Iterable[tuple[int, int]]) -> None:
        """Mark what a search found; an empty list takes the marks away."""
        before = set(self._paint.hits.items)
        self._paint.hits = Ranges(hits)
        for start, end in before.symmetric_difference(self._paint.hits.items):
            self._repaint(start, end)

    @property
    def current(self) -> str | None:
        """The id of the current claim."""
        return self._paint.current

    def set_current(self, claim_id: str | None) -> None:
        """Make a claim the current one and bring it into view."""
        self._repaint_current()
        self._paint.current = claim_id
        self._repaint_current()
        span = self._paint.span(claim_id)
        if span:
            self.reveal(span.start, span.end)

    def reveal(self, start: int, end: int | None = None) -> None:
        """Bring a stretch of the text into view; the view stays where it is if it is there already."""
        self.turn_to(self._top_for(start, end, self.scroll_offset.y))

    def _top_for(self, start: int, end: int | None, top: int) -> int:
        """The line to come first so that a stretch of the text is in view, where ``top`` would come first."""
        first = self._lines.line_of(start)
        last = self._lines.line_of(max((end or start + 1) - 1, start))
        height = self.size.height
        margin = min(MARGIN, max(0, (height - 1 - (last - first)) // 2))
        if first - margin >= top and last + margin < top + height:
            return top
        # Below the view a third of the old page stays in sight; above it as much comes before.
        target = first - max(height // 3, margin) if first > top else last + margin + 1 - 2 * height // 3
        return min(target, first - margin)

    def scroll_to_offset(self, offset: int) -> None:
        """Bring the line of an offset to the top."""
        self.turn_to(self._lines.line_of(offset))

    @property
    def top(self) -> int:
        """The offset of the first line in view: with it `scroll_to_offset` comes back to the same place."""
        starts = self._lines.starts
        return starts[min(self.scroll_offset.y, len(starts) - 1)]

    def offset_at(self, x: int, y: int) -> int:
        """The offset of the character shown at a cell of the widget."""
        return self._lines.offset_at(self.scroll_offset.y + y, max(x - self._indent - LEFT, 0))

    # -- painting --------------------------------------------------------------------------------------

    def fit(self, before: Size) -> None:
        """Wrap for the new width; the line at the top stays there, and what was current stays in view."""
        top, span = self.top, self._paint.span(self._paint.current)
        line = self._lines.line_of(span.start) if span else -1
        in_view = 0 <= line - self.scroll_offset.y < before.height
        self._wrap()
        first = self._lines.line_of(top)
        if span and in_view:
            first = self._top_for(span.start, span.end, first)
        self._begin_at(first)

    def _begin_at(self, line: int) -> None:
        self.set_lines(len(self._lines), line)
        self._reset_edge()

    def notify_style_update(self) -> None:
        """Take up new colours."""
        super().notify_style_update()
        self._painted.restyle()

    def render_line(self, y: int) -> Strip:
        """The line at row ``y`` of the pane: bar, text, edge."""
        index = self.scroll_offset.y + y
        width = max(self._fitted.width - 1, 1)
        return Strip([*self._painted.line(index, width), self._edge_segment(y)], width + 1)

    def _edge_segment(self, y: int) -> Segment:
        span = self._paint.span(self._paint.current)
        if span and self._edge.row_of(self._lines.line_of(span.start)) == y:
            char, part = HERE, "edge-current"
        else:
            char, part = (WAITS, "edge-pending") if self._edge.marked(y) else (" ", "edge")
        return Segment(char, self._painted.style(part, "thumb" if self.in_view(y) else "edge"))

    def _wrap(self, marks: list[int] | None = None) -> None:
        """Lay the text out for the width there is, and with these marks if they are others."""
        room = self.size.width - LEFT - RIGHT
        width = min(room, MEASURE)
        self._indent = (room - width) // 2
        if marks is not None and not (self._lines.text is self._text and self._lines.marks == marks):
            self._lines = Layout(self._text, width, marks)
            self.counted.wraps += 1
        elif self._lines.width != width:
            self._lines.set_width(width)
            self.counted.wraps += 1
        self._painted.use(self._lines, self._paint, self._indent)

    def _reset_edge(self) -> None:
        starts, edge = self._lines.starts, self._edge
        edge.reset(self.size.height, len(starts))
        for row in range(min(edge.height, len(starts))):
            first, after = edge.line_at(row), edge.line_at(row + 1)
            end = starts[after] if after < len(starts) else len(self._text) + 1
            edge.mark(row, self._paint.pending(starts[first], end))

    def _repaint(self, start: int, end: int) -> None:
        """Paint the lines of a stretch of the text again."""
        self._repaint_lines(self._lines.line_of(start), self._lines.line_of(max(end - 1, start)))

    def _repaint_lines(self, first: int, last: int) -> None:
        self._painted.drop(first, last)
        top = self.scroll_offset.y
        first, last = max(first, top), min(last, top + self.size.height - 1)
        if first <= last:
            self.counted.repaints += last - first + 1
            self.refresh_lines(first, last - first + 1)

    def _repaint_current(self) -> None:
        """Paint the current claim, its sentence and its place on the edge again."""
        span = self._paint.span(self._paint.current)
        if span:
            self._repaint(*(self._paint.sentence() or (span.start, span.end)))
            self._repaint(span.start, span.end)
            self._repaint_edge(self._lines.line_of(span.start))

    def _repaint_edge(self, line: int) -> None:
        self.counted.repaints += 1
        self.refresh(Region(self.size.width - 1, self._edge.row_of(line), 1, 1))
