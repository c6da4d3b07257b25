"""One claim as a row of a list: aligned columns, as many as the width allows."""

from collections.abc import Iterator
from typing import NamedTuple

from tui.model import Claim
from tui.text.cells import cells, fit
from tui.text.display import one_line
from tui.ui.widgets.marks import BOUND_MARKS, DOUBT, NOTE, PLANNED, STATE_MARKS, measure_mark

# What a style sheet can name of the list, each as ``claims--NAME``.
PARTS = (
    *("pending", "accepted", "fixed", "rejected", "skipped"),
    *("number", "unit", "subject", "place", "period", "doubt", "note"),
    *("level", "change", "growth", "rank", "done"),
    *("current", "marked", "heading", "thumb", "track", "empty"),
)
CSS = """
ClaimList {
    background: $background;
    & .claims--pending { color: $text-warning; text-style: bold; }
    & .claims--accepted { color: $text-success; }
    & .claims--fixed { color: $text-accent; }
    & .claims--rejected { color: $text-error; }
    & .claims--skipped { color: $foreground 80%; }
    & .claims--number { text-style: bold; }
    & .claims--unit { color: $foreground 85%; }
    & .claims--place { color: $foreground 85%; }
    & .claims--period { color: $foreground 85%; }
    & .claims--change { color: $text-primary; }
    & .claims--growth { color: $text-primary; }
    & .claims--rank { color: $text-primary; }
    & .claims--doubt { color: $text-warning; text-style: bold; }
    & .claims--note { color: $text-primary; }
    & .claims--done { color: $foreground 86%; text-style: not bold; }
    & .claims--current { background: $primary 30%; }
    & .claims--marked { background: $secondary 20%; }
    & .claims--heading { color: $foreground 70%; text-style: italic; }
    & .claims--thumb { background: $foreground 18%; }
    & .claims--empty { color: $foreground 70%; text-style: italic; }
}
"""


class ClaimRow(NamedTuple):
    """What a list shows of a claim; ``written`` is the number as it stands in the article."""

    claim: Claim
    written: str
    state: str = "pending"
    note: bool = False
    trouble: bool = False


class Columns(NamedTuple):
    """The widths of a row's columns, in cells; 0 leaves a column out."""

    number: int
    unit: int
    subject: int
    place: int
    period: int


class Cell(NamedTuple):
    """A piece of a row and the part of the style sheet that it belongs to."""

    text: str
    part: str


_SPACIOUS = 92  # from this width on the place leaves the subject enough to tell it from others
_FIXED = 11  # current, state, spaces, bound, arrow, doubt, note


def columns(width: int) -> Columns:
    """The columns that fit into ``width`` cells, the subject taking what the others leave."""
    number = 8 if width < 44 else 13
    unit = 0 if width < 32 else 6 if width < 64 else 8 if width < _SPACIOUS else 10 if width < 110 else 12
    period = 0 if width < 56 else 10
    place = 0 if width < _SPACIOUS else min(width // 6, 18)
    spaces = 2 * bool(period) + bool(place)
    subject = max(0, width - _FIXED - number - unit - period - place - spaces)
    return Columns(number, unit, subject, place, period)


def short_period(period: str | None) -> str:
    """An interval within one year without saying the year twice: ``2025-01/06``."""
    start, slash, end = (period or "").partition("/")
    if slash and end[:5] == start[:5] and len(start) == len(end) == 7:
        return f"{start}/{end[5:]}"
    return period or ""


def _falls(claim: Claim) -> bool:
    value = claim.value[0] if isinstance(claim.value, tuple) else claim.value
    return value < 0


def row_cells(row: ClaimRow, widths: Columns) -> Iterator[Cell]:
    """The pieces of a row from its state to its last column; together as wide as the list."""
    claim = row.claim
    yield Cell(STATE_MARKS.get(row.state, STATE_MARKS["pending"]) + " ", row.state)
    number = BOUND_MARKS.get(claim.bound, " ") + one_line(row.written)
    unit = fit(one_line(claim.unit), widths.unit) + " "
    room = widths.number + 1
    if cells(number) > room and widths.unit:  # the scale of a number is worth more than its unit
        room, unit = room + widths.unit, " "
    yield Cell(fit(number, room, right=True), "number")
    yield Cell(f" {measure_mark(claim.measure, falls=_falls(claim))} ", claim.measure)
    yield Cell(unit, "unit")
    yield Cell(fit(one_line(claim.subject), widths.subject), "subject")
    if widths.place:
        yield Cell(" " + fit(one_line(claim.place or ""), widths.place), "place")
    if widths.period:
        period = (" " + PLANNED if claim.status == "planned" else "  ") + one_line(short_period(claim.period))
        yield Cell(fit(period, widths.period + 2), "period")
    yield Cell(" " + (DOUBT if row.trouble or (claim.doubts and row.state == "pending") else " "), "doubt")
    yield Cell(NOTE if row.note else " ", "note")
