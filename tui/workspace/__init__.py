"""Puts articles, extraction, review and storage together into sessions; knows nothing of screens."""

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
