"""Sessions on disk, as the commands need them."""

from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.errors import Trouble

if TYPE_CHECKING:
    from tui.model import Session
    from tui.review import Review

FOLDER = Path("sessions")
SUFFIX = ".yaml"


def session_path(name: str) -> Path:
    """The file of a session: ``name`` itself if it is a path, else that session of this folder."""
    path = Path(name)
    return path if path.suffix == SUFFIX or len(path.parts) > 1 else FOLDER / f"{name}{SUFFIX}"


def opened(name: str) -> "tuple[Session, tuple[str, ...]]":
    """The session as it stands, read without disturbing a writer, and what opening had to tell."""
    from tui.storage import SessionFile, StorageError

    path = session_path(name)
    if not path.exists():
        known = sorted(p.stem for p in FOLDER.glob(f"*{SUFFIX}"))
        mend = f"Sessions here: {', '.join(known)}." if known else "There are no sessions in this folder."
        raise Trouble(f"there is no session {path}", mend)
    try:
        with SessionFile.open(path, read_only=True) as file:
            return file.session, file.notices
    except StorageError as error:
        raise Trouble(str(error)) from None


def reviewed(name: str) -> "Review":
    """A session's claims as they stand after all its decisions."""
    from tui.review import Review, ReviewError

    session, _ = opened(name)
    try:
        return Review(session, reviewer="")
    except ReviewError as error:
        raise Trouble(f"{session_path(name)}: {error}") from None
