"""Works out the date that a time expression stands for, counted from the article's date."""

from collections.abc import Sequence
from datetime import date, timedelta

from tui.extract.packs.schema.times import TimeRule
from tui.extract.time import relative
from tui.extract.time.feasts import period_of
from tui.extract.time.halves import half_of
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
    year_of,
    year_of_month,
    years_of_plan,
)
from tui.model.edtf import Period, Point

# The parts of a date that are counted from 1.
_FROM_ONE = ("m", "m2", "d", "d2", "q", "q2", "h")
# A month named as last year's lies at least so many months back.
_NEAR = 3


def work_out(rule: TimeRule, numbers: Numbers, context: Context) -> Period | None:
    """The period that ``numbers``, read from the groups of the rule's pattern, stand for; None if unknown."""
    if any(numbers.get(part) == 0 for part in _FROM_ONE):
        return None
    try:
        return _SHAPES[rule.gives](rule, numbers, context)
    except (ValueError, OverflowError):
        return None  # no such day, or a year beyond the calendar


def take_end(period: Period, end: str) -> Period:
    """The period with its end left open, or only its first or last month."""
    if end == "open":
        return period if period.start is None else Period(period.start, None)
    if end == "start" and period.start is not None:
        return whole(period.start if period.start.day else Point(*period.start.month_of_start()))
    if end == "end" and period.end is not None:
        return whole(period.end if period.end.day else Point(*period.end.month_of_end()))
    return period


