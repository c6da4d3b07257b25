"""Sessions on disk, as the commands need them."""

from typing import TYPE_CHECKING

from tui.cli.errors import Trouble

if TYPE_CHECKING:
    from tui.review import Review
    from tui.storage import SessionFile


def no_such_session(path: object) -> Trouble:
    """The trouble with a session that isn't there: it names those that are."""
    from tui.workspace import list_sessions

    known = ", ".join(info.path.stem for info in list_sessions())
    return Trouble(
        f"there is no session {path}",
        f"Sessions here: {known}." if known else "Begin one with: factdesk review FOLDER",
    )


def opened(name: str) -> "SessionFile":
    """The session as it stands, read without disturbing a writer, and closed again."""
    from tui.storage import SessionFile, StorageError
    from tui.workspace import session_path

    path = session_path(name)
    if not path.exists():
        raise no_such_session(path)
    try:
        with SessionFile.open(path, read_only=True) as file:
            return file
    except StorageError as error:
        raise Trouble(str(error)) from None


def reviewed(name: str) -> "Review":
    """A session's claims as they stand after all its decisions."""
    return folded(opened(name))


def folded(file: "SessionFile") -> "Review":
    """The state that the session's decisions lead to."""
    from tui.storage import StorageError
    from tui.workspace import review_of

    try:
        return review_of(file)
    except StorageError as error:
        raise Trouble(str(error)) from None
