"""Finds tables whose rows are lines: as many cells in each as columns in the head."""

from collections.abc import Sequence
from itertools import islice

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
    width = len(list(cut(sentences[_past_sections(sentences, at, cut)])))
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
    at, most = first, 0
    highest = 1 if cut is cells.cut_words else HIGHEST
    while at < len(sentences) and len(top) <= highest:
        if cells.is_ruled(sentences[at].text):
            at += 1
            continue
        # A head of years looks like a row.
        under = _past_sections(sentences, at, cut) if top else len(sentences)
        some = _some(sentences[under], cut, most) if under < len(sentences) else []
        if _fits(some, most, words):
            return top, at
        if len(top) == highest or (under == at and any(cells.is_number(cell.text) for cell in some)):
            return [], at
        width = len(_head_of(sentences[at], cut))
        if width < FEWEST:
            return [], at
        most += width + (not top)
        top.append(at)
        at += 1
    return [], at


def _head_of(sentence: Sentence, cut: Cut) -> list[Cell]:
    """The cells of a line that may be a head, none if one is a number; of single words rows tell which."""
    found: list[Cell] = []
    single = cut is cells.cut_words
    for cell in cells.cut_head(sentence, len(sentence.text.split())) if single else cut(sentence):
        if cells.is_number(cell.text):
            return []
        found.append(cell)
    return found


def _heads(sentences: Sequence[Sentence], top: list[int], cut: Cut, width: int) -> list[list[Cell]]:
    if cut is cells.cut_words:
        return [cells.cut_head(sentences[at], width) for at in top]
    return [list(cut(sentences[at])) for at in top]


def _past_sections(sentences: Sequence[Sentence], at: int, cut: Cut) -> int:
    """Where the rows begin that a line names, if it does nothing else; or the line itself."""
    alone = at + 1 < len(sentences) and not cells.has_digit(sentences[at]) and _alone(sentences[at], cut)
    return at + 1 if alone else at


def _alone(sentence: Sentence, cut: Cut) -> bool:
    """Whether a line has only one cell with something in it."""
    if sentence.role not in _ROWS:
        return False
    return cut is not cells.cut_words and sum(bool(cell.text) for cell in cut(sentence)) == 1


def _row_of(sentence: Sentence, cut: Cut, most: int, words: TableWords) -> list[Cell]:
    """The cells of a row, at most so many, with its number before its name or not; none if it is no row."""
    found = _some(sentence, cut, most)
    return found if _fits(found, most, words) else []


def _some(sentence: Sentence, cut: Cut, most: int) -> list[Cell]:
    """The first cells of a line that may be a row: one too many tells as much as a long line of them."""
    row = sentence.role in _ROWS and cells.has_digit(sentence)
    return list(islice(cut(sentence), most + 1)) if row else []


def _fits(found: list[Cell], most: int, words: TableWords) -> bool:
    """Whether cells are a row of at most so many."""
    if not NARROWEST <= len(found) <= most:
        return False
    return cells.is_row(found[1:] if cells.is_number(found[0].text) else found, words)


def _rows(
    sentences: Sequence[Sentence], first: int, cut: Cut, width: int, words: TableWords
) -> tuple[list[Row], int]:
    """The rows from a line on that have so many cells, and the last line of them."""
    rows: list[Row] = []
    section: Cell | None = None
    at, last = first, first - 1
    while at < len(sentences):
        found = _row_of(sentences[at], cut, width, words)
        if len(found) == width:
            rows.append(Row(found, section))
            last = at
        elif found and sentences[at].role == "table":
            last = at  # a row that lacks a cell, nobody knows which
        elif not cells.is_ruled(sentences[at].text):
            under = _past_sections(sentences, at, cut)
            if under == at or len(_row_of(sentences[under], cut, width, words)) != width:
                break
            section = next(cell for cell in cut(sentences[at]) if cell.text)
        at += 1
    return rows, last
