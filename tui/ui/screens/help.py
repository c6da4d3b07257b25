"""All keys, those of the moment first; made from the registry of commands."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.content import Content

from tui.text.cells import cells
from tui.text.wrap import wrap
from tui.ui.commands import LOOKUP, MODE_TITLES, MODES, Mode, commands_of
from tui.ui.i18n import _
from tui.ui.keymap import show_key
from tui.ui.screens.page import PageScreen
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.lines import Pieces
from tui.ui.widgets.page_text import PageText
from tui.ui.widgets.still import Label

KEYS_WIDTH = 10  # and the two cells before it
LEFT = " "


class HelpText(PageText):
    """Lines of styled text, made for a width."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"help--heading", "help--keys"}
    DEFAULT_CSS = """
    HelpText {
        width: 82; max-width: 100%;
        background: $surface; border-left: thick $panel; border-right: thick $panel;
        & .help--heading { color: $primary; text-style: bold; }
        & .help--keys { text-style: bold; }
    }
    """

    def __init__(self, make: Callable[[int], Sequence[Pieces]]) -> None:
        super().__init__()
        self.lines: Sequence[Pieces] = ()
        self._make = make

    def lay_out(self, width: int) -> int:
        """Make the lines for the new width."""
        self.lines = self._make(width)
        return len(self.lines)

    def line(self, row: int) -> list[Segment]:
        """One line."""
        return [
            Segment(text, self._layers(f"help--{part}") if part else self._layers())
            for text, part in self.lines[row]
        ]


class HelpScreen(PageScreen):
    """A page of keys over the screen it was asked on."""

    DEFAULT_CSS = """
    HelpScreen {
        align: center top; background: $background;
        & #help-title, & #help-keys { width: 82; max-width: 100%; padding: 0 2; background: $panel; }
        & #help-title { height: 1; color: $primary; text-style: bold; }
    }
    """

    def __init__(self, about: Mode) -> None:
        super().__init__()
        self.about = about

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Label(Content(_("Keys")), id="help-title")
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
                by_name = not keys and "always" in LOOKUP[mode]
                typed = f" \u00b7 :{command.id}" if by_name else ""
                first, *more = _folded(command.shown_help + typed, room)
                lines.append([(LEFT + "  " + _pad(keys, KEYS_WIDTH), "keys"), (first, "")])
                lines += [[(LEFT + " " * (KEYS_WIDTH + 2) + line, "")] for line in more]
        return [*lines, ()]


def _folded(text: str, width: int) -> list[str]:
    """A sentence on as many lines as it needs."""
    return [text[line.start : line.end].strip() for line in wrap(text, max(width, 12))] or [""]


def _pad(text: str, width: int) -> str:
    return text + " " * max(width - cells(text), 1)
