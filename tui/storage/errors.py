"""What can go wrong with files on disk, each in one clear line."""

from pathlib import Path

from msgspec import Struct


class StorageError(Exception):
    """A file that can't be read or written: where, why, and what to do."""

    def __init__(self, path: Path | str, reason: str, line: int | None = None) -> None:
        super().__init__(path, reason, line)
        self.path = Path(path)
        self.reason = reason
        self.line = line

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line is not None else str(self.path)
        return f"{place}: {self.reason}"


class DamagedError(StorageError):
    """A file whose content is not what it should be; it stays as it is."""


class TooNewError(StorageError):
    """A file of a later version of the program; it stays as it is."""


class ReadOnlyError(StorageError):
    """An attempt to write to a session opened for reading."""


class Holder(Struct, frozen=True, kw_only=True):
    """Who has a session open: ``since`` is UTC in ISO 8601."""

    user: str = "somebody"
    host: str = "?"
    pid: int = 0
    since: str = "?"

    def __str__(self) -> str:
        return f"{self.user} on {self.host}, process {self.pid}, since {self.since}"


class SessionLocked(StorageError):  # noqa: N818 - the state of a session, and the name its callers know
    """Another program has the session open for writing."""

    def __init__(self, path: Path | str, holder: Holder) -> None:
        super().__init__(path, f"already open by {holder}; close it there, or open it here to read only")
        self.holder = holder


def os_reason(error: OSError) -> str:
    """An operating system's error in its own words, without numbers and paths."""
    return (error.strerror or type(error).__name__).lower()
