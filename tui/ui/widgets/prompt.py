"""The line in which a search, a filter, a command, a note or a reason is typed."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from tui.text.display import one_line
from tui.ui.widgets.field_input import FieldInput


class Prompt(Horizontal):
    """A label, a text field and a hint; hidden while nothing is asked."""

    DEFAULT_CSS = """
    Prompt {
        height: 1; padding: 0 1; background: $panel; display: none;
        & #prompt-label { width: auto; color: $primary; text-style: bold; padding-right: 1; }
        & #prompt-hint {
            width: 1fr; padding-left: 1; color: $foreground 80%;
            text-align: right; text-wrap: nowrap; text-overflow: ellipsis;
        }
        & FieldInput { width: auto; min-width: 20; max-width: 60%; }
        &.-long #prompt-hint { display: none; }
        &.-long FieldInput { width: 1fr; max-width: 100%; }
        &.-wrong #prompt-hint { color: $text-error; }
    }
    """

    label = ""

    def compose(self) -> ComposeResult:
        """Lay out the three parts."""
        yield Static(id="prompt-label", markup=False)
        yield FieldInput(id="prompt-input")
        yield Static(id="prompt-hint", markup=False)

    @property
    def field(self) -> FieldInput:
        """The text field."""
        return self.query_one(FieldInput)

    @property
    def value(self) -> str:
        """What is typed."""
        return self.field.value

    def open(self, label: str, value: str = "", *, selected: bool = False) -> None:
        """Ask for a line of text."""
        self.label = label
        self.query_one("#prompt-label", Static).update(Content(one_line(label)))
        self.hint("")
        self.display = True
        self.field.open(value, selected=selected)
        self.field.focus(scroll_visible=False)

    def hint(self, text: str, *, wrong: bool = False) -> None:
        """Say something about what is typed, such as how much it finds or what is wrong with it."""
        self.set_class(wrong, "-wrong")
        self.set_class(not text, "-long")
        self.query_one("#prompt-hint", Static).update(Content(one_line(text)))

    def close(self) -> None:
        """Be gone."""
        self.display = False
        self.screen.set_focus(None)
