"""When feasts are: the days off that they give, or else the month that they are in."""

from datetime import date

from tui.extract.packs.schema.times import FeastRule
from tui.extract.time.reckoning import Context, base_of, point_of, span, whole
from tui.model.edtf import Period, Point

# A feast of this year is at most so many months ahead.
_NEAR = 3


def month_of(feast: FeastRule, year: int) -> int | None:
    """The month of a feast in a year, or that in which its days off begin; None where it isn't known."""
    days = feast.days.get(year) or feast.days.get(0)
    return feast.months.get(year, feast.months.get(0)) if days is None else _month_and_day(days)[0]


def period_of(feast: FeastRule, year: int | None, context: Context) -> Period:
    """The days off of a feast of a year or of the nearest one, or its month; ValueError if it isn't known."""
    return _days_told(feast, year, context) if feast.days else whole(_month_told(feast, year, context))


def _days_told(feast: FeastRule, year: int | None, context: Context) -> Period:
    """The days off of the last feast that has begun, or of the one to come."""
    if year is None and (year := context.year) is None:
        base = base_of(context)
        year = base.year
        near = base.month_of_end()
        begins = _days_off(feast, year).start
        if not context.ahead and base.month and begins and begins.month_of_start() > near:
            year -= 1
    return _days_off(feast, year)


def _days_off(feast: FeastRule, year: int) -> Period:
    days = feast.days.get(year) or feast.days.get(0)
    if days is None:
        raise ValueError("the days of the feast are unknown")
    first, _, last = days.partition("/")
    begins, ends = date(year, *_month_and_day(first)), date(year, *_month_and_day(last or first))
    return span(point_of(begins), point_of(ends))


def _month_and_day(text: str) -> tuple[int, int]:
    """What MM-DD says, or the first of two of them."""
    return int(text[:2]), int(text[3:5])


def _month_told(feast: FeastRule, year: int | None, context: Context) -> Point:
    """The month of a feast: that of this year, of the next one if it is to come, of the last if it is far."""
    in_year = year if year is not None else context.year or base_of(context).year
    near = base_of(context).month if year is None and context.base is not None else None
    month = month_of(feast, in_year)
    if near and month and context.year is None:
        in_year += (context.ahead and month < near) - (not context.ahead and month - near >= _NEAR)
    return Point(in_year, month_of(feast, in_year))
