"""One line asked of the reviewer: what is typed goes to whoever asked."""

from collections.abc import Callable

from tui.ui.doing.base import Doing
from tui.ui.screens.base import handles

# Given what was typed; says what is wrong with it, or None to be done with it.
Done = Callable[[str], str | None]
Hint = Callable[[str], str]


class Asking(Doing):
    """Opens the prompt and keeps what to do with the answer."""

    _done: Done | None = None
    _hint: Hint | None = None
    _complete: Callable[[str], str] | None = None

    def ask(
        self,
        label: str,
        done: Done,
        *,
        value: str = "",
        hint: Hint | None = None,
        complete: Callable[[str], str] | None = None,
    ) -> None:
        """Ask for a line; ``hint`` comments on it while it is typed, ``complete`` is what tab makes of it."""
        self._done, self._hint, self._complete = done, hint, complete
        self.screen.set_mode("dialog")
        self.screen.prompt.open(label, value)
        self.typed(value)

    def typed(self, value: str) -> None:
        """Comment on what is typed so far."""
        if self._hint is not None and self.screen.mode == "dialog":
            self.screen.prompt.hint(self._hint(value))

    @handles("dialog.accept")
    def accept(self, _count: int) -> None:
        """Hand on what was typed; if it is refused, it stays with the reason."""
        done = self._done
        if done is None:
            return
        typed = self.screen.prompt.value
        self.close()
        wrong = done(typed)
        if wrong:
            self._done = done
            self.screen.set_mode("dialog")
            self.screen.prompt.open(self.screen.prompt.label, typed)
            self.screen.prompt.hint(wrong, wrong=True)

    @handles("dialog.next")
    def complete(self, _count: int) -> None:
        """Complete what is typed."""
        if self._complete is not None:
            self.screen.prompt.field.open(self._complete(self.screen.prompt.value))

    @handles("dialog.cancel")
    def cancel(self, _count: int) -> None:
        """Drop what is typed."""
        self.close()

    def close(self) -> None:
        """Back to reviewing."""
        self.screen.prompt.close()
        self.screen.set_mode("review")
