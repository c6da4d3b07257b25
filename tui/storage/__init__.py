"""Files that Factdesk keeps: sessions with journal and lock, settings, and what was open last."""

from tui.storage.errors import (
    DamagedError,
    Holder,
    ReadOnlyError,
    SessionLocked,
    StorageError,
    TooNewError,
)
from tui.storage.session_file import SessionFile, journal_path

__all__ = [
    "DamagedError",
    "Holder",
    "ReadOnlyError",
    "SessionFile",
    "SessionLocked",
    "StorageError",
    "TooNewError",
    "journal_path",
]
