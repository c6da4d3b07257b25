"""Counts of claims by the values of a field, to narrow a filter by and to widen it again."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tui.review.query import NOTHING, Part, Query, parse, quoted
from tui.review.review import Review
from tui.review.state import ClaimState

Values = Callable[[list[ClaimState]], Iterable[str | None]]


class Facet(NamedTuple):
    """A value of a field, how many claims it leaves, and the part of a filter that says so.

    ``claims`` counts what would be shown if the filter had this part in the place of its other parts on the
    same field. ``chosen`` is ``+`` where the filter has the part, ``-`` where it has its negation.
    """

    value: str | None
    claims: int
    filter: str
    chosen: str = ""


def _doubts(states: list[ClaimState]) -> Iterable[str | None]:
    for state in states:
        yield from {doubt for doubt in state.claim.doubts if doubt} or (None,)


_FACETS: dict[str, Values] = {
    "state": lambda states: [state.verdict for state in states],
    "unit": lambda states: [state.claim.unit or None for state in states],
    "place": lambda states: [state.claim.place or None for state in states],
    "indicator": lambda states: [state.claim.indicator or None for state in states],
    "period": lambda states: [state.claim.period or None for state in states],
    "article": lambda states: [state.claim.article for state in states],
    "doubt": _doubts,
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


def _split(review: Review, parts: Iterable[Part]) -> dict[str, list[ClaimState]]:
    """For each facet the claims that pass all parts on other fields; one pass over the claims."""
    own = {name: [part for part in parts if part.field == name] for name in FACETS}
    own = {name: mine for name, mine in own.items() if mine}
    rest = [part for part in parts if part.field not in own]
    everywhere: list[ClaimState] = []
    only: dict[str, list[ClaimState]] = {name: [] for name in own}
    for claim_id in review.claim_ids:
        state = review[claim_id]
        if not all(part.test(review, state) for part in rest):
            continue
        fails = [name for name, mine in own.items() if not all(part.test(review, state) for part in mine)]
        if not fails:
            everywhere.append(state)
        elif len(fails) == 1:
            only[fails[0]].append(state)
    return {name: everywhere + only[name] if name in only else everywhere for name in FACETS}


def _facet(name: str, review: Review, states: list[ClaimState], parts: Iterable[Part]) -> list[Facet]:
    written = {part.text: part for part in parts if part.field == name}
    found = []
    for value, count in _sorted(Counter(_FACETS[name](states))):
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
