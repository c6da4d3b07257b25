"""How much each kind of evidence speaks for the year that an article was written in."""

from collections.abc import Iterable
from math import exp, fsum

# What is said of a year speaks so much for an article of an earlier year, of the year before it, of the year
# itself, of the year after it, of the second after it, and of a later one: the logarithm of how much likelier
# it is. Fitted by logistic regression to some 750 articles whose heads were taken away, and to the tests.
_EVIDENCE = {
    "day": (-5.0, -3.4, 4.1, 1.6, -1.0, -1.2),  # on 25 January 2022 the bureau said
    "outright": (-5.0, -3.3, 3.1, -1.7, -3.3, -3.3),  # this year (2022)
    "document": (-5.0, -3.3, 2.2, 0.2, -0.1, 0.1),  # (2022) No. 5
    "part": (-4.0, -2.8, 4.0, 0.6, -0.6, -0.1),  # in the first half of 2022
    "late": (-5.0, -3.3, 1.2, 1.5, -0.6, -0.6),  # in November 2022
    "over": (-5.0, -3.4, -0.3, 3.0, -0.6, 0.4),  # throughout 2022, at the end of 2022
    "whole": (-3.3, -0.4, 1.9, 1.8, -0.8, -0.7),  # in 2022
    "running": (-5.0, 0.3, 0.4, 2.1, -0.3, -0.8),  # in 2022, in a text that tells of a month before
    "before": (-5.0, -0.5, 1.2, 2.2, -0.1, -0.4),  # in 2022, in a text that tells of this year too
    "earlier": (-5.0, -0.9, 0.2, 2.2, 0.2, -0.4),  # in 2022, in a text that tells of last year too
    "spans": (-3.3, -0.1, 1.2, -0.8, -0.5, 2.9),  # will be built from 2022 to 2025
    "spanned": (1.2, -0.2, -0.4, 1.4, -0.2, -0.2),  # was built from 2019 to 2022
    "since": (-5.0, -3.6, -0.5, -0.4, 0.2, 0.4),  # since 2022
    "from day": (-3.3, 0.0, 2.2, 0.0, -0.2, 0.1),  # from 1 July 2022 on the rate will be higher
    "later": (-4.9, -1.8, -0.8, 0.5, -0.6, 0.3),  # founded in 2022
    "again": (-5.0, -4.0, -1.5, 2.5, 0.8, 0.1),  # in May, more than in May 2022
    "compared": (-5.0, -3.5, -2.1, 0.4, 0.7, -0.1),  # more than in 2022
    "compared part": (-5.0, -3.3, 0.6, 1.9, -0.2, -0.1),  # more than in May 2022
    "measured": (-3.3, -1.7, -0.5, 1.4, 0.4, 0.3),  # will be more than in 2022
    "reached": (-2.7, -0.9, 1.6, 0.0, -0.3, 0.0),  # ten years after 2012
    "counted": (-0.2, 0.1, 1.7, 0.1, -0.1, 0.0),  # since 2012; in these ten years
    "named": (-0.3, 1.0, 2.6, 1.1, -0.4, 0.0),  # the Jobs Report 2022
    "season": (-3.3, 0.1, 2.0, 0.5, -0.8, 0.4),  # in the 2021/22 season
    "planned": (0.2, 1.9, 2.0, -0.2, -1.7, -2.7),  # will be built in 2022
    "aim": (0.2, 0.4, -1.2, -2.4, -3.2, -3.3),  # will be built by 2022
    "further": (0.1, -0.3, 0.2, -0.6, -3.3, -3.4),  # will be built in 2022, others before that
    "begins": (-0.2, 1.1, -0.1, -0.5, -0.3, -0.6),  # will be built from 2022 on
    "beside this": (0.2, 1.1, -1.7, 0.6, -0.1, 0.0),  # this year and in 2022
    "after this": (0.2, 0.8, -0.8, -2.4, -3.4, -3.3),  # this year and by 2022
    "beside last": (-3.3, -1.8, -0.6, -1.8, 1.8, -0.8),  # more last year than in 2022
    # Not fitted but reasoned from those above: what passes a whole year's figure is set beside the last one
    # that is over; a month to come is called by its year where it is none of this year, of which the text
    # tells; and a year named far from where the text tells of this year or the last one, as that in which
    # somebody came home, says half as much as one that is set beside them. With what this year is compared by
    # its number is mostly the year before it, or a yardstick further back.
    "exceeded": (-5.0, -3.5, -2.5, 2.5, -0.3, -0.8),  # more than in the whole of 2022
    "planned part": (0.9, 1.9, 0.4, -1.2, -2.0, -2.7),  # will be built in May 2022, other things this year
    "below this": (-5.0, -3.5, -4.0, 2.3, 0.8, 0.1),  # more this year than in 2022
    "apart": (-2.5, -0.3, 0.6, 1.1, 0.0, -0.2),  # in 2022, in a text that tells of this year elsewhere
}
_EARLIEST, _LATEST = -2, 3
# What a weekday named by itself speaks for a year, by how many days it lies from the one on which the day of
# the article falls in that year. Reasoned, not fitted: of the first weekdays of a report half are its day and
# a quarter the day before; were they any days, each would be a seventh. The logarithms of one by the other.
_WEEKDAY = {0: 1.25, -1: 0.55, 1: -0.7}
_OTHER_WEEKDAY = -1.15
# And one named with its day, as in "Thursday, 12 November": right but for a slip in thirty.
_DATED_WEEKDAY = (1.9, -3.3)
# What speaks for a year that nothing said is near to.
_UNTOLD = 0.9
# News of up to the first of these months tell of the year that is over, those from the second on of the year
# that is ending: so much less or more speaks for the year of which a whole year or its end is told.
_OVER_UNTIL, _RUNNING_FROM = 3, 9
_OF_SEASON = 1.1
# Of years further ahead than so many only plans tell; reasoned, not fitted.
_AHEAD, _FAR_AHEAD = 3, -2.5
WHOLE = frozenset({"whole", "running", "before", "earlier", "apart"})
DUE = frozenset({"planned", "planned part", "aim"})
PLANS = DUE | frozenset({"further", "begins", "after this", "measured"})
# What the time of year adds to: a year named beside this year is not this year at any time.
OVER = (WHOLE - {"before"}) | {"over", "late"}
TOLD = WHOLE | OVER | {"day", "part"}
MONTHLY = frozenset({"part", "late", "again", "compared part"})
# Of such years one after another all but the last tell only that the article is later.
ROW = WHOLE | {"over", "since", "spans", "compared"}


