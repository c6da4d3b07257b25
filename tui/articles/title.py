"""Finds the title of a text."""

import re
from collections.abc import Sequence

from tui.articles.headers import HeaderRules
from tui.articles.language import HAN

HEAD_LINES = 12
TOP_LINES = 40  # lines of menus and the like that may stand above the title
LONGEST = 200  # characters of a title
SHORT_WORDS, SHORT_HAN = 3, 5  # a shorter line is a section's or a paper's name if a fuller one follows
CUT = 80  # characters of a first sentence that stands in for a missing title
MARKS = re.compile(r"^[\s#*=>_-]+|[\s#*=_]+$")
STOPS = tuple(".;\u3002\uff1b")
BODY_END = (*STOPS, *"!?\uff01\uff1f")


def title_of(text: str, rules: HeaderRules) -> str:
    """The title in the head of ``text``, or the beginning of its first line; empty for an empty text.

    The title stands right above the line that gives the date of publication, whatever menus stand above it.
    Where there is no such line, it is the first line of the head that is no page furniture, and full enough
    to be one if there is such a line. A line that says what it is (``Original title: ...``) wins where the
    head has nothing better.
    """
    lines = [_clean(raw) for raw in text[: 40 * LONGEST].splitlines()]
    if above := _above_date(lines, rules):
        return above
    head: list[str] = []
    named = ""
    lines = [line for line in lines if line][:HEAD_LINES]
    for line in lines:
        if len(line) > LONGEST or (head and line.endswith(BODY_END)):
            break
        if found := next((m for p in rules.of("title") if (m := p.regex.match(line))), None):
            named = named or found["title"].strip()
        elif not _is_furniture(line, rules):
            head.append(line)
    full = next((line for line in head if _is_full(line)), "")
    return full or named or (head[0] if head else _beginning(lines[0]) if lines else "")


def _above_date(lines: Sequence[str], rules: HeaderRules) -> str:
    """The first full line of the last block of lines above the date of publication, or nothing."""
    title, block = "", False
    for line in lines[:TOP_LINES]:
        if _width(line) > (CUT if line.endswith(BODY_END) else LONGEST):  # the article itself has begun
            return ""
        if title and _is_dated(line, rules):
            return title
        if not line or _is_furniture(line, rules) or any(p.regex.match(line) for p in rules.of("title")):
            block = False
        elif not block and _is_full(line) and not line.endswith(STOPS):
            title, block = line, True
    return ""


def _is_dated(line: str, rules: HeaderRules) -> bool:
    """Whether a line is there to tell the day of publication."""
    if not line or line.endswith(BODY_END):
        return False
    found = ((pattern, pattern.regex.match(line)) for pattern in rules.of("date"))
    return any(match and "day" in pattern.parts(match) for pattern, match in found)


def _clean(line: str) -> str:
    return " ".join(MARKS.sub("", line).split())


def _is_furniture(line: str, rules: HeaderRules) -> bool:
    if any(pattern.regex.fullmatch(line) for pattern in rules.of("furniture")):
        return True
    dates = ((pattern, pattern.regex.match(line)) for role in ("date", "page") for pattern in rules.of(role))
    return any(
        match and 2 * len(match[0].strip()) > len(line) and "day" in pattern.parts(match)
        for pattern, match in dates
    )


def _is_full(line: str) -> bool:
    return len(HAN.findall(line)) > SHORT_HAN or len(line.split()) > SHORT_WORDS


def _width(line: str) -> int:
    return len(line) + len(HAN.findall(line))


def _beginning(line: str) -> str:
    return line if len(line) <= CUT else line[: CUT - 1].rstrip() + "\u2026"
