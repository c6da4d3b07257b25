"""The commands that open the desk: ``review``, ``resume``, and ``factdesk`` alone."""

import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.errors import Trouble, warn
from tui.cli.options import chosen_folders, desk_options, rules_option
from tui.cli.status import print_sessions
from tui.cli.stored import no_such_session

if TYPE_CHECKING:
    from tui.storage import Settings
    from tui.workspace import OpenSession

SOMEBODY = "reviewer"  # where the system knows no name for the user

reviewer_option = click.option(
    "--reviewer",
    metavar="NAME",
    help="Whose decisions these are. The settings' reviewer or the account's name unless given.",
)


@click.command(short_help="Open articles for review.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--session",
    metavar="NAME|FILE",
    help="Start or continue this session: a name means sessions/NAME.yaml under the current folder. "
    "Called after the articles' folder unless given.",
)
@reviewer_option
@rules_option
@desk_options
def review(
    paths: tuple[str, ...],
    session: str | None,
    reviewer: str | None,
    rule_folders: tuple[Path, ...],
    settings: "Settings",
) -> None:
    """Show articles beside their claims, to accept (a), fix (f) or reject (r) each with one key.

    PATH is a text file, a folder, or a pattern such as 'news/*.txt'. Every decision is saved when it is made;
    q quits. Articles that are not in the session yet join it.

    \b
    Example:
      factdesk review news/ --session employment
    """
    from tui.workspace import start

    folders = chosen_folders(rule_folders)
    _need_terminal(sys.stdout)

    def open_it() -> "OpenSession":
        return start(
            paths, reviewer=_reviewer(reviewer, settings), session=session, rules=folders, wait=False
        )

    _run(open_it, reviewer, settings)


@click.command(short_help="Go on with a review where it stopped.")
@click.argument("session", required=False, metavar="[NAME|FILE]")
@reviewer_option
@desk_options
def resume(session: str | None, reviewer: str | None, settings: "Settings") -> None:
    """Open a session at the same claim, scrolled and filtered as it was left; the last one unless named.

    \b
    Example:
      factdesk resume employment
    """
    from tui.workspace import resume as resume_session
    from tui.workspace import session_path

    path = session_path(session) if session is not None else _last_session()
    if not path.exists():
        raise no_such_session(path)
    _need_terminal(sys.stdout)
    _run(lambda: resume_session(path, reviewer=_reviewer(reviewer, settings), wait=False), reviewer, settings)


def sessions(settings: "Settings") -> None:
    """The sessions of this folder: on the desk where there is a terminal, else as a list."""
    if not _is_terminal(sys.stdin) or not _is_terminal(sys.stdout):
        print_sessions()
        return
    _run(None, None, settings)


def _run(open_it: "Callable[[], OpenSession] | None", reviewer: str | None, settings: "Settings") -> None:
    """Open the desk and, when the reviewer has left, tell what went wrong."""
    from tui.storage import StorageError
    from tui.ui.app import run_desk
    from tui.ui.keymap import KeymapError
    from tui.workspace import WorkspaceError

    opened = None
    try:
        opened = open_it() if open_it is not None else None
        _keyboard()
        trouble = run_desk(opened, reviewer=_reviewer(reviewer, settings), settings=settings)
    except (StorageError, WorkspaceError, KeymapError) as error:
        raise Trouble(str(error)) from None
    finally:
        if opened is not None:
            opened.close()  # a second time after the desk's own, which does nothing
    for problem in opened.problems if opened is not None else ():
        warn(str(problem))
    if trouble:
        raise Trouble(trouble)
    if opened is not None and opened.problems:
        raise click.exceptions.Exit(1)


def _reviewer(given: str | None, settings: "Settings") -> str:
    if name := given or settings.reviewer:
        return name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return SOMEBODY


def _last_session() -> Path:
    """The session opened last: of this folder if it has any, else anywhere."""
    from tui.storage import recent
    from tui.workspace import list_sessions

    known = recent()
    here = [info.path for info in list_sessions() if not info.problem]
    real = {path.resolve() for path in here}
    last = [path for path in known if path.resolve() in real] or here or known
    if not last:
        raise Trouble("there is no session to resume", "Begin one with: factdesk review FOLDER")
    return last[0]


def _is_terminal(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())


def _need_terminal(stream: object) -> None:
    if not _is_terminal(stream):
        raise Trouble("the desk needs a terminal", "Without one, use: factdesk extract PATH...")


def _keyboard() -> None:
    """Have the keys come from the terminal, where standard input was an article."""
    if _is_terminal(sys.stdin) or os.name == "nt":
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise Trouble(
            "the desk needs a terminal for its keys", "Without one, use: factdesk extract PATH..."
        ) from None
    os.dup2(terminal, 0)
    os.close(terminal)
