"""Stage: give the cells of a flattened table what its caption, its head and their row say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tui.extract.document import Dated, Document, Draft
from tui.extract.packs.rules import RuleSet
from tui.extract.quantity.lexicon import lexicon
from tui.extract.quantity.per import named_by
from tui.extract.rows import FEWEST, Cell, aligned, is_place
from tui.extract.tableheads import Column, Unit, column_of, is_area, named_unit, read, told_before
from tui.extract.units import is_currency

RULE = "table"
# What drops the numbers of rows.
INDEX = "table.number"
# What stands before the name of a row that is part of another.
_NAME = re.compile(r"^(?:[^\w(\uff08]+|\w{1,4}[:\uff1a]\s?|\d{1,2}[.\u3001]\s?)+")
_PLAIN = re.compile(r"[-\u2212]?\d[\d,]*(?:\.\d+)?")
_PERCENT = Unit("%", Decimal(1))


@dataclass(slots=True)
class _Table:
    """A table with what its captions say of all its numbers."""

    document: Document
    rules: RuleSet
    language: str
    topic: str
    units: list[Unit]
    time: Dated | None
    columns: list[Column]
    of_places: bool
    rows: list[tuple[list[Cell], list[Draft]]]


def assign(document: Document, rules: RuleSet) -> None:
    """Set unit, value, measure, subject, place and period of the numbers in tables."""
    drafts: dict[int, list[Draft]] = {}
    for draft in document.claims:
        drafts.setdefault(draft.sentence, []).append(draft)
    for first, last in _tables(document, drafts):
        if drafts.get(first) or last - first < FEWEST - 1 or not first:
            continue
        table = _table(document, rules, first, last, drafts)
        for row, found in table.rows:
            _fill(table, row, found)


def _tables(document: Document, drafts: dict[int, list[Draft]]) -> Iterator[tuple[int, int]]:
    """The first and last sentence of every table: a run of table lines, parted before each further head."""
    first: int | None = None
    for index, sentence in enumerate(document.sentences):
        table = sentence.role == "table"
        further = table and index not in drafts and index - 1 in drafts and index + 1 in drafts
        if first is not None and (not table or further):
            yield first, index - 1
            first = None
        if table and first is None:
            first = index
    if first is not None:
        yield first, len(document.sentences) - 1


def _table(
    document: Document, rules: RuleSet, first: int, last: int, drafts: dict[int, list[Draft]]
) -> _Table:
    line = document.sentences[first]
    head, *rows = _grid(document, first, last, drafts)
    topic, units, time = told_before(document, rules, first)
    table = _Table(
        document,
        rules,
        line.language,
        topic,
        units,
        time,
        [column_of(cell, line, document, rules) for cell in head],
        bool(head) and is_area(head[0].text, line.language, rules),
        [(row, drafts.get(first + 1 + at, [])) for at, row in enumerate(rows) if len(row) == len(head)],
    )
    starts = {mention.start for mention in document.places}
    placed = sum(row[0].start in starts for row, _ in table.rows)
    table.of_places = table.of_places or placed * 2 > len(table.rows)
    for at, column in enumerate(table.columns):
        if len(units) > 1 and column.unit is None:
            column.unit = _chosen(units, [row[at].text for row, _ in table.rows])
        elif column.measure and column.unit is None and any("." in row[at].text for row, _ in table.rows):
            column.unit = _PERCENT
    return table


def _grid(document: Document, first: int, last: int, drafts: dict[int, list[Draft]]) -> list[list[Cell]]:
    """The cells of a table, its head first; a column that only numbers the rows is dropped."""
    head, *rows = aligned(document.sentences[first : last + 1])
    if rows and all(is_place(row, number) for number, row in enumerate(rows, 1)):
        for draft, row in ((d, row) for at, row in enumerate(rows, first + 1) for d in drafts.get(at, ())):
            draft.dropped = INDEX if draft.start < row[0].end else draft.dropped
        head, rows = head[1:], [row[1:] for row in rows]
    if head and sum(len(row) == len(head) + 1 for row in rows) * 2 > len(rows):
        head = [Cell(head[0].start, head[0].start, ""), *head]  # nothing stands over the names of the rows
    return [head, *rows]


def _chosen(units: Sequence[Unit], texts: Sequence[str]) -> Unit:
    """Of several units of a table that of a column: per cent where no number is larger than a hundred."""
    values = [Decimal(text.replace(",", "")) for text in texts if _PLAIN.fullmatch(text)]
    small = bool(values) and all(abs(value) <= 100 for value in values)
    return next((unit for unit in units if (unit.unit == "%") == small), units[0])


def _fill(table: _Table, row: list[Cell], drafts: list[Draft]) -> None:
    """Give the numbers of a row what their columns, the row's own cells and the captions say of them."""
    own = [named_unit(cell.text, table.language, table.rules) for cell in row]
    place = next((p for p in table.document.places if p.start == row[0].start), None)
    dated = next((m for m in table.document.times if m.start == row[0].start and m.period is not None), None)
    name = "" if dated else _NAME.sub("", row[0].text)
    joint = " " if lexicon(table.rules, table.language).spaced else ""
    counted, told = "", None
    for at, column in enumerate(table.columns):
        draft = next((d for d in drafts if row[at].start <= d.start < row[at].end), None)
        if draft is None or not at:
            continue
        grown = column.measure is not None
        unit = column.unit or next((u for u in own if u), None) or (table.units[0] if table.units else None)
        # A sign of the cell's own says more than its column.
        if unit is not None and (draft.fields.get("unit") != "%" or _PLAIN.fullmatch(draft.text)):
            _measure(draft, _counted(unit, name, table))
        if not grown and (per := column.per or _per_in_topic(draft, table)) is not None:
            draft.set("per", per, RULE)
        if grown:
            _grow(draft, column, row[at])
        elif unit is not None and draft.fields.get("measure") != "level":
            draft.set("measure", "level", RULE)
        subject = counted if grown or column.time is not None else column.name
        if name and place is None and not table.of_places:
            subject = joint.join(part for part in (name, subject) if part)
        subject = subject or table.topic
        if not grown and column.time is None:
            counted = counted or column.name
        draft.set("subject", subject, RULE)
        if place is not None or table.of_places:
            draft.set("place", place.value if place is not None else row[0].text, RULE)
        told = told or column.time
        if (governing := column.time or told or dated or table.time) is not None:
            draft.set("period", governing.value, RULE)


