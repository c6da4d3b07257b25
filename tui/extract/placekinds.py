"""The kinds of places by size, and which of them are alike."""

# A country, and what is made of countries or of many parts of one.
WIDEST = frozenset({"world", "country", "area"})
# What a country is made of, and what holds cities and counties.
WIDE = frozenset({"province", "state", "region"})
# What holds cities and counties and stands for all of them: "the whole province".
WHOLES = WIDE | {"country"}
# What these hold, and what shares its name with others of its kind elsewhere.
LOCAL = frozenset({"city", "county", "district", "town"})
# What goes by its full name, "Linping District", and is gone to for its own sake.
BELOW_CITY = LOCAL - {"city"}
# So small that an article is seldom about one.
SMALL = frozenset({"site", "town", "body"})
# What has figures of its own, which are not those of the larger place around it.
SMALL_OR_FIRM = SMALL | {"firm"}
# Somebody leads these and speaks for them.
LED = SMALL_OR_FIRM - {"town"}
# Cities bear the names of these with a word of their own behind: Mexico City, Kansas City.
NAMESAKES = frozenset({"country", "state"})

_SIZES = {"town": 0, "district": 1, "county": 1, "city": 2}
_LARGEST = 3


def may_hold(whole: str, part: str) -> bool:
    """Whether places of one kind, a city or larger, may hold those of another: a province a county."""
    holder = _SIZES["city"] if whole == "city" else _LARGEST if whole in WIDE | WIDEST else 0
    return _SIZES.get(part, _LARGEST) < holder
