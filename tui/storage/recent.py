"""The sessions that were open last, for ``factdesk resume``; losing this list loses no work."""

import contextlib
import os
from pathlib import Path

import msgspec
import platformdirs

from tui.storage.disk import replace_file

KEPT = 50


def _file() -> Path:
    return Path(platformdirs.user_state_dir("factdesk", appauthor=False)) / "recent.json"


def recent() -> list[Path]:
    """Session files opened on this account, the latest first; those that are gone are left out."""
    try:
        paths = msgspec.json.decode(_file().read_bytes(), type=list[str])
    except (OSError, msgspec.MsgspecError):
        return []
    return [Path(path) for path in paths if Path(path).is_file()]


def remember(path: Path) -> None:
    """Put a session at the top of the list; a state folder that can't be written is no reason to stop."""
    latest = Path(os.path.abspath(path))  # noqa: PTH100 - links stay links
    paths = [latest, *(old for old in recent() if old != latest)][:KEPT]
    with contextlib.suppress(OSError):
        _file().parent.mkdir(parents=True, exist_ok=True)
        replace_file(_file(), [msgspec.json.encode([str(path) for path in paths])])
