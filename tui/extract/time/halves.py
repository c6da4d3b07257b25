"""The halves of financial years that don't begin in January."""

from collections.abc import Sequence

from tui.extract.time.reckoning import months_back
from tui.extract.time.timerules import Found
from tui.model.edtf import Period

# The months with which the first half of a financial year ends that begins in July, October or April.
_ENDS = frozenset({12, 3, 9})
_MONTHS = 6


def first_half(found: Sequence[Found]) -> Found | None:
    """The six months that an article calls the first half: "first-half profit for six months to December"."""
    halves = (i for i in found if i.numbers.get("h") == 1 and "y" not in i.numbers and i.kind == "time")
    if not any(not item.ahead for item in halves):
        return None
    spans = (i for i in found if i.rule.gives == "upto" and i.rule.unit == "month" and i.kind == "time")
    return next((i for i in spans if i.numbers.get("n") == _MONTHS and i.numbers.get("m") in _ENDS), None)


def half_of(first: Period, half: int, years: int) -> Period:
    """The first or second half of the financial year with this first half, or of one so many years later."""
    if first.start is None or first.end is None:
        raise ValueError("no half")
    months = -_MONTHS * (half - 1) - 12 * years
    return Period(months_back(first.start, months), months_back(first.end, months))
