"""The kinds of places by size, and which of them are alike."""

# A country, and what is made of countries or of many parts of one.
WIDEST = frozenset({"world", "country", "area"})
# What a country is made of, and what holds cities and counties.
WIDE = frozenset({"province", "state", "region"})
# What holds cities and counties and stands for all of them: "the whole province".
WHOLES = WIDE | {"country"}
# What these hold, and what shares its name with others of its kind elsewhere.
LOCAL = frozenset({"city", "county", "district", "town", "village"})
# What goes by its full name, "Linping District", and is gone to for its own sake.
BELOW_CITY = LOCAL - {"city"}
# What people live in and a county is made of.
SETTLEMENTS = frozenset({"town", "village"})
# So small that an article is seldom about one.
SMALL = SETTLEMENTS | {"site", "body"}
# What has figures of its own, which are not those of the larger place around it.
SMALL_OR_FIRM = SMALL | {"firm"}
# Somebody leads these and speaks for them.
LED = SMALL_OR_FIRM - SETTLEMENTS
# Cities bear the names of these with a word of their own behind: Mexico City, Kansas City.
NAMESAKES = frozenset({"country", "state"})

_SIZES = {"village": 0, "town": 1, "district": 2, "county": 2, "city": 3}
_LARGEST = 4


def may_hold(whole: str, part: str) -> bool:
    """Whether places of one kind may hold those of another: a province a county, a town a village."""
    holder = _LARGEST if whole in WIDE | WIDEST else _SIZES.get(whole, 0)
    return _SIZES.get(part, _LARGEST) < holder
