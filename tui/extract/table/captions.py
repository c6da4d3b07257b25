"""What the lines over a table say of all of it."""

import re
from dataclasses import dataclass, field

from tui.extract.document import Cell, Dated, Sentence
from tui.extract.table.headings import IN_BRACKETS, without_times
from tui.extract.table.reader import Reader, Unit
from tui.model.scripts import COLONS

# So many lines before a table may say what it is about.
CAPTIONS = 2
_STOP = (".", "\u3002", ";", "\uff1b")
# A caption has its unit behind a label, or a line of its own says it: "Unit: t; %".
_LABELLED = re.compile(
    r"(?:^|\s|[(\uff08])\s*[^\W\d]{1,12}\s?[:\uff1a]\s?([^()\uff08\uff09:\uff1a]{1,24})[)\uff09]?\s*[:\uff1a]?\s*$"
)
_BETWEEN_UNITS = re.compile(r"\s*(?:[;\uff1b\uff0c\u3001]|,(?!\d))\s*")
_BREAK = re.compile(r"[,:\uff0c\uff1a]")
# "Table 3a." in front of a caption.
_LABEL = re.compile(r"^(?:\w+\s[A-Z]?[\d.]*[a-z]?[.:]\s+|[^\W\d]{1,2}\s?\d{0,3}\s+(?=[^\x00-\x7f]|\d{4}))")


@dataclass(slots=True)
class Caption:
    """What the lines before a table say of all of it.

    ``topic`` is what is measured, ``said`` the same as it is written; ``broken_down`` tells that its rows are
    parts of it, by the rule ``area`` those of places. Where no line says it, the article's title does
    (``titled``). ``implied`` is the unit of what is counted, and ``spans`` are where units stand.
    """

    topic: str = ""
    said: str = ""
    units: list[Unit] = field(default_factory=list)
    implied: Unit | None = None
    time: Dated | None = None
    broken_down: bool = False
    area: str = ""
    titled: bool = False
    spans: list[tuple[int, int]] = field(default_factory=list)


def told_before(reader: Reader, first: int) -> Caption:
    """What the lines before a table that begins with the sentence ``first`` say of all of it."""
    document = reader.document
    cells = {at for grid in document.tables for at in range(grid.first, grid.last + 1)}
    nearest = range(max(0, first - CAPTIONS), first)
    lines = [s for at in nearest if (s := document.sentences[at]).role != "boilerplate" and at not in cells]
    # A sentence that happens to stand before a table says less of it than the title does.
    captions = [line for line in lines if not line.text.endswith(_STOP)]
    captions = [line for line in captions if not line.text.endswith(COLONS) or _unit_in(line.text)]
    caption = Caption()
    for line in captions:
        _take(caption, line, reader)
    title = document.article.title
    dated = [m for m in document.times if m.period is not None and m.kind != "report"]
    for line in captions or lines[-1:]:
        caption.time = next((m for m in dated if line.start <= m.start < line.end), caption.time)
    caption.titled, caption.said = not caption.said, caption.said or title
    _measure(caption, reader)
    implied = (reader.implied(said) for said in (caption.topic, title) if said)
    caption.implied = next((unit for unit in implied if unit is not None), None)
    return caption


def _unit_in(text: str) -> re.Match[str] | None:
    return _LABELLED.search(text) or IN_BRACKETS.search(text)


def _take(caption: Caption, line: Sentence, reader: Reader) -> None:
    """Add what a line over a table says it is about, and the units it names."""
    found = _unit_in(line.text)
    named = _BETWEEN_UNITS.split(found[1]) if found is not None else []
    units = [unit for part in named if (unit := reader.unit(part)) is not None]
    said = line.text
    if found is not None and units and len(units) == len(named):
        caption.units = units
        caption.spans.append((line.start + found.start(), line.start + found.end()))
        said = line.text[: found.start()].strip()
    caption.said = _BREAK.split(_LABEL.sub("", said))[0].strip() or caption.said


def _measure(caption: Caption, reader: Reader) -> None:
    """Tell what is measured from the times in it, what names nothing, and what parts it is told by."""
    document, words, topic = reader.document, reader.words, caption.said
    at = document.text.find(topic) if topic else -1
    if at >= 0:
        topic = without_times(Cell(at, at + len(topic), topic), document)
    topic, by = words.without("breakdown", topic)
    caption.topic, _ = words.without("title", topic)
    caption.broken_down = bool(by)
    caption.area = words.within("area", by) if by else ""
