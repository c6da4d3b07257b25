"""``factdesk status``: how far the sessions are."""

from typing import TYPE_CHECKING

import click

from tui.cli.errors import Trouble, counted, shown, warn
from tui.cli.stored import no_such_session, opened

if TYPE_CHECKING:
    from pathlib import Path

    from tui.model import Session
    from tui.storage import SessionFile
    from tui.workspace import SessionInfo

HEADINGS = ("session", "articles", "claims", "decided", "", "facts", "rejected", "skipped", "")
NONE_HERE = "There are no sessions in this folder. Begin one with: factdesk review FOLDER"


@click.command(short_help="Tell how far a session, or each session here, is.")
@click.argument("session", required=False, metavar="[SESSION]")
@click.option("--summary", is_flag=True, help="Print SESSION's facts by indicator, place and period.")
def status(session: str | None, *, summary: bool) -> None:
    """Tell how many claims of SESSION are decided and how; without it, of every session of this folder.

    \b
    Example:
      factdesk status
      factdesk status employment --summary
    """
    from tui.cli.summary import print_summary
    from tui.workspace import info_of, session_path

    if session is None and summary:
        raise click.UsageError("--summary needs the name of a session.")
    if session is None:
        print_sessions()
        return
    path = session_path(session)
    if not path.exists():
        raise no_such_session(path)
    if summary:
        print_summary(session)
        return
    print_infos([info_of(path)])
    file = opened(session)
    stored = file.session
    print_unread(file)
    print_lost(stored, path)
    _print_haste(stored, session)


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
    for info in infos:
        if not info.problem:
            print_second_look(info.path)
    troubles = [info.problem for info in infos if info.problem]
    for problem in troubles[:-1]:
        warn(f"factdesk: {problem}")
    if troubles:
        raise Trouble(troubles[-1])


def print_second_look(path: "Path", *, differences: bool = False) -> None:
    """Print how a second look agrees with the first, if ``path`` is one; and where it does not."""
    from tui.storage import StorageError
    from tui.workspace import first_of, second_look

    if first_of(path) is None:
        return
    try:
        look = second_look(path)
    except StorageError as error:
        warn(f"factdesk: {error}")
        return
    found = look.agreement
    same = found.compared - len(found.differences)
    share = "" if found.share is None else f" ({found.share:.0%})"
    left = f"; {counted(look.left, 'claim')} left to judge" if look.left else ""
    click.echo(shown(f"{look.second}: {same} of {found.compared} judged as in {look.first}{share}{left}"))
    for each in found.differences if differences else ():
        fields = f", other {' and '.join(each.fields)}" if each.fields else ""
        click.echo(shown(f"  claim {each.claim}: {each.before.verdict}, now {each.after.verdict}{fields}"))


def print_unread(file: "SessionFile") -> None:
    """Print which files gave no article, or not all of theirs, and why."""
    for each in file.unread:
        click.echo(shown(f"{each.path}: not read: {each.told}"))


def print_lost(stored: "Session", path: "Path") -> None:
    """Print which articles are no longer where they were read, and how the session is told where they are."""
    from tui.workspace.changed import lost_articles

    lost = lost_articles(stored.articles, path.parent.parent)
    for article in lost:
        click.echo(shown(f"{article.path}: the file is gone; the session keeps its text"))
    if lost:
        click.echo(shown(f"Tell where they are now with: factdesk review PATH --session {path.stem}"))


def _print_haste(stored: "Session", session: str) -> None:
    """Print how much was accepted too fast to have been read."""
    from tui.review.pace import hasty_streaks

    streaks = hasty_streaks(stored.decisions)
    count = sum(len(streak.claims) for streak in streaks)
    if count:
        click.echo(
            f"{counted(count, 'claim')} accepted in under half a second each, in "
            f"{counted(len(streaks), 'streak')}; look again with: factdesk review --again 5% {shown(session)}"
        )


def _line(info: "SessionInfo") -> tuple[str, ...]:
    done = info.progress
    counts = map(str, (info.articles, done.total, done.decided))
    more = (f"{int(done.share * 100)}%", str(done.facts), str(done.rejected), str(done.skipped))
    notes = [f"{counted(info.waiting, 'file')} to come"] if info.waiting else []
    notes += [f"{counted(info.unread, 'file')} not read"] if info.unread else []
    notes += [f"open by {info.holder}"] if info.holder else []
    return (shown(info.path.stem), *counts, *more, shown("; ".join(notes)))
