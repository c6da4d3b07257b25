"""Finds lists of names with a number each, one in a line, which are tables of two columns."""

import re
from collections.abc import Sequence

from tui.extract.document import Cell, Grid, Row, Sentence
from tui.extract.layout import cells
from tui.extract.layout.cells import LISTED
from tui.extract.layout.words import TableWords

# The place of the line in a ranked list, a name, what parts it from its number, and the number.
_LINE = re.compile(
    r"(?P<place>\(?(?:[A-Z][a-z]\.?\s?)?\d{1,2}(?:[.)\u3001\uff0e\uff09:]\s*|\s+)|[-*\u2022\u00b7]\s*)?"
    r"(?P<name>[^\d\s:\uff1a|,;][^:\uff1a|\t]{0,38}?)"
    r"(?P<mark>\s?[:\uff1a|]\s?|\t\s*|\s+[-\u2013\u2014]\s+|\u2014{1,2}|\.{3,}\s?|\s+)"
    r"(?P<value>[-\u2212\u2013+\uff0b]?(?:[A-Z]{0,2}[$\u00a3\u20ac\u00a5\uffe5])?\s?\d.*)"
)
_HEAD = re.compile(r"(?P<name>[^\d|\t]{1,24}?)(?:\s?[|]\s?|\t\s*|\s+)(?P<value>\S[^|\t]{0,30})")
_ROLES = frozenset({"heading", "list", "table"})


def table_at(sentences: Sequence[Sentence], first: int, words: TableWords) -> Grid | None:
    """The list that begins at a line, if one does: names and numbers parted in one way."""
    rows: list[Row] = []
    places: list[Cell] = []
    parted = ""
    for sentence in sentences[first:]:
        found = _LINE.fullmatch(sentence.text) if sentence.role in _ROLES else None
        if found is None or not cells.is_value(found["value"]) or cells.is_number(found["name"]):
            break
        mark = found["mark"].strip() or "\t"
        # Behind a mere space a number with its unit may be part of what is said.
        if parted not in {"", mark} or (mark == "\t" and not cells.is_bare(found["value"])):
            break
        parted = mark
        placed = found["place"] and found["place"].strip(" ().-*\u3001\uff0e\u2022\u00b7")
        if bool(placed) != bool(places) and rows:
            break
        if placed:
            places.append(_cell(sentence, found, "place"))
        rows.append(Row([_cell(sentence, found, "name"), _cell(sentence, found, "value")]))
    if len(rows) < LISTED:
        return None
    heads = _head(sentences, first, words)
    begins = first - 1 if heads else first
    return Grid(begins, first + len(rows) - 1, heads or [[], []], rows, places)


def _head(sentences: Sequence[Sentence], first: int, words: TableWords) -> list[list[Cell]]:
    """The two headings in the line before, if it has them."""
    line = sentences[first - 1] if first else None
    found = _HEAD.fullmatch(line.text) if line is not None and line.role in _ROLES else None
    if line is None or found is None or cells.is_value(found["value"]):
        return []
    name = found["name"].strip()
    if not any(words.whole(role, name) for role in ("area", "names", "index")):
        return []
    return [[_cell(line, found, "name")], [_cell(line, found, "value")]]


def _cell(sentence: Sentence, match: re.Match[str], group: str) -> Cell:
    start, end = match.span(group)
    text = sentence.text[start:end]
    return Cell(sentence.start + start, sentence.start + start + len(text.rstrip()), text.strip())
