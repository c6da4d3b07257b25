"""Brings session files of earlier versions up to the present one, as plain data, step by step."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tui.model import FORMAT, FORMAT_VERSION
from tui.model.telling import Told
from tui.storage.errors import DamagedError, TooNewError

Migration = Callable[[dict[str, Any]], dict[str, Any]]

# From each released version to the next one. Version 1 is the first.
MIGRATIONS: dict[int, Migration] = {}


def check_version(path: Path, header: Mapping[str, Any], where: Mapping[str, int]) -> int:
    """The version of a file that this program can read; ``where`` has the lines of the header's keys.

    Raises:
        DamagedError: it isn't a session or its version is no number.
        TooNewError: a later program wrote it.
    """
    version, line = header.get("version"), where.get("version", where.get("format"))
    if header.get("format") != FORMAT:
        reason = Told("is not a Factdesk session: 'format: {form}' is missing at its top", form=FORMAT)
        raise DamagedError(path, reason, where.get("format", 1))
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        reason = Told("the version must be a number from 1 to {last}", last=FORMAT_VERSION)
        raise DamagedError(path, reason, line)
    if version > FORMAT_VERSION:
        raise TooNewError(
            path,
            Told(
                "was written by a later Factdesk (format version {version}; this one reads up to {last});"
                " install the later Factdesk to open it. The file is left as it is",
                version=version,
                last=FORMAT_VERSION,
            ),
            line,
        )
    return version


def migrated(
    data: dict[str, Any],
    version: int,
    *,
    target: int = FORMAT_VERSION,
    steps: Mapping[int, Migration] | None = None,
) -> dict[str, Any]:
    """``data`` of ``version`` as the ``target`` version holds it; ``steps`` are those of the program."""
    known = MIGRATIONS if steps is None else steps
    for number in range(version, target):
        data = {**known[number](data), "version": number + 1}
    return data
