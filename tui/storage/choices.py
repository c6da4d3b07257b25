"""A choice made on the desk, kept in the user's settings file without touching anything else in it."""

import re
from pathlib import Path
from typing import Literal

from msgspec import structs

from tui.model.telling import Told
from tui.storage.disk import replace_file
from tui.storage.errors import StorageError
from tui.storage.plain import read_limited
from tui.storage.settings import MAX_BYTES, read_settings, user_file

Choice = Literal["theme", "layout", "group"]


def keep_choice(name: Choice, value: str, path: Path | None = None) -> Path:
    """Write a choice into the user's settings file, which is made if it isn't there.

    Comments and everything else in it stay. Returns the file.

    Raises:
        StorageError: the file is no settings file, or is written in a way that can't be changed by itself.
        OSError: it can't be written.
    """
    path = path or user_file()
    before = read_settings(path)
    old = read_limited(path, MAX_BYTES).decode("utf-8-sig") if path.is_file() else ""
    line = f"{name}: {value}"
    new, found = re.subn(rf"(?m)^{name}[ \t]*:[^#\n]*?(?=[ \t]*(?:#|$))", line, old, count=1)
    if not found:
        new = old + ("" if not old or old.endswith("\n") else "\n") + line + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    trial = path.with_name(path.name + ".new")
    try:
        replace_file(trial, [new.encode("utf-8")])
        right = read_settings(trial) == structs.replace(before, **{name: value})
    except StorageError:
        right = False
    finally:
        trial.unlink(missing_ok=True)
    if not right:
        raise StorageError(path, Told("write it there by hand: {line}", line=line))
    replace_file(path, [new.encode("utf-8")])
    return path
