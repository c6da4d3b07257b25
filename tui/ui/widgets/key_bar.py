"""The line of keys at the bottom: what can be done now; a click does it."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message

from tui.text.cells import cells
from tui.ui.widgets.still import Still

Item = tuple[str, str, str]  # command id, key as shown, title as shown
GAP = 2


class KeyBar(Still):
    """Shows as many commands as fit; the last ones given are kept whatever the width."""

    DEFAULT_CSS = """
    KeyBar { height: 1; color: $foreground 80%; background: $surface; padding: 0 1; }
    """

    @dataclass
    class Wanted(Message):
        """A command was clicked."""

        command_id: str

    def __init__(self, *, keep: int = 3, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._items: Sequence[Item] = ()
        self._keep = keep
        self._places: list[tuple[int, int, str]] = []

    def show(self, items: Sequence[Item]) -> None:
        """Show these commands, in this order."""
        if items != self._items:
            self._items = items
            self.refresh()

    def _fitting(self, room: int) -> list[Item]:
        kept = list(self._items[-self._keep :]) if self._keep else []
        room -= sum(_width(item) for item in kept)
        chosen: list[Item] = []
        for item in self._items[: len(self._items) - len(kept)]:
            room -= _width(item)
            if room < -GAP:
                break
            chosen.append(item)
        return chosen + kept

    def render(self) -> Content:
        """The line as it is painted; notes where each command stands."""
        parts: list[Content | tuple[str, str] | str] = []
        self._places = []
        at = 0
        for item in self._fitting(self.content_size.width):
            command_id, key, title = item
            parts += [(key, "bold $primary"), " ", title, " " * GAP]
            end = at + _width(item)
            self._places.append((at, end - GAP, command_id))
            at = end
        return Content.assemble(*parts, end="")

    def on_click(self, event: Click) -> None:
        """Ask for the command that was clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for start, end, command_id in self._places:
            if start <= offset.x < end:
                event.stop()
                self.post_message(self.Wanted(command_id))


def _width(item: Item) -> int:
    return cells(item[1]) + 1 + cells(item[2]) + GAP
