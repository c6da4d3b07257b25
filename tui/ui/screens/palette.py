"""The palette, and the commands that it finds."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, ClassVar

from rapidfuzz import fuzz, process, utils
from textual import on
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Input
from textual.worker import WorkerError

from tui.text.display import one_line
from tui.ui.command_app import CommandApp
from tui.ui.commands import Command
from tui.ui.i18n import _
from tui.ui.screens.base import CommandScreen
from tui.ui.screens.offered import offered

_LIKE = 75  # of a command's words, which are many: two letters of three are no likeness
_ONLY_HELP = 0.1  # how much less fits what is not in a command's name

# A text that fits what is typed, how well in per cent, and its key.
Fit = tuple[str, float, str]


def holding(query: str, texts: Mapping[str, str]) -> list[str]:
    """The keys of the texts that hold just what is typed, whatever the case."""
    wanted = utils.default_process(query)
    return [key for key, text in texts.items() if wanted and wanted in utils.default_process(text)]


def found_by(
    query: str, texts: Mapping[str, str], like: Callable[..., float], least: float, most: int | None = None
) -> list[Fit]:
    """The texts that hold what is typed; where none does, those that are most ``like`` it."""
    if exact := holding(query, texts)[:most]:
        return [(texts[key], 100.0, key) for key in exact]
    return process.extract(
        query, texts, scorer=like, processor=utils.default_process, limit=most, score_cutoff=least
    )


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


class Finding(Provider):
    """Finds what its ``kinds`` find, and says so where that is nothing."""

    kinds: ClassVar[tuple[type[Provider], ...]] = ()

    def __init__(self, screen: Screen[Any], match_style: Style | None = None) -> None:
        super().__init__(screen, match_style)
        self._providers = [kind(screen, match_style) for kind in self.kinds]

    async def discover(self) -> Hits:
        """What is listed before anything is typed."""
        for each in self._providers:
            async for hit in each.discover():
                yield hit

    async def search(self, query: str) -> Hits:
        """What is found, or one line that nothing is."""
        found = False
        for each in self._providers:
            async for hit in each.search(query):
                found = True
                yield hit
        if not found:
            words = one_line(_("{words} is no command, claim or article here").format(words=query))
            yield Hit(0, Content(words), lambda: None, text=words)


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
        """The commands whose title, id or help holds what is typed, or else is like it."""
        commands = {command.id: command for command in offered(self.desk_screen)}
        names = {each.id: f"{each.shown_title} {each.title} {each.id}" for each in commands.values()}
        words = {each.id: f"{names[each.id]} {each.shown_help}" for each in commands.values()}
        found = found_by(query, words, fuzz.partial_ratio, _LIKE)
        named = set(holding(query, names))
        for _words, score, name in found:
            command, run = commands[name], self.once(partial(self.desk_screen.run_command, name))
            fits = score / 100 - (name not in named) * _ONLY_HELP
            yield Hit(fits, self._line(command), run, text=command.shown_title, help=command.shown_help)
