"""Tells from which date an article counts its times."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.extract.time.reckoning import LAST_MONTH, Numbers, day_of
from tui.extract.time.timerules import Found
from tui.extract.time.yearsigns import YearSigns
from tui.extract.time.yearspoken import LEAD
from tui.model import Article
from tui.model.article import EARLIEST, LATEST
from tui.model.edtf import Point, parts_of


@dataclass(frozen=True, slots=True)
class Anchor:
    """From what an article counts its times.

    ``bare`` is the year of months that are named without one where the date has no month; ``guessed`` says
    that the year is one for which the text speaks hardly more than for another.
    """

    date: Point | None
    bare: int | None = None
    guessed: bool = False


def article_date(article: Article, found: Sequence[Found]) -> Anchor:
    """The article's date, and whether its year is a guess.

    The date is that of the article's head. A year that is missing there is the one for which most of what the
    text says of years speaks, and a missing day the one that its lead names. Where the lead tells of December
    and of "last month", it is January.
    """
    year, month, day = parts_of(article.published)
    if year is not None and not EARLIEST <= year <= LATEST:
        year = month = day = None  # no article's
    if year is not None and month is not None:
        return Anchor(Point(year, month, day))
    after = _after_last_month(found)
    own = (month, day) if month is not None and day is not None else _first_day(found)
    signs = YearSigns(found, month or after, own)
    guessed = False
    if year is None:
        if (year := signs.year()) is None:
            return Anchor(None)
        guessed = not signs.is_clear(year)
    if month is not None:
        return Anchor(_day(year, month, day), None, guessed)
    named = _day_of_lead(found, year)
    if named is None and (month := after or signs.new_month(year)):
        named = Point(year, month)
    if named is not None:
        return Anchor(named, None, guessed)
    return Anchor(Point(year), year - signs.looks_back(year), guessed)


def _day_of_lead(found: Sequence[Found], year: int) -> Point | None:
    """The day of a year that the lead names."""
    for numbers in _days_of_lead(found):
        if numbers.get("y", year) == year:
            named = _day(year, numbers["m"], numbers["d"])
            if named.month is not None:
                return named
    return None


def _first_day(found: Sequence[Found]) -> tuple[int, int] | None:
    """The month and day that the lead names first without a year."""
    return next(((n["m"], n["d"]) for n in _days_of_lead(found) if "y" not in n), None)


def _days_of_lead(found: Sequence[Found]) -> Iterator[Numbers]:
    """The days told in the lead, by their numbers."""
    for item in found:
        # The half-year ended 31 December is over before the article.
        ended = item.ends == "open" or item.rule.gives == "upto"
        told = item.sentence <= LEAD and not (item.ahead or ended)
        if told and {"m", "d"} <= item.numbers.keys():
            yield item.numbers


def _after_last_month(found: Sequence[Found]) -> int | None:
    """The month after one that the lead names and calls "last month" in the same sentence or the next."""
    told: Found | None = None
    for item in found:
        if item.sentence > LEAD or item.kind != "time" or item.ahead or item.ends:
            continue
        if told is not None and item.numbers.get("rm") == -1 and item.sentence - told.sentence <= 1:
            return told.numbers["m"] % LAST_MONTH + 1
        if item.numbers.keys() == {"m"}:
            told = item
    return None


def _day(year: int, month: int, day: int | None) -> Point:
    """A day; if there is no such day that year, the year alone."""
    told = Point(year, month, day)
    try:
        day_of(told)
    except ValueError:
        return Point(year)
    return told
