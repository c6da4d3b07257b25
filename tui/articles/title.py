"""Finds the title of a text."""

import re

from tui.articles.headers import HeaderRules
from tui.articles.language import HAN

HEAD_LINES = 12
LONGEST = 200  # characters of a title
SHORT_WORDS, SHORT_HAN = 3, 5  # a shorter line is a section's or a paper's name if a fuller one follows
CUT = 80  # characters of a first sentence that stands in for a missing title
MARKS = re.compile(r"^[\s#*=>_-]+|[\s#*=_]+$")
BODY_END = tuple(".!?;\u3002\uff01\uff1f\uff1b")


def title_of(text: str, rules: HeaderRules) -> str:
    """The title in the head of ``text``, or the beginning of its first line; empty for an empty text.

    The title is the first line of the head that is no page furniture, and full enough to be one if there is
    such a line. A line that says what it is (``Original title: ...``) wins where the head has nothing better.
    """
    lines = [line for raw in text[: 40 * LONGEST].splitlines() if (line := _clean(raw))][:HEAD_LINES]
    head: list[str] = []
    named = ""
    for line in lines:
        if len(line) > LONGEST or (head and line.endswith(BODY_END)):
            break
        if found := next((m for p in rules.of("title") if (m := p.regex.match(line))), None):
            named = named or found["title"].strip()
        elif not _is_furniture(line, rules):
            head.append(line)
    full = next((line for line in head if _is_full(line)), "")
    return full or named or (head[0] if head else _beginning(lines[0]) if lines else "")


def _clean(line: str) -> str:
    return " ".join(MARKS.sub("", line).split())


def _is_furniture(line: str, rules: HeaderRules) -> bool:
    if any(pattern.regex.fullmatch(line) for pattern in rules.of("furniture")):
        return True
    dates = (pattern.regex.match(line) for role in ("date", "page") for pattern in rules.of(role))
    return any(
        match and 2 * len(match[0].strip()) > len(line) and match.groupdict().get("day") for match in dates
    )


def _is_full(line: str) -> bool:
    return len(HAN.findall(line)) > SHORT_HAN or len(line.split()) > SHORT_WORDS


def _beginning(line: str) -> str:
    return line if len(line) <= CUT else line[: CUT - 1].rstrip() + "\u2026"
