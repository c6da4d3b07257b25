"""What the head of a column or the name of a row says of its numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tui.extract.document import Cell, Dated, Document, Mention, between
from tui.extract.layout.cells import is_year
from tui.extract.table.reader import PERCENT, Reader, Unit
from tui.extract.units import is_noun
from tui.model.edtf import Period, Point

# A heading ends with its unit in brackets: "Exports ($ million)".
IN_BRACKETS = re.compile(r"[(\uff08]([^()\uff08\uff09]{1,24})[)\uff09]\s*[:\uff1a]?\s*$")
# Notes that are called behind a name: Total[1], Total*.
MARKS = re.compile(
    r"\s?(?:[*\u2020\u2021\u00b9\u00b2\u00b3\u2460-\u2473]+|\[\w{1,2}\]|[(\uff08]\d[)\uff09])$"
)
_PERCENTS = frozenset("%\uff05\u2030")
# What is left at the ends of words that a time was taken from.
_ENDS = re.compile(r"^[\s,()\uff08\uff09\uff0c]+|[\s,(\uff08\uff0c]+$|\(\s*\)")
# The kinds of times that something is compared with.
_COMPARED = frozenset({"compare", "back"})


@dataclass(slots=True)
class Heading:
    """What the head of a column or the name of a row says of its numbers.

    ``name`` is what they measure, ``implied`` the unit that it tells by what it counts. The cells below one
    ``of_units`` are units; ``planned`` and ``why`` are the rules by which numbers are still to come, or are
    ranks or differences, which grew by so much less where ``sign`` is below zero.
    """

    name: str = ""
    unit: Unit | None = None
    implied: Unit | None = None
    per: str | None = None
    time: Dated | None = None
    place: Mention | None = None
    measure: str | None = None
    sign: int = 1
    of_units: bool = False
    planned: str = ""
    why: str = ""


def heading_of(parts: Sequence[Cell], reader: Reader, *, row: bool = False) -> Heading:
    """What the cells over a column, or the name of a ``row``, say, read as if beside one of its numbers."""
    heading, shown, names = Heading(), "", []
    for part in parts:
        text, unit, written = _parted(part.text, reader, row=row)
        heading.unit, shown = unit or heading.unit, written or shown
        names.append(Cell(part.start, part.end, MARKS.sub("", text)))
    bare = (without_times(cell, reader.document) for cell in names if not is_year(cell.text))
    name = reader.joint.join(cell.text for cell in names if cell.text)
    timeless = reader.joint.join(text for text in bare if text)
    _take_words(heading, reader.joint.join(part.text for part in parts), name, reader)
    _take_reading(heading, timeless, shown, reader)
    _take_time(heading, parts, reader.document)
    heading.name = timeless if heading.measure is None else name
    heading.implied = reader.implied(timeless)
    if reader.words.whole("unit", heading.name):
        heading.name, heading.of_units = "", True
    named = (m for c in parts for m in between(reader.document.places, c.start, c.end) if m.end == c.end)
    heading.place = next((m for m in named if any(m.start == cell.start for cell in parts)), None)
    return heading


def without_times(cell: Cell, document: Document) -> str:
    """The text of a cell without the times in it."""
    left, at = "", cell.start
    for mention in between(document.times, cell.start, cell.end):
        if mention.end <= cell.end and mention.start >= at:
            left, at = left + document.text[at : mention.start], mention.end
    return _ENDS.sub("", left + document.text[at : cell.start + len(cell.text)])


def _parted(text: str, reader: Reader, *, row: bool) -> tuple[str, Unit | None, str]:
    """A heading without its unit, the unit, and how that is written."""
    if text in _PERCENTS:
        return "", reader.unit(text), text
    found = IN_BRACKETS.search(text)
    unit = reader.unit(found[1]) if found else None
    if found is not None and unit is not None:
        return text[: found.start()].strip(), unit, found[1]
    # "Persons" and "Change on the year, persons" are headings that say the unit themselves.
    rest, _, last = text.rpartition(",")
    if not reader.spaced or not last.strip() or (row and not rest):
        return text, None, ""
    unit = reader.unit(last.strip())
    counts = unit is not None and is_noun(unit.unit) and not rest
    if unit is None or (counts and not reader.words.whole("bare", text)):
        return text, None, ""
    return rest, unit, ""


def _take_words(heading: Heading, whole: str, name: str, reader: Reader) -> None:
    """Note where words of a heading tell that ranks, differences or plans stand below it."""
    words = reader.words
    heading.planned = words.within("planned", name)
    if rule := words.whole("rank", name):
        heading.measure, heading.unit, heading.why = "rank", Unit("rank", Decimal(1)), rule
    elif rule := words.within("change", whole):
        heading.measure, heading.why = "change", rule
        if heading.unit is None and not _PERCENTS.isdisjoint(whole):
            heading.unit = PERCENT


def _take_reading(heading: Heading, name: str, shown: str, reader: Reader) -> None:
    """Note the denominator and the measure that a number beside the heading would have."""
    number = shown if shown[:1].isdigit() else f"1{shown}"
    said = reader.read(f"{name}{reader.joint}{number}.")
    if said is None:
        return
    heading.per = said.fields.get("per")
    if heading.measure is None and said.fields.get("measure") in {"growth", "change"}:
        heading.measure = said.fields["measure"]
        heading.sign = -1 if isinstance(said.value, Decimal) and said.value < 0 else 1


def _take_time(heading: Heading, parts: Sequence[Cell], document: Document) -> None:
    """Note the time of a heading; in one of growth it is what is compared with, unless it stands first."""
    for part in parts:
        for mention in between(document.times, part.start, part.end):
            if mention.period is None:
                continue
            if heading.measure is None or (mention.start == part.start and mention.kind not in _COMPARED):
                heading.time = mention
                return
        if is_year(part.text) and heading.measure is None:
            year = Point(int(part.text))
            heading.time = Dated(part.start, part.end, "", period=Period(year, year))
            return
