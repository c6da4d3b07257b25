"""Lays a new extraction over a session; every decision is kept."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from msgspec import structs

from tui.model import Claim, Session
from tui.review.review import Review

_Place = tuple[int, int]


class Renewal(NamedTuple):
    """A session brought up to date, and what became of its claims, by their ids.

    ``kept`` are as they were, ``moved`` stand at another place, ``changed`` would now be extracted with other
    fields, ``new`` came in, ``vanished`` are no longer found. A changed claim that is decided stays in the
    session as it was, and so does a vanished one that any decision names; others follow the new state.
    """

    session: Session
    kept: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()


def renew(session: Session, fresh: Mapping[str, Iterable[Claim]], review: Review | None = None) -> Renewal:
    """Lay a new extraction of some articles (by their ids) over a session.

    ``review`` is the session's, where there is one already. A claim is the same if its number is at
    the same place, or else overlaps. Where one that was added by hand stands, none comes in.
    """
    touched = touched_claims(session)
    review = review or Review(session, reviewer="")
    taken = {claim.id for claim in session.claims} | _added_ids(session)
    added = [state.claim for state in review.states() if state.added]
    claims: list[Claim] = []
    lists: dict[str, list[str]] = {name: [] for name in ("kept", "changed", "new", "vanished")}
    waiting = {article_id: _by_place(found) for article_id, found in fresh.items()}
    for old in session.claims:
        if old.article not in waiting:
            claims.append(old)
            continue
        match = _taken(old, waiting[old.article])
        became = None if match is None else structs.replace(match, id=old.id)
        lists["vanished" if became is None else "kept" if _same(old, became) else "changed"].append(old.id)
        if old.id in touched and not _may_become(old, became, review):
            claims.append(old)
        elif became is not None:
            claims.append(became)
    for places in waiting.values():
        for claim in chain.from_iterable(places.values()):
            if any(_overlap(claim, other) for other in added if other.article == claim.article):
                continue
            unique = structs.replace(claim, id=_unique(claim.id, taken))
            taken.add(unique.id)
            claims.append(unique)
            lists["new"].append(unique.id)
    renewed = structs.replace(session, claims=tuple(claims))
    return Renewal(renewed, **{name: tuple(ids) for name, ids in lists.items()})


def _may_become(old: Claim, became: Claim | None, review: Review) -> bool:
    """Whether nothing decided stands of a claim, and what was taken back could be decided of the new one."""
    state = review[old.id]
    same_place = became is not None and (became.start, became.end) == (old.start, old.end)
    return same_place and not state.decided and state.original is None


def touched_claims(session: Session) -> set[str]:
    """The claims that any decision names."""
    return {claim_id for decision in session.decisions for claim_id in decision.claims}


def _added_ids(session: Session) -> set[str]:
    return {decision.claim.id for decision in session.decisions if decision.claim is not None}


def _by_place(found: Iterable[Claim]) -> dict[_Place, list[Claim]]:
    places: dict[_Place, list[Claim]] = {}
    for claim in found:
        places.setdefault((claim.start, claim.end), []).append(claim)
    return places


def _taken(old: Claim, waiting: dict[_Place, list[Claim]]) -> Claim | None:
    """The claim that an old one became, which waits no longer: of its very place, else one that overlaps."""
    place: _Place | None = (old.start, old.end)
    if place not in waiting:
        place = next((each for each in waiting if each[0] < old.end and old.start < each[1]), None)
    if place is None:
        return None
    claim = waiting[place].pop(0)
    if not waiting[place]:
        del waiting[place]
    return claim


def _overlap(one: Claim, other: Claim) -> bool:
    return one.start < other.end and other.start < one.end


def _same(old: Claim, new: Claim) -> bool:
    """Whether nothing that a reviewer judges differs."""
    return structs.replace(new, confidence=old.confidence, doubts=old.doubts, why=old.why) == old


def _unique(wanted: str, taken: set[str]) -> str:
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
