"""All keys, those of the moment first; made from the registry of commands."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from tui.text.cells import cells
from tui.text.wrap import wrap
from tui.ui.commands import LOOKUP, MODE_TITLES, MODES, Mode, commands_of
from tui.ui.i18n import _
from tui.ui.keymap import show_key
from tui.ui.screens.page import PageScreen
from tui.ui.widgets.counted import Counted
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.layers import Layers
from tui.ui.widgets.lines import Pieces

KEYS_WIDTH = 10  # and the two cells before it
LEFT = "  "


class HelpText(ScrollView, can_focus=False):
    """Lines of styled text, made for a width; those in view are drawn."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--heading", "help--keys"}
    DEFAULT_CSS = """
    HelpText {
        height: 1fr; margin-bottom: 1; background: $surface; scrollbar-size-vertical: 1;
        overflow-x: hidden; overflow-y: scroll;
        & .help--heading { color: $primary; text-style: bold; }
        & .help--keys { text-style: bold; }
    }
    """

    def __init__(self, make: Callable[[int], Sequence[Pieces]]) -> None:
        super().__init__()
        self.counted = Counted()
        self.lines: Sequence[Pieces] = ()
        self._make = make
        self._layers = Layers(self)

    def on_resize(self) -> None:
        """Make the lines for the new width."""
        self.lines = self._make(self.size.width)
        self.virtual_size = Size(self.size.width, len(self.lines))
        self.refresh()

    def notify_style_update(self) -> None:
        """Take up new colours."""
        super().notify_style_update()
        self._layers.clear()

    def render_line(self, y: int) -> Strip:
        """One line."""
        row = self.scroll_offset.y + y
        self.counted.lines += 1
        pieces = self.lines[row] if row < len(self.lines) else ()
        segments = [
            Segment(text, self._layers(f"help--{part}") if part else self._layers()) for text, part in pieces
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self._layers())


class HelpScreen(PageScreen):
    """A page of keys over the screen it was asked on."""

    DEFAULT_CSS = """
    HelpScreen {
        align: center middle; background: $background 60%;
        & #help-box { width: 82; max-width: 100%; height: 90%; background: $surface; }
        & #help-title { height: 1; padding: 0 2; background: $panel; color: $primary; text-style: bold; }
        & #help-keys { padding: 0 2; }
    }
    """

    def __init__(self, about: Mode) -> None:
        super().__init__()
        self.about = about

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with Vertical(id="help-box"):
            yield Static(Content(_("Keys")), id="help-title")
            yield HelpText(self.page)
            yield KeyBar(id="help-keys", keep=0)

    @property
    def page_widget(self) -> HelpText:
        """What scrolls."""
        return self.query_one(HelpText)

    def page(self, width: int) -> list[Pieces]:
        """The commands by the moment in which their keys count, the present one first."""
        room = width - 2 * len(LEFT) - KEYS_WIDTH - 2
        near = LOOKUP[self.about]
        lines: list[Pieces] = []
        for mode in [*near, *(mode for mode in MODES if mode not in near)]:
            lines += [(), [(LEFT + _(MODE_TITLES[mode]), "heading")]]
            for command in commands_of(mode):
                keys = " ".join(show_key(key) for key in self.app.keymap.keys[command.id])
                first, *more = _folded(command.shown_help, room)
                lines.append([(LEFT + "  " + _pad(keys, KEYS_WIDTH), "keys"), (first, "")])
                lines += [[(LEFT + " " * (KEYS_WIDTH + 2) + line, "")] for line in more]
        return [*lines, ()]


def _folded(text: str, width: int) -> list[str]:
    """A sentence on as many lines as it needs."""
    return [text[line.start : line.end].strip() for line in wrap(text, max(width, 12))] or [""]


def _pad(text: str, width: int) -> str:
    return text + " " * max(width - cells(text), 1)
