"""Puts articles, extraction, review and storage together into sessions; knows nothing of screens."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.workspace.desk import Joined, OpenSession, WorkspaceError, resume, start
    from tui.workspace.listing import SessionInfo, info_of, list_sessions
    from tui.workspace.places import name_for, session_path, sessions_folder

__all__ = [
    "Joined",
    "OpenSession",
    "SessionInfo",
    "WorkspaceError",
    "info_of",
    "list_sessions",
    "name_for",
    "resume",
    "session_path",
    "sessions_folder",
    "start",
]

# Each name is fetched when it is first asked for: to list or export sessions nobody waits for the extractor.
_HOMES = {
    "desk": ("Joined", "OpenSession", "WorkspaceError", "resume", "start"),
    "listing": ("SessionInfo", "info_of", "list_sessions"),
    "places": ("name_for", "session_path", "sessions_folder"),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
