"""A widget made of a few lines of styled text: only the lines that changed are painted again."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip

from tui.text.cells import cells, fit
from tui.text.wrap import wrap
from tui.ui.widgets.counted import Counted
from tui.ui.widgets.fitted import fitted
from tui.ui.widgets.layers import Layers
from tui.ui.widgets.still import Still

# Pieces of a line: the text and the part of the style sheet that it belongs to, "" for none.
Pieces = Sequence[tuple[str, str]]

_LEAST = 12  # cells that a part is cut to at most


def pieces_cells(pieces: Pieces) -> int:
    """The cells that the pieces take together."""
    return sum(cells(text) for text, _ in pieces)


def fit_pieces(pieces: Pieces, width: int) -> list[tuple[str, str]]:
    """The pieces cut to ``width`` cells, the last one that fits only in part ending in an ellipsis."""
    fitted: list[tuple[str, str]] = []
    for text, part in pieces:
        size = cells(text)
        if size > width:
            fitted.append((fit(text, width), part))
            break
        fitted.append((text, part))
        width -= size
    return fitted


def shorten(pieces: Pieces, width: int, part: str) -> Pieces:
    """The pieces with those of a part cut, though not to nothing, so that what follows fits as well."""
    over = pieces_cells(pieces) - width
    if over <= 0:
        return pieces
    return [
        (fit(text, max(cells(text) - over, min(cells(text), _LEAST))) if each == part else text, each)
        for text, each in pieces
    ]


def folded(lead: str, text: str, part: str, width: int) -> list[Pieces]:
    """A text behind ``lead`` on as many lines as it needs, all of them below its first word."""
    edge = cells(lead)
    lines = (text[line.start : line.end].rstrip() for line in wrap(text, max(width - edge - 1, _LEAST)))
    return [[((" " * edge if at else lead) + line, part)] for at, line in enumerate(lines)]


class Lines(Still):
    """Shows what :meth:`make_lines` gives for a width and height; the texts must be sanitised.

    They are made when they are painted in a new size, so that one frame is enough.
    """

    ALLOW_SELECT = False
    PREFIX: ClassVar[str] = ""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.counted = Counted()
        self._layers = Layers(self)
        self._lines: list[list[tuple[str, str]]] = []
        self._made_for = Size()

    def make_lines(self, width: int, height: int) -> list[Pieces]:
        """What to show now, from the top."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Work the lines out again and paint those that have changed."""
        old, width = self._lines, self.size.width
        self._make()
        for y in range(max(len(old), len(self._lines))):
            if old[y : y + 1] != self._lines[y : y + 1]:
                self.counted.repaints += 1
                self.refresh(Region(0, y, width, 1))

    def _make(self) -> None:
        width, height = self._made_for = self.size
        made = self.make_lines(width, height) if width and height else []
        self._lines = [fit_pieces(pieces, width) for pieces in made]

    def notify_style_update(self) -> None:
        """Take up new colours."""
        super().notify_style_update()
        self._layers.clear()

    def render_line(self, y: int) -> Strip:
        """One line."""
        if self.size != self._made_for:
            self._make()
        self.counted.lines += 1
        pieces = self._lines[y] if y < len(self._lines) else ()
        segments = [
            Segment(text, self._layers(f"{self.PREFIX}{part}") if part else self._layers())
            for text, part in pieces
            if text
        ]
        width = self.size.width
        return Strip(fitted(segments, width, self._layers()), width)
