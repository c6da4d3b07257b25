"""Finds when a text was published, as precisely as it says, in EDTF."""

import re
from datetime import date

from tui.articles.dates import HeadDate, head_dates
from tui.articles.headers import HeaderRules
from tui.model.article import EARLIEST, LATEST
from tui.model.edtf import LEAP, Point, without_year

HEAD = 3_000  # characters in which a date of publication stands
TAIL = 600  # characters at the end in which a link to the page itself may stand
_LINE = re.compile(r"^[^\S\n]*\S.*$", re.MULTILINE)


def published_on(text: str, rules: HeaderRules) -> str | None:
    """The day (or month) of publication that the head of ``text`` gives, or none.

    A date without a year takes it from a full date of the page (the last such day up to it), else its year is
    left open: ``XXXX-02-21``. Where nothing else is said, a full date of the page that stands at the end, as
    in its address, is the article's.
    """
    page = text[:HEAD] + text[max(HEAD, len(text) - TAIL) :]
    of_no_year = None
    for day in head_dates(text[: min(HEAD, _tail(text, rules))], rules, "date"):
        if any(pattern.regex.search(day.before) for pattern in rules.of("other")):
            continue
        year = day.year or _year_of_page(day, page, rules)
        if year is not None and (found := _point(day, year)):
            return str(found)
        of_no_year = of_no_year or (_of_no_year(day) if year is None else None)
    address = head_dates(text[-TAIL:], rules, "address")
    told = (found for day in address if day.year and (found := _point(day, day.year)))
    return next(map(str, told), of_no_year)


def _tail(text: str, rules: HeaderRules) -> int:
    """Where a page goes on to other articles, in its second half; its end if it doesn't."""
    lines = _LINE.finditer(text, len(text) // 2)
    tails = rules.of("tail")
    return next((line.start() for line in lines if any(p.regex.fullmatch(line[0]) for p in tails)), len(text))


def _of_no_year(day: HeadDate) -> str | None:
    """A day whose year is not told in EDTF, if some year has it."""
    found = _point(day, LEAP) if day.day is not None else None
    return None if found is None else without_year(found)


def _point(day: HeadDate, year: int) -> Point | None:
    """The date, moved on by its lag; nothing if there is no such day."""
    if not EARLIEST <= year <= LATEST:
        return None
    if day.day is None:
        months = year * 12 + day.month - 1 + day.rule.lag
        return Point(months // 12, months % 12 + 1)
    try:
        date(year, day.month, day.day)
    except ValueError:
        return None
    return Point(year, day.month, day.day)


def _year_of_page(day: HeadDate, page: str, rules: HeaderRules) -> int | None:
    for found in head_dates(page, rules, "page", "address"):
        if found.year is not None:
            return found.year - ((day.month, day.day or 1) > (found.month, found.day or 1))
    return None