def _per_in_topic(draft: Draft, table: _Table) -> str | None:
    """The denominator of a sum in the name of what the table tells of: "Mean yearly wages by trade"."""
    unit = draft.fields.get("unit") or ""
    named = named_by(table.topic, unit, table.language, table.rules) if is_currency(unit) else None
    return named[0] if named is not None else None


def _counted(unit: Unit, name: str, table: _Table) -> Unit:
    """The unit, of a bare counter that of what the row names."""
    said = (
        read(f"{name}1{unit.counter}.", table.language, table.document, table.rules) if unit.counter else None
    )
    if said is None or said.guessed:
        return unit
    return Unit(said.fields.get("unit") or unit.unit, unit.scale)


def _grow(draft: Draft, column: Column, cell: Cell) -> None:
    """What stands below a heading of growth grew by so much."""
    percent = draft.fields.get("unit") in {"%", "x"}
    draft.set("measure", "growth" if percent else "change", RULE)
    falling = (column.sign < 0) != cell.text.startswith(("-", "\u2212"))
    if isinstance(draft.value, Decimal):
        draft.value = -abs(draft.value) if falling else abs(draft.value)


def _measure(draft: Draft, unit: Unit) -> None:
    draft.set("unit", unit.unit, RULE)
    draft.guessed = False
    if _PLAIN.fullmatch(draft.text):
        draft.value = Decimal(draft.text.replace(",", "").replace("\u2212", "-")) * unit.scale
    elif isinstance(draft.value, Decimal):
        draft.value *= unit.scale
