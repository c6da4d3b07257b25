"""``factdesk status``: how far the sessions are."""

from pathlib import Path

import click

from tui.cli.errors import Trouble, shown
from tui.cli.stored import FOLDER, SUFFIX, reviewed, session_path

HEADINGS = ("session", "articles", "claims", "decided", "", "facts", "rejected", "skipped")


@click.command(short_help="Tell how far a session, or each session here, is.")
@click.argument("session", required=False, metavar="[SESSION]")
def status(session: str | None) -> None:
    """Tell how many claims of SESSION are decided and how; without it, of every session of this folder.

    \b
    Example:
      factdesk status
    """
    if session is not None:
        print_table([line_of(session)])
        return
    names = [str(path) for path in session_files()]
    if not names:
        click.echo("There are no sessions in this folder. Begin one with: factdesk review FOLDER")
        return
    lines, troubles = [], []
    for name in names:
        try:
            lines.append(line_of(name))
        except Trouble as error:
            troubles.append(error)
    if lines:
        print_table(lines)
    for trouble in troubles[:-1]:
        click.echo(shown(f"factdesk: {trouble.message}"), err=True)
    if troubles:
        raise troubles[-1]


def session_files() -> list[Path]:
    """The session files of this folder, last changed first."""
    return sorted(FOLDER.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)


def line_of(name: str) -> tuple[str, ...]:
    """A session's name and counts."""
    review = reviewed(name)
    done = review.progress()
    counts = (len(review.articles), done.total, done.decided)
    more = (f"{int(done.share * 100)}%", str(done.facts), str(done.rejected), str(done.skipped))
    return (session_path(name).stem, *map(str, counts), *more)


def print_table(lines: list[tuple[str, ...]]) -> None:
    """Print lines under HEADINGS, the names to the left and the numbers to the right."""
    from tui.text.cells import cells as cells_of

    table = [HEADINGS, *(tuple(map(shown, line)) for line in lines)]
    widths = [max(map(cells_of, column)) for column in zip(*table, strict=True)]
    for line in table:
        name, *numbers = line
        cells = [f"{number:>{width}}" for number, width in zip(numbers, widths[1:], strict=True)]
        click.echo("  ".join([name + " " * (widths[0] - cells_of(name)), *cells]).rstrip())
