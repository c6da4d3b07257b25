"""A screen with a line to type in, which takes the place of the line that tells what happened."""

from textual.screen import ScreenResultType

from tui.ui.command import Need
from tui.ui.commands import Mode
from tui.ui.handling import handles
from tui.ui.screens.base import CommandScreen
from tui.ui.widgets.field_input import FieldInput
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.status_line import StatusLine, Tone


class PromptingScreen(CommandScreen[ScreenResultType]):
    """Give it a `StatusLine`, a `Prompt` and a `KeyBar`, and a method that does ``dialog.accept``."""

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Tell what happened."""
        self.query_one(StatusLine).say(text, tone)

    @property
    def typing_field(self) -> FieldInput | None:
        """The field to type in while it is open."""
        return self.query_one(Prompt).field if self.mode == "dialog" else None

    def set_mode(self, mode: Mode) -> None:
        """Let keys mean something else."""
        self.mode = mode
        self.query_one(StatusLine).display = mode != "dialog"
        self.show_keys()

    def field_changed(self) -> None:
        """What was wrong is said of another line."""
        self.query_one(Prompt).hint("")

    def has(self, need: Need) -> bool:
        """Nothing completes what is typed here."""
        return need != "completion"

    def ask(self, label: str, value: str = "") -> None:
        """Ask for a line; what is typed takes the place of ``value``."""
        self.set_mode("dialog")
        self.query_one(Prompt).open(label, value, selected=bool(value))

    @handles("dialog.cancel")
    def cancel(self, _count: int) -> None:
        """Close the line without doing anything."""
        self.query_one(Prompt).close()
        self.set_mode(self.START_MODE)
