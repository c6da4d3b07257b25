"""Works out the date that a time expression stands for, counted from the article's date."""

from datetime import date, timedelta

from tui.extract.packs.schema.times import TimeRule
from tui.extract.time.reckoning import (
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
from tui.model.edtf import Period, Point, parse_period

# Up to this month figures of "the year" are the full-year figures of the one before.
_LOOKS_BACK = 2
_LAST_MONTH = 12
_MONTHS = {"year": 12, "quarter": 3, "month": 1}


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


def _date(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    if rule.focus and context.spoken and "y" not in numbers and not numbers.get("ry"):
        last = context.spoken[-1]
        if context.ahead and context.base and last.end and last.end.year < context.base.year:
            last = whole(context.base)
        if last.start and last.end and last.start.year < last.end.year:
            return last
        context = Context(last.end or context.base, None, context.spoken, context.ahead)
    if "p" in numbers:
        years = years_of_plan(numbers["p"])
        return Period(Point(years[0]), Point(years[-1]))
    year = year_of(numbers, context)
    for name, length in (("q", 3), ("h", 6)):
        if name in numbers:
            first = (numbers[name] - 1) * length + 1
            # What is to come of a quarter or half still running is that of this year.
            near = first + length - 1 if context.ahead else first
            in_year = year if year is not None else year_of_month(near, context)
            return span(Point(in_year, first), Point(in_year, first + length - 1))
    if rule.days or rule.months or "m" in numbers:
        return _feast(rule, year, context) if rule.days else whole(_in_month(rule, numbers, year, context))
    if year is not None:
        if rule.focus and "y" not in numbers and not context.spoken and _is_last_year(rule, context):
            year -= 1
        return whole(Point(year))
    return _counted(numbers, context)


def _is_new_year(context: Context) -> bool:
    """Whether "the whole year" said in these months looks back on the one before."""
    month = base_of(context).month
    return month is not None and month <= _LOOKS_BACK and not context.ahead


def _is_told_of_a_year(base: Point, context: Context) -> bool:
    """Whether what was last told of is the whole year before: "the year" looked back on is that one."""
    # A plan named beside it is none.
    last = next((period for period in reversed(context.spoken) if period.start == period.end), None)
    return last is not None and last == whole(Point(base.year - 1))


def _is_last_year(rule: TimeRule, context: Context) -> bool:
    """Whether a year that nothing names is the one before the article's."""
    month = base_of(context).month
    closed = rule.closing and month is not None and month < _LAST_MONTH and not context.ahead
    end = context.said[-1].end if context.said and not context.ahead else None
    told = end is not None and end.month_of_end() == (base_of(context).year - 1, _LAST_MONTH)
    return closed or told or _is_new_year(context)


def _is_told_of_last_year(base: Point, context: Context) -> bool:
    """Whether an article of which only the year is known was last telling of the end of the year before."""
    end = context.said[-1].end if context.said else None
    return base.month is None and end is not None and end.month_of_end() == (base.year - 1, _LAST_MONTH)


def _feast(rule: TimeRule, year: int | None, context: Context) -> Period:
    """The days off of a feast: those of the last one that has begun, or of the one to come."""
    if year is None and (year := context.year) is None:
        base = base_of(context)
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
        in_year = year if year is not None else context.year or base_of(context).year
        return Point(in_year, rule.months.get(in_year))
    month = numbers["m"]
    if "rs" in numbers and (base := month_base(context)).month is not None:
        late = base.month >= month if numbers["rs"] > 0 else base.month <= month
        year = base.year + numbers["rs"] * late
    in_year = year if year is not None else year_of_month(month, context)
    point = Point(in_year, month, numbers.get("d"))
    day_of(point)
    return point


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
    told = [] if known else [p for p in context.said if _months(p) == _MONTHS["quarter"]]
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
    length = numbers.get("n", 1) * _MONTHS[rule.unit]
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
    length = numbers.get("n", 1) * _MONTHS[rule.unit]
    if not 1 <= length <= 12:
        raise ValueError("more than a year")
    year = year_of(numbers, context)
    if year is None and context.spoken and context.spoken[-1].end is not None:
        year = context.spoken[-1].end.year
    if year is None:
        year = year_of_month(13 - length, context)
    return span(Point(year, 13 - length), Point(year, 12))


def _window(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """So many years, months or days up to the article's date."""
    count = numbers.get("n", 1) + numbers.get("more", 0)
    base = base_of(context)
    if rule.unit == "year" and count == 1 and _is_told_of_a_year(base, context):
        return whole(Point(base.year - 1))
    if rule.unit == "year" and count > 1:
        last = base.year - (_is_new_year(context) or _is_told_of_last_year(base, context))
        return span(Point(last - count + 1), Point(last))
    if base.month is None and rule.unit == "year":
        return whole(base)
    if rule.unit == "year" and base.month is not None and base.month <= _LOOKS_BACK:
        return whole(Point(base.year - 1))
    if base.month is None and rule.unit == "month" and context.said and _months(context.said[-1]) == 1:
        # What tells of January looks back from there.
        return _up_to(context.said[-1].end or base, count, rule.unit)
    return _up_to(month_base(context), count, rule.unit)


def _ago(rule: TimeRule, numbers: Numbers, context: Context) -> Period:  # noqa: ARG001
    """The year so many before the article's."""
    return whole(Point(base_of(context).year - numbers["n"]))


def _season(rule: TimeRule, numbers: Numbers, context: Context) -> Period:  # noqa: ARG001
    """The year of this spring, of the last summer that is over, of the next autumn to begin."""
    base = base_of(context)
    if numbers["rs"] == 0:
        return whole(Point(base.year))
    month, first = month_base(context).month or 1, numbers["s"] * 3
    if numbers["rs"] < 0:
        return whole(Point(base.year - (first + 2 >= month)))
    return whole(Point(base.year + (first <= month)))


def _ahead(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """So many years, months or days from the article's date on."""
    count, base = numbers.get("n", 1), base_of(context)
    if rule.unit == "year":
        # Said in December, the years to come begin with the next; said in the new year, with this one.
        if base.month is not None and (base.month == _LAST_MONTH or base.month <= _LOOKS_BACK):
            first = base.year + (base.month == _LAST_MONTH)
            return span(Point(first), Point(first + count - 1))
        return span(Point(base.year), Point(base.year + count))
    base = month_base(context)
    if rule.unit in _MONTHS or base.day is None:
        return span(Point(base.year, base.month), months_back(base, -count * _MONTHS.get(rule.unit, 1)))
    return span(base, point_of(day_of(base) + timedelta(days=count * (7 if rule.unit == "week" else 1))))


def _upto(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """So many months up to a month, as in the three months to April."""
    end = _date(rule, {name: n for name, n in numbers.items() if name != "n"}, context).end
    if end is None:
        raise ValueError("no end")
    if rule.unit == "year":
        return span(Point(end.year - numbers.get("n", 1)), Point(end.year))
    return _up_to(end, numbers.get("n", 1), rule.unit)


def _up_to(end: Point, count: int, unit: str) -> Period:
    if unit in _MONTHS:
        months = count * _MONTHS[unit]
        last = months_back(end, 0)
        return span(months_back(last, months - 1), last) if months > 1 else whole(last)
    if end.day is None:
        return whole(end)
    days = count * (7 if unit == "week" else 1)
    return span(point_of(day_of(end) - timedelta(days=days - 1)), end) if days > 1 else whole(end)


def _now(rule: TimeRule, numbers: Numbers, context: Context) -> Period:  # noqa: ARG001
    return whole(base_of(context))


def _vague(rule: TimeRule, numbers: Numbers, context: Context) -> Period:  # noqa: ARG001
    """About now, to the month."""
    base = base_of(context)
    return whole(Point(base.year, base.month))


def _back(rule: TimeRule, numbers: Numbers, context: Context) -> Period:
    """The month, quarter or year before the one last spoken of, or the same one of the year named."""
    for spoken in reversed(context.spoken or context.said):
        start, end = spoken.start, spoken.end
        if start is None or end is None:
            continue
        years = start.year - numbers.get("y", start.year)
        if years > 0 and _months(spoken) < _MONTHS["year"]:
            first, last = (Point(point.year - years, point.month, point.day) for point in (start, end))
            return Period(first, last)
        if rule.unit == "year" and start == end and start.day:
            return whole(Point(start.year - 1, start.month, start.day))
        length = _months(spoken)
        if rule.unit == "year" and length % 12 == 0:
            return span(Point(start.year - 1), Point(end.year - 1))
        if rule.unit == "year" or length == _MONTHS.get(rule.unit, 0):
            count = _MONTHS[rule.unit]
            first, last = months_back(Point(*start.month_of_start()), count), months_back(end, count)
            return span(first, last)
    raise ValueError("nothing to go back from")


def _later(rule: TimeRule, numbers: Numbers, context: Context) -> Period:  # noqa: ARG001
    """So many years after the year named, or after the time last spoken of."""
    if "y" in numbers:
        return whole(Point(numbers["y"] + numbers.get("n", 1)))
    last = next((p.end for p in reversed(context.spoken) if p.end is not None), None)
    if last is None or (context.base is not None and last.year + numbers["n"] > context.base.year):
        raise ValueError("nothing to go on from")
    return whole(Point(last.year + numbers["n"]))


def _spoken(rule: TimeRule, numbers: Numbers, context: Context) -> Period:  # noqa: ARG001
    """The last month, quarter or year spoken of."""
    # What is said "in the same time" is told of the time spoken of, not of one that it was compared with.
    listed = context.named if rule.unit == "year" and not rule.focus else context.said
    for spoken in reversed(listed):
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
    "ago": _ago,
    "ahead": _ahead,
    "later": _later,
    "none": _none,
}