def weight(kind: str, later: int, month: int | None) -> float:
    """What evidence of a year speaks for an article so many years ``later``, of that month if it is known."""
    told = _EVIDENCE[kind][min(max(later, _EARLIEST), _LATEST) - _EARLIEST]
    if later < -_AHEAD and kind not in PLANS:
        told += _FAR_AHEAD
    return told + (_of_season(later, month) if kind in OVER else 0)


def of_weekday(own: int | None, named: int) -> float:
    """What a weekday speaks for a year in which the article's day falls on ``own``, if it does."""
    return 0.0 if own is None else _WEEKDAY.get((named - own + 3) % 7 - 3, _OTHER_WEEKDAY)


def of_dated_weekday(own: int | None, named: int) -> float:
    """What a weekday named with its day speaks for a year in which that day falls on ``own``, if it does."""
    return 0.0 if own is None else _DATED_WEEKDAY[own != named]


def likelihood(weight: float, weights: Iterable[float]) -> float:
    """How likely a year is for which so much speaks, by what speaks for it and for others: from 0 to 1."""
    return exp(weight) / fsum(map(exp, (_UNTOLD, *weights)))


def _of_season(later: int, month: int | None) -> float:
    """What the month of the article adds, where it tells of a whole year so many years before it."""
    if month is None or later not in {0, 1}:
        return 0
    over = (month <= _OVER_UNTIL) - (month >= _RUNNING_FROM)
    return _OF_SEASON * over * (1 if later else -1)
