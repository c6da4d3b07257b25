"""Puts articles, extraction, review and storage together into sessions; knows nothing of screens."""

from typing import TYPE_CHECKING

from tui.model.lazily import lazily

if TYPE_CHECKING:
    from tui.workspace.desk import OpenSession, Why
    from tui.workspace.folding import review_of
    from tui.workspace.intake import Joined, Preview
    from tui.workspace.listing import SessionInfo, info_of, list_sessions
    from tui.workspace.opening import resume, start
    from tui.workspace.places import WorkspaceError, folders_of, name_for, session_path, sessions_folder
    from tui.workspace.second import SecondLook, begin_second, first_of, looks_at, second_look

__all__ = [
    "Joined",
    "OpenSession",
    "Preview",
    "SecondLook",
    "SessionInfo",
    "Why",
    "WorkspaceError",
    "begin_second",
    "first_of",
    "folders_of",
    "info_of",
    "list_sessions",
    "looks_at",
    "name_for",
    "resume",
    "review_of",
    "second_look",
    "session_path",
    "sessions_folder",
    "start",
]

# Each name is fetched when it is first asked for: to list or export sessions nobody waits for the extractor.
__getattr__ = lazily(
    __name__,
    {
        "desk": ("OpenSession", "Why"),
        "folding": ("review_of",),
        "intake": ("Joined", "Preview"),
        "listing": ("SessionInfo", "info_of", "list_sessions"),
        "opening": ("resume", "start"),
        "places": ("WorkspaceError", "folders_of", "name_for", "session_path", "sessions_folder"),
        "second": ("SecondLook", "begin_second", "first_of", "looks_at", "second_look"),
    },
)
