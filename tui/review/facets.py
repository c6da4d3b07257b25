"""Counts of claims by the values of a field, to narrow a queue by."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tui.review.query import NOTHING, quoted
from tui.review.review import Review
from tui.review.state import ClaimState


class Facet(NamedTuple):
    """A value of a field, how many claims have it, and the filter that keeps only those."""

    value: str | None
    claims: int
    filter: str


_FACETS: dict[str, Callable[[ClaimState], tuple[str | None, ...]]] = {
    "state": lambda state: (state.verdict,),
    "unit": lambda state: (state.claim.unit,),
    "place": lambda state: (state.claim.place,),
    "indicator": lambda state: (state.claim.indicator,),
    "period": lambda state: (state.claim.period,),
    "article": lambda state: (state.claim.article,),
    "doubt": lambda state: state.claim.doubts or (None,),
}
FACETS = tuple(_FACETS)


def facets(review: Review, ids: Iterable[str] | None = None) -> dict[str, list[Facet]]:
    """For each of ``FACETS`` the values among the claims, the commonest first."""
    counts: dict[str, Counter[str | None]] = {name: Counter() for name in _FACETS}
    for claim_id in review.claim_ids if ids is None else ids:
        state = review[claim_id]
        for name, get in _FACETS.items():
            counts[name].update(get(state))
    return {
        name: [Facet(value, count, _filter(name, value)) for value, count in _sorted(counter)]
        for name, counter in counts.items()
    }


def _filter(name: str, value: str | None) -> str:
    return f"{name}:{NOTHING if not value else quoted(value)}"


def _sorted(counter: Counter[str | None]) -> list[tuple[str | None, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0] is None, item[0] or ""))
