"""The article: its text with every claim marked, wrapped once for a width and painted line by line."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.text.display import sanitise
from tui.ui.widgets.article_layout import Layout
from tui.ui.widgets.article_paint import ClaimSpan, Paint, Ranges
from tui.ui.widgets.article_strips import CSS, HERE, LEFT, PARTS, WAITS, TextStrips
from tui.ui.widgets.caret import Unit, moved, word_at
from tui.ui.widgets.counted import Counted
from tui.ui.widgets.edge import Edge
from tui.ui.widgets.layers import Layers

RIGHT = 2  # a space and the edge
MEASURE = 96  # longer lines are hard to read
MARGIN = 3  # lines that stay in view around what is gone to


class ArticleView(ScrollView, can_focus=True):
    """Shows one article. It is given data and holds no truth; offsets are code points into the text."""

    ALLOW_SELECT = False  # it selects by itself: exact offsets, and only the touched lines are painted
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"article--{name}" for name in PARTS}
    DEFAULT_CSS = CSS

    @dataclass
    class ClaimClicked(Message):
        """A claim was clicked in the text."""

        id: str

    @dataclass
    class TextClicked(Message):
        """A place in the text that belongs to no claim was clicked."""

        offset: int

    @dataclass
    class SelectionChanged(Message):
        """Another stretch of the text is selected, or none."""

        selection: tuple[int, int] | None

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.counted = Counted()
        self._source = self._text = ""
        self._paint = Paint()
        self._layout_ = Layout("", 40, ())
        self._edge = Edge()
        self._strips = TextStrips(Layers(self), self.counted)
        self._anchor: int | None = None
        self._column: int | None = None
        self._drag: str = ""
        self._pressed: int | None = None

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
        self._anchor = None
        self._wrap()
        self.scroll_to(y=self._layout_.line_of(top), animate=False, force=True)

    def update_states(self, states: Mapping[str, str]) -> None:
        """Give claims new states; only the lines on which they stand are painted again."""
        for claim_id, state in states.items():
            old = self._paint.set_state(claim_id, state)
            if old is None or old.state == state:
                continue
            self._repaint(old.start, old.end)
            by = (state == "pending") - (old.state == "pending")
            line = self._layout_.line_of(old.start)
            if by and self._edge.change(line, by):
                self._repaint_edge(line)

    def set_spans(self, spans: Sequence[ClaimSpan]) -> None:
        """Replace the claims of the same article: one was added, taken away or moved."""
        top, before = self.top, self._paint.spans
        self._repaint_current()
        self._paint.set_spans(spans)
        rewrapped = self._layout_.set_marks(self._paint.marks)
        if rewrapped:
            first, after, grown = rewrapped
            if grown:
                self.virtual_size = Size(self.size.width, len(self._layout_))
                self.scroll_to(y=self._layout_.line_of(top), animate=False, force=True)
                after = len(self._layout_) + max(0, -grown) + self.size.height
            self._repaint_lines(first, after)
        for span in set(before).symmetric_difference(self._paint.spans):
            self._repaint(span.start, span.end)
        self._repaint_current()
        self._reset_edge()

    def set_uncovered(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Replace the numbers that no claim covers."""
        before = set(self._paint.uncovered.items)
        self._paint.uncovered = Ranges(ranges)
        for start, end in before.symmetric_difference(self._paint.uncovered.items):
            self._repaint(start, end)

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

    def set_current(self, claim_id: str | None, *, reveal: bool = True) -> None:
        """Make a claim the current one and, unless told otherwise, bring it into view."""
        self._repaint_current()
        self._paint.current = claim_id
        self._repaint_current()
        span = self._paint.span(claim_id)
        if span and reveal:
            self.reveal(span.start, span.end)

    def reveal(self, start: int, end: int | None = None) -> None:
        """Bring a stretch of the text into view; the view stays where it is if it is there already."""
        first = self._layout_.line_of(start)
        last = self._layout_.line_of(max((end or start + 1) - 1, start))
        top, height = self.scroll_offset.y, self.size.height
        margin = min(MARGIN, max(0, (height - 1 - (last - first)) // 2))
        if first - margin >= top and last + margin < top + height:
            return
        # Below the view a third of the old page stays in sight; above it as much comes before.
        target = first - max(height // 3, margin) if first > top else last + margin + 1 - 2 * height // 3
        self.scroll_to(y=min(target, first - margin), animate=False, force=True)

    @property
    def top(self) -> int:
        """The offset of the first line in view: give it to :meth:`show` to come back to the same place."""
        lines = self._layout_.lines
        return lines[min(self.scroll_offset.y, len(lines) - 1)].start

    # -- selection and caret ---------------------------------------------------------------------------

    @property
    def selection(self) -> tuple[int, int] | None:
        """The selected stretch of the text, None if nothing is selected."""
        return self._paint.selection

    @property
    def caret(self) -> int | None:
        """Where the caret stands, None outside caret mode."""
        return self._paint.caret

    def select(self, start: int | None, end: int | None = None) -> None:
        """Select a stretch of the text; None takes the selection away."""
        size = len(self._text)
        new = None
        if start is not None and end is not None and start < end:
            new = (max(start, 0), min(end, size))
        old = self._paint.selection
        if new == old:
            return
        self._paint.selection = new
        for place in self._changed(old, new):
            self._repaint(*place)
        self.post_message(self.SelectionChanged(new))

    def set_caret(self, offset: int | None, *, extend: bool = False) -> None:
        """Enter caret mode at ``offset`` or move the caret there; None leaves caret mode.

        With ``extend`` the selection grows or shrinks to the new place, else it goes away.
        """
        old = self._paint.caret
        if offset is not None:
            offset = min(max(offset, 0), len(self._text))
        if extend and old is not None and offset is not None:
            self._anchor = old if self._anchor is None else self._anchor
            self.select(min(self._anchor, offset), max(self._anchor, offset))
        else:
            self._anchor = None
            if offset is not None:
                self.select(None)
        self._paint.caret = offset
        for place in (old, offset):
            if place is not None:
                self._repaint(place, place + 1)
        if offset is not None:
            self.reveal(offset)
        self._column = None

    def move_caret(self, unit: Unit, count: int = 1, *, extend: bool = False) -> None:
        """Move the caret by units (backwards if ``count`` is negative), entering caret mode if need be."""
        place = self._paint.caret
        if place is None:
            span = self._paint.span(self._paint.current)
            self.set_caret(span.start if span else self.top)
            return
        if unit == "line":
            line, cell = self._layout_.cell_of(place)
            column = cell if self._column is None else self._column
            target = min(max(line + count, 0), len(self._layout_) - 1)
            self.set_caret(self._layout_.offset_at(target, column), extend=extend)
            self._column = column
        elif unit == "edge":
            line = self._layout_.line_of(place)
            start = self._layout_.lines[line].start
            self.set_caret(start if count < 0 else self._layout_.end_of(line), extend=extend)
        else:
            self.set_caret(moved(self._text, place, unit, count), extend=extend)

    def shift_anchor(self, by: int) -> None:
        """Move the other end of the selection, the one where the caret is not."""
        if self._anchor is not None and self._paint.caret is not None:
            self._anchor = min(max(self._anchor + by, 0), len(self._text))
            ends = sorted((self._anchor, self._paint.caret))
            self.select(ends[0], ends[1])

    # -- mouse -----------------------------------------------------------------------------------------

    def offset_at(self, x: int, y: int) -> int:
        """The offset of the character shown at a cell of the widget."""
        return self._layout_.offset_at(self.scroll_offset.y + y, max(x - LEFT, 0))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag the edge or to select."""
        if event.button != 1:
            return
        self.capture_mouse()
        if event.x >= self.size.width - 1:
            self._drag = "edge"
            self._jump(event.y)
            return
        self._drag, self._pressed = "text", self.offset_at(event.x, event.y)
        if event.shift and self._paint.selection:
            start, end = self._paint.selection
            self._pressed = start if self._pressed >= start else end - 1
            self._drag_to(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag on, scrolling where the pointer leaves the pane."""
        if self._drag == "edge":
            self._jump(event.y)
        elif self._drag:
            if event.y < 0:
                self.scroll_up(animate=False)
            elif event.y >= self.size.height:
                self.scroll_down(animate=False)
            here = self.offset_at(event.x, event.y)
            if self._drag == "selecting" or here != self._pressed:
                self._drag_to(event)

    def on_mouse_up(self) -> None:
        """End a drag; without one it was a click."""
        drag, self._drag = self._drag, ""
        self.release_mouse()
        if drag == "text" and self._pressed is not None:
            self.select(None)
            claims = self._paint.claims_at(self._pressed)
            if claims:
                self.post_message(self.ClaimClicked(claims[0].id))
            else:
                self.post_message(self.TextClicked(self._pressed))

    def on_click(self, event: events.Click) -> None:
        """A double click selects a word or a number."""
        if event.chain == 2 and event.x < self.size.width - 1:
            self.select(*word_at(self._text, self.offset_at(event.x, event.y)))

    def _drag_to(self, event: events.MouseEvent) -> None:
        here, pressed = self.offset_at(event.x, event.y), self._pressed or 0
        self._drag = "selecting"
        self.select(min(here, pressed), max(here, pressed) + 1)

    def _jump(self, row: int) -> None:
        line = self._edge.line_at(min(max(row, 0), self.size.height - 1))
        self.scroll_to(y=line - self.size.height // 2, animate=False, force=True)

    # -- painting --------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Wrap for the new width; the line at the top stays there."""
        top = self.top
        self._wrap()
        self.scroll_to(y=self._layout_.line_of(top), animate=False, force=True)

    def notify_style_update(self) -> None:
        """Take up new colours."""
        super().notify_style_update()
        self._strips.restyle()

    def render_line(self, y: int) -> Strip:
        """The line at row ``y`` of the pane: bar, text, edge."""
        index = self.scroll_offset.y + y
        return Strip.join((self._strips.line(index, self.size.width - 1), self._edge_strip(y)))

    def _edge_strip(self, y: int) -> Strip:
        span = self._paint.span(self._paint.current)
        if span and self._edge.row_of(self._layout_.line_of(span.start)) == y:
            char, part = HERE, "edge-current"
        else:
            char, part = (WAITS, "edge-pending") if self._edge.marked(y) else (" ", "edge")
        in_view = y in self._edge.thumb(self.scroll_offset.y)
        return Strip([Segment(char, self._strips.style(part, "thumb" if in_view else "edge"))], 1)

    def _wrap(self) -> None:
        width, marks = min(self.size.width - LEFT - RIGHT, MEASURE), self._paint.marks
        known = self._layout_
        if not (known.text is self._text and known.width == width and known.marks == marks):
            self._layout_ = Layout(self._text, width, marks)
            self.counted.wraps += 1
        self._strips.use(self._layout_, self._paint)
        self._reset_edge()
        self.virtual_size = Size(self.size.width, len(self._layout_))
        self.refresh()

    def _reset_edge(self) -> None:
        line_of = self._layout_.line_of
        pending = (line_of(span.start) for span in self._paint.spans if span.state == "pending")
        self._edge.reset(self.size.height, len(self._layout_), pending)

    @staticmethod
    def _changed(old: tuple[int, int] | None, new: tuple[int, int] | None) -> list[tuple[int, int]]:
        """The stretches that belong to one of two selections only."""
        if old is None or new is None or old[1] <= new[0] or new[1] <= old[0]:
            return [place for place in (old, new) if place]
        starts, ends = sorted((old[0], new[0])), sorted((old[1], new[1]))
        return [(a, b) for a, b in ((starts[0], starts[1]), (ends[0], ends[1])) if a < b]

    def _repaint(self, start: int, end: int) -> None:
        """Paint the lines of a stretch of the text again."""
        self._repaint_lines(self._layout_.line_of(start), self._layout_.line_of(max(end - 1, start)))

    def _repaint_lines(self, first: int, last: int) -> None:
        self._strips.drop(first, last)
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
            self._repaint_edge(self._layout_.line_of(span.start))

    def _repaint_edge(self, line: int) -> None:
        self.counted.repaints += 1
        self.refresh(Region(self.size.width - 1, self._edge.row_of(line), 1, 1))
