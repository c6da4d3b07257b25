"""One line asked of the reviewer: what is typed goes to whoever asked."""

from collections.abc import Callable

from tui.ui.commands import Mode
from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.reviewing.base import Doing
from tui.ui.screens.offered import command_named, completions

# Given what was typed; says what is wrong with it, or None to be done with it.
Done = Callable[[str], str | None]
Hint = Callable[[str], str]


class Asking(Doing):
    """Opens the prompt and keeps what to do with the answer."""

    _done: Done | None = None
    _hint: Hint | None = None
    _complete: Callable[[str], str] | None = None
    _asked_in: Mode = "review"
    _comment_due = False

    def ask(  # noqa: PLR0913 - each is given by name
        self,
        label: str,
        done: Done,
        *,
        value: str = "",
        hint: Hint | None = None,
        complete: Callable[[str], str] | None = None,
        replace: bool = False,
    ) -> None:
        """Ask for a line; ``hint`` comments on it while it is typed, ``complete`` is what tab makes of it.

        With ``replace`` what is typed takes the place of ``value``, which stands there selected.
        """
        self._done, self._hint, self._complete = done, hint, complete
        self._asked_in = self.screen.mode if self.screen.mode in {"facets", "caret"} else "review"
        self.screen.set_mode("dialog")
        self.screen.prompt.open(label, value, hint(value) if hint else "", selected=replace)

    @property
    def completes(self) -> bool:
        """Whether what is typed can be completed."""
        return self._complete is not None

    def typed(self) -> None:
        """Comment on what is typed so far, once it is shown: of quick keys only the last one waits for it."""
        if self._hint is not None and not self._comment_due:
            self._comment_due = True
            self.screen.call_after_refresh(self._comment)

    def _comment(self) -> None:
        due, self._comment_due = self._comment_due, False
        if due and self._hint is not None and self.screen.mode == "dialog":
            self.screen.prompt.hint(self._hint(self.screen.prompt.value))

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
            self.typed()

    @handles("dialog.cancel")
    def cancel(self, _count: int) -> None:
        """Drop what is typed."""
        self.close()

    def close(self) -> None:
        """Back to what was done before."""
        self._comment_due = False
        self.screen.prompt.close()
        self.screen.set_mode(self._asked_in)

    @handles("app.command_line")
    def command_line(self, _count: int) -> None:
        """Ask for a command by its name."""
        self.ask(":", self._run, hint=self._named, complete=self._completed)

    def _run(self, typed: str) -> str | None:
        if not typed.strip():
            return None
        if typed.strip().isdigit():
            self._go_to_claim(int(typed))
            return None
        command = command_named(typed, self.screen)
        if command is None:
            return _("there is no command {name}").format(name=typed.strip())
        self.screen.run_command(command.id)
        return None

    def _go_to_claim(self, number: int) -> None:
        ids = self.screen.ids
        if ids:
            self.screen.go_to(ids[min(max(number, 1), len(ids)) - 1])

    def _named(self, typed: str) -> str:
        found = completions(typed, self.screen)
        if len(found) == 1:
            return found[0].shown_help
        return "  ".join(command.id for command in found[:6]) or _("a command's name, or a claim's number")

    def _completed(self, typed: str) -> str:
        found = completions(typed, self.screen)
        return found[0].id if found else typed
