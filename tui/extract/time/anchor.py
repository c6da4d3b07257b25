"""Tells from which date an article counts its times."""

from collections.abc import Sequence

from tui.extract.time.timerules import Found
from tui.extract.time.yearsigns import LEAD, YearSigns
from tui.model import Article
from tui.model.edtf import Point, parse_period


def article_date(article: Article, found: Sequence[Found]) -> tuple[Point | None, int | None]:
    """The article's date, and the year of months that are named without one where the date has no month.

    The date is that of the article's head; without one, the year for which most of what the text says of
    years speaks, with the day that its lead names.
    """
    known = published(article)
    if known is not None and known.month is not None:
        return known, None
    signs = YearSigns(found)
    year = known.year if known is not None else signs.year()
    if year is None:
        return None, None
    for item in found:
        numbers = item.numbers
        leads = item.sentence <= LEAD and not item.ahead and item.ends != "open"
        if leads and {"m", "d"} <= numbers.keys() and numbers.get("y", year) == year:
            try:
                return parse_period(f"{year:04}-{numbers['m']:02}-{numbers['d']:02}").end, None
            except ValueError:
                continue
    if month := signs.new_month(year):
        return Point(year, month), None
    return Point(year), year - signs.looks_back(year)


def published(article: Article) -> Point | None:
    """The date that the article's head gives."""
    if article.published is None:
        return None
    try:
        period = parse_period(article.published)
    except ValueError:
        return None
    return period.end or period.start
