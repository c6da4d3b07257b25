"""Finds tables whose cells are lines: a name, its numbers, the next name, as pages come out of a browser."""

from collections.abc import Sequence

from tui.extract.document import Cell, Grid, Row, Sentence
from tui.extract.layout import cells
from tui.extract.layout.cells import FEWEST, LISTED
from tui.extract.layout.heads import is_unit_line
from tui.extract.layout.words import TableWords

# A cell is no longer, and a row has no more cells.
LONGEST, WIDEST = 48, 14
# A head of one cell a line has at most so many lines for each column.
_HIGHEST = 2
# The cell over the names of rows is not longer: so many words, or letters where words aren't spaced.
_CORNER_WORDS, _CORNER_LETTERS = 2, 4
_ENDS = (".", "\u3002", ":", "\uff1a", ";", "\uff1b", "!", "?", "\uff01", "\uff1f", ",", "\uff0c")


def table_at(sentences: Sequence[Sentence], first: int, words: TableWords) -> Grid | None:
    """The table of single cells whose head begins at or behind a line, in the run of short lines there."""
    last = first
    while last < len(sentences) and is_cell(sentences[last]):
        last += 1
    run = [cells.only_cell(sentence) for sentence in sentences[first:last]]
    # Units below headings leave no doubt: one row is enough then.
    fewest = 1 if any(is_unit_line(cell) for cell in run) else FEWEST
    if sum(cells.is_bare(cell.text) for cell in run) < fewest * 2:
        return None
    body = _body(run, fewest, words)
    if body is None:
        return None
    at, width, rows, end = body
    heads, top = _heads(run[:at], width, words)
    if heads is None:
        return None
    grid = Grid(first + top, first + end - 1, heads, rows)
    name = heads[0][-1].text if heads[0] else ""
    if width > 2 and cells.without_numbers([row.cells for row in rows], name, words):
        grid.numbering = [row.cells[0] for row in rows]
        grid.heads, grid.rows = heads[1:], [Row(row.cells[1:], row.section) for row in rows]
    return grid


def is_cell(sentence: Sentence) -> bool:
    """Whether a line is short, and no part of a text."""
    if len(sentence.text) > LONGEST or sentence.role in {"title", "body"}:
        return False
    return sentence.role != "boilerplate" or cells.is_value(sentence.text)


def _body(run: list[Cell], fewest: int, words: TableWords) -> tuple[int, int, list[Row], int] | None:
    """Where the rows of a run begin, the cells of each, the rows, ``fewest`` or more, and where they end."""
    best: tuple[int, int, list[Row], int] | None = None
    covered = 0
    # Rows begin near the first number, which may be a year in the head.
    number = next(at for at, cell in enumerate(run) if cells.is_bare(cell.text))
    for at in range(max(0, number - 2), min(len(run), number + 2 * WIDEST)):
        if cells.is_bare(run[at].text) and cells.is_number(run[at].text) and not cells.is_place(run[at], 1):
            continue
        for width in range(2, WIDEST + 1):
            rows, end = _rows(run, at, width, words)
            enough = len(rows) >= (LISTED if width == 2 else fewest)
            if enough and len(rows) * width > covered:
                best, covered = (at, width, rows, end), len(rows) * width
    return best


def _rows(run: list[Cell], at: int, width: int, words: TableWords) -> tuple[list[Row], int]:
    """The rows of so many cells from a place in the run on, and where they end."""
    rows: list[Row] = []
    section: Cell | None = None
    numbered = cells.is_place(run[at], 1) and width > 2
    while at + width <= len(run):
        found = run[at : at + width]
        if numbered:
            fits = cells.is_place(found[0], len(rows) + 1) and cells.is_row(found[1:], words)
        else:
            fits = _is_row(found, words)
        if fits:
            rows.append(Row(found, section))
        elif rows and not cells.is_value(run[at].text) and _is_row(run[at + 1 : at + 1 + width], words):
            section = run[at]
            at += 1
            continue
        else:
            break
        at += width
    return rows, at


def _is_row(found: list[Cell], words: TableWords) -> bool:
    """Whether cells are a row, with no more than a unit among its numbers, and a year only as its name."""
    if not cells.is_row(found, words) or is_unit_line(found[0]):
        return False
    bare = [cells.is_number(cell.text) for cell in found[1:]]
    return any(bare) and not is_unit_line(found[-1])


def _heads(above: list[Cell], width: int, words: TableWords) -> tuple[list[list[Cell]] | None, int]:
    """The cells over each column, a unit with what it stands below, and where in the run they begin."""
    found: list[list[Cell]] = []
    units: list[Cell] = []
    at = len(above)
    lowest = max(0, at - _HIGHEST * width)
    while at > lowest and len(found) < width:
        cell = above[at - 1]
        if cell.text.endswith(_ENDS) or cells.is_number(cell.text):
            break
        at -= 1
        if is_unit_line(cell):
            units.insert(0, cell)
        else:
            found.insert(0, [cell, *units[:1]] if len(units) == 1 else [cell])
            # Units that stand together belong to all headings before them.
            units = [] if len(units) == 1 else units
    if len(found) == width and not _is_corner(found[0][0], words):
        at += len(found[0])
        found = found[1:]
    if units:
        if len(units) < len(found) - 1 or len(units) > len(found):
            return None, at
        for heading, unit in zip(reversed(found), reversed(units), strict=False):
            heading.append(unit)
    if len(found) == width:
        return found, at
    return ([[], *found], at) if len(found) == width - 1 else (None, at)


def _is_corner(cell: Cell, words: TableWords) -> bool:
    """Whether a cell may stand over the names of rows, and is no title."""
    text = cell.text
    if any(words.whole(role, text) for role in ("area", "names", "index")):
        return True
    return len(text.split()) <= _CORNER_WORDS and (text.isascii() or len(text) <= _CORNER_LETTERS)
