"""Works out the date that a time expression stands for, counted from the article's date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tui.extract.schema.times import TimeRule
from tui.model.edtf import Period, Point, parse_period

Numbers = Mapping[str, int]

# Five-year plans follow each other without a gap: the 14th began in 2021.
_PLAN, _PLAN_BEGAN, _PLAN_YEARS = 14, 2021, 5
# Up to this month figures of "the year" are the full-year figures of the one before.
_LOOKS_BACK = 2
_LAST_MONTH = 12
# A month said to come lies at most so far ahead, or else it is past: "by June" said in July.
_SOON = 9
_MONTHS = {"year": 12, "quarter": 3, "month": 1}


@dataclass(slots=True)
class Context:
    """What a time is counted from: the article's date, and the times spoken of before.

    ``year`` is a year named in the same sentence; ``spoken`` the times spoken of before, the last one last,
    and ``named`` those only compared with too; ``ahead`` says that the time is one to come.
    """

    base: Point | None
    year: int | None = None
    spoken: Sequence[Period] = ()
    ahead: bool = False
    named: Sequence[Period] = ()


def whole(point: Point) -> Period:
    """The period that is just this date."""
    return Period(point, point)


def work_out(rule: TimeRule, numbers: Numbers, context: Context) -> Period | None:
    """The period that ``numbers``, read from the groups of the rule's pattern, stand for; None if unknown."""
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


