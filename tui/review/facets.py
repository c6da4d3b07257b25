"""Counts of claims by the values of a field, to narrow a filter by and to widen it again."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from tui.review.query import NOTHING, Part, Query, parse, quoted
from tui.review.review import Review
from tui.review.state import ClaimState

Values = Callable[[list[ClaimState]], list[Any]]


class Facet(NamedTuple):
    """A value of a field, how many claims it leaves, and the part of a filter that says so.

    ``claims`` counts what would be shown if the filter had this part in the place of its other parts on the
    same field. ``chosen`` is ``+`` where the filter has the part, ``-`` where it has its negation.
    """

    value: str | None
    claims: int
    filter: str
    chosen: str = ""


_FACETS: dict[str, Values] = {
    "state": lambda states: [state.verdict for state in states],
    "unit": lambda states: [state.claim.unit for state in states],
    "place": lambda states: [state.claim.place for state in states],
    "indicator": lambda states: [state.claim.indicator for state in states],
    "period": lambda states: [state.claim.period for state in states],
    "article": lambda states: [state.claim.article for state in states],
    "doubt": lambda states: [state.claim.doubts for state in states],
}
FACETS = tuple(_FACETS)


def facets(review: Review, query: Query | None = None) -> dict[str, list[Facet]]:
    """For each of ``FACETS`` the values under a filter, the commonest first.

    The values of a field are counted as if the filter said nothing of that field, so that the other values
    stay in sight once one is chosen.
    """
    parts = query.parts if query is not None else ()
    states = _split(review, parts)
    return {name: _facet(name, review, states[name], parts) for name in FACETS}


def _split(review: Review, parts: Sequence[Part]) -> dict[str, list[ClaimState]]:
    """For each facet the claims that pass all parts on other fields."""
    own = {part.field for part in parts} & set(FACETS)
    rest = _passing(review, review.states(), (part for part in parts if part.field not in own))
    everywhere = _passing(review, rest, (part for part in parts if part.field in own))
    others = {
        name: _passing(review, rest, (part for part in parts if part.field in own - {name})) for name in own
    }
    return {name: others.get(name, everywhere) for name in FACETS}


def _passing(review: Review, states: list[ClaimState], parts: Iterable[Part]) -> list[ClaimState]:
    return Query("", tuple(parts)).narrow(review, states)


def _counted(name: str, states: list[ClaimState]) -> Counter[str | None]:
    """The claims for each value of a field; of several doubts a claim counts for each."""
    counts: Counter[str | None] = Counter()
    for value, claims in Counter(_FACETS[name](states)).items():
        values = {each for each in value if each} if isinstance(value, tuple) else {value}
        for each in values or {None}:
            counts[each or None] += claims
    return counts


def _facet(name: str, review: Review, states: list[ClaimState], parts: Iterable[Part]) -> list[Facet]:
    written = {part.text: part for part in parts if part.field == name}
    found = []
    for value, count in _sorted(_counted(name, states)):
        text = term(name, value)
        chosen = "+" if written.pop(text, None) else "-" if written.pop("-" + text, None) else ""
        found.append(Facet(value, count, text, chosen))
    for text in written:  # what was typed by hand, or is no longer found
        sign = "-" if text.startswith("-") else "+"
        bare = text.removeprefix("-")
        (part,) = parse(bare).parts
        count = sum(part.test(review, state) for state in states)
        found.append(Facet(bare[len(name) + 1 :], count, bare, sign))
    return found


def term(name: str, value: str | None) -> str:
    """The part of a filter that keeps exactly the claims with this value."""
    return f"{name}:{NOTHING}" if not value else f"{name}={quoted(value)}"


def narrowed(text: str, name: str, part: str) -> str:
    """The filter with this part in the place of its others on the field; without it if it had it."""
    parts = parse(text).parts
    if any(each.text == part for each in parts):
        return _joined(each.text for each in parts if each.text != part)
    return _joined([*(each.text for each in parts if each.field != name), part])


def excluding(text: str, part: str) -> str:
    """The filter with the negation of this part; without the negation if it had it."""
    parts = [each.text for each in parse(text).parts if each.text != part]
    negated = "-" + part
    return (
        _joined(each for each in parts if each != negated) if negated in parts else _joined([*parts, negated])
    )


def widened(text: str) -> str:
    """The filter without its last part."""
    return _joined(each.text for each in parse(text).parts[:-1])


def _joined(parts: Iterable[str]) -> str:
    return " ".join(parts)


def _sorted(counter: Counter[str | None]) -> list[tuple[str | None, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0] is None, item[0] or ""))
