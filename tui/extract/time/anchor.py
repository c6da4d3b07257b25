"""Tells from which date an article counts its times."""

from collections.abc import Sequence

from tui.extract.time.timerules import Found
from tui.model import Article
from tui.model.edtf import Point, parse_period

_YEARS = range(1900, 2100)
# Sentences at the beginning in which a day is likely that of the article.
_LEAD = 4
# A year that ends by this month is mostly one of the year before.
_EARLY = 6
# Told of together, a month up to the first and one from the second are those of a turn of the year.
_AFTER, _BEFORE = 2, 11
_COMPARES = frozenset({"compare", "back"})
# The lowest since a year tells no more than that the article is later.
_RECORD = "frame.record"
_FOUNDED = "frame.founded"


def article_date(article: Article, found: Sequence[Found]) -> tuple[Point | None, int | None]:
    """The article's date, and the year of months that are named without one where the date has no month.

    The date is that of the article's head; without one, the last year that the text speaks of as present or
    past, with the day that its lead names.
    """
    known = published(article)
    if known is not None and known.month is not None:
        return known, None
    named, over = _year_spoken_of(found)
    if known is None and named is None:
        return None, None
    if known is None and named is not None and (month := _new_year(found, named)) is not None:
        return Point(named + 1, month), None
    year = known.year if known is not None else (named or 0) + over
    for item in found:
        numbers = item.numbers
        leads = item.sentence <= _LEAD and not item.ahead
        if leads and {"m", "d"} <= numbers.keys() and numbers.get("y", year) == year:
            try:
                return parse_period(f"{year:04}-{numbers['m']:02}-{numbers['d']:02}").end, None
            except ValueError:
                continue
    return Point(year), named


def published(article: Article) -> Point | None:
    """The date that the article's head gives."""
    if article.published is None:
        return None
    try:
        period = parse_period(article.published)
    except ValueError:
        return None
    return period.end or period.start


def _year_spoken_of(found: Sequence[Found]) -> tuple[int | None, bool]:
    """The last year named as present or past; and whether it is spoken of as over and as last year.

    An article that compares with a whole year is of a later one.
    """
    # "Last (2016) year" tells it outright.
    both = [item.numbers for item in found if {"y", "ry"} <= item.numbers.keys() - item.rule.set.keys()]
    outright = [numbers["y"] - numbers["ry"] for numbers in both]
    if outright and max(outright) in _YEARS:
        return max(outright), False
    named = [item for item in found if item.numbers.get("y", 0) in _YEARS]
    told = [item for item in named if not item.ahead and item.kind not in _COMPARES | {"name"}]
    # "The lowest since 2001" or "founded in 1987" tells only that the article is later.
    passed = [item for item in told if item.ends != "open" and _FOUNDED not in item.why]
    # The names of plans and reports tell it only where nothing else does.
    passed = [item for item in passed if item.kind != "vague"] or passed
    year = max((*(item.numbers["y"] for item in passed), *_years_later(found)), default=None)
    if not told:
        # An article of plans alone is of the year of the first, or near it: "from 2006" is said before.
        year = min((i.numbers["y"] - _is_said_before(i) for i in named if i.ahead), default=None)
    if year is None:
        # A report that is named by its year comes out in it or later.
        year = max((i.numbers["y"] for i in named if i.kind == "name" and not i.ahead), default=None)
    # "More than in May 2021" is said in that year or later.
    held = max((i.numbers["y"] for i in named if i.kind in _COMPARES and not i.ahead), default=None)
    again = held is not None and _is_month_again(found, held)
    if held is not None and (again if year is None else any(not item.ahead for item in told)):
        year = max(year or 0, held + again)
    planned = min((i.numbers["y"] for i in named if i.ahead and i.kind not in _COMPARES), default=None)
    # A whole year is compared with the one before it.
    before = max((item.numbers["y"] for item in named if _is_whole_year_before(item)), default=None)
    if before is not None and (year is None or before == year) and (planned is None or before < planned):
        return before + 1, False
    over = any(item.numbers["y"] == year and _is_over(item) for item in passed)
    return year, over and any(item.numbers.get("ry") == -1 for item in found)


def _new_year(found: Sequence[Found], year: int) -> int | None:
    """The early month of the next year that is told of beside late ones of a year spoken of as over."""
    if not any(item.numbers.get("y") == year and item.over for item in found):
        return None
    bare = [
        i.numbers["m"]
        for i in found
        if "m" in i.numbers and not i.numbers.keys() & {"y", "ry"} and not i.ahead
    ]
    early = [month for month in bare if month <= _AFTER]
    return max(early) if early and max(bare) >= _BEFORE else None


def _years_later(found: Sequence[Found]) -> list[int]:
    """The years that expressions such as "ten years later" come to from the year named before them."""
    years: list[int] = []
    last = None
    for item in found:
        named = item.numbers.get("y")
        last = named if named in _YEARS and not item.ahead else last
        if item.rule.gives == "later" and last is not None:
            years.append(last + item.numbers.get("n", 1))
    return years


def _is_month_again(found: Sequence[Found], year: int) -> bool:
    """Whether a month is compared with the same month of ``year``: "in May 5, against 4 in May 2001"."""
    bare = {item.numbers["m"] for item in found if "m" in item.numbers and "y" not in item.numbers}
    held = (item.numbers for item in found if item.kind in _COMPARES and "m" in item.numbers)
    return any(numbers.get("y") == year and numbers["m"] in bare for numbers in held)


def _is_said_before(item: Found) -> bool:
    """Whether a time to come begins the year before: "from 2006", "the year to March 2012"."""
    early = item.rule.gives == "upto" and item.numbers.get("m", 12) <= _EARLY
    return early or item.ends == "open"


def _is_whole_year_before(item: Found) -> bool:
    """Whether an expression is a year that the one behind it is compared with."""
    if item.kind == "back":
        return True
    return item.kind == "compare" and _RECORD not in item.why and not item.numbers.keys() & {"m", "q", "h"}


def _is_over(item: Found) -> bool:
    """Whether an expression looks back on the end of its year."""
    numbers = item.numbers
    return (
        item.over
        or item.rule.gives == "last"
        or numbers.get("q") == 4
        or numbers.get("h") == 2
        or item.ends == "end"
    )