def _date(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    told = _days_told(context) if "rd" in numbers else context.spoken[-1:]
    told = told or relative.financial_year(context)
    if rule.focus and told and "y" not in numbers and not numbers.get("ry"):
        last = told[-1]
        if context.ahead and context.base and last.end and last.end.year < context.base.year:
            last = whole(context.base)
        if last.start and last.end and last.start.year < last.end.year:
            return last
        base = last.end or context.base
        context = Context(base, None, context.spoken, ahead=context.ahead, feast=context.feast)
    if "p" in numbers:
        years = years_of_plan(numbers["p"])
        return Period(Point(years[0]), Point(years[-1]))
    if "q" in numbers or "h" in numbers:
        return _part_of_year(numbers, context)
    year = year_of(numbers, context)
    if context.feast is not None or "m" in numbers:
        return _in_month(numbers, year, context)
    if year is not None:
        if rule.focus and "y" not in numbers and not context.spoken and _is_last_year(rule, context):
            year -= 1
        return whole(Point(year))
    return _counted(numbers, context)


def _days_told(context: Context) -> Sequence[Period]:
    """The last day told of: "that day" is none of the years named since."""
    told = [period for period in context.spoken if period.end is not None and period.end.day is not None]
    return told[-1:] or ([context.day] if context.day is not None else [])


def _part_of_year(numbers: Numbers, context: Context) -> Period:
    """A quarter or a half of a year, or of a financial year."""
    if context.half is not None and "h" in numbers and "y" not in numbers:
        return half_of(context.half, numbers["h"], numbers.get("ry", 0))
    part, length = (numbers["q"], 3) if "q" in numbers else (numbers["h"], 6)
    first = (part - 1) * length + 1
    year = year_of(numbers, context)
    if year is None:
        # What is to come of a quarter or half still running is that of this year.
        year = year_of_month(first + length - 1 if context.ahead else first, context)
    return span(Point(year, first), Point(year, first + length - 1))


def _is_last_year(rule: TimeRule, context: Context) -> bool:
    """Whether a year that nothing names is the one before the article's."""
    month = base_of(context).month
    closed = rule.closing and month is not None and month < LAST_MONTH and not context.ahead
    told = relative.tells_of_last_year(context) and not context.ahead
    return closed or told or relative.looks_back(context)


def _in_month(numbers: Numbers, year: int | None, context: Context) -> Period:
    """A month or a day of it, or a feast."""
    if context.feast is not None:
        return period_of(context.feast, year, context)
    month = numbers["m"]
    if "rs" in numbers and (base := month_base(context)).month is not None:
        # Last March is this year's only where it isn't near: "in March" would say that.
        late = base.month >= month if numbers["rs"] > 0 else base.month - month < _NEAR
        year = base.year + numbers["rs"] * late
    in_year = year if year is not None else year_of_month(month, context)
    point = Point(in_year, month, numbers.get("d"))
    day_of(point)  # refuses what is no day
    return whole(point)


def _counted(numbers: Numbers, context: Context) -> Period:
    """A day, week, month or quarter so many before or after the base."""
    if "rq" in numbers:
        base = _quarter_told(context) or month_base(context)
        first = months_back(base, ((base.month or 1) - 1) % 3 - 3 * numbers["rq"])
        return Period(first, months_back(first, -2))
    if "rm" in numbers:
        month = months_back(month_base(context), -numbers["rm"])
        return whole(Point(month.year, month.month, numbers.get("d")))
    base = base_of(context) if "rd" in numbers else month_base(context)
    if base.day is None:
        return whole(base)
    if "w" in numbers or "rw" in numbers:
        return _in_week(day_of(base), numbers)
    if "rd" in numbers:
        return whole(point_of(day_of(base) + timedelta(days=numbers["rd"])))
    day = Point(base.year, base.month, numbers["d"])
    if numbers["d"] > base.day and not context.ahead:
        before = months_back(base, 1)
        day = Point(before.year, before.month, numbers["d"])
    return whole(point_of(day_of(day)))


def _quarter_told(context: Context) -> Point | None:
    """The quarter last told of, in an article of which no month is known."""
    known = context.base is None or context.base.month is not None
    told = [] if known else [p for p in context.said if p.months == MONTHS["quarter"]]
    return told[-1].end if told else None


def _in_week(today: date, numbers: Numbers) -> Period:
    """A week so many before or after this one, or a day of it; a weekday alone is the last such day."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=numbers.get("rw", 0))
    if "w" not in numbers:
        return Period(point_of(monday), point_of(monday + timedelta(days=6)))
    if "rw" in numbers:
        return whole(point_of(monday + timedelta(days=numbers["w"] - 1)))
    return whole(point_of(today - timedelta(days=(today.isoweekday() - numbers["w"]) % 7)))


def _range(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """From one date to another; what one end leaves out, the other one says."""
    first = {name: n for name, n in numbers.items() if not name.endswith("2")}
    second = {name[:-1]: n for name, n in numbers.items() if name.endswith("2")}
    if "y" in second and second["y"] < 100 and "y" in first:
        second["y"] += first["y"] // 100 * 100
    if "rd" in first and "m" not in first:
        day = day_of(month_base(context)) + timedelta(days=first["rd"])
        first |= {"m": day.month, "d": day.day}
    if "d" in second and "m" not in second:
        second |= {"m": first["m"]} if "m" in first else {}
    if "d" in first and "m" not in first and "m" in second:
        first["m"] = second["m"]
    began, ended = year_of(first, context), year_of(second, context)
    wraps = "m" in first and "m" in second and second["m"] < first["m"]
    if began is None and "m" in first:
        # What is told from January on is told when its last month is over.
        whole_months = first["m"] == 1 and not first.keys() & {"d"} and not context.ahead
        told = second.get("m", 1) if whole_months else first["m"]
        began = ended - wraps if ended is not None else year_of_month(told, context)
    if ended is None and began is not None:
        ended = began + wraps
    earlier = _date(rule, first if began is None else {**first, "y": began}, context)
    later = _date(rule, second if ended is None else {**second, "y": ended}, context)
    if earlier.start is None or later.end is None:
        raise ValueError("an end is open")
    return span(earlier.start, later.end)


def _first(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """The first months or quarters of a year, or years of a five-year plan."""
    if "p" in numbers:
        years = years_of_plan(numbers["p"], numbers.get("n", 1))
        return span(Point(years[0]), Point(years[-1]))
    length = numbers.get("n", 1) * MONTHS[rule.unit]
    if not 1 <= length <= 12:
        raise ValueError("more than a year")
    year = year_of(numbers, context)
    if year is None:
        year = year_of_month(1, context)
    return span(Point(year, 1), Point(year, length))


def _last(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """The last months or quarters of a year, or years of a five-year plan."""
    if "p" in numbers:
        years = years_of_plan(numbers["p"], -numbers.get("n", 1))
        return span(Point(years[0]), Point(years[-1]))
    length = numbers.get("n", 1) * MONTHS[rule.unit]
    if not 1 <= length <= 12:
        raise ValueError("more than a year")
    year = year_of(numbers, context)
    if year is None and context.spoken and context.spoken[-1].end is not None:
        year = context.spoken[-1].end.year
    if year is None:
        year = year_of_month(13 - length, context)
    return span(Point(year, 13 - length), Point(year, 12))


def _upto(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """So many months up to a month, as in the three months to April."""
    end = _date(rule, {name: n for name, n in numbers.items() if name != "n"}, context).end
    if end is None:
        raise ValueError("no end")
    if rule.unit == "year":
        return span(Point(end.year - numbers.get("n", 1)), Point(end.year))
    return relative.up_to(end, numbers.get("n", 1), rule.unit)


_SHAPES = {
    "date": _date,
    "range": _range,
    "first": _first,
    "last": _last,
    "window": relative.window,
    "upto": _upto,
    "now": relative.now,
    "vague": relative.vague,
    "back": relative.back,
    "spoken": relative.spoken,
    "season": relative.season,
    "ago": relative.ago,
    "ahead": relative.ahead,
    "later": relative.later,
    "none": relative.none,
}
