"""Keeps the rows of the built-in rule files from one start to the next, as reading YAML is slow.

The file lies in the user's folder for caches. It is data alone, and what it holds is found by the content of
the rule files, so that it can't be out of date. Whatever is wrong with it, the rule files are read instead.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import msgspec
import platformdirs

from tui.model.rulefile import content, entries

NAME = "rules-1.msgpack"
MAX_BYTES = 64_000_000
# Rows that this start didn't use (say, of another version) stay while they are at most so much larger.
OTHERS = 2
_DATE = 1

Rows = Iterable[tuple[Any, int]]


class Change(Protocol):
    """What is done to every row of a file; of one ``name``, of up to 64 letters, the same is done always."""

    name: str

    def __call__(self, row: Any) -> Any:
        """The row as it is wanted."""


def changed(path: Path, change: Change | None) -> Rows:
    """The entries of a rule file as they are read, each changed. Raises RuleFileError."""
    return entries(path) if change is None else ((change(row), line) for row, line in entries(path))


class RuleCache:
    """Rows by the content of their file: ``known`` of a start before, ``used`` in this one."""

    def __init__(self, path: Path | None = None) -> None:
        """``path`` is where they are kept, a file of the user's folder for caches unless given."""
        self._path = path or Path(platformdirs.user_cache_dir("factdesk", appauthor=False)) / NAME
        self._known: dict[str, msgspec.Raw] = {}
        self._used: dict[str, msgspec.Raw] = {}
        self._new = False
        with suppress(OSError, msgspec.DecodeError):
            if self._path.stat().st_size <= MAX_BYTES:
                self._known = msgspec.msgpack.decode(self._path.read_bytes(), type=dict[str, msgspec.Raw])

    def entries(self, path: Path, change: Change | None = None) -> Rows:
        """The entries of a rule file with their lines, each as ``change`` makes it. Raises RuleFileError."""
        name = change.name.encode() if change is not None else b""
        key = hashlib.blake2b(content(path), digest_size=16, key=name).hexdigest()
        if (raw := self._known.get(key)) is not None:
            with suppress(msgspec.DecodeError, ValueError):
                rows = _DECODER.decode(raw)
                self._used[key] = raw
                return rows
        rows = list(changed(path, change))
        with suppress(TypeError, ValueError, OverflowError):
            packed = msgspec.msgpack.encode(_packed(rows))
            # What doesn't come back as it was is read anew each time.
            if _DECODER.decode(packed) == rows:
                self._used[key] = msgspec.Raw(packed)
                self._new = True
        return rows

    def keep(self) -> None:
        """Write down what was used, if there is anything new, and some others; a failure harms nothing."""
        if not self._new:
            return
        others = {key: raw for key, raw in self._known.items() if key not in self._used}
        if _size(others) > OTHERS * _size(self._used):
            others.clear()
        beside = self._path.with_name(f"{NAME}.{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside.write_bytes(msgspec.msgpack.encode(others | self._used))
            beside.replace(self._path)


def _size(rows: dict[str, msgspec.Raw]) -> int:
    return sum(len(memoryview(raw)) for raw in rows.values())


def _packed(value: Any) -> Any:
    """A value with its days marked as such, which the format would make into words."""
    if isinstance(value, dict):
        return {key: _packed(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_packed(inner) for inner in value]
    return msgspec.msgpack.Ext(_DATE, value.isoformat().encode()) if type(value) is date else value


def _day(code: int, data: memoryview) -> date:
    if code != _DATE:
        raise ValueError(code)
    return date.fromisoformat(bytes(data).decode())


_DECODER = msgspec.msgpack.Decoder(list[tuple[Any, int]], ext_hook=_day)
