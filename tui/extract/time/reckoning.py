"""What times are counted from, and the steps of counting."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tui.extract.packs.schema.times import FeastRule
from tui.model.edtf import Period, Point

Numbers = Mapping[str, int]
LAST_MONTH = 12
MONTHS = {"year": 12, "quarter": 3, "month": 1}

# Five-year plans follow each other without a gap: the 14th began in 2021.
_PLAN, _PLAN_BEGAN, _PLAN_YEARS = 14, 2021, 5

# A month said to come lies at most so far ahead, or else it is past: "by June" said in July.
_SOON = 9
# Financial years named by two years begin in this month, in July or in October.
_FINANCIAL = 4
# Years of two digits from this one on are of the century before.
_SHORT = 50


@dataclass(slots=True)
class Context:
    """What a time is counted from: the article's date, and the times spoken of before.

    ``year`` is a year named in the same sentence; ``spoken`` the times spoken of before, the last one last,
    ``said`` those of earlier paragraphs too, ``named`` those only compared with too, and ``spans`` those of
    several years, plans' names too; ``ahead`` says that the time is one to come; ``half`` is the first half
    of a financial year; ``feast`` is the one that is named; ``day`` the last one told of anywhere, not long
    before the article's own.
    """

    base: Point | None
    year: int | None = None
    spoken: Sequence[Period] = ()
    ahead: bool = False
    named: Sequence[Period] = ()
    said: Sequence[Period] = ()
    spans: Sequence[Period] = ()
    half: Period | None = None
    feast: FeastRule | None = None
    day: Period | None = None


def whole(point: Point) -> Period:
    """The period that is just this date."""
    return Period(point, point)


def months_back(point: Point, count: int) -> Point:
    """The month ``count`` months before the month of ``point``, or after it if negative."""
    year, month = point.month_of_end()
    index = year * 12 + month - 1 - count
    return Point(index // 12, index % 12 + 1)


def span(start: Point, end: Point) -> Period:
    """From one date to another; ValueError where the second is before the first."""
    if start.day_of_start() > end.day_of_end():
        raise ValueError("ends before it begins")
    return Period(start, end)


def years_of_plan(number: int, count: int = _PLAN_YEARS) -> range:
    """The years of a five-year plan: its first ``count``, or its last if negative."""
    began = _PLAN_BEGAN + _PLAN_YEARS * (number - _PLAN)
    if not 1 <= abs(count) <= _PLAN_YEARS:
        raise ValueError("no plan has so many years")
    years = range(began, began + _PLAN_YEARS)
    return years[:count] if count > 0 else years[count:]


def day_of(point: Point) -> date:
    """The last day of a date."""
    return date(*point.day_of_end())


def point_of(day: date) -> Point:
    """The date that is this day."""
    return Point(day.year, day.month, day.day)


def month_base(context: Context) -> Point:
    """The article's date; ValueError where its month is unknown."""
    base = base_of(context)
    if base.month is None:
        raise ValueError("the month of the article is unknown")
    return base


def base_of(context: Context) -> Point:
    """The article's date; ValueError where it is unknown."""
    if context.base is None:
        raise ValueError("the date of the article is unknown")
    return context.base


def year_of(numbers: Numbers, context: Context) -> int | None:
    """The year that an expression names, itself, as this or last year, or as the one before that told of."""
    if "y" in numbers:
        year = numbers["y"]
        return year if year >= 100 else year + (1900 if year >= _SHORT else 2000)
    if "fy" in numbers:
        return year_of_season(numbers)
    if "ry" in numbers:
        return base_of(context).year + numbers["ry"]
    if "sy" in numbers:
        return _year_told(context) + numbers["sy"]
    return None


def year_of_season(numbers: Numbers) -> int:
    """The year of a month of a financial year such as 2018/19: the earliest of these begin in April."""
    return numbers["fy"] + (numbers.get("m", LAST_MONTH) < _FINANCIAL)


def _year_told(context: Context) -> int:
    """The year last spoken of in this passage, unless it is still to come; else the article's."""
    base = base_of(context).year
    told = (p.end.year for p in reversed(context.spoken) if p.end is not None)
    return next((year for year in told if year <= base), base)


def year_of_month(month: int, context: Context) -> int:
    """The year of a month named without one: this sentence's, else the nearest in the direction of speech."""
    plain = context.base is not None and context.base.month is None
    if plain and not context.ahead and (last := _late_in_last_year(month, context)) is not None:
        return last
    if context.year is not None:
        return context.year
    base = base_of(context)
    if base.month is None:
        return base.year
    if context.ahead and (month - base.month) % 12 <= _SOON:
        return base.year + (month < base.month)
    return base.year - (month > base.month)


def _late_in_last_year(month: int, context: Context) -> int | None:
    """The year before that of an early month spoken of, for a late one: "in January, up from December".

    Where the last months of a year are what was told of last, months gone by are those of that year, too.
    """
    ends = [p.end for p in reversed(context.said) if p.end is not None]
    year = base_of(context).year
    if ends and ends[0].month_of_end() == (year - 1, LAST_MONTH) and context.year in {None, year}:
        return ends[0].year if month > (LAST_MONTH - 3 if ends[0].month is None else 3) else None
    last = next((end for end in ends if end.month), None)
    if last is None or last.month is None or month - last.month <= _SOON:
        return None
    return last.year - 1 if context.year in {None, last.year} else None
