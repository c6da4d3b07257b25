"""Finds the dates in the head of a text that its rules know: how they are written, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.articles.headers import DAY_MARK, MARK, HeaderRules, parts
from tui.model.rule import HeaderRole, HeaderRule

# Characters at the beginning of a line in which a date is looked for, and those of the longest date.
BEGINNING, LONGEST = 200, 40
_LINE = re.compile(r"^.*\d.*$", re.MULTILINE)
_UNMARKED = str.maketrans({MARK: "\ufffd", DAY_MARK: "\ufffd"})


@dataclass(frozen=True, slots=True)
class HeadDate:
    """A date of which any part but the month may be missing, and what stands ``before`` it in its line.

    ``start`` and ``end`` are where the words stand that the rule asks for, the date among them.
    """

    rule: HeaderRule
    month: int
    day: int | None
    year: int | None
    before: str
    start: int
    end: int


def head_dates(text: str, rules: HeaderRules, *roles: HeaderRole) -> Iterator[HeadDate]:
    """The dates of each role, those of its strongest rule first."""
    patterns = [pattern for role in roles for pattern in rules.of(role)]
    dates = list(_dates(text, rules)) if any(pattern.marks for pattern in patterns) else []
    for pattern in patterns:
        if pattern.marks:
            for date, mark, line, first in dates:
                if mark in pattern.marks and (around := pattern.regex.search(line)):
                    start, end = first + around.start(), first + around.end() + len(date[0]) - len(MARK)
                    yield from _read(pattern.rule, date, (start, end), rules)
        else:
            for match in pattern.regex.finditer(text):
                yield from _read(pattern.rule, match, match.span(), rules)


def _dates(text: str, rules: HeaderRules) -> Iterator[tuple[re.Match[str], str, str, int]]:
    """Each date, the mark that stands for it, its line with that in its place, and where the line begins."""
    for line in _LINE.finditer(text):
        first, last = line.span()
        for date in rules.form.finditer(text, first, min(last, first + BEGINNING + LONGEST)):
            before, behind = text[first : date.start()], text[date.end() : last]
            if date.start() <= first + BEGINNING:
                mark = MARK if "year" in parts(date) else DAY_MARK
                yield date, mark, _unmarked(before) + mark + _unmarked(behind), first


def _unmarked(text: str) -> str:
    """The text without marks of its own, character for character."""
    return text.translate(_UNMARKED)


def _read(
    rule: HeaderRule, match: re.Match[str], around: tuple[int, int], rules: HeaderRules
) -> Iterator[HeadDate]:
    found = parts(match)
    month = month_number(found.get("month"), rules)
    if month is None:
        return
    day, year = (number_of(found.get(name)) for name in ("day", "year"))
    start = min(match.start(name) for name, part in match.groupdict().items() if part)
    before = match.string[match.string.rfind("\n", 0, start) + 1 : start]
    yield HeadDate(rule, month, day, year and year + rule.era, before, *around)


def month_number(name: str | None, rules: HeaderRules) -> int | None:
    """The month that a name or a number in digits stands for."""
    if not name:
        return None
    number = number_of(name) or rules.months.get(name.casefold().rstrip("."))
    return number if number and 1 <= number <= 12 else None


def number_of(digits: str | None) -> int | None:
    """The number that the digits of a year, month or day stand for; other words are none."""
    return int(digits) if digits and digits.isdecimal() and len(digits) <= LONGEST else None
