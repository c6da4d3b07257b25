"""Stage: give the cells of a flattened table what its caption, its head and their row say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tui.extract import sentences
from tui.extract.document import Document, Draft, Mention, Sentence
from tui.extract.expressions.wordlist import small
from tui.extract.number import numbers
from tui.extract.number.numerals import numerals
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import CounterRule
from tui.extract.quantity import quantity
from tui.extract.quantity.lexicon import lexicon
from tui.extract.quantity.per import named_by
from tui.extract.rows import FEWEST, Cell, aligned, is_place
from tui.extract.statement import measures
from tui.extract.units import is_currency
from tui.extract.words.tagwords import tag_words
from tui.model import Article

RULE = "table"
# What drops the numbers of rows.
INDEX = "table.number"
LEAD = 150
# So many lines before a table may say what it is about.
CAPTIONS = 2
_STOP = (".", "\u3002", ":", "\uff1a", ";", "\uff1b")
# A caption ends with its unit in brackets: "Exports by country ($ million)".
_UNIT = re.compile(r"[(\uff08]([^()\uff08\uff09]{1,24})[)\uff09]\s*$")
# Or a line of its own says it: "Unit: t; %".
_LABELLED = re.compile(r"^\s*[(\uff08]?\w{1,12}\s?[:\uff1a]\s?([^()\uff08\uff09]{1,24})[)\uff09]?\s*$")
_NAMED = re.compile(r"^\w{1,6}\s?[:\uff1a]")
_BETWEEN_UNITS = r"\s*[;\uff1b,\uff0c\u3001]\s*"
# "Table 3a." in front of a caption.
_LABEL = re.compile(r"^(?:\w+\s[A-Z]?[\d.]*[a-z]?[.:]\s+|[^\W\d]{1,2}\s?\d{0,3}\s+(?=[^\x00-\x7f]|\d{4}))")
_SIGN = re.compile(r"^([^\w\s]{1,3})\s?")
# What stands before the name of a row that is part of another.
_NAME = re.compile(r"^(?:[^\w(\uff08]+|\w{1,4}[:\uff1a]\s?|\d{1,2}[.\u3001]\s?)+")
_PLAIN = re.compile(r"[-\u2212]?\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class _Unit:
    """What one of a table's numbers is worth: a unit, and a scale."""

    unit: str
    scale: Decimal
    counter: str = ""


_NO_CAPTION = frozenset({"table", "boilerplate"})
_PERCENT = _Unit("%", Decimal(1))


@dataclass(slots=True)
class _Column:
    """What the head says of the numbers below it."""

    name: str
    unit: _Unit | None = None
    per: str | None = None
    time: Mention | None = None
    measure: str | None = None
    sign: int = 1


