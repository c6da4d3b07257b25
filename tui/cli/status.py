"""``factdesk status``: how far the sessions are."""

from typing import TYPE_CHECKING

import click

from tui.cli.errors import Trouble, counted, shown, warn
from tui.cli.stored import no_such_session

if TYPE_CHECKING:
    from tui.workspace import SessionInfo

HEADINGS = ("session", "articles", "claims", "decided", "", "facts", "rejected", "skipped", "")
NONE_HERE = "There are no sessions in this folder. Begin one with: factdesk review FOLDER"


@click.command(short_help="Tell how far a session, or each session here, is.")
@click.argument("session", required=False, metavar="[SESSION]")
def status(session: str | None) -> None:
    """Tell how many claims of SESSION are decided and how; without it, of every session of this folder.

    \b
    Example:
      factdesk status
    """
    from tui.workspace import info_of, session_path

    if session is None:
        print_sessions()
        return
    path = session_path(session)
    if not path.exists():
        raise no_such_session(path)
    print_infos([info_of(path)])


def print_sessions() -> None:
    """Print every session of this folder."""
    from tui.workspace import list_sessions

    infos = list_sessions()
    if infos:
        print_infos(infos)
    else:
        click.echo(NONE_HERE)


def print_infos(infos: "list[SessionInfo]") -> None:
    """Print sessions in a table; raises Trouble after it if one can't be read."""
    from tui.text.cells import cells

    lines = [HEADINGS, *(_line(info) for info in infos if not info.problem)]
    widths = [max(map(cells, column)) for column in zip(*lines, strict=True)]
    for name, *numbers in lines if len(lines) > 1 else ():
        right = [f"{number:>{width}}" for number, width in zip(numbers, widths[1:], strict=True)]
        click.echo("  ".join([name + " " * (widths[0] - cells(name)), *right]).rstrip())
    troubles = [info.problem for info in infos if info.problem]
    for problem in troubles[:-1]:
        warn(f"factdesk: {problem}")
    if troubles:
        raise Trouble(troubles[-1])


def _line(info: "SessionInfo") -> tuple[str, ...]:
    done = info.progress
    counts = map(str, (info.articles, done.total, done.decided))
    more = (f"{int(done.share * 100)}%", str(done.facts), str(done.rejected), str(done.skipped))
    notes = [f"{counted(info.waiting, 'file')} to come"] if info.waiting else []
    notes += [f"open by {info.holder}"] if info.holder else []
    return (shown(info.path.stem), *counts, *more, shown("; ".join(notes)))
