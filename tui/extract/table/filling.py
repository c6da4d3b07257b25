"""Gives the numbers of a row what their columns, the row's own cells and the captions say of them."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from tui.extract.document import Cell, Dated, Draft
from tui.extract.layout.cells import is_bare, is_value
from tui.extract.quantity.per import named_by
from tui.extract.table.columns import MINUS, is_plain, value_of
from tui.extract.table.headings import MARKS, Heading
from tui.extract.table.reader import PERCENT, Unit
from tui.extract.table.table import Table, TableRow
from tui.extract.units import is_currency

RULE = "table"
_YEAR = re.compile(r"\d{4}")
_POINTS = Unit("pp", Decimal(1))


@dataclass(slots=True)
class _Passed:
    """What the columns before one told: what was counted, its unit, and the latest time."""

    counted: str = ""
    unit: Unit | None = None
    latest: Dated | None = None


def fill(table: Table, row: TableRow) -> None:
    """Set unit, value, measure, subject, place, period and status of the numbers of a row."""
    passed = _Passed()
    for at, column in enumerate(table.columns[1:], 1):
        if column.measure is None:
            part = passed.counted and table.reader.words.within("part", column.name)
            passed.counted = passed.counted if part else column.name or passed.counted
            passed.latest = _later(passed.latest, column.time)
        draft, cell = row.drafts[at], row.cells[at]
        if draft is None or not is_value(cell.text):
            continue
        unit = _unit_of(table, row, column, passed.unit)
        if unit is not None:
            _set_unit(draft, unit, cell, row, table)
        passed.unit = unit if column.measure is None else passed.unit
        _set_measure(draft, unit, at, row, table)
        if planned := column.planned or row.heading.planned:
            draft.set("status", "planned", f"{RULE} {planned}")
        _set_subject(draft, column, passed.counted, row, table)
        _set_place(draft, column, row, table)
        _set_period(draft, column.time or passed.latest, row, table)


def _later(one: Dated | None, two: Dated | None) -> Dated | None:
    """The later of two times."""
    if one is None or two is None:
        return one or two
    return one if two.ends_before(one.last) else two


def _unit_of(table: Table, row: TableRow, column: Heading, before: Unit | None) -> Unit | None:
    """The unit that the column names, the row or a caption; that of a difference follows from the level's."""
    caption = table.caption.units[0] if table.caption.units else None
    named = row.heading.unit or row.own
    if column.measure == "change":
        # A rate that is per cent itself goes up by points.
        level = named or before or caption
        rate = named if column.unit is not None else level
        return _POINTS if rate is not None and rate.unit == PERCENT.unit else column.unit or level
    found = column.unit or named or caption
    if found is not None and found.unit:
        return found
    said = table.caption.implied
    # What a row counts says less than a caption, but more than the article's title.
    implied = column.implied or (
        row.heading.implied or said if table.caption.titled else said or row.heading.implied
    )
    return implied if found is None else replace(found, unit=implied.unit if implied is not None else "")


def _set_unit(draft: Draft, unit: Unit, cell: Cell, row: TableRow, table: Table) -> None:
    """Set the unit and the value; a sign or a unit of the cell's own says more than its column."""
    bare = is_bare(draft.text) and not draft.text.endswith(PERCENT.unit)
    known = draft.fields.get("unit") is not None and not draft.guessed
    if (known and not is_plain(MARKS.sub("", cell.text))) or (
        draft.fields.get("unit") == PERCENT.unit and not bare
    ):
        return
    unit = _counted(unit, row.heading.name, table)
    draft.set("unit", unit.unit or draft.fields.get("unit") or "item", RULE)
    draft.guessed = False
    if bare:
        value = value_of(draft.text) * unit.scale
        draft.value = -abs(value) if cell.text.startswith(MINUS) else value
    elif isinstance(draft.value, Decimal):
        draft.value *= unit.scale


def _counted(unit: Unit, name: str, table: Table) -> Unit:
    """The unit, of a bare counter that of what the row names."""
    said = table.reader.read(f"{name}1{unit.counter}.") if unit.counter else None
    if said is None or said.guessed:
        return unit
    return Unit(said.fields.get("unit") or unit.unit, unit.scale)


def _set_measure(draft: Draft, unit: Unit | None, at: int, row: TableRow, table: Table) -> None:
    """Set the kind of statement, and the denominator of a level."""
    column = table.columns[at]
    grown = table.grown and draft.fields.get("unit") == PERCENT.unit
    measure = column.measure or row.heading.measure or ("growth" if grown else None)
    if measure == "rank":
        draft.set("measure", "rank", _why(column))
        return
    if measure is not None:
        _grow(draft, column if column.measure else row.heading, row.cells[at])
        return
    if unit is not None and draft.fields.get("measure") != "level":
        draft.set("measure", "level", RULE)
    per = column.per or row.heading.per or (unit.per if unit else None) or _per_of_sum(draft, column, table)
    if per is not None:
        draft.set("per", per, RULE)


def _why(heading: Heading) -> str:
    return f"{RULE} {heading.why}".strip()


def _grow(draft: Draft, heading: Heading, cell: Cell) -> None:
    """What stands below a heading of growth grew by so much."""
    percent = draft.fields.get("unit") in {"%", "x"}
    draft.set("measure", "growth" if percent else "change", _why(heading))
    falling = (heading.sign < 0) != cell.text.startswith(MINUS)
    if isinstance(draft.value, Decimal):
        draft.value = -abs(draft.value) if falling else abs(draft.value)


def _per_of_sum(draft: Draft, column: Heading, table: Table) -> str | None:
    """The denominator of a sum in the name of what is told of: "Mean yearly wages by trade"."""
    unit, reader = draft.fields.get("unit") or "", table.reader
    for said in (column.name, table.caption.said) if is_currency(unit) else ():
        if said and (named := named_by(said, unit, reader.language, reader.rules)) is not None:
            return named[0]
    return None


def _set_subject(draft: Draft, column: Heading, counted: str, row: TableRow, table: Table) -> None:
    """Set what a number measures: what its row names and what its column or the caption counts."""
    caption, words, joint = table.caption, table.reader.words, table.reader.joint
    nameless = row.heading.time is not None or row.place is not None or table.of_places
    name = "" if nameless or (row.total and caption.broken_down) else row.heading.name
    said = counted if column.measure is not None or not column.name else column.name
    if column.place is not None:
        said = ""
    if caption.topic and (not name or caption.broken_down) and (not said or words.whole("bare", said)):
        said = caption.topic
    if name and row.section:
        name = joint.join((row.section, name))
    draft.set("subject", joint.join(part for part in (name, said) if part) or caption.topic, RULE)


def _set_place(draft: Draft, column: Heading, row: TableRow, table: Table) -> None:
    """Set whose figure a number is; that of a total is the article's own."""
    home = table.reader.document.home
    if row.place is not None or table.of_places:
        whole = home.value if row.total and home is not None else row.heading.name or row.cells[0].text
        draft.set("place", row.place or whole, f"{RULE} {row.total or table.area}".strip())
    elif column.place is not None:
        draft.set("place", column.place.value, RULE)


def _set_period(draft: Draft, told: Dated | None, row: TableRow, table: Table) -> None:
    """Set the period: that of the column, of the row, or of the table."""
    own = row.heading.time
    governing = told or own or table.caption.time
    if governing is None:
        return
    value = governing.value
    # A month in a column of years, where the row itself names no year.
    if own is not None and _YEAR.fullmatch(value) and _YEAR.search(row.cells[0].text) is None:
        value = _YEAR.sub(value, own.value)
    draft.set("period", value, RULE)
