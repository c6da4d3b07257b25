"""Times that say in months when a time before them was: "in the first quarter (April to June)"."""

from collections.abc import Sequence
from itertools import pairwise

from tui.extract.document import Document
from tui.extract.time.named import months_of_item
from tui.extract.time.reckoning import LAST_MONTH, MONTHS
from tui.extract.time.timerules import Found
from tui.model.scripts import OPENING

# So far behind a part of a financial year its months are told; the year itself may stand between.
_NEAR = 40
# And so far behind these the financial year: "(July to September) of 2021/22".
_BEHIND = 6
# What stands before them.
_BEFORE = (*OPENING, ",", "\uff0c")


def tell_months(found: Sequence[Found], document: Document) -> None:
    """Let a part of a year be the months told right behind it, if there are as many of them.

    Where a financial year is named between the two ("of 2021/22"), the months are of that year.
    """
    for at, (item, following) in enumerate(pairwise(found)):
        between = _is_financial(following)
        last = found[at + 2] if between and at + 2 < len(found) else following
        if "y" in item.numbers or item.sentence != last.sentence or last.start - item.end > _NEAR:
            continue
        before = document.text[item.end : last.start].rstrip()
        if not before.endswith(_BEFORE) or _length(item) != _named(last):
            continue
        behind = None if between else next(iter(found[at + 2 : at + 3]), None)
        year = following if between else behind
        if year is not None and _is_financial(year) and year.start - last.end <= _BEHIND:
            year.kind = "name"
            if not last.numbers.keys() & {"y", "y2", "fy"}:
                last.numbers["fy"] = year.numbers["y"]
        item.rule, item.numbers = last.rule, dict(last.numbers)


def _is_financial(item: Found) -> bool:
    """Whether an expression names a year by the two that it lies in."""
    return item.rule.season and "y2" in item.numbers


def _length(item: Found) -> int:
    """How many months a part of a year has: the first four months, the second quarter; or 0."""
    if item.rule.unit in MONTHS and item.rule.gives in {"first", "none"}:
        return item.numbers.get("n", 0) * MONTHS[item.rule.unit]
    months = months_of_item(item) if item.numbers.keys() & {"q", "h"} else None
    return 0 if months is None else months[1] - months[0] + 1


def _named(item: Found) -> int:
    """How many months an expression names from one to another; -1 if it names none so."""
    if item.rule.gives != "range" or not {"m", "m2"} <= item.numbers.keys() or "d" in item.numbers:
        return -1
    return (item.numbers["m2"] - item.numbers["m"]) % LAST_MONTH + 1
