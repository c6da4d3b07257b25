"""The desk as a Textual application: themes, screens, and leaving with everything saved."""

import asyncio
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import ClassVar, NamedTuple

from textual.filter import ANSIToTruecolor, LineFilter

from tui.storage import Settings, StorageError
from tui.storage.choices import keep_choice
from tui.ui.command_app import CommandApp
from tui.ui.commands import Mode
from tui.ui.desk import Desk
from tui.ui.i18n import _, use_language
from tui.ui.keymap import Keymap, resolve
from tui.ui.memory import begin_loading, keep_rare, loading, tidy
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.screens.base import CommandScreen
from tui.ui.theme import DARK, THEMES, next_theme, theme_named, theme_shown
from tui.ui.troubles import in_words
from tui.workspace import OpenSession

# Seconds that a thread reading an article may hold the interpreter while a key waits: with Python's own
# 5 ms a key takes 30 ms to show, with this 5 ms.
SWITCH_EVERY = 0.0005
QUIET = 2.0  # seconds without a key, after which nobody waits for one


class Left(NamedTuple):
    """How the desk was left: what is to be said of the session, and what went wrong, empty if nothing did."""

    said: str = ""
    trouble: str = ""


class DeskApp(CommandApp):
    """Opens on a session, or on the list of sessions. What it returns is said after the screen is gone."""

    CSS_PATH = "app.tcss"
    TITLE = "Factdesk"
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False
    DEFAULT_MODE = "first"
    review_screen: ClassVar[type[ReviewScreen]] = ReviewScreen
    BINDINGS: ClassVar[list[object]] = []  # type: ignore[assignment]

    def __init__(
        self,
        opened: OpenSession | None,
        *,
        reviewer: str,
        settings: Settings | None = None,
        keymap: Keymap | None = None,
        folder: Path | None = None,
    ) -> None:
        settings = settings or Settings()
        super().__init__(reviewer=reviewer, settings=settings, keymap=keymap, folder=folder)
        self._opened = opened
        self.last = opened  # the session that was open last, for what is said of it in the end
        for theme in THEMES:
            self.register_theme(theme)
        wanted = theme_named(settings.theme or DARK)
        self.theme = wanted if wanted in self.available_themes else DARK
        self.add_mode(self.DEFAULT_MODE, self._first_screen)

    def get_line_filters(self) -> list[LineFilter]:
        """What is done to each line; nothing looks for the terminal's own colours, as there are none."""
        return [each for each in super().get_line_filters() if not isinstance(each, ANSIToTruecolor)]

    def on_mount(self) -> None:
        """Let a signal that ends programs have the desk left as the key does."""
        for each in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError, RuntimeError):  # not on this system, or not in this thread
                asyncio.get_running_loop().add_signal_handler(each, self.leave)
        self.set_interval(QUIET, self._tidy)

    def _tidy(self) -> None:
        """Tidy the memory where no key came for a while."""
        if monotonic() - self.last_key > QUIET:
            tidy()

    # Sessions

    def _first_screen(self) -> CommandScreen[None]:
        """What was opened, or the list of sessions."""
        return self._review_of(self._opened) if self._opened is not None else self._list_of_sessions()

    def _review_of(self, opened: OpenSession) -> ReviewScreen:
        begin_loading()  # until its screen has begun
        self._opened = self.last = opened
        return self.review_screen(Desk.of(opened))

    @staticmethod
    def _list_of_sessions() -> CommandScreen[None]:
        from tui.ui.screens.sessions import SessionsScreen  # noqa: PLC0415 - not on the way to a session

        return SessionsScreen()

    def _show(self, screen: CommandScreen[None]) -> None:
        """Show a screen in the place of all others: Textual would lay out and paint one below it as well."""
        before, name = self.current_mode, f"{type(screen).__name__} {id(screen)}"
        self.add_mode(name, lambda: screen)
        self.switch_mode(name)
        self.remove_mode(before)

    def show_session(self, opened: OpenSession) -> None:
        """Review a session."""
        self._show(self._review_of(opened))

    def show_sessions(self) -> None:
        """List the sessions here; one that is open is closed first."""
        wrong = self.close_session()
        screen = self._list_of_sessions()
        self._show(screen)
        if wrong:
            self.call_after_refresh(screen.say, wrong, "error")

    def close_session(self, *, place: bool = True) -> str:
        """Keep the place and close the file; says what went wrong, empty if nothing did."""
        opened, self._opened = self._opened, None
        if opened is None:
            return ""
        stack = self.screen_stack if place else ()
        screen = next((each for each in stack if isinstance(each, ReviewScreen)), None)
        try:
            opened.close(screen.returning.view if screen is not None else None)
        except (StorageError, OSError) as error:
            return in_words(error)
        return ""

    def leave(self) -> None:
        """Quit with everything saved."""
        self.exit(self.close_session())

    def on_exit_app(self) -> None:
        """Save as well when the desk is ended from outside, by closing its page."""
        self.close_session()

    async def action_quit(self) -> None:
        """Quit, by whatever way it was asked for."""
        self.leave()

    # Commands

    def run_command(self, command_id: str) -> bool:
        """Do a command that is the same on every screen; false if it is none of these."""
        does: dict[str, Callable[[], None]] = {
            "app.quit": self.leave,
            "app.help": self.show_help,
            "app.theme": self.change_theme,
            "app.palette": self.show_palette,
        }
        action = does.get(command_id)
        if action is not None:
            action()
        return action is not None

    def show_help(self) -> None:
        """Show the keys of the moment."""
        from tui.ui.screens.help import HelpScreen  # noqa: PLC0415 - few need it at the start

        screen = self.screen
        mode: Mode = screen.mode if isinstance(screen, CommandScreen) else "always"
        self.push_screen(HelpScreen(mode))

    def show_palette(self) -> None:
        """Find a command, a claim or an article by a few letters."""
        from tui.ui.reviewing.places import Everything  # noqa: PLC0415 - nobody needs it at the start
        from tui.ui.screens.palette import Palette  # noqa: PLC0415

        places = isinstance(self.screen, ReviewScreen)
        words = _("a command, a claim, an article") if places else _("a command")
        self.push_screen(Palette(providers=[Everything], placeholder=words))

    def change_theme(self) -> None:
        """The next colours."""
        self.theme = next_theme(self.theme)
        if isinstance(self.screen, CommandScreen):
            words = _("Colours: {theme}").format(theme=theme_shown(self.theme))
            self.screen.say_kept(words, "theme", self.theme)
        else:
            self.keep("theme", self.theme)


def run_desk(
    opened: OpenSession | None = None,
    *,
    reviewer: str,
    settings: Settings | None = None,
    kind: type[DeskApp] = DeskApp,
) -> Left:
    """Open the desk on a session, or on the sessions of the current folder, until the reviewer leaves.

    The session is closed then.

    Raises:
        KeymapError: the settings' keys cannot hold; before any screen is shown.
    """
    keep_rare()
    with loading():
        settings = settings or Settings()
        use_language(settings.language)
        keymap = resolve(settings.keys)
        sys.setswitchinterval(SWITCH_EVERY)
        app = kind(opened, reviewer=reviewer, settings=settings, keymap=keymap)
    app.keep_choice = keep_choice
    wrong = app.run() or ""
    trouble = wrong
    if app.return_code:  # the screen has told of a mistake of the desk's own
        wrong = app.close_session(place=False)
        trouble = wrong or _("the desk stopped over a mistake of its own, which is told above")
    from tui.ui.farewell import farewell  # noqa: PLC0415 - nobody needs it before

    return Left(farewell(app.last, saved=not wrong) if app.last is not None else "", trouble)
