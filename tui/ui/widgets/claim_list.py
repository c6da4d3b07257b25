"""The list of claims: one row each, drawn when it comes into view, so that its length costs nothing."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.text.cells import fit
from tui.text.display import one_line
from tui.ui.widgets.claim_row import CSS, PARTS, ClaimRow, columns, row_cells
from tui.ui.widgets.fitted import fitted
from tui.ui.widgets.list_places import ListPlaces
from tui.ui.widgets.marks import CURRENT
from tui.ui.widgets.pane import Pane

PAINTED = 1_000  # rows kept as they were painted
MARGIN = 3  # rows that stay in view around the current one


class ClaimList(Pane):
    """Shows claims in the order given. ``look_up`` tells what to show of one, when it is shown."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"claims--{part}" for part in PARTS}
    DEFAULT_CSS = CSS

    @dataclass
    class Selected(Message):
        """A claim was clicked in the list; ``extend`` with shift held, to mark a range."""

        id: str
        extend: bool = False

    def __init__(
        self,
        look_up: Callable[[str], ClaimRow],
        *,
        id: str | None = None,  # noqa: A002 - Textual's word
    ) -> None:
        super().__init__(id=id)
        self._look_up = look_up
        self._empty = ""
        self._ids: Sequence[str] = ()
        self._place = ListPlaces()
        self._heads: list[int] = []
        self._titles: list[str] = []
        self._current: str | None = None
        self._range: tuple[int, int] | None = None
        self._drawn: dict[str, ClaimRow] = {}  # at least what is in view
        # Rows as they were painted last, with what they looked like by then.
        self._painted: dict[str, tuple[tuple[ClaimRow, tuple[str, ...], int], list[Segment]]] = {}
        self._dragging = False

    # -- what it shows ---------------------------------------------------------------------------------

    def set_ids(
        self,
        ids: Sequence[str],
        *,
        headings: Sequence[tuple[int, str]] = (),
        changed: Sequence[str] | None = None,
    ) -> None:
        """Show these claims in this order; each heading stands before the claim of its index, ascending.

        Where only a few claims came, went or moved, ``changed`` names them.
        """
        self._drawn.clear()
        if changed is None and ids != self._ids:
            self._place = ListPlaces(ids)
        elif changed is not None:
            self._place.follow(ids, changed)
        self._ids = ids
        self._titles = [title for _, title in headings]
        self._heads = [index + n for n, (index, _) in enumerate(headings)]
        self._range = None
        self.set_lines(self._rows)
        if self._current in self._place:
            self.reveal(self._current)
        else:
            self.turn_to(0)
        self.refresh()

    @property
    def ids(self) -> Sequence[str]:
        """The claims shown, in order."""
        return self._ids

    @property
    def headings(self) -> list[tuple[int, str]]:
        """The headings, each with the place of the claim that it stands before."""
        return [
            (row - n, title) for n, (row, title) in enumerate(zip(self._heads, self._titles, strict=True))
        ]

    @property
    def places(self) -> Mapping[str, int]:
        """The place of each claim in that order."""
        return self._place

    def update_rows(self) -> None:
        """Paint again what is in view and looks different now; nothing else is looked at."""
        top, drawn, self._drawn = self.scroll_offset.y, self._drawn, {}
        for row in range(top, top + self.size.height):
            index = self._index_of(row)
            if index is None:
                continue
            claim_id = self._ids[index]
            now = self._drawn[claim_id] = self._look_up(claim_id)
            if drawn.get(claim_id) != now:
                self._repaint(claim_id)

    def set_empty(self, text: str) -> None:
        """What to say where there is no claim to show."""
        self._empty = one_line(text)
        if not self._ids:
            self.refresh()

    @property
    def current(self) -> str | None:
        """The id of the current claim."""
        return self._current

    def set_current(self, claim_id: str | None) -> None:
        """Make a claim the current one and bring it into view."""
        old, self._current = self._current, claim_id
        for changed in (old, claim_id):
            if changed is not None:
                self._repaint(changed)
        if claim_id is not None:
            self.reveal(claim_id)

    def mark_range(self, first: str | None, last: str | None = None) -> list[str]:
        """Highlight all claims from one to another, whichever comes first; returns their ids in order."""
        old = self._range
        ends = sorted(self._place[end] for end in (first, last) if end and end in self._place)
        self._range = (ends[0], ends[-1]) if ends else None
        if old != self._range:
            self.refresh()
        return list(self._ids[ends[0] : ends[-1] + 1]) if ends else []

    def reveal(self, claim_id: str | None) -> None:
        """Bring a claim into view; the view stays where it is if it is there already."""
        self.turn_to(self._top_for(claim_id))

    def _top_for(self, claim_id: str | None) -> int:
        """The row to come first so that a claim is in view."""
        index, top, height = self._place.get(claim_id or ""), self.scroll_offset.y, self.size.height
        if index is None:
            return top
        row = self._row_of(index)
        margin = min(MARGIN, max(0, (height - 1) // 2))
        # Going up or down one by one turns half a page at a time: the eye rests, and little is drawn.
        if row < top + margin and top > 0:
            return row - height // 2
        if row + margin >= top + height:
            return row - (height // 3 if row < top + 2 * height else height // 2)
        return top

    # -- rows ------------------------------------------------------------------------------------------

    def _row_of(self, index: int) -> int:
        """The row of the claim at a place in the list: headings take rows as well."""
        # The n-th heading stands before the claim of index heads[n] - n.
        low, high = 0, len(self._heads)
        while low < high:
            middle = (low + high) // 2
            if self._heads[middle] - middle <= index:
                low = middle + 1
            else:
                high = middle
        return index + low

    def _index_of(self, row: int) -> int | None:
        """The place in the list of the claim on a row; None for a heading or below the last."""
        before = bisect_right(self._heads, row)
        if before and self._heads[before - 1] == row:
            return None
        index = row - before
        return index if 0 <= index < len(self._ids) else None

    @property
    def _rows(self) -> int:
        return len(self._ids) + len(self._heads)

    def fit(self, before: Size) -> None:  # noqa: ARG002 - nothing depends on it here
        """Keep the current claim in view."""
        self.set_lines(self._rows, self._top_for(self._current))

    def notify_style_update(self) -> None:
        """Take up new colours."""
        super().notify_style_update()
        self._painted.clear()

    def _repaint(self, claim_id: str) -> None:
        index = self._place.get(claim_id)
        if index is None:
            return
        row = self._row_of(index) - self.scroll_offset.y
        if 0 <= row < self.size.height:
            self.counted.repaints += 1
            self.refresh(Region(0, row, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """The row ``y`` of the pane: a claim, a heading, or nothing."""
        row = self.scroll_offset.y + y
        width = max(self._fitted.width - 1, 0)
        self.counted.lines += 1
        index = self._index_of(row)
        if index is not None:
            segments = self._claim_segments(index, width)
        else:
            segments = self._other_segments(row, width)
        segments.append(Segment(" ", self._layers("claims--thumb" if self.in_view(y) else "claims--track")))
        return Strip(segments, width + 1)

    def _claim_segments(self, index: int, width: int) -> list[Segment]:
        claim_id = self._ids[index]
        row = self._drawn[claim_id] = self._look_up(claim_id)
        over: tuple[str, ...] = ()
        if row.state != "pending":
            over = ("claims--done",)
        if self._range and self._range[0] <= index <= self._range[1]:
            over = (*over, "claims--marked")
        if claim_id == self._current:
            over = (*over, "claims--current")
        look = (row, over, width)
        known = self._painted.get(claim_id)
        if known is None or known[0] != look:
            if len(self._painted) >= PAINTED:
                self._painted.clear()
            known = self._painted[claim_id] = look, self._segments(row, over, width)
        return list(known[1])

    def _segments(self, row: ClaimRow, over: tuple[str, ...], width: int) -> list[Segment]:
        first = CURRENT if "claims--current" in over else " "
        segments = [Segment(first, self._layers("claims--pending", *over[-1:]))]
        for text, part in row_cells(row, columns(width)):
            plain = over if part not in {row.state, "note"} else tuple(o for o in over if o != "claims--done")
            segments.append(Segment(text, self._layers(f"claims--{part}", *plain)))
        return fitted(segments, width, self._layers(*over))

    def _other_segments(self, row: int, width: int) -> list[Segment]:
        place = bisect_left(self._heads, row)
        if place < len(self._heads) and self._heads[place] == row:
            return [Segment(fit(" " + one_line(self._titles[place]), width), self._layers("claims--heading"))]
        text = " " + self._empty if not self._ids and row == 0 else ""
        return [Segment(fit(text, width), self._layers("claims--empty"))]

    # -- mouse -----------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag the edge."""
        if event.button == 1 and event.x >= self.size.width - 1:
            self._dragging = True
            self.capture_mouse()
            self._jump(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the edge on."""
        if self._dragging:
            self._jump(event.y)

    def on_mouse_up(self) -> None:
        """Let the edge go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select the claim under the pointer."""
        index = self._index_of(self.scroll_offset.y + event.y)
        if index is not None and event.x < self.size.width - 1:
            self.post_message(self.Selected(self._ids[index], extend=event.shift))

    def _jump(self, row: int) -> None:
        line = self._edge.line_at(min(max(row, 0), self.size.height - 1))
        self.turn_to(line - self.size.height // 2)
