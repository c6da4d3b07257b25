"""How a time lies to the article's date: over, going on or still to come."""

from tui.extract.document import Dated
from tui.model.edtf import Period, Point

# A year that ended so many years before the article's is its background, and so is a part of one that did
# so many before: figures of a whole year are told late.
_BACKGROUND, _PART_BACKGROUND = 3, 2


def is_over(period: Period | None, now: Point | None) -> bool:
    """Whether a period ended before the article's month."""
    if period is None or now is None or period.end is None:
        return False
    # Where only the article's year is known, what it tells of a month or quarter is over.
    part = now.precision == "year" and period.end.month is not None and period.end.year == now.year
    return part or period.ends_before(now.reduced("month"))


def is_background(time: Dated, now: Point | None) -> bool:
    """Whether a time ended years before the article's: "three years ago, he came back"."""
    if now is None or time.last is None:
        return False
    years = _BACKGROUND if time.last.precision == "year" else _PART_BACKGROUND
    return time.ends_before(Point(now.year - years + 1))


def is_by_now(time: Dated, now: Point) -> bool:
    """Whether a time is that of what has come about by the article's day: "so far", "as of today"."""
    if time.kind == "now" or time.period is None or time.is_interval:
        return time.kind == "now"
    return time.period.precision == now.precision == "day" and not time.begins_after(now)


def began_long_ago(time: Dated, now: Point | None) -> bool:
    """Whether a time goes from a year before the article's up to it: "5 were built since 2011"."""
    if now is None or time.first is None or not time.is_interval:
        return False
    return time.first.year < now.year and time.last in {None, now.reduced("year")}


def has_gone_on(time: Dated, now: Point | None) -> bool:
    """Whether a time goes on that began before the article's year, or before one that isn't known."""
    if time.first is None or not time.goes_on:
        return False
    return now is None or time.first.year != now.year


def reaches_now(time: Dated, now: Point) -> bool:
    """Whether a time goes from this year or one before it up to this one or beyond, or begins later."""
    if time.first is None:
        return False
    if (time.first.year, time.first.month or 0) > (now.year, now.month or 0):
        return True
    years = time.first.year < now.year or time.first.precision == "year"
    return time.is_interval and years and (time.last is None or time.last.year >= now.year)


def ends_after_year(time: Dated, now: Point | None) -> bool:
    """Whether a time ends after the article's year."""
    return now is not None and time.last is not None and time.last.year > now.year


def is_after_year(time: Dated, now: Point | None) -> bool:
    """Whether a time begins after the article's year."""
    return now is not None and time.begins_after(now.reduced("year"))


def is_to_come(time: Dated, now: Point | None) -> bool:
    """Whether a month or day begins after the article's, where that is known."""
    told = time.first is not None and time.first.precision != "year"
    return told and now is not None and now.precision != "year" and time.begins_after(now)
