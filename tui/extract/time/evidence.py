"""How much each kind of evidence speaks for the year that an article was written in."""

# What is said of a year speaks so much for an article of an earlier year, of the year before it, of the year
# itself, of the year after it, of the second after it, and of a later one.
_EVIDENCE = {
    "day": (-9.0, -6.0, 6.0, 0.0, -1.0, -2.0),  # on 25 January 2022 the bureau said
    "outright": (-9.0, -6.0, 6.0, -3.0, -6.0, -6.0),  # this year (2022)
    "document": (-9.0, -6.0, 2.0, 0.5, 0.0, 0.0),  # (2022) No. 5
    "part": (-9.0, -6.0, 2.5, 0.5, -0.5, -1.0),  # in the first half of 2022
    "late": (-9.0, -6.0, 1.2, 1.4, -0.5, -1.0),  # in November 2022
    "over": (-9.0, -6.0, -0.5, 2.5, 0.3, 0.0),  # throughout 2022, at the end of 2022
    "whole": (-9.0, -2.0, 1.0, 0.5, 0.0, 0.0),  # in 2022
    "running": (-9.0, -2.0, 1.0, 1.6, 0.2, 0.0),  # in 2022, in a text that tells of a month before
    "before": (-9.0, -2.0, 0.0, 2.0, 0.3, 0.0),  # in 2022, in a text that tells of this year too
    "earlier": (-9.0, -2.0, 0.0, 1.2, 1.1, 0.0),  # in 2022, in a text that tells of last year too
    "spans": (-6.0, 0.5, 2.0, 0.5, 0.3, 0.2),  # will be built from 2022 to 2025
    "spanned": (0.3, 0.3, 1.0, 1.2, 0.3, 0.2),  # was built from 2019 to 2022
    "since": (-9.0, -6.0, 0.5, 0.5, 0.3, 0.2),  # since 2022
    "from day": (-6.0, 0.5, 1.5, 0.5, 0.0, 0.0),  # from 1 July 2022 on the rate will be higher
    "later": (-9.0, -6.0, -0.5, 0.0, 0.0, 0.0),  # founded in 2022
    "again": (-9.0, -6.0, -2.0, 4.0, 0.0, -1.0),  # in May, more than in May 2022
    "compared": (-9.0, -6.0, -2.0, 2.0, 0.7, 0.0),  # more than in 2022
    "compared part": (-9.0, -6.0, 1.0, 1.5, 0.0, -0.5),  # more than in May 2022
    "measured": (-6.0, -3.0, -0.5, 1.5, 0.3, 0.0),  # will be more than in 2022
    "reached": (-6.0, -4.0, 2.0, 1.0, 0.0, 0.0),  # ten years after 2012
    "counted": (0.0, 0.5, 1.5, 0.5, 0.0, 0.0),  # since 2012; in these ten years
    "named": (0.0, 1.0, 1.2, 1.0, 0.0, 0.0),  # the Jobs Report 2022
    "season": (-6.0, 0.5, 0.95, 0.95, 0.0, 0.0),  # in the 2021/22 season
    "planned": (0.0, 0.9, 1.0, -1.5, -4.0, -6.0),  # will be built in 2022
    "further": (0.0, 0.0, 0.0, -4.0, -6.0, -6.0),  # will be built in 2022, others before that
    "begins": (0.0, 1.5, 1.0, -0.5, -1.0, -1.0),  # will be built from 2022 on
    "beside this": (-1.0, 2.5, -3.0, 1.5, 0.0, 0.0),  # this year and in 2022
    "after this": (0.5, 1.5, -3.0, -4.0, -6.0, -6.0),  # this year and by 2022
    "beside last": (-6.0, -3.0, 0.0, -3.0, 2.0, 0.0),  # more last year than in 2022
}
_EARLIEST, _LATEST = -2, 3
# News of up to the first of these months tell of the year that is over, those from the second on of the year
# that is ending: so much less or more speaks for the year of which a whole year or its end is told.
_OVER_UNTIL, _RUNNING_FROM = 3, 9
_OF_SEASON = 1.5
WHOLE = frozenset({"whole", "running", "before", "earlier"})
PLANS = frozenset({"planned", "further", "begins", "after this", "measured"})
# What the time of year adds to: a year named beside this year is not this year at any time.
OVER = (WHOLE - {"before"}) | {"over", "late"}
TOLD = WHOLE | OVER | {"day", "part"}
MONTHLY = frozenset({"part", "late", "again", "compared part"})
# Of such years one after another all but the last tell only that the article is later.
ROW = WHOLE | {"over", "since", "spans", "compared"}


def weight(kind: str, later: int, month: int | None) -> float:
    """What evidence of a year speaks for an article so many years ``later``, of that month if it is known."""
    told = _EVIDENCE[kind][min(max(later, _EARLIEST), _LATEST) - _EARLIEST]
    return told + (_of_season(later, month) if kind in OVER else 0)


def _of_season(later: int, month: int | None) -> float:
    """What the month of the article adds, where it tells of a whole year so many years before it."""
    if month is None or later not in {0, 1}:
        return 0
    over = (month <= _OVER_UNTIL) - (month >= _RUNNING_FROM)
    return _OF_SEASON * over * (1 if later else -1)
