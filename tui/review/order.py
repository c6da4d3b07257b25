"""Orders of work: as the text runs, by doubt, by indicator, by the field in trouble."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, get_args

from tui.model import FIELDS
from tui.review.checks import Problem
from tui.review.review import Review

Order = Literal["text", "doubt", "indicator", "field"]
ORDERS: tuple[Order, ...] = get_args(Order)
NOTHING = "-"  # names the group of claims without an indicator, or without trouble
_LAST = "\U0010ffff"
_IN_TROUBLE = (*FIELDS, "confidence", NOTHING)
_RANK = {name: rank for rank, name in enumerate(_IN_TROUBLE)}

# What claims that stand together share; groups go by it, None behind all else.
Key = tuple[float | int | str | None, ...]
Problems = Callable[[str], Sequence[Problem]]


class Section(NamedTuple):
    """Claims that stand together, as the text runs; ``name`` is their article, indicator or field."""

    name: str
    ids: list[str]


def grouped(ids: list[str], order: str, review: Review, problems: Problems) -> list[Section]:
    """Claims that stand as the text runs in an order of ``ORDERS``, together with those equal in it.

    ``doubt`` puts the least sure first, ``indicator`` keeps claims of one statistic together, ``field``
    claims with the same field in trouble, and those without any trouble last.
    """
    if order == "text":
        return [Section(article_id, claims) for article_id, claims in review.by_article(ids)]
    columns, name = _COLUMNS.get(order, ()), _NAMES[order]
    keys = review.said(columns, ids) if columns else (_trouble(problems(claim_id)) for claim_id in ids)
    groups: defaultdict[Key, list[str]] = defaultdict(list)
    for claim_id, key in zip(ids, keys, strict=True):
        groups[key].append(claim_id)
    return [Section(name(each), groups[each]) for each in sorted(groups, key=_ranked)]


# What claims that are equal in an order say alike; in the order ``field`` it is the trouble.
_COLUMNS = {"doubt": ("conf",), "indicator": ("indicator", "unit", "place", "period")}
_NAMES: dict[str, Callable[[Key], str]] = {
    "doubt": lambda _key: "",
    "indicator": lambda key: str(key[0] or NOTHING),
    "field": lambda key: _IN_TROUBLE[int(key[0] or 0)],
}


def _trouble(problems: Sequence[Problem]) -> Key:
    if not problems:
        return (_RANK[NOTHING], "")
    return min((_RANK[problem.field], problem.code) for problem in problems)


def _ranked(key: Key) -> list[float | int | str]:
    return [_LAST if part is None else part for part in key]
