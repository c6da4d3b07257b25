"""Works out what a decision does: the states before and after, without touching anything."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec import structs

from tui.model import Article, Decision
from tui.model.telling import Told
from tui.review.state import ClaimState, ReviewError, Verdict
from tui.review.validate import check_changes, check_claim

States = dict[str, ClaimState | None]


class Step(NamedTuple):
    """One decision's effect and its inverse; None stands for a claim that isn't there.

    ``first`` is the number of the decision that made it, ``last`` of the one that last made or took it back.
    """

    before: States
    after: States
    first: int
    last: int


class Known(NamedTuple):
    """What a decision is checked against."""

    articles: Mapping[str, Article]
    state: Callable[[str], ClaimState | None]


def plan(decision: Decision, known: Known) -> Step:
    """The step that ``decision`` makes; undo is not planned here, as it takes back a known step.

    Raises:
        ReviewError: the decision names an unknown claim or makes an impossible one.
    """
    if decision.do == "add":
        return _plan_add(decision, known)
    if not decision.claims:
        raise ReviewError(Told("{what} names no claim", what=decision.do))
    if decision.do == "fix":
        check_changes(decision.set)
    before: States = {}
    after: States = {}
    for claim_id in decision.claims:
        state = known.state(claim_id)
        if state is None:
            raise ReviewError(Told("there is no claim {claim}", claim=claim_id))
        before[claim_id] = state
        after[claim_id] = _decided(state, decision, known)
    return Step(before, after, decision.n, decision.n)


def _decided(state: ClaimState, decision: Decision, known: Known) -> ClaimState:
    by, at = decision.by, decision.at
    match decision.do:
        case "accept":
            verdict: Verdict = "accepted" if state.original is None else "fixed"
            return structs.replace(state, verdict=verdict, by=by, at=at, reason="")
        case "reject":
            return structs.replace(state, verdict="rejected", by=by, at=at, reason=decision.text)
        case "skip":
            return structs.replace(state, verdict="skipped", by=by, at=at, reason="")
        case "reopen":
            return structs.replace(state, verdict="pending", by="", at="", reason="")
        case "note":
            return structs.replace(state, note=decision.text)
        case "fix":
            return _fixed(state, decision, known)
    raise ReviewError(Told("there is no decision called {what!r}", what=decision.do))


def _fixed(state: ClaimState, decision: Decision, known: Known) -> ClaimState:
    """A fix accepts too; one that leads back to what was extracted is a plain acceptance."""
    claim = decision.set.applied_to(state.claim)
    check_claim(claim, known.articles)
    first = state.original or state.claim
    original = None if claim == first else first
    verdict: Verdict = "accepted" if original is None else "fixed"
    return structs.replace(
        state, claim=claim, verdict=verdict, original=original, by=decision.by, at=decision.at, reason=""
    )


def _plan_add(decision: Decision, known: Known) -> Step:
    claim = decision.claim
    if claim is None:
        raise ReviewError(Told("an added claim is missing from the decision"))
    if known.state(claim.id) is not None:
        raise ReviewError(Told("there is already a claim {claim}", claim=claim.id))
    check_claim(claim, known.articles)
    state = ClaimState(
        claim=claim, verdict="accepted", by=decision.by, at=decision.at, added=True, note=decision.text
    )
    return Step({claim.id: None}, {claim.id: state}, decision.n, decision.n)
