"""Brings the lines of a table's head together: what stands over each column."""

import re
from collections.abc import Sequence

from tui.extract.document import Cell

# A unit below its heading: "(yuan)".
_BRACKETED = re.compile(r"[(\uff08\[][^()\uff08\uff09]{1,24}[)\uff09\]]|[%\uff05\u2030]")

Heads = list[list[Cell]]


def is_unit_line(cell: Cell) -> bool:
    """Whether a cell is only a unit in brackets, which belongs to what stands over it."""
    return _BRACKETED.fullmatch(cell.text) is not None


def combined(lines: Sequence[list[Cell]], width: int) -> tuple[Heads, int] | None:
    """The cells over each of so many columns, the outermost first, and of how many lines they are.

    None where they don't fit. A line over the head that is no part of it is a caption.
    """
    lower = lines[-1]
    found = _of_two(lines[-2], lower, width) if len(lines) > 1 else None
    if found is not None:
        return found, 2
    single = _single(lower, width)
    return None if single is None else (single, 1)


def _of_two(upper: list[Cell], lower: list[Cell], width: int) -> Heads | None:
    if all(is_unit_line(cell) for cell in lower if cell.text):
        over, under = _single(upper, width), _single(lower, width)
        return _stacked(over, under) if over and under else None
    if len(upper) == len(lower) == width:
        return _stacked(_spread(upper), [[cell] if cell.text else [] for cell in lower])
    return _two_levels(upper, lower, width)


def _single(line: list[Cell], width: int) -> Heads | None:
    """The heads of one line; nothing may stand over the names of the rows."""
    if len(line) == width:
        return [[cell] if cell.text else [] for cell in line]
    return [[], *([cell] if cell.text else [] for cell in line)] if len(line) == width - 1 else None


def _stacked(over: Heads, under: Heads) -> Heads:
    return [[*upper, *lower] for upper, lower in zip(over, under, strict=True)]


def _spread(line: list[Cell]) -> Heads:
    """A cell reaches over the empty ones behind it, but not that over the names of the rows."""
    found: Heads = []
    for at, cell in enumerate(line):
        found.append([cell] if cell.text else found[-1] if at > 1 else [])
    return found


def _two_levels(upper: list[Cell], lower: list[Cell], width: int) -> Heads | None:
    """The heads of two lines, the upper of which has a cell for several of the lower one."""
    for corner, below in ((1, lower), (0, lower), (1, lower[1:]), (0, lower[1:])):
        single = width - 1 - len(below)
        groups = len(upper) - corner - single
        if single < 0 or groups < 2 or len(below) % groups:
            continue
        each = len(below) // groups
        # The parts of a group have the same names as those of another.
        names = [cell.text for cell in below]
        if each < 2 or not set(names[:each]) & set(names[each:]):
            continue
        over = upper[corner : corner + groups]
        found: Heads = [[upper[0]] if corner else []]
        found += [[over[at // each], cell] for at, cell in enumerate(below)]
        return found + [[cell] for cell in upper[corner + groups :]]
    return None
