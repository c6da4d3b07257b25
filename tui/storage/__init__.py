"""Files that Factdesk keeps: sessions with journal and lock, settings, and what was open last."""

from tui.storage.document import is_session
from tui.storage.errors import (
    DamagedError,
    Holder,
    NotWritableError,
    ReadOnlyError,
    SessionLocked,
    StorageError,
    TooNewError,
)
from tui.storage.lock import held_by
from tui.storage.recent import recent, remember
from tui.storage.session_file import SessionFile, journal_path
from tui.storage.settings import Settings, load_settings

__all__ = [
    "DamagedError",
    "Holder",
    "NotWritableError",
    "ReadOnlyError",
    "SessionFile",
    "SessionLocked",
    "Settings",
    "StorageError",
    "TooNewError",
    "held_by",
    "is_session",
    "journal_path",
    "load_settings",
    "recent",
    "remember",
]
