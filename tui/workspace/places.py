"""Where sessions are: names and files."""

import glob
import os
import re
from collections.abc import Sequence
from pathlib import Path

from tui.storage.disk import place_named

FOLDER = "sessions"
AGAIN = ".again"  # ends the name of a second look at a session
SUFFIXES = (".yaml", ".yml")
_UNFIT = re.compile(r"[\x00-\x20/\\:*?\"<>|\x7f-\x9f]+")
RULES_SEPARATOR = "\n"


class WorkspaceError(Exception):
    """What a user asked for can't be done, in one plain line."""


def sessions_folder(folder: Path | None = None) -> Path:
    """The folder of named sessions under ``folder``, by default the current one."""
    return (Path.cwd() if folder is None else folder) / FOLDER


def session_path(name: str, folder: Path | None = None) -> Path:
    """The file that a NAME or FILE means: a FILE has a folder in it or ends in .yaml or .yml."""
    separators = [mark for mark in (os.sep, os.altsep) if mark]
    if name.lower().endswith(SUFFIXES) or any(mark in name for mark in separators):
        return place_named(name)
    return sessions_folder(folder) / f"{name}.yaml"


def name_of(path: Path) -> str:
    """What means this session file here: the name of one in the folder of sessions, else its path."""
    name = path.stem
    by_name = not name.startswith("-") and os.path.abspath(session_path(name)) == os.path.abspath(path)  # noqa: PTH100
    shown = shown_path(path)
    return name if by_name else f".{os.sep}{shown}" if shown.startswith(("-", "~")) else shown


def shown_path(path: Path) -> str:
    """A path as seen from the current folder, where it is below it."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - links keep names
    return str(whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole)


def name_for(paths: Sequence[str]) -> str:
    """The name of a session over ``paths`` that was given none: the file's or the common folder's."""
    real = [Path(os.path.abspath(path)) for path in paths if path != "-"]  # noqa: PTH100 - links keep names
    if not real:
        return "session"
    real = [_unpatterned(path) for path in real]
    if len(real) == 1:
        name = real[0].name if real[0].is_dir() else real[0].stem
    else:
        name = Path(os.path.commonpath([path.parent for path in real])).name
    return _UNFIT.sub("-", name).strip("-.") or "session"


def _unpatterned(path: Path) -> Path:
    """The folder that a pattern such as ``news/*.txt`` looks into, or the path itself."""
    while glob.has_magic(path.name):
        path = path.parent
    return path


def folders_text(folders: Sequence[Path]) -> str:
    """Rule folders as a session notes them."""
    return RULES_SEPARATOR.join(map(str, folders))


def folders_of(rules: str) -> tuple[Path, ...]:
    """The rule folders that a session notes."""
    return tuple(Path(folder) for folder in rules.split(RULES_SEPARATOR) if folder)
