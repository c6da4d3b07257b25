"""Finds when a text was published, as precisely as it says, in EDTF."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from re import Match

from tui.articles.headers import HeaderRules, Pattern

HEAD = 3_000  # characters in which a date of publication stands
TAIL = 600  # characters at the end in which a link to the page itself may stand
LEAD = 600  # characters whose year is what the article is about
TEXT = 200_000  # characters searched for years
EARLIEST, LATEST = 1900, 2099
REPORT_LAG = 3  # months: figures for a year or a month are reported within a quarter after it


@dataclass(frozen=True, slots=True)
class Day:
    """What a pattern found: a date of which any part but the month may be missing."""

    month: int
    day: int | None
    year: int | None
    lag: int

    def edtf(self, year: int | None) -> str | None:
        """The date in EDTF, moved on by its lag; nothing without a year or if there is no such day."""
        if year is None or not EARLIEST <= year <= LATEST:
            return None
        if self.day is None:
            months = year * 12 + self.month - 1 + self.lag
            return f"{months // 12:04}-{months % 12 + 1:02}"
        try:
            return date(year, self.month, self.day).isoformat()
        except ValueError:
            return None


def published_on(text: str, rules: HeaderRules) -> str | None:
    """The day (or month) of publication that the head of ``text`` gives, or none.

    A date without a year takes it from a full date of the page (the last such day up to it), else from the
    years that the text looks back on. A year that can't be told gives no date: a wrong one would put every
    "this year" of the article in the wrong year. Where nothing else is said, a full date of the page that
    stands at the end, as in its address, is the article's.
    """
    head = text[:HEAD]
    page = head + text[max(HEAD, len(text) - TAIL) :]
    for pattern in rules.of("date"):
        for match in pattern.regex.finditer(head):
            day = _day(match, pattern, rules)
            if day is None or _is_another(match, rules):
                continue
            year = day.year or _year_of_page(day, page, rules) or _year_looked_back_on(day, text, rules)
            if found := day.edtf(year):
                return found
    return _day_of_address(text[-TAIL:], rules)


def _day_of_address(tail: str, rules: HeaderRules) -> str | None:
    for pattern in rules.of("address"):
        for match in pattern.regex.finditer(tail):
            day = Day(int(match["month"]), int(match["day"]), None, 0)
            if found := day.edtf(int(match["year"])):
                return found
    return None


def _is_another(match: Match[str], rules: HeaderRules) -> bool:
    """Whether the words before a date in its line say that it is not the day of publication."""
    start = min(match.start(name) for name, found in match.groupdict().items() if found)
    before = match.string[match.string.rfind("\n", 0, start) + 1 : start]
    return any(pattern.regex.search(before) for pattern in rules.of("other"))


def _day(match: Match[str], pattern: Pattern, rules: HeaderRules) -> Day | None:
    parts = pattern.parts(match)
    month, day, year = parts.get("month"), parts.get("day"), parts.get("year")
    number = _month(month, rules)
    if number is None:
        return None
    return Day(number, int(day) if day else None, int(year) if year else None, pattern.rule.lag)


def _month(name: str | None, rules: HeaderRules) -> int | None:
    if not name:
        return None
    number = int(name) if name.isdecimal() else rules.months.get(name.casefold().rstrip("."))
    return number if number and 1 <= number <= 12 else None


def _year_of_page(day: Day, head: str, rules: HeaderRules) -> int | None:
    for pattern in (*rules.of("page"), *rules.of("address")):
        for match in pattern.regex.finditer(head):
            page = _day(match, pattern, rules)
            if page is not None and page.year is not None:
                return page.year - ((day.month, day.day or 1) > (page.month, page.day or 1))
    return None


def _year_looked_back_on(day: Day, text: str, rules: HeaderRules) -> int | None:
    """The year of the first such day soon after what the text reports on.

    A bare year counts as reported at its end: full-year figures come out in the months after it.
    """
    lead = [_soon_after(day, year, month) for year, month in _years(text[:LEAD], rules)]
    every = list(_years(text[:TEXT], rules))
    found = max((year for year in lead if year), default=None)
    if found is None and (dated := [(y, m) for y, m in every if m is not None]):
        found = _soon_after(day, *max(dated))
    latest = max((year for year, _ in every), default=None)
    return None if found is None or latest is None else max(found, latest)


def _soon_after(day: Day, year: int, month: int | None) -> int | None:
    months = (day.month - (month or 12)) % 12
    if months > REPORT_LAG or (month is None and months == 0):
        return None
    return year + (day.month < (month or 12))


def _years(text: str, rules: HeaderRules) -> Iterator[tuple[int, int | None]]:
    for pattern in rules.of("year"):
        for match in pattern.regex.finditer(text):
            yield int(match["year"]), _month(match.groupdict().get("month"), rules)
