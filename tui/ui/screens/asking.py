"""One line asked of the reviewer: what is typed goes to whoever asked."""

from collections.abc import Callable
from typing import ClassVar

from textual.screen import ScreenResultType

from tui.storage.choices import Choice
from tui.ui.commands import Mode
from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.screens.base import CommandScreen
from tui.ui.screens.offered import command_named, completions
from tui.ui.widgets.prompt import Prompt

# Given what was typed; says what is wrong with it, or None to be done with it.
Done = Callable[[str], str | None]
Hint = Callable[[str], str]


class AskingScreen(CommandScreen[ScreenResultType]):
    """A screen with a line to type in."""

    @property
    def prompt(self) -> Prompt:
        """The line."""
        return self.query_one(Prompt)

    def set_mode(self, mode: Mode) -> None:
        """Let keys mean something else."""
        raise NotImplementedError

    def say_kept(self, text: str, name: Choice, value: str) -> None:
        """Tell of a choice that is kept for the next time, and if it can't be, why."""
        wrong = self.app.keep(name, value)
        self.say(f"{text} · {wrong}" if wrong else text, "warning" if wrong else "plain")


class Asking:
    """Opens the prompt and keeps what to do with the answer.

    ``to_number`` is what a number does in the place of a command's name.
    """

    KEPT: ClassVar[frozenset[Mode]] = frozenset({"facets", "caret"})  # gone back to once it is typed
    _done: Done | None = None
    _hint: Hint | None = None
    _complete: Callable[[str], str] | None = None
    _comment_due = False

    def __init__(
        self, screen: AskingScreen[ScreenResultType], to_number: Callable[[int], None] | None = None
    ) -> None:
        self._screen, self._to_number = screen, to_number
        self._asked_in: Mode = screen.START_MODE

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
        screen = self._screen
        self._done, self._hint, self._complete = done, hint, complete
        self._asked_in = screen.mode if screen.mode in self.KEPT else screen.START_MODE
        screen.set_mode("dialog")
        screen.prompt.open(label, value, hint(value) if hint else "", selected=replace)

    @property
    def completes(self) -> bool:
        """Whether what is typed can be completed."""
        return self._complete is not None

    def typed(self) -> None:
        """Comment on what is typed so far, once it is shown: of quick keys only the last one waits for it."""
        if not self._comment_due:
            self._comment_due = True
            self._screen.call_after_refresh(self._comment)

    def _comment(self) -> None:
        due, self._comment_due = self._comment_due, False
        if due and self._screen.mode == "dialog":
            prompt = self._screen.prompt
            prompt.hint(self._hint(prompt.value) if self._hint is not None else "")

    @handles("dialog.accept")
    def accept(self, _count: int) -> None:
        """Hand on what was typed; if it is refused, it stays with the reason."""
        done, prompt = self._done, self._screen.prompt
        if done is None:
            return
        typed = prompt.value
        self.close()
        wrong = done(typed)
        if wrong:
            self._done = done
            self._screen.set_mode("dialog")
            prompt.open(prompt.label, typed)
            prompt.hint(wrong, wrong=True)

    @handles("dialog.next")
    def complete(self, _count: int) -> None:
        """Complete what is typed."""
        if self._complete is not None:
            prompt = self._screen.prompt
            prompt.field.open(self._complete(prompt.value))
            self.typed()

    @handles("dialog.cancel")
    def cancel(self, _count: int) -> None:
        """Drop what is typed."""
        self.close()

    def close(self) -> None:
        """Back to what was done before."""
        self._comment_due = False
        self._screen.prompt.close()
        self._screen.set_mode(self._asked_in)

    # Commands by their names

    @handles("app.command_line")
    def command_line(self, _count: int) -> None:
        """Ask for a command by its name."""
        self.ask(":", self._run, hint=self._named, complete=self._completed)

    def _run(self, typed: str) -> str | None:
        if not typed.strip():
            return None
        if self._to_number is not None and typed.strip().isdigit():
            self._to_number(int(typed))
            return None
        command = command_named(typed, self._screen)
        if command is None:
            return _("there is no command {name}").format(name=typed.strip())
        self._screen.run_command(command.id)
        return None

    def _named(self, typed: str) -> str:
        found = completions(typed, self._screen)
        if len(found) == 1:
            return found[0].shown_help
        if found:
            return "  ".join(command.id for command in found[:6])
        return _("a command's name, or a claim's number") if self._to_number else _("a command's name")

    def _completed(self, typed: str) -> str:
        found = completions(typed, self._screen)
        return found[0].id if found else typed