@dataclass(slots=True)
class _Table:
    """A table with what its captions say of all its numbers."""

    document: Document
    rules: RuleSet
    language: str
    topic: str
    units: list[_Unit]
    time: Mention | None
    columns: list[_Column]
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
    topic, units, time = _told_before(document, rules, first)
    table = _Table(
        document,
        rules,
        line.language,
        topic,
        units,
        time,
        [_column(cell, line, document, rules) for cell in head],
        bool(head) and _is_area(head[0].text, line.language, rules),
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


def _told_before(document: Document, rules: RuleSet, first: int) -> tuple[str, list[_Unit], Mention | None]:
    """What the lines before a table say of all of it: what it is about, its units and its time."""
    before = document.sentences[max(0, first - CAPTIONS) : first]
    captions = [s for s in before if s.role not in _NO_CAPTION and not s.text.endswith(_STOP)] or before[-1:]
    topic = ""
    units: list[_Unit] = []
    for caption in captions:
        said, found = _caption(caption, document, rules)
        topic, units = said or topic, found or units
    # A sentence that happens to stand before a table says less of it than the title does.
    told = [topic] if captions != before[-1:] or not before[-1].text.endswith(_STOP) else []
    for said in (*told, document.article.title, topic):
        if not units and said and (implied := _implied(said, document.sentences[first].language, rules)):
            units = [implied]
    dated = [m for m in document.times if m.value and m.kind != "report"]
    spoken = (m for s in reversed(captions) for m in dated if s.start <= m.start < s.end)
    return topic, units, next(spoken, None)


def _caption(caption: Sentence, document: Document, rules: RuleSet) -> tuple[str, list[_Unit]]:
    """What a line over a table says it is about, and the units it names."""
    if labelled := _LABELLED.match(caption.text):
        units = [_unit(part, caption, document, rules) for part in re.split(_BETWEEN_UNITS, labelled[1])]
        if units and all(units):
            return "", [unit for unit in units if unit]
    found = _UNIT.search(caption.text)
    unit = _unit(found[1], caption, document, rules) if found else None
    topic = _LABEL.sub("", caption.text[: found.start()] if found else caption.text)
    return re.split(r"[,:\uff0c\uff1a]", topic)[0].strip(), [unit] if unit else []


def _column(cell: Cell, head: Sentence, document: Document, rules: RuleSet) -> _Column:
    found = _UNIT.search(cell.text)
    unit = _unit(found[1], head, document, rules) if found else None
    name = cell.text[: found.start()].strip() if found and unit else cell.text
    spaced = lexicon(rules, head.language).spaced
    if unit is None and spaced:
        # "Persons" and "Change on the year, persons" are headings that say the unit themselves.
        rest, _, last = name.rpartition(",")
        unit = _unit(last.strip(), head, document, rules) if last.strip() else None
        name = rest if unit else name
    column = _Column(name, unit)
    number = f"{' ' if spaced else ''}1{found[1] if found and unit else ''}."
    said = _read(name + number, head.language, document, rules)
    column.per = said.fields.get("per") if said is not None else None
    changes = numerals(rules, head.language).changes
    if changes is not None and changes.search(cell.text):
        column.measure = "change"
    elif said is not None and said.fields.get("measure") in {"growth", "change"}:
        column.measure = said.fields["measure"]
        column.sign = -1 if isinstance(said.value, Decimal) and said.value < 0 else 1
    else:  # the time in a column of growth is what it is compared with
        column.time = next((m for m in document.times if cell.start <= m.start < cell.end and m.value), None)
    return column


def _chosen(units: Sequence[_Unit], texts: Sequence[str]) -> _Unit:
    """Of several units of a table that of a column: per cent where no number is larger than a hundred."""
    values = [Decimal(text.replace(",", "")) for text in texts if _PLAIN.fullmatch(text)]
    small = bool(values) and all(abs(value) <= 100 for value in values)
    return next((unit for unit in units if (unit.unit == "%") == small), units[0])


def _fill(table: _Table, row: list[Cell], drafts: list[Draft]) -> None:
    own = [_named_unit(cell.text, table.language, table.rules) for cell in row]
    place = next((p for p in table.document.places if p.start == row[0].start), None)
    dated = next((m for m in table.document.times if m.start == row[0].start and m.value), None)
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


def _counted(unit: _Unit, name: str, table: _Table) -> _Unit:
    """The unit, of a bare counter that of what the row names."""
    said = (
        _read(f"{name}1{unit.counter}.", table.language, table.document, table.rules)
        if unit.counter
        else None
    )
    if said is None or said.guessed:
        return unit
    return _Unit(said.fields.get("unit") or unit.unit, unit.scale)


def _named_unit(text: str, language: str, rules: RuleSet) -> _Unit | None:
    """The unit that a cell names, where it holds nothing else and words aren't spaced."""
    words = lexicon(rules, language)
    found = None if words.spaced else quantity.heading_unit(text, words, numerals(rules, language))
    if found is None:
        return None
    counter = words.behind_rules.get(text)
    bare = counter is not None and isinstance(counter[0], CounterRule) and not counter[0].fixed
    return _Unit(found[0], found[2], text if bare else "")


def _grow(draft: Draft, column: _Column, cell: Cell) -> None:
    """What stands below a heading of growth grew by so much."""
    percent = draft.fields.get("unit") in {"%", "x"}
    draft.set("measure", "growth" if percent else "change", RULE)
    falling = (column.sign < 0) != cell.text.startswith(("-", "\u2212"))
    if isinstance(draft.value, Decimal):
        draft.value = -abs(draft.value) if falling else abs(draft.value)


def _is_area(text: str, language: str, rules: RuleSet) -> bool:
    """Whether a head says that the column below it names places."""
    words = tag_words(rules, language)
    found = words.words(text.casefold(), 0, len(text))
    return bool(found) and found[-1][2] == words.alphabet["area"]


def _measure(draft: Draft, unit: _Unit) -> None:
    draft.set("unit", unit.unit, RULE)
    draft.guessed = False
    if _PLAIN.fullmatch(draft.text):
        draft.value = Decimal(draft.text.replace(",", "").replace("\u2212", "-")) * unit.scale
    elif isinstance(draft.value, Decimal):
        draft.value *= unit.scale


def _unit(text: str, caption: Sentence, document: Document, rules: RuleSet) -> _Unit | None:
    """What a unit in brackets says, read as if it stood beside the number one."""
    text = _NAMED.sub("", text).strip()
    if not text or not lexicon(rules, caption.language).spaced:
        whole = _named_unit(text, caption.language, rules)
        return whole or _named_unit(text.partition("/")[0], caption.language, rules)
    sign = _SIGN.match(text)
    one = text if text[0].isdigit() else f"1 {text}"
    if sign is not None and sign[1] != "%":
        one = f"{sign[1]}1 {text[sign.end() :]}"
    draft = _read(f"{one}.", caption.language, document, rules)
    if draft is None or draft.guessed or draft.why.get("unit") == ["noun"]:
        return None
    value = draft.value if isinstance(draft.value, Decimal) else Decimal(1)
    return _Unit(draft.fields.get("unit") or "item", value)


def _implied(topic: str, language: str, rules: RuleSet) -> _Unit | None:
    """The unit that the listed nouns of a caption tell, where words are spaced: payrolls count jobs."""
    words = lexicon(rules, language)
    found = list(words.chunk.found_in(small(topic), 0, len(topic))) if words.spaced else []
    known = words.nouns[found[-1][2]] if found else None
    return _Unit(known.unit, Decimal(1)) if known is not None and known.id not in words.wholes else None


def _read(said: str, language: str, document: Document, rules: RuleSet) -> Draft | None:
    """The first number of a text as the article would be read; its head tells whose currency is meant."""
    text = f"{said}\n{document.text[:LEAD]}"
    small = Document(Article(id="", path="", text=text, sha256="", language=language))
    for stage in (sentences.split, numbers.find, quantity.assign, measures.assign):
        stage(small, rules)
    return small.drafts[0] if small.drafts and small.drafts[0].end <= len(said) else None
