"""Orders of work: as the text runs, by doubt, by indicator, by the field in trouble."""

from collections.abc import Callable, Collection, Sequence
from typing import Literal, NamedTuple, get_args

from tui.model import FIELDS
from tui.review.checks import Problem
from tui.review.review import Review
from tui.review.state import ClaimState

Order = Literal["text", "doubt", "indicator", "field"]
ORDERS: tuple[Order, ...] = get_args(Order)
NOTHING = "-"  # names the group of claims without an indicator, or without trouble
_LAST = "\U0010ffff"
_IN_TROUBLE = (*FIELDS, "confidence", NOTHING)
_RANK = {name: rank for rank, name in enumerate(_IN_TROUBLE)}

# What claims that stand together share; groups go by it, None behind all else.
Key = tuple[float | int | str | None, ...]
Problems = Callable[[str], Sequence[Problem]]


class Group(NamedTuple):
    """Claims that stand together, as the text runs; ``name`` is their article, indicator or field."""

    name: str
    ids: list[str]


def grouped(ids: Collection[str], order: str, review: Review, problems: Problems) -> list[Group]:
    """Claims in an order of ``ORDERS``, together with those that are equal in it.

    ``doubt`` puts the least sure first, ``indicator`` keeps claims of one statistic together, ``field``
    claims with the same field in trouble, and those without any trouble last.
    """
    ordered = review.in_text_order(ids)
    if order == "text":
        return [Group(article_id, claims) for article_id, claims in review.by_article(ordered)]
    keys: dict[str, Callable[[ClaimState], Key]] = {
        "doubt": lambda state: (state.claim.confidence,),
        "indicator": _indicator,
        "field": lambda state: _trouble(problems(state.claim.id)),
    }
    names: dict[str, Callable[[Key], str]] = {
        "doubt": lambda _key: "",
        "indicator": lambda key: str(key[0] or NOTHING),
        "field": lambda key: _IN_TROUBLE[int(key[0] or 0)],
    }
    key, groups = keys[order], dict[Key, list[str]]()
    for state in review.states(ordered):
        groups.setdefault(key(state), []).append(state.claim.id)
    return [Group(names[order](each), groups[each]) for each in sorted(groups, key=_ranked)]


def _indicator(state: ClaimState) -> Key:
    claim = state.claim
    return (claim.indicator or None, claim.unit, claim.place or None, claim.period or None)


def _trouble(problems: Sequence[Problem]) -> Key:
    if not problems:
        return (_RANK[NOTHING], "")
    return min((_RANK[problem.field], problem.code) for problem in problems)


def _ranked(key: Key) -> list[float | int | str]:
    return [_LAST if part is None else part for part in key]
