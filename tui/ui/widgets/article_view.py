"""The article to read and point at: selection, caret and mouse over :class:`ArticlePane`."""

from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.caret import Unit, moved, word_at, words_between


class ArticleView(ArticlePane):
    """An article whose claims can be clicked and whose text can be selected, by mouse and by caret."""

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
        self._anchor: int | None = None
        self._column: int | None = None
        self._drag: str = ""
        self._pressed: int | None = None

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
        for place in _only_one_of(old, new):
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
            line, cell = self._lines.cell_of(place)
            column = cell if self._column is None else self._column
            target = min(max(line + count, 0), len(self._lines) - 1)
            self.set_caret(self._lines.offset_at(target, column), extend=extend)
            self._column = column
        elif unit == "edge":
            line = self._lines.line_of(place)
            start = self._lines.starts[line]
            self.set_caret(start if count < 0 else self._lines.end_of(line), extend=extend)
        else:
            self.set_caret(moved(self._text, place, unit, count), extend=extend)

    # -- mouse -----------------------------------------------------------------------------------------

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
        self.select(*words_between(self._text, min(here, pressed), max(here, pressed)))

    def _jump(self, row: int) -> None:
        line = self._edge.line_at(min(max(row, 0), self.size.height - 1))
        self.turn_to(line - self.size.height // 2)


def _only_one_of(old: tuple[int, int] | None, new: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The stretches that belong to one of two selections only."""
    if old is None or new is None or old[1] <= new[0] or new[1] <= old[0]:
        return [place for place in (old, new) if place]
    starts, ends = sorted((old[0], new[0])), sorted((old[1], new[1]))
    return [(a, b) for a, b in ((starts[0], starts[1]), (ends[0], ends[1])) if a < b]
