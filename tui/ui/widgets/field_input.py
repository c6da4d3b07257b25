"""A text field for anything: what is typed, pasted or put in reaches the screen only as plain text."""

from textual.binding import Binding
from textual.widgets import Input

from tui.text.display import one_line

LONGEST = 1000  # characters: more were not meant for one line, and looking at them would take long
# What Textual's text field does with the keys that are no text, but for the one that would submit it.
EDITING: dict[str, str] = {
    binding.key: binding.action for binding in Binding.make_bindings(Input.BINDINGS) if binding.key != "enter"
}


class FieldInput(Input):
    """An input of one line without a blinking cursor, in which no control character can stand."""

    DEFAULT_CSS = """
    FieldInput {
        height: 1; border: none; padding: 0; background: $panel;
        &:focus { border: none; background: $panel; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False  # a blinking cursor repaints, and moves the window of an input method

    def open(self, value: str, *, selected: bool = False) -> None:
        """Hold ``value``, the cursor behind it, or all of it selected so that typing replaces it.

        Its screen gives it the keys, so it only looks focused: moving Textual's focus paints all the screen.
        """
        self.has_focus = True
        self.value = one_line(value)
        if selected:
            self.select_all()
        else:
            self.action_end()
        if not self.size:  # scrolled for no width, it would be painted once more when it has one
            for place in (Input.scroll_x, Input.scroll_target_x):
                self.set_reactive(place, 0.0)

    def on_show(self) -> None:
        """Show the end of what is too long, where the cursor is."""
        self.scroll_to(x=self.max_scroll_x, animate=False, force=True)

    def shut(self) -> None:
        """Show no cursor any more."""
        self.has_focus = False
        self.screen.set_focus(None)  # a click may have moved it here

    def enter(self, text: str) -> bool:
        """Put text at the cursor, in place of what is selected; false if there is no room for it."""
        start, end = sorted(self.selection)
        fits = len(self.value) - (end - start) + len(text) <= LONGEST
        if fits:
            self.replace(text, start, end)
        return fits

    def replace(self, text: str, start: int, end: int) -> None:
        """Replace text; Textual's own way, with what a terminal would obey taken out."""
        super().replace(one_line(text), start, end)
