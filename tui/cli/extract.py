"""``factdesk extract``: the claims of articles without a screen."""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.errors import Trouble, warn
from tui.cli.options import chosen_folders, output_option, rules_option, the_rules
from tui.cli.output import format_for, open_output

if TYPE_CHECKING:
    from tui.articles import ReadProblem
    from tui.exchange import Row
    from tui.model import Article, Claim

FORMATS = ("jsonl", "yaml", "csv", "table")


@click.command(short_help="Find the claims of articles and write them, without a screen.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="How to write them. Taken from the ending of FILE unless given; jsonl for standard output.",
)
@output_option
@rules_option
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    show_default=True,
    metavar="N",
    help="Share the work among this many processes.",
)
def extract(
    paths: tuple[str, ...], form: str | None, output: Path | None, rule_folders: tuple[Path, ...], jobs: int
) -> None:
    """Find the numeric claims of articles and write them, one row for each.

    PATH is a text file, a folder (all .txt, .md and .text files below it), a pattern such as 'news/*.txt', a
    .jsonl file with one {"id": ..., "text": ...} per line, or - for standard input. UTF-8, UTF-16, GB18030
    and Big5 are recognised.

    \b
    Example:
      factdesk extract news/ -o claims.csv
    """
    from concurrent.futures.process import BrokenProcessPool

    from tui.exchange import write
    from tui.text.display import sanitise
    from tui.workspace.extraction import extract_all

    form = format_for(output, form, FORMATS)
    folders = chosen_folders(rule_folders)
    rules, wrong_rules = the_rules(folders)
    intake = Intake(paths, folders)
    to_terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    try:
        with open_output(output) as stream:
            found = extract_all(intake, rules, rows_of, folders, jobs=jobs)
            shown = _with_progress(found, paths) if not to_terminal or form == "table" else found
            write(form, chain.from_iterable(shown), stream, sanitise)
    except BrokenProcessPool:
        raise Trouble("a worker process died, perhaps for want of memory", "Try fewer --jobs.") from None
    for problem in intake.problems:
        warn(str(problem))
    if intake.problems or wrong_rules or not intake.count:
        raise click.exceptions.Exit(1)


class Intake:
    """The articles of some paths; what can't be read is kept in ``problems`` and the others go on."""

    def __init__(self, paths: Iterable[str], rule_folders: Iterable[Path] = ()) -> None:
        self.problems: list[ReadProblem] = []
        self.count = 0
        self._paths, self._rule_folders = paths, tuple(rule_folders)

    def __iter__(self) -> "Iterator[Article]":
        from tui.articles import ReadProblem, read_articles

        for found in read_articles(self._paths, self._rule_folders):
            if isinstance(found, ReadProblem):
                self.problems.append(found)
            else:
                self.count += 1
                yield found


def rows_of(article: "Article", claims: "list[Claim]") -> "list[Row]":
    """The rows of an article's claims; run by the workers where there are several."""
    from tui.articles.quotes import quote
    from tui.exchange import claim_row

    return [claim_row(article, claim, quote) for claim in claims]


def _with_progress(extracted: "Iterable[list[Row]]", paths: tuple[str, ...]) -> "Iterator[list[Row]]":
    """The same, with a bar on standard error if that is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from extracted
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from tui.articles import count_articles

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("articles", total=count_articles(paths))
        for one in extracted:
            yield one
            progress.advance(task)
