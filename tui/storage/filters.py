"""Saved filters, written into the project's settings file without touching anything else in it."""

from pathlib import Path

import yaml

from tui.model.telling import Told
from tui.storage.disk import replace_file
from tui.storage.errors import StorageError
from tui.storage.plain import read_limited
from tui.storage.settings import MAX_BYTES, PROJECT_FILE, read_settings
from tui.storage.yamltext import parse


def save_filter(name: str, text: str, folder: Path) -> Path:
    """Keep a filter under a name in the settings file of a folder, which is made if it isn't there.

    Comments and the order of the file stay. Returns the file.

    Raises:
        StorageError: the file is no settings file, or is written in a way that can't be added to by itself.
        OSError: it can't be written.
    """
    path = folder / PROJECT_FILE
    before = read_settings(path)
    old = read_limited(path, MAX_BYTES).decode("utf-8-sig") if path.is_file() else ""
    new = _with(old, name, text).encode("utf-8")
    wanted = {**_data(old.encode("utf-8"), path), "filters": {**before.filters, name: text}}
    try:
        right = _data(new, path) == wanted
    except StorageError:
        right = False
    if not right:
        line = _line(name, text).strip()
        raise StorageError(path, Told("add the filter by hand, under 'filters:': {line}", line=line))
    replace_file(path, [new])
    return path


def _data(raw: bytes, path: Path) -> dict[str, object]:
    found = parse(raw, path)
    return dict(found) if isinstance(found, dict) else {}


def _with(old: str, name: str, text: str) -> str:
    """The file's text with the filter in it: in the place of one of that name, else behind the others."""
    lines = old.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    block = _block(old)
    if block is None:
        return "".join([*lines, "filters:\n", _line(name, text)])
    entries, indent = block
    made = _line(name, text, indent)
    for key, first, last in entries:
        if key == name:
            return "".join([*lines[:first], made, *lines[last:]])
    end = entries[-1][2]
    return "".join([*lines[:end], made, *lines[end:]])


def _block(old: str) -> tuple[list[tuple[str, int, int]], int] | None:
    """The entries under ``filters`` with their lines, and how far they are indented; None without any."""
    root = yaml.compose(old, Loader=yaml.SafeLoader) if old.strip() else None
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == "filters" and isinstance(value, yaml.MappingNode) and value.value:
            entries = [
                (each.value, each.start_mark.line, text.end_mark.line + 1) for each, text in value.value
            ]
            return entries, value.value[0][0].start_mark.column
    return None


def _line(name: str, text: str, indent: int = 2) -> str:
    """An entry of the file; both parts quoted, so that no character of them means anything to YAML."""
    parts = [
        yaml.safe_dump(part, default_style='"', allow_unicode=True, width=10**9).strip()
        for part in (name, text)
    ]
    return f"{' ' * indent}{parts[0]}: {parts[1]}\n"
