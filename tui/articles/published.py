"""Finds when a text was published, as precisely as it says, in EDTF."""

import re
from collections.abc import Iterator
from datetime import date

from tui.articles.dates import HeadDate, head_dates, month_number, number_of
from tui.articles.headers import HeaderRules

HEAD = 3_000  # characters in which a date of publication stands
TAIL = 600  # characters at the end in which a link to the page itself may stand
LEAD = 600  # characters whose year is what the article is about
TEXT = 200_000  # characters searched for years
EARLIEST, LATEST = 1900, 2099
REPORT_LAG = 3  # months: figures for a year or a month are reported within a quarter after it
_LINE = re.compile(r"^[^\S\n]*\S.*$", re.MULTILINE)


def published_on(text: str, rules: HeaderRules) -> str | None:
    """The day (or month) of publication that the head of ``text`` gives, or none.

    A date without a year takes it from a full date of the page (the last such day up to it), else from the
    years that the text looks back on. A year that can't be told gives no date: a wrong one would put every
    "this year" of the article in the wrong year. Where nothing else is said, a full date of the page that
    stands at the end, as in its address, is the article's.
    """
    page = text[:HEAD] + text[max(HEAD, len(text) - TAIL) :]
    for day in head_dates(text[: min(HEAD, _tail(text, rules))], rules, "date"):
        if any(pattern.regex.search(day.before) for pattern in rules.of("other")):
            continue
        year = day.year or _year_of_page(day, page, rules) or _year_looked_back_on(day, text, rules)
        if found := _edtf(day, year):
            return found
    address = head_dates(text[-TAIL:], rules, "address")
    return next((found for day in address if (found := _edtf(day, day.year))), None)


def _tail(text: str, rules: HeaderRules) -> int:
    """Where a page goes on to other articles, in its second half; its end if it doesn't."""
    lines = _LINE.finditer(text, len(text) // 2)
    tails = rules.of("tail")
    return next((line.start() for line in lines if any(p.regex.fullmatch(line[0]) for p in tails)), len(text))


def _edtf(day: HeadDate, year: int | None) -> str | None:
    """The date in EDTF, moved on by its lag; nothing without a year or if there is no such day."""
    if year is None or not EARLIEST <= year <= LATEST:
        return None
    if day.day is None:
        months = year * 12 + day.month - 1 + day.rule.lag
        return f"{months // 12:04}-{months % 12 + 1:02}"
    try:
        return date(year, day.month, day.day).isoformat()
    except ValueError:
        return None


def _year_of_page(day: HeadDate, page: str, rules: HeaderRules) -> int | None:
    for role in ("page", "address"):
        for found in head_dates(page, rules, role):
            if found.year is not None:
                return found.year - ((day.month, day.day or 1) > (found.month, found.day or 1))
    return None


def _year_looked_back_on(day: HeadDate, text: str, rules: HeaderRules) -> int | None:
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


def _soon_after(day: HeadDate, year: int, month: int | None) -> int | None:
    months = (day.month - (month or 12)) % 12
    if months > REPORT_LAG or (month is None and months == 0):
        return None
    return year + (day.month < (month or 12))


def _years(text: str, rules: HeaderRules) -> Iterator[tuple[int, int | None]]:
    for pattern in rules.of("year"):
        for match in pattern.regex.finditer(text):
            if year := number_of(match["year"]):
                yield year, month_number(match.groupdict().get("month"), rules)
