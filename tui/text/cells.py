"""Widths in terminal cells, character by character, so that they always add up.

They hold for text that has been through :func:`tui.text.display.sanitise`: it takes out the characters
that change the width of their neighbours.
"""

from collections.abc import Iterable

from rich.cells import get_character_cell_size

ELLIPSIS = "\u2026"


class _Widths(dict[str, int]):
    """The cells of each character, learned as they are met."""

    def __missing__(self, char: str) -> int:
        cells = self[char] = get_character_cell_size(char)
        return cells


_WIDTHS = _Widths()
char_cells = _WIDTHS.__getitem__


def widths(text: str) -> Iterable[int]:
    """The cells of each character: 0 for combining ones, 2 for wide ones, else 1."""
    return map(char_cells, text)


def cells(text: str) -> int:
    """The cells that ``text`` takes."""
    return len(text) if text.isascii() else sum(map(char_cells, text))


def index_at(text: str, cell: int) -> int:
    """The index of the character that covers ``cell``, or ``len(text)`` past its end."""
    used = 0
    for index, char in enumerate(text):
        used += char_cells(char)
        if used > cell:
            return index
    return len(text)


def fit(text: str, width: int, *, right: bool = False) -> str:
    """``text`` cut or padded to exactly ``width`` cells; what is cut off shows as an ellipsis."""
    spare = width - cells(text)
    if spare < 0:
        text = text[: index_at(text, width - 1)] + ELLIPSIS if width > 0 else ""
        spare = width - cells(text)
    return " " * spare + text if right else text + " " * spare


def fit_end(text: str, width: int) -> str:
    """``text`` padded to exactly ``width`` cells, or its end: of a path, the file's name is what tells."""
    if cells(text) <= width:
        return fit(text, width)
    at = index_at(text, cells(text) - width)
    return fit(ELLIPSIS + text[at + 1 :], width)
