"""A table as it is understood: its caption, what its columns and rows say, and the numbers in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.extract.document import Cell, Document, Draft, Grid, Row, between
from tui.extract.packs.rules import RuleSet
from tui.extract.table.captions import Caption, told_before
from tui.extract.table.columns import chosen, difference
from tui.extract.table.headings import MARKS, Heading, heading_of
from tui.extract.table.reader import Reader, Unit

# What stands before the name of a row that is part of another.
_BEFORE_NAME = re.compile(r"^(?:[^\w(\uff08]+|\w{1,4}[:\uff1a]\s?|\d{1,2}[.\u3001]\s?)+")


@dataclass(slots=True)
class TableRow:
    """A row: what its name says, its ``section`` and place, and the numbers in its cells.

    ``own`` is the unit in a cell of it, ``total`` the rule by which it is that of all rows together.
    """

    cells: list[Cell]
    drafts: list[Draft | None]
    heading: Heading
    section: str = ""
    own: Unit | None = None
    place: str | None = None
    total: str = ""


@dataclass(slots=True)
class Table:
    """A table with what its captions say of all its numbers.

    ``area`` is the rule by which its rows are places; ``grown`` tells that its caption is about growth.
    """

    reader: Reader
    caption: Caption
    columns: list[Heading]
    rows: list[TableRow] = field(default_factory=list)
    area: str = ""
    of_places: bool = False
    grown: bool = False


def numbers_in(drafts: Sequence[Draft], cell: Cell) -> Sequence[Draft]:
    """The drafts, in the order of the text, that stand in a cell."""
    return between(drafts, cell.start, cell.end)


def understood(grid: Grid, document: Document, rules: RuleSet) -> Table:
    """A table with all that its caption, its head and the names of its rows say."""
    line = document.sentences[grid.first]
    reader = Reader(document, rules, line.language)
    caption = told_before(reader, grid.first)
    table = Table(reader, caption, [heading_of(parts, reader) for parts in grid.heads])
    corner = reader.words.whole("area", grid.heads[0][-1].text) if grid.heads[0] else ""
    table.area = corner or caption.area
    last = document.sentences[grid.last].end
    drafts = [draft for draft in document.claims if line.start <= draft.start < last]
    table.rows = [_row(row, table, drafts) for row in grid.rows]
    placed = sum(row.place is not None for row in table.rows)
    table.of_places = bool(table.area) or placed * 2 > len(table.rows)
    if caption.topic and not caption.titled:
        said = reader.read(f"{caption.topic}{reader.joint}1%.")
        table.grown = said is not None and said.fields.get("measure") == "growth"
    for at, column in enumerate(table.columns[1:], 1):
        if column.unit is None:
            column.unit = _unit_of_column(table, column, at)
    return table


def _row(row: Row, table: Table, drafts: list[Draft]) -> TableRow:
    """A row with what its name says."""
    reader, first = table.reader, row.cells[0]
    named = _BEFORE_NAME.sub("", first.text)
    name = Cell(first.end - len(named), first.end, MARKS.sub("", named))
    found = [next(iter(numbers_in(drafts, cell)), None) for cell in row.cells]
    told = TableRow(row.cells, found, heading_of([name], reader, row=True))
    told.section = MARKS.sub("", row.section.text) if row.section is not None else ""
    told.own = _own_unit(row, table)
    told.total = reader.words.whole("total", told.heading.name)
    told.place = next((p.value for p in between(reader.document.places, first.start, first.start + 1)), None)
    return told


def _own_unit(row: Row, table: Table) -> Unit | None:
    """The unit in a cell of a row, below a heading that says so or, where words aren't spaced, anywhere."""
    for cell, column in zip(row.cells[1:], table.columns[1:], strict=True):
        if column.of_units:
            return table.reader.unit(cell.text)
        if (unit := table.reader.cell_unit(cell.text)) is not None:
            return unit
    return None


def _unit_of_column(table: Table, column: Heading, at: int) -> Unit | None:
    """The unit of a column whose heading doesn't name it, as far as the column's numbers tell."""
    units = table.caption.units
    texts = [row.cells[at].text for row in table.rows]
    if column.measure == "change":
        levels = [n for n, each in enumerate(table.columns) if n and each.measure is None]
        return difference(texts, [[row.cells[n].text for row in table.rows] for n in levels], units)
    if len(units) < 2:
        return None
    # Headings may tell which columns are shares.
    words = table.reader.words
    shares = [each.name for each in table.columns if words.within("share", each.name)]
    told = [unit for unit in units if (unit.unit == "%") == (column.name in shares)] if shares else []
    return told[0] if told else chosen(units, texts)
