"""A screen with a line to type in, which takes the place of the line that tells what happened."""

from textual.screen import ScreenResultType

from tui.ui.command import Need
from tui.ui.commands import Mode
from tui.ui.screens.asking import Asking, AskingScreen
from tui.ui.widgets.field_input import FieldInput
from tui.ui.widgets.status_line import StatusLine, Tone


class PromptingScreen(AskingScreen[ScreenResultType]):
    """Give it a `StatusLine`, a `Prompt` and a `KeyBar`."""

    def __init__(self) -> None:
        super().__init__()
        self.asking = Asking(self)
        self.add_handlers(self.asking)

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Tell what happened."""
        self.query_one(StatusLine).say(text, tone)

    @property
    def typing_field(self) -> FieldInput | None:
        """The field to type in while it is open."""
        return self.prompt.field if self.mode == "dialog" else None

    def set_mode(self, mode: Mode) -> None:
        """Let keys mean something else."""
        self.mode = mode
        self.query_one(StatusLine).display = mode != "dialog"
        self.show_keys()

    def field_changed(self) -> None:
        """Follow what is typed."""
        self.asking.typed()

    def has(self, need: Need) -> bool:
        """Whether what is typed can be completed."""
        return need != "completion" or self.asking.completes
