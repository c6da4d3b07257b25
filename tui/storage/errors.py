"""What can go wrong with files on disk, each in one clear line."""

from pathlib import Path

from msgspec import Struct, structs

from tui.model.telling import Told


class StorageError(Exception):
    """A file that can't be read or written: where, why, and what to do."""

    def __init__(self, path: Path | str, reason: str, line: int | None = None) -> None:
        super().__init__(path, reason, line)
        self.path = Path(path)
        self.reason = reason
        self.line = line

    @property
    def told(self) -> Told:
        """The whole line: the place and the reason."""
        place = f"{self.path}:{self.line}" if self.line is not None else str(self.path)
        return Told("{place}: {reason}", place=place, reason=self.reason)

    def __str__(self) -> str:
        return str(self.told)


class DamagedError(StorageError):
    """A file whose content is not what it should be; it stays as it is."""


class TooNewError(StorageError):
    """A file of a later version of the program; it stays as it is."""


class ReadOnlyError(StorageError):
    """An attempt to write to a session opened for reading."""


class NotWritableError(StorageError):
    """A session that can't be written now, but can be opened to read only."""


class Holder(Struct, frozen=True, kw_only=True):
    """Who has a session open: ``since`` is UTC in ISO 8601."""

    user: str = "somebody"
    host: str = "?"
    pid: int = 0
    since: str = "?"

    def __str__(self) -> str:
        return f"{self.user} on {self.host}, process {self.pid}, since {self.since}"


class SessionLocked(NotWritableError):  # noqa: N818 - the state of a session, and the name its callers know
    """Another program has the session open for writing."""

    def __init__(self, path: Path | str, holder: Holder) -> None:
        super().__init__(
            path,
            Told(
                "already open by {user} on {host}, process {pid}, since {since}; close it there, or open it"
                " here to read only",
                **structs.asdict(holder),
            ),
        )
        self.holder = holder


def os_reason(error: OSError) -> Told:
    """An operating system's error in its own words, without numbers and paths."""
    return Told((error.strerror or type(error).__name__).lower())
