"""Finds tables flattened to lines: cells with spaces between them, as many in each line as in its head."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, takewhile

from tui.extract.document import Sentence
from tui.model.scripts import COLONS, HAN

# A table has a head and at least this many rows, as has a list, and rows at least so many cells.
FEWEST, NARROWEST = 2, 3
# What parts cells, the surest first; a single space does so only where words aren't spaced.
_STRONG = re.compile(r"\s*\|\s*|\t+|\s{2,}")
_WEAK = re.compile(r"\s+")
_HAN = re.compile(f"[{HAN}]")
_NUMBER = re.compile(r"[-\u2212\u2013+]?\d[\d,]*(?:\.\d+)?[%\u2030]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOTHING = re.compile(r"[-\u2013\u2014.\u2026/\u00d7]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; offsets are code points into the article's text."""

    start: int
    end: int
    text: str


def mark(sentences: Sequence[Sentence]) -> None:
    """Give lines of flattened tables the role ``table``, those of lists without marks the role ``list``."""
    _itemise(sentences)
    at = 0
    while at < len(sentences):
        at = _mark_from(sentences, at)


def _itemise(sentences: Sequence[Sentence]) -> None:
    """Mark short lines with figures, at least two, behind a line that announces them with a colon."""
    for at, sentence in enumerate(sentences):
        if not sentence.text.endswith(COLONS) or sentence.role in {"title", "boilerplate"}:
            continue
        lines = list(takewhile(_is_line, islice(sentences, at + 1, None)))
        for line in lines if len(lines) >= FEWEST else ():
            line.role = "list"


def _is_line(sentence: Sentence) -> bool:
    """Whether a short line tells a figure, and announces nothing."""
    return (
        sentence.role == "heading"
        and _NUMBER.search(sentence.text) is not None
        and not sentence.text.endswith(COLONS)
    )


def _mark_from(sentences: Sequence[Sentence], first: int) -> int:
    """Mark the table that begins at a line, if one does; returns where to go on."""
    if sentences[first].role not in {"heading", "list", "table"}:
        return first + 1
    for parting in _partings(sentences[first].text):
        head = _head(sentences[first], parting)
        if len(head) < NARROWEST:
            continue
        last = first
        while last + 1 < len(sentences):
            # One cell too many tells as much as a whole long line of them.
            row = list(islice(_cells(sentences[last + 1], parting), len(head) + 1))
            numbered = is_place(row, last - first + 1) and len(row) == len(head) > NARROWEST
            if not (_is_row(row[1:], len(head) - 1) if numbered else _is_row(row, len(head))):
                break
            last += 1
        if last - first >= FEWEST:
            for sentence in sentences[first : last + 1]:
                sentence.role = "table"
            return last + 1
    return first + 1


def _head(sentence: Sentence, parting: re.Pattern[str]) -> list[Cell]:
    """The cells of a line that may be a table's head; none if one of them is a number."""
    head = []
    for cell in _cells(sentence, parting):
        if is_number(cell.text):
            return []
        head.append(cell)
    return head


def _partings(text: str) -> tuple[re.Pattern[str], ...]:
    return (_STRONG, _WEAK) if _HAN.search(text) else (_STRONG,)


def _is_row(found: Sequence[Cell], width: int) -> bool:
    """Whether the cells are those of a row: a name, then numbers, with a unit before or a remark behind."""
    if len(found) != width or is_number(found[0].text):
        return False
    # Under a head 2070 may be a wage: only in a head, and before the others, does it look like a year.
    numbers = [_NUMBER.fullmatch(cell.text) is not None for cell in found[1:]]
    filled = [
        known or _NOTHING.fullmatch(c.text) is not None for known, c in zip(numbers, found[1:], strict=True)
    ]
    return any(numbers) and (all(filled[1:]) or all(filled[:-1]))


def is_place(row: Sequence[Cell], number: int) -> bool:
    """Whether a row begins with its own number in the table, from 1."""
    return bool(row) and row[0].text.rstrip(".\u3001") in {f"{number}", f"{number:02}"}


def is_number(text: str) -> bool:
    """Whether a cell holds a bare number that is no year."""
    return _NUMBER.fullmatch(text) is not None and _YEAR.fullmatch(text) is None


def cells(sentence: Sentence, parting: re.Pattern[str]) -> list[Cell]:
    """The cells of a line."""
    return list(_cells(sentence, parting))


def _cells(sentence: Sentence, parting: re.Pattern[str]) -> Iterator[Cell]:
    at, whole = 0, len(sentence.text)
    for start, end in chain((m.span() for m in parting.finditer(sentence.text)), [(whole, whole)]):
        text = sentence.text[at:start].strip()
        if text:
            yield Cell(sentence.start + at, sentence.start + start, text)
        at = end


def aligned(lines: Sequence[Sentence]) -> list[list[Cell]]:
    """The cells of the lines of a table, parted as its head and most of its rows are alike."""
    parted = [[cells(line, parting) for line in lines] for parting in _partings(lines[0].text)]
    return max(parted, key=lambda found: sum(1 < len(row) == len(found[0]) for row in found))
