"""Counts of claims by the values of a field, to narrow a filter by and to widen it again."""

import operator
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tui.review.query import NOTHING, Part, Query, parse, quoted
from tui.review.review import Review

Marks = list[bool]  # of all claims as the text runs


class Facet(NamedTuple):
    """A value of a field, how many claims it leaves, and the part of a filter that says so.

    ``claims`` counts what would be shown if the filter had this part in the place of its other parts on the
    same field. ``chosen`` is ``+`` where the filter has the part, ``-`` where it has its negation.
    """

    value: str | None
    claims: int
    filter: str
    chosen: str = ""


FACETS = ("state", "unit", "place", "indicator", "period", "article", "doubt")


def facets(review: Review, query: Query | None = None) -> dict[str, list[Facet]]:
    """For each of ``FACETS`` the values under a filter, the commonest first.

    The values of a field are counted as if the filter said nothing of that field, so that the other values
    stay in sight once one is chosen.
    """
    parts = query.parts if query is not None else ()
    marks = {part: list(Query("", (part,)).marks(review)) for part in parts}
    everywhere = _all(marks.values())
    own = {part.field for part in parts}
    return {
        name: _facet(
            name,
            review,
            _all(each for part, each in marks.items() if part.field != name) if name in own else everywhere,
            parts,
        )
        for name in FACETS
    }


def _all(marks: Iterable[Marks]) -> Marks | None:
    """Which claims have all marks; None where there are none to have."""
    found: Marks | None = None
    for each in marks:
        found = each if found is None else list(map(operator.and_, found, each))
    return found


def _counted(name: str, review: Review, passing: Marks | None) -> Counter[str | None]:
    """The claims for each value of a field; of several doubts a claim counts for each."""
    counts: Counter[str | None] = Counter()
    for value, claims in review.columns.counts(name, passing).items():
        values = {each for each in value if each} if isinstance(value, tuple) else {value}
        for each in values or {None}:
            counts[each or None] += claims
    return counts


def _facet(name: str, review: Review, passing: Marks | None, parts: Iterable[Part]) -> list[Facet]:
    written = {part.text: part for part in parts if part.field == name}
    found = []
    for value, count in _sorted(_counted(name, review, passing)):
        text = term(name, value)
        chosen = "+" if written.pop(text, None) else "-" if written.pop("-" + text, None) else ""
        found.append(Facet(value, count, text, chosen))
    for text in written:  # what was typed by hand, or is no longer found
        sign = "-" if text.startswith("-") else "+"
        bare = text.removeprefix("-")
        both = parse(bare).marks(review)
        count = sum(both if passing is None else map(operator.and_, both, passing))
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
