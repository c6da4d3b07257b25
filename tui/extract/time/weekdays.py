"""Weighs the weekdays that a text names: a date falls on a given one in about one year of seven."""

from collections.abc import Sequence
from datetime import date
from itertools import islice
from math import fsum

from tui.extract.time.evidence import of_dated_weekday, of_weekday
from tui.extract.time.timerules import Found

# Of the weekdays named by themselves so many tell of the article's day: those further on, of its story.
_FIRST = 2
# A day told without its year lies at most so many months from the article's.
_FAR = 6


class Weekdays:
    """The weekdays of a text, and how well they fit a year in which it may have been written."""

    def __init__(self, found: Sequence[Found], day: tuple[int, int] | None) -> None:
        """``day`` is the month and day of the article, if they are known."""
        self._day = day
        named = [
            item.numbers for item in found if "w" in item.numbers and not (item.ahead or "y" in item.numbers)
        ]
        self._dated = {(n["m"], n["d"], n["w"]) for n in named if {"m", "d"} <= n.keys()}
        near = dict.fromkeys(n["w"] for n in named if not n.keys() & {"m", "d", "rw"})
        self._near = tuple(islice(near, _FIRST)) if day is not None else ()

    def weight(self, year: int) -> float:
        """What the weekdays speak for an article of that year."""
        told = (of_dated_weekday(_weekday(self._year(year, m), m, d), w) for m, d, w in self._dated)
        own = _weekday(year, *self._day) if self._near and self._day else None
        return fsum(told) + fsum(of_weekday(own, w) for w in self._near)

    def _year(self, year: int, month: int) -> int:
        """The year of a month told in an article of ``year``: that of its day next to the article's."""
        months = month - self._day[0] if self._day else 0
        return year - (months > _FAR) + (months < -_FAR)


def _weekday(year: int, month: int, day: int) -> int | None:
    """The weekday from 1 to 7; None if there is no such day that year."""
    try:
        return date(year, month, day).isoweekday()
    except ValueError:
        return None
