"""What an expression names: a day without its year, a year, months."""

from tui.extract.time.feasts import month_of
from tui.extract.time.reckoning import year_of_season
from tui.extract.time.timerules import Found

Months = tuple[int, int]

# A time that begins and ends no earlier than in these months is still told of early in the next year.
_LATE = (7, 10)


def is_day(item: Found) -> bool:
    """Whether an expression is a day without its year, which may leave out its month too: on the 6th."""
    return ("d" in item.numbers or item.numbers.get("rd") == 0) and "y" not in item.numbers


def is_relative(item: Found) -> bool:
    """Whether an expression names this year, last year or next year by these words."""
    return "ry" in item.numbers.keys() - item.rule.set.keys() and "y" not in item.numbers


def year_of_item(item: Found) -> int:
    """The year that an expression names, as by its end in "from January to June 2024"; 0 if it names none."""
    if "fy" in item.numbers:
        return year_of_season(item.numbers)
    return item.numbers.get("y", item.numbers.get("y2", 0))


def months_of_item(item: Found) -> Months | None:
    """The first and last month that an expression names, by themselves or as those of a quarter or half."""
    numbers = item.numbers
    if "m" in numbers or "m2" in numbers:
        last = numbers.get("m2", numbers.get("m", 0))
        return numbers.get("m", last), last
    feast = month_of(item.feast, numbers.get("y", 0)) if item.feast is not None else None
    if feast is not None:
        return feast, feast
    for name, length in (("q", 3), ("h", 6)):
        if name in numbers:
            return numbers[name] * length - length + 1, numbers[name] * length
    if item.rule.unit == "year" or item.rule.gives not in {"first", "last"}:
        return None
    length = numbers.get("n", 1) * (3 if item.rule.unit == "quarter" else 1)
    return (1, length) if item.rule.gives == "first" else (13 - length, 12)


def last_year_of_span(item: Found) -> int:
    """The year that a span of years ends in, which may leave out its century: 2021/22."""
    first, last = item.numbers["y"], item.numbers["y2"]
    return last if last >= 100 else first // 100 * 100 + last


def is_late(months: Months) -> bool:
    """Whether months are among the last of a year."""
    return months[0] >= _LATE[0] and months[1] >= _LATE[1]
