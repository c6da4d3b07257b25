"""Kinds of units: money, lengths of time, shares, and the nouns of things counted."""

# Lengths of time.
SPANS = frozenset({"year", "quarter", "month", "week", "day", "h", "min", "s"})
# Of temperature, which may be less than nothing.
DEGREES = frozenset({"Cel", "[degF]"})
# How long, wide or high something is.
LENGTHS = frozenset({"km", "m", "dm", "cm", "mm", "mi", "yd", "ft", "in", "li", "zhang", "chi", "cun"})
POINTS = frozenset({"pp", "basis point"})
PERCENT = POINTS | {"%"}
# How many times as much something is.
TIMES = "x"
# What tells how one thing compares with others, and counts nothing.
SHARES = PERCENT | {TIMES, "rank"}

_CODE = 3  # letters of a currency's code
# Three capitals that are no currency: containers.
_NO_CURRENCY = frozenset({"TEU"})
# Units of fewer letters are measures, no nouns.
_SHORTEST_NOUN = 3


def is_currency(unit: str) -> bool:
    """Whether a unit is the code of a currency."""
    return len(unit) == _CODE and unit.isascii() and unit.isupper() and unit not in _NO_CURRENCY


def is_noun(unit: str) -> bool:
    """Whether a unit is the noun of a thing counted: neither money nor a measure such as km or a week."""
    return len(unit) >= _SHORTEST_NOUN and unit.islower() and unit not in SPANS
