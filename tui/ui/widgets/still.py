"""Widgets that never scroll: Textual lays the screen out and paints it again for a new size of any other."""

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static


class Still(Widget):
    """Lays nothing out again for a size that it has been given."""

    virtual_size = var(Size(0, 0))


class Ground(Still):
    """Lies below its parts and shows nothing of its own but edges at its sides: one line does for all."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """As many lines as are asked for, all of them the same."""
        return super().render_lines(crop._replace(height=min(crop.height, 1))) * crop.height


class Below(Vertical, Ground):
    """Parts one below the other."""


class Beside(Horizontal, Ground):
    """Parts one beside the other."""


class Label(Static, Still):
    """A few words, shown as they stand."""

    def __init__(self, words: Content | str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(words, id=id, markup=False)
