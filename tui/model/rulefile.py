"""Reads one YAML file of a rule pack, from wherever it comes: with limits, and told by line what is wrong."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MAX_BYTES = 8_000_000
MAX_DEPTH = 40
UNREADABLE_DEPTH = 1_000
_BRACKET = re.compile(r"[\[\]{}]")
# Lists within lists in one line, as "- - - x".
_BLOCKS = re.compile(rf"(?:[-?:] ){{{UNREADABLE_DEPTH}}}")


class RuleFileError(ValueError):
    """A file that can't be read: in which ``line``, why, and what would mend it."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def entries(path: Path) -> Iterator[tuple[Any, int]]:
    """The entries of a file with their lines; a mapping at the top is one entry. Raises RuleFileError."""
    from tui.model.ruleyaml import parsed  # noqa: PLC0415 - what was read before is kept, and not parsed

    text = _text(path)
    if _is_nested(text):
        raise RuleFileError(1, f"nested more than {MAX_DEPTH} deep")
    yield from parsed(text)


def content(path: Path) -> bytes:
    """What stands in a file. Raises RuleFileError where it can't be read or is too large."""
    try:
        if not path.is_file():
            raise RuleFileError(1, "no file that can be read")
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise RuleFileError(1, f"cannot be read: {error.strerror}") from None
    if len(raw) > MAX_BYTES:
        raise RuleFileError(
            1, f"larger than {MAX_BYTES // 1_000_000} MB: split it (units.yaml, units-more.yaml)"
        )
    return raw


def _text(path: Path) -> str:
    raw = content(path)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise RuleFileError(line, "not in UTF-8: save the file in that encoding") from None
    for number, character in enumerate(text):
        if character < " " and character not in "\t\n\r":
            line = text.count("\n", 0, number) + 1
            raise RuleFileError(line, f"a control character, {character!r}: take it out")
    return text


def _is_nested(text: str) -> bool:
    """Whether so much may be nested that reading it takes the program down; brackets in words count too."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth = max(depth + (1 if bracket in "[{" else -1), 0)
        if depth > UNREADABLE_DEPTH:
            return True
    return _BLOCKS.search(text) is not None
