"""Stage: give the cells of a flattened table what its caption, its head and their row say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tui.extract import numbers, quantity, sentences
from tui.extract.document import Document, Draft, Sentence
from tui.extract.rules import RuleSet
from tui.extract.tagwords import tag_words
from tui.model import Article

RULE = "table"
# A table has a head and at least this many rows.
FEWEST = 2
LEAD = 150
# A caption ends with its unit in brackets: "Exports by country ($ million)".
_UNIT = re.compile(r"[(\uff08]([^()\uff08\uff09]{1,24})[)\uff09]\s*$")
# "Table 3a." in front of a caption.
_LABEL = re.compile(r"^\w+\s[A-Z]?[\d.]*[a-z]?[.:]\s+")
_SIGN = re.compile(r"^([^\w\s]{1,3})\s?")
_CELL = re.compile(r"\s{2,}|\t|\|")


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Unit:
    """What one of a table's numbers is worth: a unit, and a scale."""

    unit: str
    scale: Decimal


def assign(document: Document, rules: RuleSet) -> None:
    """Set unit, value, subject, place and period of the numbers in tables."""
    drafts: dict[int, list[Draft]] = {}
    for draft in document.claims:
        drafts.setdefault(draft.sentence, []).append(draft)
    for first, last in _tables(document):
        head = first if not drafts.get(first) else None
        caption = document.sentences[first - 1] if head is not None and first else None
        if caption is None or head is None or last - first < FEWEST - 1:
            continue
        _fill(document, rules, caption, head, [drafts.get(i, []) for i in range(first, last + 1)])


def _tables(document: Document) -> Iterator[tuple[int, int]]:
    """The first and last sentence of every run of table lines."""
    first: int | None = None
    for index, sentence in enumerate(document.sentences):
        if sentence.role == "table":
            first = index if first is None else first
        elif first is not None:
            yield first, index - 1
            first = None
    if first is not None:
        yield first, len(document.sentences) - 1


def _fill(document: Document, rules: RuleSet, caption: Sentence, head: int, rows: list[list[Draft]]) -> None:
    found = _UNIT.search(caption.text)
    unit = _unit(found[1], caption, document, rules) if found else None
    topic = _LABEL.sub("", caption.text[: found.start()] if found else caption.text)
    topic = re.split(r"[,:\uff0c\uff1a]", topic)[0].strip()
    columns = _cells(document.sentences[head])
    of_places = bool(columns) and _is_area(columns[0].text, caption.language, rules)
    spoken = next((m for m in document.times if caption.start <= m.start < caption.end and m.value), None)
    for offset, drafts in enumerate(rows):
        row = document.sentences[head + offset]
        cells = _cells(row)
        if len(cells) != len(columns) or not drafts:
            continue
        place = next((p for p in document.places if p.start == cells[0].start), None)
        for draft in drafts:
            at = next((i for i, cell in enumerate(cells) if cell.start <= draft.start < cell.end), 0)
            if not at:
                continue
            column = columns[at]
            time = next((m for m in document.times if column.start <= m.start < column.end and m.value), None)
            if unit is not None:
                _measure(draft, unit)
            subject = topic if time is not None else column.text
            if place is None and time is None and not of_places:
                subject = f"{cells[0].text} {subject}"
            draft.set("subject", subject, RULE)
            if place is not None or of_places:
                draft.set("place", place.value if place is not None else cells[0].text, RULE)
            if (governing := time or spoken) is not None:
                draft.set("period", governing.value, RULE)


def _is_area(text: str, language: str, rules: RuleSet) -> bool:
    """Whether a head says that the column below it names places."""
    words = tag_words(rules, language)
    found = words.words(text.casefold(), 0, len(text), after_number=False, before_number=False)
    return bool(found) and found[-1][2] == words.alphabet["area"]


def _measure(draft: Draft, unit: _Unit) -> None:
    draft.set("unit", unit.unit, RULE)
    draft.doubts[:] = [doubt for doubt in draft.doubts if doubt != quantity.GUESSED]
    if isinstance(draft.value, Decimal):
        draft.value *= unit.scale


def _cells(sentence: Sentence) -> list[_Cell]:
    found, at = [], 0
    for start, end in [
        *((m.start(), m.end()) for m in _CELL.finditer(sentence.text)),
        (len(sentence.text),) * 2,
    ]:
        if sentence.text[at:start].strip():
            found.append(_Cell(sentence.start + at, sentence.start + start, sentence.text[at:start].strip()))
        at = end
    return found


def _unit(text: str, caption: Sentence, document: Document, rules: RuleSet) -> _Unit | None:
    """What a unit in brackets says, read as if it stood beside the number one."""
    sign = _SIGN.match(text)
    one = text if text[0].isdigit() else f"1 {text}"
    if sign is not None and sign[1] != "%":
        one = f"{sign[1]}1 {text[sign.end() :]}"
    # The head tells whose currency a bare sign is.
    small = Document(
        Article(id="", path="", text=f"{one}.\n{document.text[:LEAD]}", sha256="", language=caption.language)
    )
    for stage in (sentences.split, numbers.find, quantity.assign):
        stage(small, rules)
    if not small.drafts:
        return None
    draft = small.drafts[0]
    value = draft.value if isinstance(draft.value, Decimal) else Decimal(1)
    return _Unit(draft.fields.get("unit") or "item", value)
