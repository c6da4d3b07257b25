"""Bytes from outside within limits, and plain data that knows its lines, whatever parsed it."""

from pathlib import Path
from typing import Any

from tui.model.telling import Told
from tui.storage.errors import StorageError, os_reason


class Items(list[Any]):
    """A list that knows the line of each of its entries."""

    lines: list[int]


class Fields(dict[str, Any]):
    """A mapping that knows the line of each of its keys."""

    lines: dict[str, int]


def read_limited(path: Path, limit: int) -> bytes:
    """A file's bytes.

    Raises:
        StorageError: it can't be read or is larger than ``limit`` bytes.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        raise StorageError(path, Told("can't be read: {reason}", reason=os_reason(error))) from None
    if len(raw) > limit:
        size = limit // 1_000_000
        raise StorageError(
            path, Told("is larger than {size} MB, which is no sensible size for it", size=size)
        )
    return raw
