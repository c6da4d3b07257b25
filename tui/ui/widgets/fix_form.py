"""The form in which a claim is fixed: its fields, a line to type in, and what may be meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click
from textual.message import Message

from tui.text.cells import cells, fit
from tui.text.display import one_line
from tui.text.wrap import wrap
from tui.ui.labels import field_label
from tui.ui.widgets.claim_fields import Facts
from tui.ui.widgets.detail import ClaimDetail
from tui.ui.widgets.field_input import FieldInput
from tui.ui.widgets.lines import Lines, Pieces, pieces_cells
from tui.ui.widgets.still import Below, Beside, Label

# Labels of what is offered: digits, or, where a field's text begins with a digit, letters with which hardly a
# word for a time begins: no month, quarter, half or season, neither first, last nor year.
DIGITS, LETTERS = "123456789", "gkvxzurpc"
# Lines for what is offered while a value is typed, and for the fields where they give way to it.
_LINES, _LOW_LINES = 9, 6
_FIELDS, _LOW_FIELDS = 6, 4
_BETWEEN = " \u00b7 "  # stands between the parts of a remark


@dataclass(frozen=True)
class Hint:
    """What stands under the fields: a remark, then choices under their labels, one of them marked.

    Or the ``words`` of a sentence, each with its label, and whether it is marked.
    """

    remark: str = ""
    wrong: bool = False
    choices: Sequence[str] = ()
    marked: int = -1
    taken: int = -1
    labels: str = DIGITS
    words: Sequence[tuple[str, str, bool]] = ()


class Hints(Lines):
    """The remark and the choices, as many as there is room for."""

    PREFIX = "hints--"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"hints--{part}" for part in ("remark", "wrong", "number", "choice", "marked", "tab", "label")
    }
    DEFAULT_CSS = """
    Hints {
        height: 3; background: $background;
        & .hints--remark { color: $foreground 75%; }
        & .hints--wrong { color: $error; text-style: bold; }
        & .hints--number { color: $primary; }
        & .hints--choice { color: $foreground; }
        & .hints--marked { background: $primary; color: $background; text-style: bold; }
        & .hints--tab { color: $primary; }
        & .hints--label { background: $primary 30%; color: $foreground; text-style: bold; }
    }
    """
    hint = Hint()

    @dataclass
    class ChoiceClicked(Message):
        """What stands under a label was clicked."""

        label: str

    def on_click(self, event: Click) -> None:
        """Ask for the choice clicked."""
        label, reach = "", 0
        for text, part in self._lines[event.y] if event.y < len(self._lines) else ():
            label = text.strip() if part in {"number", "label"} else label
            reach += cells(text)
            if reach > event.x:
                break
        if label and event.x < reach:
            event.stop()
            self.post_message(self.ChoiceClicked(label))

    def show(self, hint: Hint) -> None:
        """Show another hint."""
        self.hint = hint
        self.redraw()

    def make_lines(self, width: int, height: int) -> list[Pieces]:
        """The remark on its lines, then the choices: one a line if there is room, else side by side."""
        hint = self.hint
        tone = "wrong" if hint.wrong else "remark"
        remark = one_line(hint.remark)
        folded = _folded(remark, max(width - 2, 4))[:height] if remark else []
        lines: list[Pieces] = [[(" " + line, tone)] for line in folded]
        if hint.words:
            return [*lines, *_word_lines(hint.words, width)][:height]
        line: list[tuple[str, str]] = [(" ", "")]
        stacked = len(folded) + len(hint.choices) <= height
        for number, choice in enumerate(hint.choices, 1):
            text = fit(shown, width - 6) if cells(shown := one_line(choice)) > width - 6 else shown
            pieces = [
                ("\u21e5" if number - 1 == hint.taken else " " * stacked, "tab"),
                (f"{hint.labels[number - 1 :][:1]} ", "number"),
                (text, "marked" if number - 1 == hint.marked else "choice"),
            ]
            full = stacked or pieces_cells(line) + pieces_cells(pieces) + 2 > width
            if pieces_cells(line) > 1 and full:
                lines.append(line)
                line = [(" ", "")]
            line += [*pieces, ("  ", "")]
        return [*lines, line][:height]


class EntryField(FieldInput):
    """The text field of the form; the ``labels`` of suggestions take one instead of being typed."""

    labels = ""
    _opened = ""

    def open(self, value: str, *, selected: bool = False) -> None:
        """Hold ``value``; what is typed first replaces it."""
        super().open(value, selected=selected)
        self._opened = self.value

    @property
    def fresh(self) -> bool:
        """Whether nothing was typed yet and all of it would be replaced."""
        if self.value != self._opened:
            return False
        return not self.value or len(self.selected_text) == len(self.value)


class FixForm(Below):
    """Stands in the place of the detail pane while a claim is fixed."""

    DEFAULT_CSS = """
    FixForm {
        height: auto; background: $background; display: none;
        & #fix-fields { height: 8; }
        & #fix-entry {
            height: 1; display: none; background: $panel; padding: 0 1;
            & Static { width: auto; color: $primary; text-style: bold; padding-right: 1; }
            & EntryField { width: 1fr; }
        }
    }
    """

    def compose(self) -> ComposeResult:
        """Lay out fields, the line to type in, and hints."""
        yield ClaimDetail(id="fix-fields")
        with Beside(id="fix-entry"):
            yield Label(id="fix-label")
            yield EntryField(id="fix-input")
        yield Hints(id="fix-hints")

    @property
    def field(self) -> EntryField:
        """The text field."""
        return self.query_one(EntryField)

    def show(self, facts: Facts, *, title: str, active: str) -> None:
        """Show the fields as they would be saved."""
        fields = self.query_one(ClaimDetail)
        fields.title, fields.active = title, active
        fields.show(facts)
        fields.redraw()

    def hint(self, hint: Hint) -> None:
        """Show what may be meant, or what is wrong."""
        self.query_one(Hints).show(hint)

    def type_into(self, name: str, value: str, *, labels: str) -> None:
        """Open the text field for a field of the claim."""
        self.query_one("#fix-label", Label).update(Content(one_line(field_label(name))))
        self.make_room()
        self.field.labels = labels
        self.field.open(value, selected=True)

    def stop_typing(self) -> None:
        """Close the text field."""
        self.make_room(typing=False)
        self.field.shut()

    @property
    def lines(self) -> int:
        """How many lines there are for what may be meant while a value is typed."""
        return _LOW_LINES if self.screen.has_class("-low") else _LINES

    def make_room(self, *, typing: bool = True) -> None:
        """Lay the form out for typing, or not; by heights alone: a class would have all parts styled anew."""
        low, stacked = map(self.screen.has_class, ("-low", "-stacked"))
        self.query_one("#fix-entry").display = typing
        self.query_one(Hints).styles.height = self.lines if typing else None
        fields = (_LOW_FIELDS if low else _FIELDS) if typing and stacked else None
        self.query_one(ClaimDetail).styles.height = fields


def _folded(remark: str, width: int) -> list[str]:
    """A remark on lines that end between its parts, where these are no wider than a line."""
    lines: list[str] = []
    for part in remark.split(_BETWEEN):
        joined = lines[-1] + _BETWEEN + part if lines else part
        if cells(joined) <= width:
            lines[-1:] = [joined]
        else:
            lines += [part[line.start : line.end].rstrip() for line in wrap(part, width)]
    return lines


def _word_lines(words: Sequence[tuple[str, str, bool]], width: int) -> list[Pieces]:
    """Words with their labels before them, running on like the sentence that they are of."""
    lines: list[list[tuple[str, str]]] = [[(" ", "")]]
    for label, word, marked in words:
        shown = one_line(word)
        if pieces_cells(lines[-1]) + cells(shown) + 2 > width and len(lines[-1]) > 1:
            lines.append([(" ", "")])
        lines[-1] += [(label, "label"), (shown, "marked" if marked else "choice"), (" ", "")]
    return list(lines)
