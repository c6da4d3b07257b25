"""Finds the title of a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tui.articles.dates import head_dates
from tui.articles.headers import HeaderRules
from tui.articles.language import HAN_CHARACTER

HEAD_LINES = 12
TOP_LINES = 40  # lines of menus and the like that may stand above the title
LONGEST = 200  # characters of a title
SHORT_WORDS, SHORT_HAN = 3, 5  # a shorter line is a section's or a paper's name if a fuller one follows
CUT = 80  # characters of a first sentence that stands in for a missing title
MARKS = re.compile(r"^[\s#*=>_-]+|[\s#*=_]+$")
STOPS = tuple(".;\u3002\uff1b")
BODY_END = (*STOPS, *"!?\uff01\uff1f")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its marks: the title it names, and what else it is there for than to be the title."""

    text: str
    named: str = ""
    furniture: bool = False
    dated: bool = False


def title_of(text: str, rules: HeaderRules) -> str:
    """The title in the head of ``text``, or the beginning of its first line; empty for an empty text.

    The title stands right above the line that gives the date of publication, whatever menus stand above it.
    Where there is no such line, it is the first line of the head that is no page furniture, and full enough
    to be one if there is such a line. A line that says what it is (``Original title: ...``) wins where the
    head has nothing better.
    """
    lines = [_line(raw, rules) for raw in text[: 40 * LONGEST].splitlines()[:TOP_LINES]]
    if above := _above_date(lines):
        return above
    head: list[str] = []
    named = ""
    lines = [line for line in lines if line.text][:HEAD_LINES]
    for line in lines:
        if len(line.text) > LONGEST or (head and line.text.endswith(BODY_END)):
            break
        if line.named:
            named = named or line.named
        elif not line.furniture:
            head.append(line.text)
    full = next((line for line in head if _is_full(line)), "")
    return full or named or (head[0] if head else _beginning(lines[0].text) if lines else "")


def _above_date(lines: Iterable[_Line]) -> str:
    """The first full line of the last block of lines above the date of publication, or nothing."""
    title, block = "", False
    for line in lines:
        text = line.text
        if _width(text) > (CUT if text.endswith(BODY_END) else LONGEST):  # the article itself has begun
            return ""
        if title and line.dated:
            return title
        if not text or line.furniture or line.named:
            block = False
        elif not block and _is_full(text) and not text.endswith(STOPS):
            title, block = text, True
    return ""


def _line(raw: str, rules: HeaderRules) -> _Line:
    text = " ".join(MARKS.sub("", raw).split())
    if not text or len(text) > LONGEST:
        return _Line(text)
    named = next((m["title"].strip() for p in rules.of("title") if (m := p.regex.match(text))), "")
    dates = [found for found in head_dates(text, rules, "date", "page") if found.day]
    alone = any(2 * (found.end - found.start) > len(text) for found in dates)
    furniture = alone or any(pattern.regex.fullmatch(text) for pattern in rules.of("furniture"))
    dated = alone or (any(found.year for found in dates) and not text.endswith(BODY_END))
    return _Line(text, named, furniture=furniture, dated=dated)


def _is_full(line: str) -> bool:
    return len(HAN_CHARACTER.findall(line)) > SHORT_HAN or len(line.split()) > SHORT_WORDS


def _width(line: str) -> int:
    return len(line) + len(HAN_CHARACTER.findall(line))


def _beginning(line: str) -> str:
    return line if len(line) <= CUT else line[: CUT - 1].rstrip() + "\u2026"
