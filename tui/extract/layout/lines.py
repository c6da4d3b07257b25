"""Finds tables whose rows are lines: as many cells in each as columns in the head."""

from collections.abc import Sequence

from tui.extract.document import Cell, Grid, Row, Sentence
from tui.extract.layout import cells
from tui.extract.layout.cells import FEWEST, NARROWEST, Cut
from tui.extract.layout.heads import combined
from tui.extract.layout.words import TableWords

# A head has at most so many lines.
HIGHEST = 2
_HEADS = frozenset({"heading", "list", "table", "boilerplate"})
_ROWS = frozenset({"heading", "list", "table"})


def table_at(sentences: Sequence[Sentence], first: int, words: TableWords) -> Grid | None:
    """The table whose head begins at a line, if one does; of several ways to cut it that with most rows."""
    if sentences[first].role not in _HEADS or not any(map(_is_data, sentences[first + 1 : first + 4])):
        return None
    found = (_cut_table(sentences, first, cut, words) for cut in cells.cuts(sentences[first]))
    return max((grid for grid in found if grid), key=lambda grid: len(grid.rows), default=None)


def _is_data(sentence: Sentence) -> bool:
    return sentence.role in _ROWS and cells.has_digit(sentence)


def _cut_table(sentences: Sequence[Sentence], first: int, cut: Cut, words: TableWords) -> Grid | None:
    """The table at a line with cells that are parted in one way."""
    top, at = _head_lines(sentences, first, cut, words)
    if not top:
        return None
    width = len(cut(sentences[_past_sections(sentences, at, cut)]))
    rows, last = _rows(sentences, at, cut, width, words)
    if len(rows) < FEWEST or (cut is cells.cut_words and _has_joint(rows)):
        return None
    combination = combined(_heads(sentences, top, cut, width), width)
    if combination is None:
        return None
    heads, high = combination
    grid = Grid(top[-high], last, heads, rows)
    name = heads[0][-1].text if heads[0] else ""
    if cells.without_numbers([row.cells for row in rows], name, words):
        grid.numbering = [row.cells[0] for row in rows]
        grid.heads = heads[1:]
        grid.rows = [Row(row.cells[1:], row.section) for row in rows]
    elif any(cells.is_number(row.cells[0].text) for row in rows):
        return None
    return grid


def _has_joint(rows: Sequence[Row]) -> bool:
    """Whether a column holds nothing but the dashes that part names from numbers."""
    columns = zip(*(row.cells[1:] for row in rows), strict=True)
    return any(not any(cells.is_value(cell.text) for cell in column) for column in columns)


def _head_lines(
    sentences: Sequence[Sentence], first: int, cut: Cut, words: TableWords
) -> tuple[list[int], int]:
    """The lines of a head, and where what is below it begins; none if there is no head."""
    top: list[int] = []
    at = first
    highest = 1 if cut is cells.cut_words else HIGHEST
    while at < len(sentences) and len(top) <= highest:
        if cells.is_ruled(sentences[at].text):
            at += 1
            continue
        under = _past_sections(sentences, at, cut)
        # A head of years looks like a row.
        if top and under < len(sentences) and _row_of(sentences[under], cut, words):
            return top, at
        found = _head_of(sentences[at], cut)
        if len(found) < FEWEST or any(cells.is_number(cell.text) for cell in found):
            return [], at
        top.append(at)
        at += 1
    return [], at


def _head_of(sentence: Sentence, cut: Cut) -> list[Cell]:
    """The cells of a line that may be a head; where single spaces part them only its rows tell which."""
    return cells.cut_head(sentence, len(sentence.text.split())) if cut is cells.cut_words else cut(sentence)


def _heads(sentences: Sequence[Sentence], top: list[int], cut: Cut, width: int) -> list[list[Cell]]:
    if cut is cells.cut_words:
        return [cells.cut_head(sentences[at], width) for at in top]
    return [cut(sentences[at]) for at in top]


def _past_sections(sentences: Sequence[Sentence], at: int, cut: Cut) -> int:
    """Where the rows begin that a line names, if it does nothing else; or the line itself."""
    alone = at + 1 < len(sentences) and not cells.has_digit(sentences[at]) and _alone(sentences[at], cut)
    return at + 1 if alone else at


def _alone(sentence: Sentence, cut: Cut) -> bool:
    """Whether a line has only one cell with something in it."""
    if sentence.role not in _ROWS:
        return False
    return cut is not cells.cut_words and sum(bool(cell.text) for cell in cut(sentence)) == 1


def _row_of(sentence: Sentence, cut: Cut, words: TableWords) -> list[Cell]:
    """The cells of a row, with its number in the table before its name or without; none if it is no row."""
    if sentence.role not in _ROWS or not cells.has_digit(sentence):
        return []
    found = cut(sentence)
    if len(found) < NARROWEST:
        return []
    numbered = cells.is_number(found[0].text)
    return found if cells.is_row(found[1:] if numbered else found, words) else []


def _rows(
    sentences: Sequence[Sentence], first: int, cut: Cut, width: int, words: TableWords
) -> tuple[list[Row], int]:
    """The rows from a line on that have so many cells, and the last line of them."""
    rows: list[Row] = []
    section: Cell | None = None
    at, last = first, first - 1
    while at < len(sentences):
        found = _row_of(sentences[at], cut, words)
        if len(found) == width:
            rows.append(Row(found, section))
            last = at
        elif found and sentences[at].role == "table":
            last = at  # a row that lacks a cell, nobody knows which
        elif not cells.is_ruled(sentences[at].text):
            under = _past_sections(sentences, at, cut)
            if under == at or len(_row_of(sentences[under], cut, words)) != width:
                break
            section = next(cell for cell in cut(sentences[at]) if cell.text)
        at += 1
    return rows, last
