"""Periods in EDTF (ISO 8601-2): years, months, days, intervals of them, and intervals with an open end."""

import calendar
import re
from typing import Literal, NamedTuple

from msgspec import Struct

from tui.model.telling import Told

Precision = Literal["year", "month", "day"]
OPEN = ".."
# The year of a date that tells its month only.
ANY_YEAR = "XXXX"
LEAP = 2000  # a year that has every day
_YEAR = re.compile(r"\d{4}", re.ASCII)
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class PeriodError(ValueError):
    """A text that is no EDTF period; its argument is the reason, as `Told`."""


class Point(NamedTuple):
    """A year, a month or a day: ``month`` and ``day`` are None where they are not said."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        return text if self.day is None else f"{text}-{self.day:02}"

    @property
    def precision(self) -> Precision:
        """The smallest part that is said."""
        return "year" if self.month is None else "month" if self.day is None else "day"

    def reduced(self, precision: Precision) -> "Point":
        """The same date no more precisely than this: by ``month`` 2024-06-14 is 2024-06, 2024 stays 2024."""
        month = self.month if precision != "year" else None
        return Point(self.year, month, self.day if precision == "day" else None)

    def month_of_start(self) -> tuple[int, int]:
        """The year and month in which it begins."""
        return self.year, self.month or 1

    def month_of_end(self) -> tuple[int, int]:
        """The year and month in which it ends."""
        return self.year, self.month or 12

    def day_of_start(self) -> tuple[int, int, int]:
        """Its first day."""
        return self.year, self.month or 1, self.day or 1

    def day_of_end(self) -> tuple[int, int, int]:
        """Its last day."""
        month = self.month or 12
        return self.year, month, self.day or calendar.monthrange(self.year, month)[1]


class Period(Struct, frozen=True):
    """A stretch of time: from the beginning of ``start`` to the end of ``end``.

    A single date has ``start == end``; an end that is None is open (``2021/..``).
    """

    start: Point | None
    end: Point | None

    def __str__(self) -> str:
        if self.start == self.end and self.start is not None:
            return str(self.start)
        return f"{self.start or OPEN}/{self.end or OPEN}"

    @property
    def is_interval(self) -> bool:
        """Whether it is written with a slash."""
        return self.start != self.end

    @property
    def goes_on(self) -> bool:
        """Whether its end is open, as in ``2021/..``."""
        return self.end is None

    @property
    def precision(self) -> Precision | None:
        """The precision of both ends; None where they differ or one is open."""
        if self.start is None or self.end is None or self.start.precision != self.end.precision:
            return None
        return self.start.precision

    @property
    def months(self) -> int:
        """How many months it has, those it begins and ends in included; 0 where an end is open."""
        if self.start is None or self.end is None:
            return 0
        (first_year, first), (last_year, last) = self.start.month_of_start(), self.end.month_of_end()
        return (last_year - first_year) * 12 + last - first + 1

    def ends_before(self, date: Point) -> bool:
        """Whether it is over when a date begins: 2023 before 2024-06, but not 2024, which it is a part of."""
        return self.end is not None and self.end.day_of_end() < date.day_of_start()

    def begins_after(self, date: Point) -> bool:
        """Whether it begins when a date is over: 2025 after 2024-06, but not 2024, which it is a part of."""
        return self.start is not None and self.start.day_of_start() > date.day_of_end()


def parse_period(text: str) -> Period:
    """Read an EDTF period such as ``2024``, ``2024-06``, ``2024-01/2024-06``, ``2021/..``.

    Raises:
        PeriodError: it is none; the message is a plain reason, fit to be shown.
    """
    parts = text.split("/")
    if len(parts) == 1:
        point = parse_point(text)
        return Period(point, point)
    if len(parts) != 2:
        raise PeriodError(Told("an interval has two ends, as in 2024-01/2024-06"))
    start, end = (None if part == OPEN else parse_point(part) for part in parts)
    if start is None and end is None:
        raise PeriodError(Told("at least one end of an interval must be a date"))
    if start is not None and end is not None:
        if start == end:
            raise PeriodError(Told("the two ends are the same: write {start}", start=str(start)))
        if start.day_of_start() > end.day_of_end():
            raise PeriodError(
                Told("the interval ends ({end}) before it begins ({start})", start=str(start), end=str(end))
            )
    return Period(start, end)


def parts_of(date: str | None) -> tuple[int | None, int | None, int | None]:
    """The year, month and day of a date, each None where it isn't said, as the year of ``XXXX-06-14``.

    All are None for what is no date.
    """
    lacks = date is not None and date.startswith(ANY_YEAR)
    try:
        told = parse_point(f"{LEAP}{date[len(ANY_YEAR) :]}" if date is not None and lacks else date or "")
    except PeriodError:
        return None, None, None
    return None if lacks else told.year, told.month, told.day


def without_year(date: Point) -> str:
    """A date whose year is left open: ``XXXX-06-14``."""
    return ANY_YEAR + str(date)[len(ANY_YEAR) :]


def completed(date: str | None, year: str) -> str:
    """A year, or what is meant if it is said of a date that lacks it: its month and day in that year."""
    lacks = date is not None and date.startswith(ANY_YEAR) and _YEAR.fullmatch(year) is not None
    return year + date[len(ANY_YEAR) :] if date is not None and lacks else year


def parse_point(text: str) -> Point:
    """Read one date of an EDTF period: a year, a month or a day.

    Raises:
        PeriodError: it is none, or no such day is in the calendar.
    """
    found = _POINT.fullmatch(text)
    if found is None:
        raise PeriodError(
            Told(
                "{text!r} is no date: write a year (2024), a month (2024-06) or a day (2024-06-14)", text=text
            )
        )
    year, month, day = (None if part is None else int(part) for part in found.groups())
    if not year:
        raise PeriodError(Told("years begin with 0001"))
    if month is not None and not 1 <= month <= 12:
        raise PeriodError(Told("there is no month {month}: months are 01 to 12", month=f"{month:02}"))
    if month is not None and day is not None:
        days = calendar.monthrange(year, month)[1]
        if not 1 <= day <= days:
            raise PeriodError(
                Told(
                    "{month} has days 01 to {days}, not {day}",
                    month=f"{year:04}-{month:02}",
                    days=str(days),
                    day=f"{day:02}",
                )
            )
    return Point(year, month, day)
