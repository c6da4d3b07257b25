"""Where a caret goes in a text: by characters, words, numbers and paragraphs."""

import re
from typing import Literal

from tui.text.cells import char_cells

Unit = Literal["char", "word", "number", "line", "edge", "paragraph", "text"]

_SEPARATORS = ".,\uff0e\uff0c"


def _kind(char: str) -> str:
    if char.isnumeric():
        return "number"
    if char in "%\uff05\u2030":
        return "percent"
    if char.isspace():
        return "space"
    if not char.isalpha():
        return "mark"
    # Scripts without spaces between words: each character is a step of its own.
    return "letter" if ord(char) < 0x2E80 else "ideograph"


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word or number that holds a place: digits keep their separators and a percent sign."""
    if not 0 <= offset < len(text):
        return offset, offset
    while offset and _combines(text[offset]):
        offset -= 1
    kind = _kind(text[offset])
    if kind == "percent" and offset and _kind(text[offset - 1]) == "number":
        offset, kind = offset - 1, "number"
    if kind in {"mark", "ideograph", "percent"}:
        inside = text[offset] in _SEPARATORS and _number_around(text, offset)
        if not inside:
            return offset, moved(text, offset, "char", 1)
        kind = "number"
    start = end = offset
    while start > 0 and _joins(text, start - 1, kind):
        start -= 1
    while end < len(text) and _joins(text, end, kind):
        end += 1
    if kind == "number" and end < len(text) and _kind(text[end]) == "percent":
        end += 1
    return start, end


def words_between(text: str, first: int, last: int) -> tuple[int, int]:
    """The stretch from one character to another, words and numbers at its ends whole."""
    ends = [
        (place, place + 1) if text[place : place + 1].isspace() else word_at(text, place)
        for place in (first, last)
    ]
    return ends[0][0], ends[1][1]


def _number_around(text: str, offset: int) -> bool:
    return 0 < offset < len(text) - 1 and text[offset - 1].isnumeric() and text[offset + 1].isnumeric()


def _joins(text: str, offset: int, kind: str) -> bool:
    if _kind(text[offset]) == kind or _combines(text[offset]):
        return True
    return kind == "number" and text[offset] in _SEPARATORS and _number_around(text, offset)


def moved(text: str, offset: int, unit: Unit, count: int) -> int:
    """Where the caret stands after ``count`` steps, backwards if negative."""
    for _ in range(abs(count)):
        before = offset
        offset = _forward(text, offset, unit) if count > 0 else _backward(text, offset, unit)
        if offset == before:
            break
    return offset


def _forward(text: str, offset: int, unit: Unit) -> int:
    size = len(text)
    if unit == "char":
        offset += 1
        while offset < size and _combines(text[offset]):
            offset += 1
        return min(offset, size)
    if unit == "word":
        offset = word_at(text, offset)[1]
        while offset < size and text[offset].isspace():
            offset += 1
        return offset
    if unit == "number":
        place = word_at(text, offset)[1]
        while place < size and not text[place].isnumeric():
            place += 1
        return place if place < size else offset
    if unit == "paragraph":
        found = re.compile(r"\n\s*").search(text, offset)
        return found.end() if found else size
    return size


def _backward(text: str, offset: int, unit: Unit) -> int:
    if unit == "char":
        offset -= 1
        while offset > 0 and _combines(text[offset]):
            offset -= 1
        return max(offset, 0)
    if unit == "word":
        offset -= 1
        while offset > 0 and text[offset].isspace():
            offset -= 1
        return word_at(text, offset)[0] if offset > 0 else 0
    if unit == "number":
        place = word_at(text, offset)[0] - 1 if offset < len(text) else len(text) - 1
        while place >= 0 and not text[place].isnumeric():
            place -= 1
        return word_at(text, place)[0] if place >= 0 else offset
    if unit == "paragraph":
        return text.rfind("\n", 0, max(offset - 1, 0)) + 1
    return 0


def _combines(char: str) -> bool:
    return char_cells(char) == 0
