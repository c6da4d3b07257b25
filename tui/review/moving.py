"""Puts a changed text in the place of an article; claims move along and every decision is kept."""

from typing import NamedTuple

from msgspec import structs

from tui.model import Article, Changes, Claim, Decision, Session, Span
from tui.review.anchoring import Anchorer
from tui.review.renewal import Renewal, touched_claims
from tui.review.review import Review

_ENDS = ("start", "end")


class _Turn(NamedTuple):
    """A claim's span before and after the decision with the given place in the list; -1 is the extraction."""

    decision: int
    claim: str
    before: Span | None
    after: Span


def move(session: Session, old: Article, new: Article) -> Renewal:
    """Find the claims of ``old`` in ``new``, which takes its place.

    Claims whose place is gone vanish; those with decisions stay on the old text, which then stays in the
    session behind the new one.

    Raises:
        ReviewError: the session's decisions are impossible.
    """
    turns = _turns(session, old.id)
    places = _places(turns, Anchorer(old.text, new.text))
    lost = {turn.claim for turn in turns if places[turn.after] is None}
    lost |= _tangled(session, turns)
    touched = touched_claims(session)
    claims: list[Claim] = []
    kept: list[str] = []
    moved: list[str] = []
    for claim in session.claims:
        place = places[Span(claim.start, claim.end)] if claim.article == old.id else None
        if claim.article != old.id or (claim.id in lost and claim.id in touched):
            claims.append(claim)
        elif claim.id not in lost and place is not None:
            claims.append(structs.replace(claim, article=new.id, start=place.start, end=place.end))
            (kept if place.start == claim.start else moved).append(claim.id)
    decisions = _decisions(session, turns, places, lost, new.id)
    owners = {claim.article for claim in claims}
    owners |= {decision.claim.article for decision in decisions if decision.claim is not None}
    stays = old.id in owners and old.id != new.id
    view = session.view
    changed = structs.replace(
        session,
        articles=_with_new(session.articles, old, new, stays=stays),
        claims=tuple(claims),
        decisions=decisions,
        view=structs.replace(view, article=new.id) if view.article == old.id else view,
    )
    return Renewal(changed, kept=tuple(kept), moved=tuple(moved), vanished=tuple(sorted(lost)))


def _places(turns: list[_Turn], anchorer: Anchorer) -> dict[Span, Span | None]:
    """Where each span is in the new text, if it is there."""
    return {span: anchorer.find(span) for span in sorted({turn.after for turn in turns})}


def _with_new(
    articles: tuple[Article, ...], old: Article, new: Article, *, stays: bool
) -> tuple[Article, ...]:
    """The articles with the new one in the place of the old, or in front of it where that stays."""
    at = next(n for n, article in enumerate(articles) if article.id == old.id)
    return (*articles[:at], new, *articles[at + (not stays) :])


def _turns(session: Session, article_id: str) -> list[_Turn]:
    """Every span that a claim of the article has or ever had."""
    review = Review(structs.replace(session, decisions=()), reviewer="")
    spans = {
        claim.id: Span(claim.start, claim.end) for claim in session.claims if claim.article == article_id
    }
    turns = [_Turn(-1, claim_id, None, span) for claim_id, span in spans.items()]
    for number, decision in enumerate(session.decisions):
        change = review.replay(decision)
        for claim_id in change.claims:
            if claim_id not in review or review[claim_id].claim.article != article_id:
                continue
            claim = review[claim_id].claim
            span = Span(claim.start, claim.end)
            turns.append(_Turn(number, claim_id, spans.get(claim_id), span))
            spans[claim_id] = span
    return turns


def _tangled(session: Session, turns: list[_Turn]) -> set[str]:
    """Claims that one decision put at the same place together, which no longer is one place for all."""
    return {
        turn.claim
        for turn in turns
        if turn.decision >= 0
        and len(session.decisions[turn.decision].claims) > 1
        and _moves(session.decisions[turn.decision])
    }


def _moves(decision: Decision) -> bool:
    return not decision.set.fields().keys().isdisjoint(_ENDS)


def _decisions(
    session: Session, turns: list[_Turn], places: dict[Span, Span | None], lost: set[str], article_id: str
) -> tuple[Decision, ...]:
    """The decisions with the places that they name brought over to the new text."""
    decisions = list(session.decisions)
    for turn in turns:
        place = places[turn.after]
        if turn.decision < 0 or turn.claim in lost or place is None:
            continue
        decision = decisions[turn.decision]
        if decision.claim is not None:
            claim = structs.replace(decision.claim, article=article_id, start=place.start, end=place.end)
            decisions[turn.decision] = structs.replace(decision, claim=claim)
        elif _moves(decision):
            before = (places[turn.before] if turn.before is not None else None) or place
            # An end that the fix left alone may still have moved against the other.
            names = decision.set.fields().keys() | {
                n for n in _ENDS if getattr(place, n) != getattr(before, n)
            }
            decisions[turn.decision] = structs.replace(
                decision,
                set=_placed(decision.set, place, names),
                was=_placed(decision.was, before, names),
            )
    return tuple(decisions)


def _placed(changes: Changes, place: Span, names: set[str]) -> Changes:
    return structs.replace(changes, **{name: getattr(place, name) for name in _ENDS if name in names})
