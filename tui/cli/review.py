"""The commands that open the desk: ``review``, ``resume``, and ``factdesk`` alone."""

import getpass
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.errors import Trouble, shown, warn
from tui.cli.keys import checked_keymap
from tui.cli.options import chosen_folders, desk_options, rules_option
from tui.cli.status import print_second_look, print_sessions
from tui.cli.stored import no_such_session

if TYPE_CHECKING:
    from tui.storage import Settings
    from tui.workspace import OpenSession


def _share(context: click.Context, parameter: click.Parameter, value: str | None) -> float | None:
    """A share such as 5% or 5, as a number in (0, 1]."""
    if value is None:
        return None
    try:
        share = float(value.strip().removesuffix("%")) / 100
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise click.BadParameter(f"{value!r} is no share; write it like 5%", context, parameter)
    return share


def _named(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The name of a session, which must not be empty or a file that folders hide."""
    if value is not None and not value.strip(" ."):
        raise click.BadParameter(f"{value!r} is no name; give it one like employment", context, parameter)
    return value


SOMEBODY = "reviewer"  # where the system knows no name for the user

reviewer_option = click.option(
    "--reviewer",
    metavar="NAME",
    help="Whose decisions these are. The settings' reviewer or the account's name unless given.",
)


@click.command(short_help="Open articles for review.")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--session",
    metavar="NAME|FILE",
    callback=_named,
    help="Start or continue this session: a name means sessions/NAME.yaml under the current folder. "
    "Called after the articles' folder unless given.",
)
@click.option(
    "--again",
    metavar="PERCENT",
    callback=_share,
    help="Look a second time, without seeing the first, at this share of what is decided in the session "
    "that PATH names, say 5%; tells how often you judged as before.",
)
@reviewer_option
@rules_option
@desk_options
def review(  # noqa: PLR0913, PLR0917 - click hands over each option by its name
    paths: tuple[str, ...],
    session: str | None,
    again: float | None,
    reviewer: str | None,
    rule_folders: tuple[Path, ...],
    settings: "Settings",
) -> None:
    """Show articles beside their claims, to accept (a), fix (f) or reject (r) each with one key.

    PATH is a text file, a folder, or a pattern such as 'news/*.txt'. Every decision is saved when it is made;
    q quits. Articles that are not in the session yet join it; with --rules those that are in it already
    are extracted again, and every decision is kept.

    \b
    Examples:
      factdesk review news/ --session employment
      factdesk review --again 5% employment
    """
    if again is not None:
        _look_again(session or next(iter(paths), None), again, reviewer, settings)
        return
    if not paths:
        raise click.UsageError("Missing argument 'PATH...'.", click.get_current_context())
    from tui.workspace import name_for, session_path, start

    folders = chosen_folders(rule_folders)
    _need_terminal(sys.stdout)
    known = session_path(session if session is not None else name_for(paths)).exists()

    def open_it() -> "OpenSession":
        opened = start(
            paths, reviewer=_reviewer(reviewer, settings), session=session, rules=folders, wait=False
        )
        return _with_rules(opened, rule_folders) if known else opened

    _run(open_it, reviewer, settings)


@click.command(short_help="Go on with a review where it stopped.")
@click.argument("session", required=False, metavar="[NAME|FILE]")
@reviewer_option
@rules_option
@desk_options
def resume(
    session: str | None, reviewer: str | None, rule_folders: tuple[Path, ...], settings: "Settings"
) -> None:
    """Open a session at the same claim, scrolled and filtered as it was left; the last one unless named.

    With --rules its articles are extracted again; every decision is kept.

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

    def open_it() -> "OpenSession":
        opened = resume_session(path, reviewer=_reviewer(reviewer, settings), wait=False)
        return _with_rules(opened, rule_folders)

    _run(open_it, reviewer, settings)


def _with_rules(opened: "OpenSession", folders: Sequence[Path]) -> "OpenSession":
    """The session extracted again with these rules, where there are any and it may be written."""
    from tui.articles import ReadProblem

    if folders and not opened.read_only:
        try:
            opened.extract_again(folders)
        except BaseException:
            opened.close()
            raise
        opened.problems += [
            ReadProblem(f"{problem.path}:{problem.line}", problem.message)
            for problem in opened.rules.problems
            if any(problem.path.is_relative_to(folder) for folder in folders)
        ]
    return opened


def _look_again(name: str | None, share: float, reviewer: str | None, settings: "Settings") -> None:
    """Review a sample of a session blind, then tell how it agrees."""
    from tui.storage import StorageError
    from tui.workspace import WorkspaceError, begin_second, session_path
    from tui.workspace import resume as resume_session

    path = session_path(name) if name is not None else _last_session()
    if not path.exists():
        raise no_such_session(path)
    _need_terminal(sys.stdout)
    try:
        second = begin_second(path, share)
    except (StorageError, WorkspaceError) as error:
        raise Trouble(str(error)) from None
    _run(lambda: resume_session(second, reviewer=_reviewer(reviewer, settings)), reviewer, settings)
    print_second_look(second, differences=True)


def sessions(settings: "Settings") -> None:
    """The sessions of this folder: on the desk where there is a terminal, else as a list."""
    if not _is_served() and not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        print_sessions()
        return
    _run(None, None, settings)


def _run(open_it: "Callable[[], OpenSession] | None", reviewer: str | None, settings: "Settings") -> None:
    """Open the desk and, when the reviewer has left, tell how far it is and what went wrong."""
    from tui.ui.memory import loading

    with loading():
        from tui.storage import StorageError
        from tui.ui.app import run_desk
        from tui.ui.keymap import KeymapError
        from tui.workspace import WorkspaceError

    checked_keymap(settings)
    opened = None
    try:
        with loading():
            opened = open_it() if open_it is not None else None
        for notice in opened.notices if opened is not None else ():
            warn(notice)
        _keyboard()
        left = run_desk(opened, reviewer=_reviewer(reviewer, settings), settings=settings)
    except (StorageError, WorkspaceError, KeymapError) as error:
        raise Trouble(str(error)) from None
    finally:
        if opened is not None:
            opened.close()  # a second time after the desk's own, which does nothing
    for problem in opened.problems if opened is not None else ():
        warn(str(problem))
    if left.said and not _is_served():
        click.echo(shown(left.said))
    if left.trouble:
        raise Trouble(left.trouble)
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


def _is_served() -> bool:
    """Whether a browser is at the other end: `factdesk serve` names another driver than a terminal's."""
    return bool(os.environ.get("TEXTUAL_DRIVER"))


def need_keys() -> None:
    """Raises Trouble where there is no terminal for the desk and its keys."""
    _need_terminal(sys.stdout)
    _keyboard()


def _need_terminal(stream: object) -> None:
    if not _is_terminal(stream) and not _is_served():
        raise Trouble("the desk needs a terminal", "Without one, use: factdesk extract PATH...")


def _keyboard() -> None:
    """Have the keys come from the terminal, where standard input was an article."""
    if _is_terminal(sys.stdin) or _is_served() or os.name == "nt":
        return
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise Trouble(
            "the desk needs a terminal for its keys", "Without one, use: factdesk extract PATH..."
        ) from None
    os.dup2(terminal, 0)
    os.close(terminal)
