"""What the palette finds: commands, claims and articles. Data is shown as it stands, never as markup."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.text.display import one_line
from tui.ui.commands import LOOKUP, TYPING, Command, commands_of
from tui.ui.i18n import _
from tui.ui.screens.base import CommandScreen
from tui.ui.values import in_short

if TYPE_CHECKING:
    from tui.ui.app import DeskApp
    from tui.ui.screens.review import ReviewScreen

MOST_CLAIMS = 20_000  # so many are looked through for a few letters
SHOWN = 12
_GOOD_ENOUGH = 60
_LIKE = 75  # of a command's words, which are many: two letters of three are no likeness

# How well it fits, what to show of it, and what to do when it is chosen.
Found = tuple[float, str, Callable[[], object]]


def offered(screen: CommandScreen[None]) -> Iterator[Command]:
    """The commands that the screen can do now, those of the moment first."""
    now = () if screen.mode in TYPING else LOOKUP[screen.mode]
    for place in dict.fromkeys((*now, *LOOKUP[screen.START_MODE])):
        yield from (command for command in commands_of(place) if command.id != "app.palette")


class Palette(CommandPalette):
    """Textual's palette; what is typed before its line is there waits for it."""

    app: "DeskApp"
    ready = False

    def on_mount(self) -> None:
        """Wait for the line to type in."""
        self.call_after_refresh(self._begin_keys)

    async def _begin_keys(self) -> None:
        self.ready = True
        await self.app.give_keys()


class CommandProvider(Provider):
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
            run = partial(self.desk_screen.run_command, command.id)
            yield DiscoveryHit(self._line(command), run, text=command.shown_title, help=command.shown_help)

    async def search(self, query: str) -> Hits:
        """The commands whose title or id is like what is typed."""
        for command in offered(self.desk_screen):
            words = f"{command.shown_title} {command.title} {command.id} {command.shown_help}"
            score = fuzz.partial_ratio(query, words, processor=utils.default_process) / 100
            if score * 100 >= _LIKE:
                run = partial(self.desk_screen.run_command, command.id)
                yield Hit(score, self._line(command), run, text=command.shown_title, help=command.shown_help)


class PlaceProvider(Provider):
    """The claims and articles of the session."""

    async def search(self, query: str) -> Hits:
        """The articles and claims that are like what is typed."""
        from tui.ui.screens.review import ReviewScreen  # noqa: PLC0415 - that screen opens this palette

        screen = self.screen
        if not isinstance(screen, ReviewScreen):
            return
        found: list[Found] = [*_filters(screen, query), *_articles(screen, query), *_claims(screen, query)]
        for score, text, go in found:
            shown = one_line(text)
            yield Hit(score / 100, Content(shown), go, text=shown)

    async def discover(self) -> Hits:
        """The saved filters, before anything is typed."""
        from tui.ui.screens.review import ReviewScreen  # noqa: PLC0415 - that screen opens this palette

        screen = self.screen
        if isinstance(screen, ReviewScreen):
            for name in screen.narrowing.saved:
                text, go = _filter(screen, name)
                yield DiscoveryHit(Content(one_line(text)), go, text=one_line(text))


def _filter(screen: "ReviewScreen", name: str) -> tuple[str, Callable[[], object]]:
    text = screen.narrowing.saved[name]
    return _("filter") + f" · {name}  {text}", partial(screen.searching.apply_filter, text)


def _filters(screen: "ReviewScreen", query: str) -> Iterator[Found]:
    for name, score, _key in _best(query, {name: name for name in screen.narrowing.saved}):
        yield score, *_filter(screen, name)


def _articles(screen: "ReviewScreen", query: str) -> Iterator[Found]:
    articles = {article.id: article for article in screen.desk.review.articles}
    titles = {name: article.title or article.name for name, article in articles.items()}
    for title, score, name in _best(query, titles):
        yield score, _("article") + " · " + title, partial(screen.go_to_article, articles[name])


def _claims(screen: "ReviewScreen", query: str) -> Iterator[Found]:
    review = screen.desk.review
    ids = review.claim_ids[:MOST_CLAIMS]
    texts = {claim_id: in_short(review[claim_id].claim) for claim_id in ids}
    for text, score, claim_id in _best(query, texts):
        yield score, _("claim") + " · " + text, partial(screen.go_to, claim_id)


def _best(query: str, texts: dict[str, str]) -> list[tuple[str, float, str]]:
    return process.extract(
        query,
        texts,
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=SHOWN,
        score_cutoff=_GOOD_ENOUGH,
    )


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
