"""The line in which a search, a filter, a command, a note or a reason is typed."""

from textual.app import ComposeResult
from textual.content import Content

from tui.text.cells import cells
from tui.text.display import one_line
from tui.text.wrap import wrap
from tui.ui.widgets.field_input import FieldInput
from tui.ui.widgets.still import Below, Beside, Label

_EDGES = 2  # cells beside the words
_LEAST = 20  # cells of the field


class Prompt(Below):
    """A label, a text field and a hint; hidden while nothing is asked.

    What is wrong is never cut: where it has no room beside the field, it stands on lines of its own above.
    """

    DEFAULT_CSS = """
    Prompt {
        height: auto; background: $panel; display: none;
        & #prompt-above { display: none; height: auto; padding: 0 1; color: $text-error; }
        & #prompt-line { height: 1; padding: 0 1; }
        & #prompt-label { width: auto; color: $primary; text-style: bold; padding-right: 1; }
        & #prompt-hint {
            width: 1fr; padding-left: 1; color: $foreground 80%;
            text-align: right; text-wrap: nowrap; text-overflow: ellipsis;
        }
        & FieldInput { width: auto; min-width: 20; max-width: 60%; }
        &.-long #prompt-hint { display: none; }
        &.-long FieldInput { width: 1fr; max-width: 100%; }
        &.-wrong #prompt-hint { color: $text-error; }
        &.-above #prompt-above { display: block; }
    }
    """

    label = ""
    _told = ("", False)
    _shown: tuple[str, str, bool] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        yield Label(id="prompt-above")
        with Beside(id="prompt-line"):
            yield Label(id="prompt-label")
            yield FieldInput(id="prompt-input")
            yield Label(id="prompt-hint")

    @property
    def field(self) -> FieldInput:
        """The text field."""
        return self.query_one(FieldInput)

    @property
    def value(self) -> str:
        """What is typed."""
        return self.field.value

    def open(self, label: str, value: str = "", hint: str = "", *, selected: bool = False) -> None:
        """Ask for a line of text, with something said about ``value`` already."""
        self.label = label
        self.query_one("#prompt-label", Label).update(Content(one_line(label)))
        self.display = True
        self.field.open(value, selected=selected)
        self.hint(hint)

    def hint(self, text: str, *, wrong: bool = False) -> None:
        """Say something about what is typed, such as how much it finds or what is wrong with it."""
        self._told = (one_line(text), wrong)
        self._tell()

    def on_resize(self) -> None:
        """Find room for what is wrong in the new width."""
        self._tell()

    def _tell(self) -> None:
        text, wrong = self._told
        width = max(self.screen.size.width - _EDGES, _LEAST)
        field = max(cells(self.value) + 1, _LEAST)
        above = wrong and cells(text) > width - cells(one_line(self.label)) - field - _EDGES
        lines = wrap(text, width) if above else ()
        folded = "\n".join(text[line.start : line.end].rstrip() for line in lines)
        shown = (folded, "" if above else text, wrong)
        if shown == self._shown:
            return
        self._shown = shown
        self.update_classes({"-wrong": wrong, "-above": above, "-long": above or not text})
        self.query_one("#prompt-above", Label).update(Content(folded))
        self.query_one("#prompt-hint", Label).update(Content(shown[1]), layout=False)

    def close(self) -> None:
        """Be gone."""
        self.display = False
        self.field.shut()
