"""Dates counted from the article's date, or from a time spoken of before."""

from collections.abc import Sequence
from datetime import timedelta

from tui.extract.packs.schema.times import TimeRule
from tui.extract.time.reckoning import (
    LAST_MONTH,
    MONTHS,
    Context,
    Numbers,
    base_of,
    day_of,
    month_base,
    months_back,
    point_of,
    span,
    whole,
)
from tui.model.edtf import Period, Point

# Up to this month figures of "the year" are the full-year figures of the one before.
_LOOKS_BACK = 2
# Figures of a month are told so many months later.
_RELEASED = (1, 2)


def window(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """So many years, months or days up to the article's date."""
    count = numbers.get("n", 1) + numbers.get("more", 0)
    base = base_of(context)
    if rule.unit == "year" and count == 1 and _is_told_of_a_year(base, context):
        return whole(Point(base.year - 1))
    if rule.unit == "year" and count > 1:
        last = base.year - (looks_back(context) or (base.month is None and tells_of_last_year(context)))
        return _between_years_told(count, context) or span(Point(last - count + 1), Point(last))
    if base.month is None and rule.unit == "year":
        return whole(base)
    if rule.unit == "year" and base.month is not None and base.month <= _LOOKS_BACK:
        return whole(Point(base.year - 1))
    told = _month_told(base, context) if rule.unit == "month" else None
    return up_to(told or month_base(context), count, rule.unit)


def _month_told(base: Point, context: Context) -> Point | None:
    """The month last told of, where it is one of the two before the article's: from it is looked back."""
    last = context.said[-1].end if context.said and context.said[-1].months == 1 else None
    if last is None or base.month is None:
        return last
    near = any(months_back(base, count).month_of_end() == last.month_of_end() for count in _RELEASED)
    return last if near else None


def _between_years_told(count: int, context: Context) -> Period | None:
    """The span of so many years told of last, or from one to the other of two years so far apart."""
    # From 2010 to 2020 it is ten years, of which eleven numbers are named.
    lengths = {years * MONTHS["year"] for years in (count, count + 1)}
    if context.spans and context.spans[-1].months in lengths:
        return context.spans[-1]  # "It dealt with the cases of 2018 to 2020. In the three years ..."
    years = sorted(period.end.year for period in context.named[-2:] if period.end is not None)
    told = len(years) > 1 and years[1] - years[0] in {count - 1, count} and years[1] <= base_of(context).year
    return span(Point(years[0]), Point(years[1])) if told else None


def _is_told_of_a_year(base: Point, context: Context) -> bool:
    """Whether what was last told of is the whole year before: "the year" looked back on is that one."""
    # A plan named beside it is none.
    last = next((period for period in reversed(context.spoken) if period.start == period.end), None)
    return last is not None and last == whole(Point(base.year - 1))


def tells_of_last_year(context: Context) -> bool:
    """Whether an article was last telling of the end of the year before."""
    end = context.said[-1].end if context.said else None
    return end is not None and end.month_of_end() == (base_of(context).year - 1, LAST_MONTH)


def financial_year(context: Context) -> Sequence[Period]:
    """The year last told of, where it doesn't begin in January: "the year" looked back on is that one."""
    last = context.said[-1:] if not context.ahead else ()
    return [p for p in last if p.months == MONTHS["year"] and p.start and p.start.month_of_start()[1] > 1]


def looks_back(context: Context) -> bool:
    """Whether "the whole year" said in these months looks back on the one before."""
    month = base_of(context).month
    return month is not None and month <= _LOOKS_BACK and not context.ahead


def ago(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """The year so many before the article's."""
    return whole(Point(base_of(context).year - numbers["n"]))


def season(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """The year of this spring, of the last summer that is over, of the next autumn to begin."""
    base = base_of(context)
    if numbers["rs"] == 0:
        return whole(Point(base.year))
    month, first = month_base(context).month or 1, numbers["s"] * 3
    if numbers["rs"] < 0:
        return whole(Point(base.year - (first + 2 >= month)))
    return whole(Point(base.year + (first <= month)))


def ahead(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """So many years, months or days from the article's date on."""
    count, base = numbers.get("n", 1), base_of(context)
    if rule.unit == "year":
        # Said in December, the years to come begin with the next; said in the new year, with this one.
        if base.month is not None and (base.month == LAST_MONTH or base.month <= _LOOKS_BACK):
            first = base.year + (base.month == LAST_MONTH)
            return span(Point(first), Point(first + count - 1))
        return span(Point(base.year), Point(base.year + count - (base.month is None)))
    base = month_base(context)
    if rule.unit in MONTHS or base.day is None:
        return span(Point(base.year, base.month), months_back(base, -count * MONTHS.get(rule.unit, 1)))
    return span(base, point_of(day_of(base) + timedelta(days=count * (7 if rule.unit == "week" else 1))))


def up_to(end: Point, count: int, unit: str) -> Period:
    """So many years, quarters, months, weeks or days up to a date, which is the last of them."""
    if unit in MONTHS:
        months = count * MONTHS[unit]
        last = months_back(end, 0)
        return span(months_back(last, months - 1), last) if months > 1 else whole(last)
    if end.day is None:
        return whole(end)
    days = count * (7 if unit == "week" else 1)
    return span(point_of(day_of(end) - timedelta(days=days - 1)), end) if days > 1 else whole(end)


def now(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """The article's date."""
    return whole(base_of(context))


def vague(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """About now, to the month."""
    base = base_of(context)
    return whole(Point(base.year, base.month))


def back(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """The month, quarter or year so many before the one last spoken of, or the same one of the year named."""
    back_by = numbers.get("n", 1)
    for told in reversed(context.spoken or context.said):
        start, end = told.start, told.end
        if start is None or end is None:
            continue
        years = start.year - numbers.get("y", start.year)
        if years > 0 and told.months < MONTHS["year"]:
            first, last = (Point(point.year - years, point.month, point.day) for point in (start, end))
            return Period(first, last)
        if rule.unit == "year" and start == end and start.day:
            return whole(Point(start.year - back_by, start.month, start.day))
        length = told.months
        if rule.unit == "year" and length % 12 == 0:
            return span(Point(start.year - back_by), Point(end.year - back_by))
        # A quarter may be compared with that "three months earlier".
        same = length == (back_by if rule.unit == "month" else 0)
        if rule.unit == "year" or same or length == MONTHS.get(rule.unit, 0):
            count = MONTHS[rule.unit] * back_by
            first, last = months_back(Point(*start.month_of_start()), count), months_back(end, count)
            return span(first, last)
    raise ValueError("nothing to go back from")


def later(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """So many years after the year named, or after the time last spoken of."""
    if "y" in numbers:
        return whole(Point(numbers["y"] + numbers.get("n", 1)))
    told = next((p for p in reversed(context.named) if p.end is not None), None)
    if rule.unit == "month" and told is not None and told.start is not None and told.end is not None:
        months = -numbers["n"]
        return span(months_back(told.start, months), months_back(told.end, months))
    last = next((p.end for p in reversed(context.spoken) if p.end is not None), None)
    if last is None or (context.base is not None and last.year + numbers["n"] > context.base.year):
        raise ValueError("nothing to go on from")
    return whole(Point(last.year + numbers["n"]))


def spoken(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """The last month, quarter, year or span of days spoken of, or the last span of so many years."""
    if "n" in numbers:  # "3 years" in a plan of so many
        told = next((p for p in reversed(context.spans) if p.months == numbers["n"] * MONTHS["year"]), None)
        if told is None:
            raise ValueError("no span of so many years spoken of")
        return told
    # What is said "in the same time" is told of the time spoken of, not of one that it was compared with.
    listed = context.named if rule.unit == "year" and not rule.focus else context.said
    for told in reversed(listed):
        if rule.unit == "day" and (told.start is None or told.start.day is None or told.start == told.end):
            continue
        if rule.focus:
            if _may_be_meant(told, rule):
                return told
            continue
        if rule.unit == "year" and told.end is not None:
            return whole(Point(told.end.year))
        if told.start is not None and told.end is not None and told.months == MONTHS[rule.unit]:
            return told
    raise ValueError("none spoken of")


def _may_be_meant(told: Period, rule: TimeRule) -> bool:
    """Whether "that period" may be one spoken of before, which is no day, and "those months" are no year."""
    months = told.months
    if rule.unit == "month":
        return months > 1 and months % MONTHS["year"] != 0
    return rule.unit == "day" or told.is_interval or told.precision != "day"


def none(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """What looks like a date and is none."""
    raise ValueError("no date")
