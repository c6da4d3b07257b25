"""Sessions on disk, as the commands need them."""

from typing import TYPE_CHECKING

from tui.cli.errors import Trouble

if TYPE_CHECKING:
    from tui.model import Session
    from tui.review import Review


def no_such_session(path: object) -> Trouble:
    """The trouble with a session that isn't there: it names those that are."""
    from tui.workspace import list_sessions

    known = ", ".join(info.path.stem for info in list_sessions())
    return Trouble(
        f"there is no session {path}",
        f"Sessions here: {known}." if known else "Begin one with: factdesk review FOLDER",
    )


def opened(name: str) -> "tuple[Session, tuple[str, ...]]":
    """The session as it stands, read without disturbing a writer, and what opening had to tell."""
    from tui.storage import SessionFile, StorageError
    from tui.workspace import session_path

    path = session_path(name)
    if not path.exists():
        raise no_such_session(path)
    try:
        with SessionFile.open(path, read_only=True) as file:
            return file.session, file.notices
    except StorageError as error:
        raise Trouble(str(error)) from None


def reviewed(name: str) -> "Review":
    """A session's claims as they stand after all its decisions."""
    return folded(opened(name)[0])


def folded(session: "Session") -> "Review":
    """The state that the session's decisions lead to."""
    from tui.review import Review, ReviewError

    try:
        return Review(session, reviewer="")
    except ReviewError as error:
        raise Trouble(
            f"{session.name}: {error}", "The session file was changed by hand or is damaged."
        ) from None
