"""A table or list of any length: a row is made when it comes into view, one of them is the chosen one."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.review.folded import fold
from tui.text.display import one_line
from tui.ui.widgets.lines import Pieces, fit_pieces
from tui.ui.widgets.marks import CURRENT
from tui.ui.widgets.pane import Pane

# What a row is made of: the row's number and the cells it may take; its texts must be sanitised.
Make = Callable[[int, int], Pieces]
_UNCUT = 1000  # cells in which a row has room for all that it says
_PARTS = (
    *("pending", "accepted", "fixed", "rejected", "skipped", "bar", "rest"),
    *("heading", "strong", "muted", "faint", "warning", "good", "mark"),
    *("chosen", "thumb", "track", "empty"),
)


class Rows(Pane):
    """Shows ``count`` rows made by ``make``; those in ``heads`` are headings and never chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{part}" for part in _PARTS}
    DEFAULT_CSS = """
    Rows {
        height: 1fr; background: $background;
        & .rows--pending { color: $text-warning; }
        & .rows--accepted { color: $text-success; }
        & .rows--fixed { color: $text-accent; }
        & .rows--rejected { color: $text-error; }
        & .rows--skipped { color: $foreground 85%; }
        & .rows--bar { color: $text-primary; }
        & .rows--rest { color: $foreground 20%; }
        & .rows--heading { color: $primary; text-style: bold; }
        & .rows--strong { text-style: bold; }
        & .rows--muted { color: $foreground 85%; }
        & .rows--faint { color: $foreground 72%; text-style: italic; }
        & .rows--warning { color: $text-warning; text-style: bold; }
        & .rows--good { color: $text-success; }
        & .rows--mark { color: $text-primary; text-style: bold; }
        & .rows--chosen { background: $primary 30%; }
        & .rows--thumb { background: $foreground 18%; }
        & .rows--empty { color: $foreground 72%; text-style: italic; }
    }
    """

    @dataclass
    class Chosen(Message):
        """A row was clicked; ``again`` when it was the chosen one already."""

        row: int
        again: bool

    def __init__(self, *, id: str | None = None, empty: str = "") -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.count = 0
        self.chosen: int | None = None
        self._make: Make = lambda _row, _width: ()
        self._heads: Sequence[int] = ()
        self._empty = one_line(empty)

    # What it shows

    def show(self, count: int, make: Make, *, heads: Sequence[int] = (), chosen: int | None = None) -> None:
        """Show these rows; ``heads`` are the numbers of the headings, ascending."""
        self.count, self._make, self._heads = count, make, heads
        self.set_lines(count)
        wanted = self.chosen or 0 if chosen is None else chosen
        self.chosen = self._nearest(min(max(wanted, 0), count - 1), 1)
        self.turn_to(self._top)
        self.refresh()

    def _is_head(self, row: int) -> bool:
        at = bisect_left(self._heads, row)
        return at < len(self._heads) and self._heads[at] == row

    def _nearest(self, row: int, step: int) -> int | None:
        """The row that can be chosen at ``row`` or beyond it, else before it."""
        for way in (step, -step):
            at = row
            while 0 <= at < self.count:
                if not self._is_head(at):
                    return at
                at += way
        return None

    def choose(self, row: int, step: int = 1) -> None:
        """Make a row the chosen one and bring it into view."""
        if not self.count:
            return
        old = self.chosen
        self.chosen = self._nearest(min(max(row, 0), self.count - 1), step)
        for changed in (old, self.chosen):
            if changed is not None:
                self.repaint_row(changed)
        self.turn_to(self._top)

    def move(self, step: int) -> None:
        """Choose another row, so many further on; headings don't count where the step is one."""
        self.choose((self.chosen or 0) + step, 1 if step > 0 else -1)

    def text(self, row: int) -> str:
        """All that a row says."""
        return "".join(text for text, _part in self._make(row, _UNCUT))

    def find(self, words: str, texts: Callable[[int], Iterable[str]]) -> bool:
        """Choose the next row, round the end, of whose ``texts`` one holds the words; says if one does.

        Where that is a heading, it is the row behind it.
        """
        wanted, here = fold(words), self.chosen or 0
        for turn in range(1, self.count + 1):
            row = (here + turn) % self.count
            if any(wanted in fold(text) for text in texts(row)):
                self.choose(row)
                return True
        return False

    @property
    def page(self) -> int:
        """The rows that one sees at once, less one to keep the place."""
        return max(self.size.height - 1, 1)

    def repaint_row(self, row: int) -> None:
        """Make a row again, if it is in view."""
        y = row - self.scroll_offset.y
        if 0 <= y < self.size.height:
            self.counted.repaints += 1
            self.refresh(Region(0, y, self.size.width, 1))

    @property
    def _top(self) -> int:
        """The row to come first so that the chosen one is in view; it stays where it is if that is."""
        row, top, height = self.chosen, self.scroll_offset.y, self.size.height
        if row is None or not height:
            return top
        first = row - 1 if self._is_head(row - 1) else row
        if first < top:
            return max(first - height // 3, 0) if row else 0
        return row - height * 2 // 3 if row >= top + height else top

    # How it is painted

    def fit(self, before: Size) -> None:  # noqa: ARG002 - nothing depends on it here
        """Keep the chosen row in view."""
        self.set_lines(self.count, self._top)

    def render_line(self, y: int) -> Strip:
        """The row ``y`` of the pane."""
        row, width = self.scroll_offset.y + y, max(self._fitted.width - 1, 0)
        self.counted.lines += 1
        over: tuple[str, ...] = ()
        pieces: list[tuple[str, str]] = []
        if row < self.count:
            chosen = row == self.chosen
            over = ("rows--chosen",) if chosen else ()
            pieces = [(CURRENT if chosen else " ", "mark"), *self._make(row, width - 1)]
        elif not self.count and not y:
            pieces = [(" " + self._empty, "empty")]
        segments = [
            Segment(text, self._layers(*([f"rows--{part}"] if part else []), *over))
            for text, part in fit_pieces(pieces, width)
            if text
        ]
        line = Strip(segments).adjust_cell_length(width, self._layers(*over))
        edge = "rows--thumb" if self.in_view(y) else "rows--track"
        return Strip([*line, Segment(" ", self._layers(edge))], width + 1)

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the pointer."""
        if event.x >= self.size.width - 1:
            line = self._edge.line_at(min(max(event.y, 0), self.size.height - 1))
            self.turn_to(line - self.size.height // 2)
            return
        row = self.scroll_offset.y + event.y
        if row < self.count and not self._is_head(row):
            again = row == self.chosen
            self.choose(row)
            self.post_message(self.Chosen(row, again))
