"""What an EDTF period means, in words of the reader's language."""

from tui.model.edtf import Period, Point, parse_period
from tui.ui.i18n import N_, _

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_SPANS = {
    (1, 3): N_("first quarter of {year}"),
    (4, 6): N_("second quarter of {year}"),
    (7, 9): N_("third quarter of {year}"),
    (10, 12): N_("fourth quarter of {year}"),
    (1, 6): N_("first half of {year}"),
    (7, 12): N_("second half of {year}"),
    (1, 9): N_("first three quarters of {year}"),
}


def period_in_words(text: str | None) -> str:
    """``2024-01/2024-06`` as "first half of 2024"; empty for nothing or for what is no period."""
    if not text:
        return ""
    try:
        period = parse_period(text)
    except ValueError:
        return ""
    return _words(period)


def _words(period: Period) -> str:
    start, end = period.start, period.end
    if start is None or end is None:
        if end is not None:
            return _("until {end}").format(end=_point(end))
        return _("since {start}").format(start=_point(start)) if start else ""
    if start == end:
        return _point(start)
    if start.year == end.year and start.month and end.month and not start.day and not end.day:
        name = _SPANS.get((start.month, end.month))
        if name:
            return _(name).format(year=start.year)
        first, last = _(_MONTHS[start.month - 1]), _(_MONTHS[end.month - 1])
        return _("{first} to {last} {year}").format(first=first, last=last, year=start.year)
    return _("{start} to {end}").format(start=_point(start), end=_point(end))


def _point(point: Point) -> str:
    if point.month is None:
        return _("{year}").format(year=point.year)
    month = _(_MONTHS[point.month - 1])
    if point.day is None:
        return _("{month} {year}").format(month=month, year=point.year)
    return _("{day} {month} {year}").format(day=point.day, month=month, year=point.year)
