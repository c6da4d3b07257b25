"""The sessions of a folder with their progress."""

from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tui.review import Progress
from tui.storage import Holder, SessionFile, StorageError, held_by
from tui.workspace.folding import review_of
from tui.workspace.places import SUFFIXES, sessions_folder


class SessionInfo(NamedTuple):
    """A session at a glance; ``problem`` says why it can't be opened.

    ``waiting`` counts files to come, ``unread`` those that can't be read.
    """

    path: Path
    name: str
    changed: datetime
    articles: int = 0
    progress: Progress = Progress()
    waiting: int = 0
    unread: int = 0
    holder: Holder | None = None
    problem: str = ""


def list_sessions(folder: Path | None = None) -> list[SessionInfo]:
    """The sessions under ``folder``, by default the current one, the last changed first."""
    place = sessions_folder(folder)
    files = [path for path in place.glob("*") if path.suffix in SUFFIXES] if place.is_dir() else []
    files = [path for path in files if path.is_file() and not path.name.startswith(".")]
    return sorted((info_of(path) for path in files), key=lambda info: info.changed, reverse=True)


def info_of(path: Path) -> SessionInfo:
    """One session at a glance; never raises for a file that is no session."""
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        with SessionFile.open(path, read_only=True) as file:
            session = file.session
            review = review_of(file)
            return SessionInfo(
                path=path,
                name=session.name,
                changed=changed,
                articles=len(session.articles),
                progress=review.progress(),
                waiting=len(file.waiting),
                unread=len(file.unread),
                holder=held_by(path),
            )
    except (StorageError, OSError) as error:
        problem = error.told if isinstance(error, StorageError) else str(error)
        return SessionInfo(path, path.stem, datetime.fromtimestamp(0, UTC), problem=problem)
