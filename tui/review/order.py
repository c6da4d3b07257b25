"""Orders of work: as the text runs, by doubt, by indicator, by the field in trouble."""

from collections.abc import Callable, Collection
from typing import Literal, get_args

from tui.model import FIELDS
from tui.review.checks import Checks
from tui.review.review import Review

Order = Literal["text", "doubt", "indicator", "field"]
ORDERS: tuple[Order, ...] = get_args(Order)
_LAST = "\U0010ffff"
_FIELD_RANK = {name: rank for rank, name in enumerate(FIELDS)}


def ordered(ids: Collection[str], order: str, review: Review, checks: Checks) -> list[str]:
    """Claims in an order of ``ORDERS``; claims that are equal in it stay as the text runs.

    ``doubt`` puts the least sure first, ``indicator`` keeps claims of one statistic together, ``field``
    claims with the same field in trouble, and those without any trouble last.
    """
    in_text = review.in_text_order(ids)
    if order == "text":
        return in_text
    keys: dict[str, Callable[[str], object]] = {
        "doubt": lambda claim_id: review[claim_id].claim.confidence,
        "indicator": lambda claim_id: _indicator(claim_id, review),
        "field": lambda claim_id: _trouble(claim_id, checks),
    }
    return sorted(in_text, key=keys[order])  # type: ignore[arg-type]


def _indicator(claim_id: str, review: Review) -> tuple[str, str, str, str]:
    claim = review[claim_id].claim
    return (claim.indicator or _LAST, claim.unit, claim.place or _LAST, claim.period or _LAST)


def _trouble(claim_id: str, checks: Checks) -> tuple[int, str]:
    problems = checks.problems(claim_id)
    if not problems:
        return (len(_FIELD_RANK) + 1, "")
    return min((_FIELD_RANK.get(problem.field, len(_FIELD_RANK)), problem.code) for problem in problems)
