"""A text field for anything: what is typed, pasted or put in reaches the screen only as plain text."""

from textual.widgets import Input

from tui.text.display import one_line


class FieldInput(Input):
    """An input of one line without a blinking cursor, in which no control character can stand."""

    DEFAULT_CSS = """
    FieldInput {
        height: 1; border: none; padding: 0; background: $panel;
        &:focus { border: none; background: $panel; }
    }
    """

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(one_line(value), placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False  # a blinking cursor repaints, and moves the window of an input method

    def open(self, value: str, *, selected: bool = False) -> None:
        """Hold ``value``, the cursor behind it, or all of it selected so that typing replaces it."""
        self.value = one_line(value)
        if selected:
            self.select_all()
        else:
            self.action_end()

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace text; Textual's own way, with what a terminal would obey taken out."""
        super().replace(one_line(text), start, end)
