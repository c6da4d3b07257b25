"""The current claim in full: its fields, how sure they are and why, what a fix changed, the note."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message

from tui.text.cells import cells
from tui.text.display import one_line
from tui.ui.i18n import _
from tui.ui.labels import verdict_label
from tui.ui.widgets.claim_fields import (
    FIELDS_IN_ROWS,
    Facts,
    field_at,
    field_row,
    label_width,
    remarks,
    rows_for,
    why_rows,
)
from tui.ui.widgets.lines import Lines, Pieces, fit_pieces, pieces_cells
from tui.ui.widgets.marks import STATE_MARKS

Side = Literal["fields", "why", "history"]

HEAD_LINES = 2  # the rule and the state


class ClaimDetail(Lines):
    """The fields of one claim, at the style sheet's height; rules and history come in parts that fit it."""

    PREFIX = "detail--"

    @dataclass
    class FieldClicked(Message):
        """A field was clicked."""

        name: str

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"detail--{part}"
        for part in (
            *("label", "letter", "value", "none", "old", "new", "arrow", "written"),
            *("pending", "accepted", "fixed", "rejected", "skipped"),
            *("sure", "unsure", "doubt", "note", "why", "rule", "active", "title", "when", "who", "undone"),
        )
    }
    DEFAULT_CSS = """
    ClaimDetail {
        height: 11; background: $background; color: $foreground;
        & .detail--rule { color: $foreground 20%; }
        & .detail--label { color: $foreground 68%; }
        & .detail--letter { color: $text-primary; text-style: underline; }
        & .detail--none { color: $foreground 65%; }
        & .detail--old { color: $foreground 68%; text-style: strike; }
        & .detail--new { color: $text-primary; text-style: bold; }
        & .detail--arrow { color: $foreground 65%; }
        & .detail--written { text-style: bold; }
        & .detail--pending { color: $text-warning; text-style: bold; }
        & .detail--accepted { color: $text-success; text-style: bold; }
        & .detail--fixed { color: $text-accent; text-style: bold; }
        & .detail--rejected { color: $text-error; text-style: bold; }
        & .detail--skipped { color: $foreground 75%; text-style: bold; }
        & .detail--sure { color: $text-success; }
        & .detail--unsure { color: $text-warning; text-style: bold; }
        & .detail--doubt { color: $text-warning; }
        & .detail--note { color: $text-primary; }
        & .detail--when { color: $foreground 70%; }
        & .detail--who { text-style: bold; }
        & .detail--undone { color: $foreground 68%; text-style: strike; }
        & .detail--why { color: $foreground 68%; }
        & .detail--active { background: $primary; color: $background; text-style: bold; }
        & .detail--title { color: $primary; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._shown: Facts | None = None
        self._side: Side = "fields"
        self._part = 0
        self.parts = 1
        self._fields: list[tuple[str, ...]] = []
        self.title = ""  # stands in the place of the state while the claim is fixed
        self.active = ""  # the field whose label is marked

    def show(self, facts: Facts | None) -> None:
        """Show a claim, or nothing."""
        if facts != self._shown:
            if facts is None or self._shown is None or facts.claim.id != self._shown.claim.id:
                self._part = 0
            self._shown = facts
            self.redraw()

    @property
    def side(self) -> Side:
        """What is shown below the claim's state: its fields, the rules that set them, or its history."""
        return self._side

    @side.setter
    def side(self, side: Side) -> None:
        self._side, self._part = side, 0
        self.set_class(side != "fields", "-tall")
        self.redraw()

    def turn(self, step: int = 1) -> bool:
        """Show the next part of what doesn't fit; false, and nothing changes, where there is none."""
        self.redraw()  # its size may be new
        found = 0 <= self._part + step < self.parts
        if found:
            self._part += step
            self.redraw()
        return found

    @property
    def goes_on(self) -> bool:
        """Whether there is a part behind the one shown."""
        self.redraw()  # its size may be new
        return self._part + 1 < self.parts

    def make_lines(self, width: int, height: int) -> list[Pieces]:
        """A rule, the claim's state, its fields, then doubts, note and reason as far as there is room."""
        facts = self._shown
        self._fields, self.parts = [], 1
        rule = [("\u2500" * width, "rule")]
        if facts is None:  # what is beside it goes on as a line
            return [rule] if self.screen.has_class("-stacked") else []
        room = max(height - HEAD_LINES, 0)
        if self._side == "history":
            from tui.ui.widgets.claim_story import story  # noqa: PLC0415 - few need it at the start

            body = story(facts.steps, width)
            end = len(body) - self._begin(body, room)  # the latest come first
            body = body[max(end - room, 0) : end]
        elif self._side == "why":
            body = self._why(facts, width, room)
        else:
            body = self._rows(facts, width, room)
        return [rule, self._head(facts, width), *body][:height]

    def _begin(self, body: Sequence[Pieces], room: int) -> int:
        """Where the part of it begins that is shown of what may not fit."""
        self.parts = max(-(-len(body) // room), 1) if room else 1
        self._part = min(self._part, self.parts - 1)
        return self._part * room

    def _why(self, facts: Facts, width: int, room: int) -> list[Pieces]:
        """The fields, one to a line with its rule, and all remarks."""
        names, label = FIELDS_IN_ROWS, label_width(width)
        rows = [(name, line) for name in names for line in why_rows(facts, name, label, width)]
        body = [*(line for _name, line in rows), *remarks(facts, width)]
        begin = self._begin(body, room)
        self._fields = [(name,) for name, _line in rows[begin : begin + room]]
        return body[begin : begin + room]

    def _rows(self, facts: Facts, width: int, room: int) -> list[Pieces]:
        fields = rows_for(width, room + HEAD_LINES)
        said = remarks(facts, width, room - len(fields))
        rows = fields[: max(room - bool(said), 0)]  # one remark at least has its line
        self._fields = list(rows)
        label = label_width(width)
        return [*(field_row(facts, row, label, width, self.active) for row in rows), *said]

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Show the next part."""
        event.stop()
        self.turn()

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Show the part before."""
        event.stop()
        self.turn(-1)

    def field_at(self, x: int, y: int) -> str | None:
        """The field that stands in a cell."""
        row = y - HEAD_LINES
        if self._shown is None or not 0 <= row < len(self._fields):
            return None
        return field_at(x, self._fields[row], self.size.width)

    def on_click(self, event: Click) -> None:
        """Ask for the field clicked to be fixed."""
        name = self.field_at(event.x, event.y)
        if name is not None:
            event.stop()
            self.post_message(self.FieldClicked(name))

    def _head(self, facts: Facts, width: int) -> Pieces:
        if self.title:
            return [(f" {self.title}", "title"), ("  " + one_line(facts.written), "written")]
        state = facts.state if facts.state in STATE_MARKS else "pending"
        left: list[tuple[str, str]] = [
            (f" {STATE_MARKS[state]} {verdict_label(state)}", state),
            ("  " + one_line(facts.written), "written"),
        ]
        if facts.by and state != "pending":
            left.append(("  " + one_line(facts.by), "why"))
        sure = round(100 * facts.claim.confidence)
        part = f"{self._part + 1}/{self.parts} · " if self.parts > 1 else ""
        right = part + _("{percent} % sure").format(percent=sure) + " "
        room = width - cells(right)
        left = fit_pieces(left, max(room - 1, 0))
        gap = " " * max(0, room - pieces_cells(left))
        return [*left, (gap, ""), (right, "sure" if facts.claim.confidence >= 0.8 else "unsure")]
