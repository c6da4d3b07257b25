"""Lays a new extraction over a session; every decision is kept."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import structs

from tui.model import Claim, Session


class Renewal(NamedTuple):
    """A session brought up to date, and what became of its claims, by their ids.

    ``kept`` are as they were, ``moved`` stand at another place, ``changed`` would now be extracted with other
    fields, ``new`` came in, ``vanished`` are no longer found. A vanished or changed claim with decisions
    stays in the session as it was; without any it follows the new state.
    """

    session: Session
    kept: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()


def renew(session: Session, fresh: Mapping[str, Iterable[Claim]]) -> Renewal:
    """Lay a new extraction of some articles (by their ids) over a session.

    A claim is the same if its number is at the same place, or else overlaps.
    """
    touched = touched_claims(session)
    taken = {claim.id for claim in session.claims} | _added_ids(session)
    added = [decision.claim for decision in session.decisions if decision.claim is not None]
    claims: list[Claim] = []
    lists: dict[str, list[str]] = {name: [] for name in ("kept", "changed", "new", "vanished")}
    waiting = {article_id: list(found) for article_id, found in fresh.items()}
    for old in session.claims:
        if old.article not in waiting:
            claims.append(old)
            continue
        match = _match(old, waiting[old.article])
        if match is not None:
            waiting[old.article].remove(match)
        became = None if match is None else structs.replace(match, id=old.id)
        lists["vanished" if became is None else "kept" if _same(old, became) else "changed"].append(old.id)
        if old.id in touched:
            claims.append(old)
        elif became is not None:
            claims.append(became)
    for found in waiting.values():
        for claim in found:
            if any(_overlap(claim, other) for other in added if other.article == claim.article):
                continue
            unique = structs.replace(claim, id=_unique(claim.id, taken))
            taken.add(unique.id)
            claims.append(unique)
            lists["new"].append(unique.id)
    renewed = structs.replace(session, claims=tuple(claims))
    return Renewal(renewed, **{name: tuple(ids) for name, ids in lists.items()})


def touched_claims(session: Session) -> set[str]:
    """The claims that any decision names."""
    return {claim_id for decision in session.decisions for claim_id in decision.claims}


def _added_ids(session: Session) -> set[str]:
    return {decision.claim.id for decision in session.decisions if decision.claim is not None}


def _match(old: Claim, found: list[Claim]) -> Claim | None:
    exact = next((c for c in found if (c.start, c.end) == (old.start, old.end)), None)
    return exact or next((c for c in found if _overlap(c, old)), None)


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
