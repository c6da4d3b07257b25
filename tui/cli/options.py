"""Options that several commands share, and what they stand for."""

from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.cli.errors import Trouble, trouble_in_words, warn
from tui.model.telling import Told

if TYPE_CHECKING:
    from tui.extract import RuleSet
    from tui.model import Article
    from tui.storage import Settings

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

rules_option: Decorator = click.option(
    "--rules",
    "rule_folders",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    multiple=True,
    help="Lay the rule packs of this folder over the built-in ones. May be given several times.",
)
output_option: Decorator = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write to this file, all at once or not at all, instead of to standard output.",
)

# What `--theme` takes; the desk knows these as desk-dark and so on.
THEMES = ("dark", "light", "contrast", "colour-blind")
theme_option: Decorator = click.option(
    "--theme", type=click.Choice(THEMES), help="The colours. The settings' theme or dark unless given."
)
language_option: Decorator = click.option(
    "--language",
    metavar="LANG",
    help="What the desk speaks: en or zh_CN. The settings' language or the locale's unless given.",
)


def desk_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that opens the desk its options; it is called with the ``settings`` they make."""

    @wraps(command)
    def called(*args: Any, theme: str | None, language: str | None, **rest: Any) -> Any:
        return command(*args, settings=desk_settings(theme, language), **rest)

    return theme_option(language_option(called))


def desk_settings(theme: str | None, language: str | None) -> "Settings":
    """The settings with what was given on the command line over them.

    Raises:
        Trouble: the settings can't be read, or ask for colours or a language that there are not.
    """
    from msgspec import structs

    settings = the_settings(language)
    settings = structs.replace(
        settings, theme=theme or settings.theme, language=language or settings.language
    )
    if settings.language:
        from tui.ui.i18n import languages, match_language

        if match_language(settings.language) is None:
            told = Told("the desk does not speak {language!r}", language=settings.language)
            mend = Told("It speaks: {languages}.", languages=", ".join(languages()))
            raise trouble_in_words(told, mend)
    if settings.theme and settings.theme not in THEMES:
        from tui.ui.theme import is_theme

        if not is_theme(settings.theme):
            told = Told("there are no colours {theme!r}", theme=settings.theme)
            mend = Told("There are: {themes}.", themes=", ".join(THEMES))
            raise trouble_in_words(told, mend, settings.language)
    return settings


def the_rules(folders: Sequence[Path]) -> "tuple[RuleSet, int]":
    """The rules, and how many problems there are in the user's own ``folders``, which are told."""
    from tui.extract import load_lasting_rules

    rules = load_lasting_rules(folders)
    own = [p for p in rules.problems if any(p.path.is_relative_to(folder) for folder in folders)]
    for problem in own:
        warn(f"rules: {problem}")
    return rules, len(own)


def the_settings(language: str | None = None) -> "Settings":
    """The settings of the user and of this folder.

    Raises:
        Trouble: they can't be read; told in ``language``, else in the locale's.
    """
    from tui.storage import StorageError, load_settings

    try:
        return load_settings()
    except StorageError as error:
        raise trouble_in_words(error, language=language) from None


def chosen_folders(given: Sequence[Path]) -> tuple[Path, ...]:
    """The folders of rule packs to lay over the built-in ones: those given, else those of the settings."""
    return tuple(given) or tuple(map(Path, the_settings().rules))


def one_article(path: str, rule_folders: Sequence[Path] = ()) -> "Article":
    """The only article that ``path`` holds. Raises Trouble if it can't be read or there are several."""
    from tui.articles import ReadProblem, read_articles

    found: list[Article | ReadProblem] = list(read_articles([path], rule_folders))
    if not found:
        raise Trouble(f"{path}: there is no article in it")
    if isinstance(found[0], ReadProblem):
        raise Trouble(str(found[0]))
    if len(found) > 1:
        raise Trouble(f"{path}: there are {len(found)} articles in it", "Name one of them.")
    return found[0]