def months_back(point: Point, count: int) -> Point:
    """The month ``count`` months before the month of ``point``, or after it if negative."""
    year, month = point.month_of_end()
    index = year * 12 + month - 1 - count
    return Point(index // 12, index % 12 + 1)


def _span(start: Point, end: Point) -> Period:
    if start.day_of_start() > end.day_of_end():
        raise ValueError("ends before it begins")
    return Period(start, end)


def _day(point: Point) -> date:
    return date(*point.day_of_end())


def _point(day: date) -> Point:
    return Point(day.year, day.month, day.day)


def _month_base(context: Context) -> Point:
    base = _base(context)
    if base.month is None:
        raise ValueError("the month of the article is unknown")
    return base


def _base(context: Context) -> Point:
    if context.base is None:
        raise ValueError("the date of the article is unknown")
    return context.base


def _year(numbers: Numbers, context: Context) -> int | None:
    if "y" in numbers:
        year = numbers["y"]
        return year if year >= 100 else 2000 + year
    if "ry" in numbers:
        return _base(context).year + numbers["ry"]
    return None


def _year_of_month(month: int, context: Context) -> int:
    """The year of a month named without one: this sentence's, else the nearest in the direction of speech."""
    if context.year is not None:
        return context.year
    base = _base(context)
    if base.month is None:
        return base.year
    if context.ahead and (month - base.month) % 12 <= _SOON:
        return base.year + (month < base.month)
    return base.year - (month > base.month)


def _date(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    if rule.focus and context.spoken and "y" not in numbers and not numbers.get("ry"):
        last = context.spoken[-1]
        if last.start and last.end and last.start.year < last.end.year:
            return last
        context = Context(last.end or context.base, None, context.spoken, context.ahead)
    if "p" in numbers:
        years = _of_plan(numbers["p"])
        return Period(Point(years[0]), Point(years[-1]))
    year = _year(numbers, context)
    for name, length in (("q", 3), ("h", 6)):
        if name in numbers:
            first = (numbers[name] - 1) * length + 1
            # What is to come of a quarter or half still running is that of this year.
            near = first + length - 1 if context.ahead else first
            in_year = year if year is not None else _year_of_month(near, context)
            return _span(Point(in_year, first), Point(in_year, first + length - 1))
    if rule.days or rule.months or "m" in numbers:
        return _feast(rule, year, context) if rule.days else whole(_in_month(rule, numbers, year, context))
    if year is not None:
        if rule.focus and "y" not in numbers and not context.spoken and _is_new_year(context):
            year -= 1
        return whole(Point(year))
    return _counted(numbers, context)


def _of_plan(number: int, count: int = _PLAN_YEARS) -> range:
    """The years of a five-year plan: its first ``count``, or its last if negative."""
    began = _PLAN_BEGAN + _PLAN_YEARS * (number - _PLAN)
    if not 1 <= abs(count) <= _PLAN_YEARS:
        raise ValueError("no plan has so many years")
    years = range(began, began + _PLAN_YEARS)
    return years[:count] if count > 0 else years[count:]


def _is_new_year(context: Context) -> bool:
    """Whether "the whole year" said in these months looks back on the one before."""
    month = _base(context).month
    return month is not None and month <= _LOOKS_BACK and not context.ahead


def _feast(rule: TimeRule, year: int | None, context: Context) -> Period:
    """The days off of a feast: those of the last one that has begun, or of the one to come."""
    if year is None and (year := context.year) is None:
        base = _base(context)
        year = base.year
        near = base.month_of_end()
        begins = _days_off(rule, year).start
        if not context.ahead and base.month and begins and begins.month_of_start() > near:
            year -= 1
    return _days_off(rule, year)


def _days_off(rule: TimeRule, year: int) -> Period:
    days = rule.days.get(year) or rule.days.get(0)
    if days is None:
        raise ValueError("the days of the feast are unknown")
    first, _, last = days.partition("/")
    return parse_period(f"{year:04}-{first}/{year:04}-{last}" if first != last else f"{year:04}-{first}")


def _in_month(rule: TimeRule, numbers: Numbers, year: int | None, context: Context) -> Point:
    if rule.months:
        in_year = year if year is not None else context.year or _base(context).year
        return Point(in_year, rule.months.get(in_year))
    month = numbers["m"]
    in_year = year if year is not None else _year_of_month(month, context)
    point = Point(in_year, month, numbers.get("d"))
    _day(point)
    return point


def _counted(numbers: Numbers, context: Context) -> Period:
    """A day, week, month or quarter so many before or after the base."""
    if "rq" in numbers:
        base = _month_base(context)
        first = months_back(base, ((base.month or 1) - 1) % 3 - 3 * numbers["rq"])
        return Period(first, months_back(first, -2))
    if "rm" in numbers:
        month = months_back(_month_base(context), -numbers["rm"])
        return whole(Point(month.year, month.month, numbers.get("d")))
    base = _base(context) if "rd" in numbers else _month_base(context)
    if base.day is None:
        return whole(base)
    if "w" in numbers or "rw" in numbers:
        return _in_week(_day(base), numbers)
    if "rd" in numbers:
        return whole(_point(_day(base) + timedelta(days=numbers["rd"])))
    day = Point(base.year, base.month, numbers["d"])
    if numbers["d"] > base.day and not context.ahead:
        before = months_back(base, 1)
        day = Point(before.year, before.month, numbers["d"])
    return whole(_point(_day(day)))


def _in_week(today: date, numbers: Numbers) -> Period:
    """A week so many before or after this one, or a day of it; a weekday alone is the last such day."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=numbers.get("rw", 0))
    if "w" not in numbers:
        return Period(_point(monday), _point(monday + timedelta(days=6)))
    if "rw" in numbers:
        return whole(_point(monday + timedelta(days=numbers["w"] - 1)))
    return whole(_point(today - timedelta(days=(today.isoweekday() - numbers["w"]) % 7)))


def _range(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """From one date to another; what one end leaves out, the other one says."""
    first = {name: n for name, n in numbers.items() if not name.endswith("2")}
    second = {name[:-1]: n for name, n in numbers.items() if name.endswith("2")}
    if "y" in second and second["y"] < 100 and "y" in first:
        second["y"] += first["y"] // 100 * 100
    if "rd" in first and "m" not in first:
        day = _day(_month_base(context)) + timedelta(days=first["rd"])
        first |= {"m": day.month, "d": day.day}
    if "d" in second and "m" not in second:
        second |= {"m": first["m"]} if "m" in first else {}
    if "d" in first and "m" not in first and "m" in second:
        first["m"] = second["m"]
    began, ended = _year(first, context), _year(second, context)
    wraps = "m" in first and "m" in second and second["m"] < first["m"]
    if began is None and "m" in first:
        began = ended - wraps if ended is not None else _year_of_month(first["m"], context)
    if ended is None and began is not None:
        ended = began + wraps
    earlier = _date(rule, first if began is None else {**first, "y": began}, context)
    later = _date(rule, second if ended is None else {**second, "y": ended}, context)
    if earlier.start is None or later.end is None:
        raise ValueError("an end is open")
    return _span(earlier.start, later.end)


def _first(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """The first months or quarters of a year, or years of a five-year plan."""
    if "p" in numbers:
        years = _of_plan(numbers["p"], numbers.get("n", 1))
        return _span(Point(years[0]), Point(years[-1]))
    length = numbers.get("n", 1) * _MONTHS[rule.unit]
    if not 1 <= length <= 12:
        raise ValueError("more than a year")
    year = _year(numbers, context)
    if year is None:
        year = _year_of_month(1, context)
    return _span(Point(year, 1), Point(year, length))


def _last(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """The last months or quarters of a year, or years of a five-year plan."""
    if "p" in numbers:
        years = _of_plan(numbers["p"], -numbers.get("n", 1))
        return _span(Point(years[0]), Point(years[-1]))
    length = numbers.get("n", 1) * _MONTHS[rule.unit]
    if not 1 <= length <= 12:
        raise ValueError("more than a year")
    year = _year(numbers, context)
    if year is None and context.spoken and context.spoken[-1].end is not None:
        year = context.spoken[-1].end.year
    if year is None:
        year = _year_of_month(13 - length, context)
    return _span(Point(year, 13 - length), Point(year, 12))


def _window(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """So many years, months or days up to the article's date."""
    count = numbers.get("n", 1) + numbers.get("more", 0)
    base = _base(context)
    if rule.unit == "year" and count > 1:
        last = base.year - _is_new_year(context)
        return _span(Point(last - count + 1), Point(last))
    if base.month is None and rule.unit == "year":
        return whole(base)
    if rule.unit == "year" and base.month is not None and base.month <= _LOOKS_BACK:
        return whole(Point(base.year - 1))
    return _up_to(_month_base(context), count, rule.unit)


def _season(rule: TimeRule, numbers: Numbers, context: Context) -> Period:  # noqa: ARG001
    """The year of this spring, of the last summer that is over, of the next autumn to begin."""
    base = _base(context)
    if numbers["rs"] == 0:
        return whole(Point(base.year))
    month, first = _month_base(context).month or 1, numbers["s"] * 3
    if numbers["rs"] < 0:
        return whole(Point(base.year - (first + 2 >= month)))
    return whole(Point(base.year + (first <= month)))


def _ahead(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """So many years, months or days from the article's date on."""
    count, base = numbers.get("n", 1), _base(context)
    if rule.unit == "year":
        # Said in December, the years to come begin with the next; said in the new year, with this one.
        if base.month is not None and (base.month == _LAST_MONTH or base.month <= _LOOKS_BACK):
            first = base.year + (base.month == _LAST_MONTH)
            return _span(Point(first), Point(first + count - 1))
        return _span(Point(base.year), Point(base.year + count))
    base = _month_base(context)
    if rule.unit in _MONTHS or base.day is None:
        return _span(Point(base.year, base.month), months_back(base, -count * _MONTHS.get(rule.unit, 1)))
    return _span(base, _point(_day(base) + timedelta(days=count * (7 if rule.unit == "week" else 1))))


def _upto(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """So many months up to a month, as in the three months to April."""
    end = _date(rule, {name: n for name, n in numbers.items() if name != "n"}, context).end
    if end is None:
        raise ValueError("no end")
    if rule.unit == "year":
        return _span(Point(end.year - numbers.get("n", 1)), Point(end.year))
    return _up_to(end, numbers.get("n", 1), rule.unit)


def _up_to(end: Point, count: int, unit: str) -> Period:
    if unit in _MONTHS:
        months = count * _MONTHS[unit]
        last = months_back(end, 0)
        return _span(months_back(last, months - 1), last) if months > 1 else whole(last)
    if end.day is None:
        return whole(end)
    days = count * (7 if unit == "week" else 1)
    return _span(_point(_day(end) - timedelta(days=days - 1)), end) if days > 1 else whole(end)


def _now(rule: TimeRule, numbers: Numbers, context: Context) -> Period:  # noqa: ARG001
    return whole(_base(context))


def _vague(rule: TimeRule, numbers: Numbers, context: Context) -> Period:  # noqa: ARG001
    """About now, to the month."""
    base = _base(context)
    return whole(Point(base.year, base.month))


def _back(rule: TimeRule, numbers: Numbers, context: Context) -> Period:  # noqa: ARG001
    """The month, quarter or year before the one last spoken of."""
    for spoken in reversed(context.spoken):
        start, end = spoken.start, spoken.end
        if start is None or end is None:
            continue
        if rule.unit == "year" and start == end and start.day:
            return whole(Point(start.year - 1, start.month, start.day))
        length = _months(spoken)
        if rule.unit == "year" and length % 12 == 0:
            return _span(Point(start.year - 1), Point(end.year - 1))
        if rule.unit == "year" or length == _MONTHS.get(rule.unit, 0):
            count = _MONTHS[rule.unit]
            first, last = months_back(Point(*start.month_of_start()), count), months_back(end, count)
            return _span(first, last)
    raise ValueError("nothing to go back from")


def _spoken(rule: TimeRule, numbers: Numbers, context: Context) -> Period:  # noqa: ARG001
    """The last month, quarter or year spoken of."""
    for spoken in reversed(context.named):
        if rule.focus:
            return spoken
        if rule.unit == "year" and spoken.end is not None:
            return whole(Point(spoken.end.year))
        if spoken.start is not None and spoken.end is not None and _months(spoken) == _MONTHS[rule.unit]:
            return spoken
    raise ValueError("none spoken of")


def _months(period: Period) -> int:
    if period.start is None or period.end is None:
        return 0
    (first_year, first), (last_year, last) = period.start.month_of_start(), period.end.month_of_end()
    return (last_year - first_year) * 12 + last - first + 1


def _none(rule: TimeRule, numbers: Numbers, context: Context) -> Period:  # noqa: ARG001
    raise ValueError("no date")


_SHAPES = {
    "date": _date,
    "range": _range,
    "first": _first,
    "last": _last,
    "window": _window,
    "upto": _upto,
    "now": _now,
    "vague": _vague,
    "back": _back,
    "spoken": _spoken,
    "season": _season,
    "ahead": _ahead,
    "none": _none,
}
