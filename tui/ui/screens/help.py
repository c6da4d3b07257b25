"""All keys, those of the moment first; made from the registry of commands."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.text.cells import cells
from tui.text.wrap import wrap
from tui.ui.commands import LOOKUP, MODE_TITLES, MODES, Mode, commands_of
from tui.ui.i18n import _
from tui.ui.keymap import show_key
from tui.ui.screens.page import PageScreen
from tui.ui.widgets.key_bar import KeyBar

WIDEST = 76
KEYS_WIDTH = 10  # and the two cells before it


class HelpScreen(PageScreen):
    """A page of keys over the screen it was asked on."""

    DEFAULT_CSS = """
    HelpScreen {
        align: center middle; background: $background 60%;
        & #help-box { width: 82; max-width: 100%; height: 90%; background: $surface; }
        & #help-title { height: 1; padding: 0 2; background: $panel; color: $primary; text-style: bold; }
        & #help-page { height: 1fr; padding: 1 2; scrollbar-size-vertical: 1; }
        & #help-keys { padding: 0 2; }
    }
    """

    def __init__(self, about: Mode) -> None:
        super().__init__()
        self.about = about

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(id="help-box", can_focus=False):
            yield Static(Content(_("Keys")), id="help-title")
            with VerticalScroll(id="help-page"):
                yield Static(self.page(self._room), id="help-text")
            yield KeyBar(id="help-keys", keep=0)

    @property
    def page_widget(self) -> Widget:
        """What scrolls."""
        return self.query_one("#help-page")

    def on_resize(self) -> None:
        """Fold the sentences for the new width."""
        self.query_one("#help-text", Static).update(self.page(self._room))

    @property
    def _room(self) -> int:
        """The cells of a line: without the padding of the page and its scrollbar."""
        return min(self.app.size.width, WIDEST + 5) - 5

    def page(self, width: int = WIDEST) -> Content:
        """The commands by the moment in which their keys count, the present one first."""
        near = LOOKUP[self.about]
        modes = [*near, *(mode for mode in MODES if mode not in near)]
        parts: list[Content | tuple[str, str] | str] = []
        for mode in modes:
            parts += [(_(MODE_TITLES[mode]), "bold $primary"), "\n"]
            for command in commands_of(mode):
                keys = " ".join(show_key(key) for key in self.app.keymap.keys[command.id])
                first, *more = _folded(command.shown_help, width - KEYS_WIDTH - 2)
                parts += [("  " + _pad(keys, KEYS_WIDTH), "bold"), first, "\n"]
                parts += [" " * (KEYS_WIDTH + 2) + line + "\n" for line in more]
            parts.append("\n")
        return Content.assemble(*parts)


def _folded(text: str, width: int) -> list[str]:
    """A sentence on as many lines as it needs."""
    return [text[line.start : line.end].strip() for line in wrap(text, max(width, 12))] or [""]


def _pad(text: str, width: int) -> str:
    return text + " " * max(width - cells(text), 1)
