"""The palette, and the commands that it finds."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from rapidfuzz import fuzz, utils
from textual import on
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Input
from textual.worker import WorkerError

from tui.ui.command_app import CommandApp
from tui.ui.commands import LOOKUP, TYPING, Command, commands_of
from tui.ui.screens.base import CommandScreen

_LIKE = 75  # of a command's words, which are many: two letters of three are no likeness


def offered(screen: CommandScreen[None]) -> Iterator[Command]:
    """The commands that the screen can do now, those of the moment first."""
    now = () if screen.mode in TYPING else LOOKUP[screen.mode]
    for place in dict.fromkeys((*now, *LOOKUP[screen.START_MODE])):
        yield from (command for command in commands_of(place) if command.id != "app.palette")


class Palette(CommandPalette):
    """Textual's palette; what is typed before its line is there waits for it."""

    app: CommandApp
    ready = False

    def on_mount(self) -> None:
        """Wait for the line to type in."""
        self.call_after_refresh(self._begin_keys)

    async def _begin_keys(self) -> None:
        self.ready = True
        await self.app.give_keys()

    @on(Input.Changed)
    def forget_what_comes_late(self, event: Input.Changed) -> None:
        """Search for nothing more once the palette is closed: the list of what is found is gone then."""
        if not self.is_current:
            event.prevent_default()

    @on(Input.Submitted)
    async def wait_for_what_is_found(self) -> None:
        """Enter typed right behind the letters is for what they find, not for what was listed before."""
        searches = [each for each in self.workers if each.node is self and not each.is_finished]
        if searches:
            with suppress(WorkerError):
                await self.workers.wait_for_complete(searches)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close once: a second enter or click, quick behind the first, is nothing to the screen beneath."""
        return super().dismiss(result) if self.is_current else AwaitComplete()


class OnceProvider(Provider):
    """Finds things to do; one of them is done, once, even if chosen twice before the palette is gone."""

    _done = False

    def once(self, run: Callable[[], object]) -> Callable[[], None]:
        """What does ``run`` unless something of this palette was done before."""

        def do() -> None:
            if not self._done:
                self._done = True
                run()

        return do


class CommandProvider(OnceProvider):
    """The commands of the screen beneath, with their keys."""

    @property
    def desk_screen(self) -> CommandScreen[None]:
        """The screen from which the palette was called."""
        screen = self.screen
        assert isinstance(screen, CommandScreen)  # noqa: S101 - the palette opens from nowhere else
        return screen

    def _line(self, command: Command) -> Content:
        key = self.desk_screen.keymap.first_key(command.id)
        return Content.assemble(command.shown_title, "  ", (key, "bold $primary"))

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for command in offered(self.desk_screen):
            run = self.once(partial(self.desk_screen.run_command, command.id))
            yield DiscoveryHit(self._line(command), run, text=command.shown_title, help=command.shown_help)

    async def search(self, query: str) -> Hits:
        """The commands whose title or id is like what is typed."""
        for command in offered(self.desk_screen):
            words = f"{command.shown_title} {command.title} {command.id} {command.shown_help}"
            score = fuzz.partial_ratio(query, words, processor=utils.default_process) / 100
            if score * 100 >= _LIKE:
                run = self.once(partial(self.desk_screen.run_command, command.id))
                yield Hit(score, self._line(command), run, text=command.shown_title, help=command.shown_help)


def command_named(typed: str, screen: CommandScreen[None]) -> Command | None:
    """The command that a command line means: by its id, its title, or the only beginning of one."""
    wanted = typed.strip().casefold()
    commands = list(offered(screen))
    for command in commands:
        if wanted in {command.id.casefold(), command.shown_title.casefold(), command.title.casefold()}:
            return command
    begun = [command for command in commands if completions_of(command, wanted)]
    return begun[0] if len(begun) == 1 else None


def completions_of(command: Command, typed: str) -> bool:
    """Whether a command's name begins with what is typed."""
    names = (command.id, command.id.partition(".")[2], command.shown_title)
    return any(name.casefold().startswith(typed) for name in names)


def completions(typed: str, screen: CommandScreen[None]) -> list[Command]:
    """The commands whose names begin with what is typed."""
    wanted = typed.strip().casefold()
    return [command for command in offered(screen) if wanted and completions_of(command, wanted)]
