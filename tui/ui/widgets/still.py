"""Widgets that never scroll: Textual lays the screen out and paints it again for a new size of any other."""

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static


class Still(Widget):
    """Lays nothing out again for a size that it has been given."""

    virtual_size = var(Size(0, 0))


class Below(Vertical, Still):
    """Parts one below the other."""


class Beside(Horizontal, Still):
    """Parts one beside the other."""


class Label(Static, Still):
    """A few words, shown as they stand."""

    def __init__(self, words: Content | str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(words, id=id, markup=False)
