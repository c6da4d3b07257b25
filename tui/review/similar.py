"""Finds other pending claims that a fix fits too, to be offered with a preview."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.model import Changes, Claim, Decision
from tui.review.review import Review

# A claim's own: another claim has another number at another place.
_OWN = ("start", "end", "value")
# What holds where the text says nothing of it: nothing shows then that another claim has the same mistake.
_UNSAID = {"bound": "exact", "measure": "level", "status": "actual", "per": None}
# Said of this passage only, so that a fix goes no further than the article.
_LOCAL = frozenset({"period", "status", "subject", "place"})
# Claims looked through for the same mistake around the fixed one: nobody waits for all of a large session.
MOST = 20_000
_NEXT_WORD = re.compile(r"\s*(\w+)")


class Offer(NamedTuple):
    """A fix and the claims that it fits too, in text order, for ``review.fix(claims, changes)``."""

    changes: Changes
    claims: tuple[str, ...]

    def preview(self, review: Review) -> Iterator[tuple[Claim, Claim]]:
        """Each claim as it is and as it would be."""
        for claim_id in self.claims:
            claim = review[claim_id].claim
            yield claim, self.changes.applied_to(claim)


def offer(review: Review, decision: Decision) -> Offer | None:
    """What else the fix of one claim fits: pending claims with the same mistake; None where there is none.

    Of more than ``MOST`` claims only those around the fixed one are looked at.

    The same mistake is the same old value in every changed field, set by the same rules, and no value that a
    field has by itself. A unit must also have the same word after the number, an indicator the same subject;
    period, place, status and subject must be of the same article.
    """
    if decision.do != "fix" or len(decision.claims) != 1 or decision.claims[0] not in review:
        return None
    was = decision.was.fields()
    changed = {
        name: value
        for name, value in decision.set.fields().items()
        if name not in _OWN and was.get(name) not in {value, _UNSAID.get(name, value)}
    }
    if not changed:
        return None
    fixed = review[decision.claims[0]].claim
    ids = review.of_article(fixed.article) if _LOCAL & changed.keys() else review.claim_ids
    alike = [state for state in review.states(_around(ids, fixed.id)) if state.verdict == "pending"]
    for name in changed:
        old, rules = was.get(name), fixed.why.get(name)
        alike = [state for state in alike if getattr(state.claim, name) == old]
        alike = [state for state in alike if state.claim.why.get(name) == rules]
    if "unit" in changed:
        word = _word_after(review, fixed)
        alike = [state for state in alike if _word_after(review, state.claim) == word]
    if "indicator" in changed:
        subject = str(was.get("subject") or fixed.subject).casefold()
        alike = [state for state in alike if state.claim.subject.casefold() == subject]
    found = tuple(state.claim.id for state in alike if state.claim.id != fixed.id)
    return Offer(Changes(**changed), found) if found else None  # type: ignore[arg-type]


def part_for(claim: Claim, changes: Changes, fixed: Claim) -> Changes:
    """The part of a fix that another claim needs: it holds what was replaced in ``fixed``, given as it was.

    What a field has by itself is no mistake to be met elsewhere: it only counts where the same is measured.
    """
    same = claim.unit == fixed.unit and claim.subject.casefold() == fixed.subject.casefold()
    part = {
        name: new
        for name, new in changes.fields().items()
        if getattr(claim, name) == (old := getattr(fixed, name)) and (same or old != _UNSAID.get(name, new))
    }
    return Changes(**part)  # type: ignore[arg-type]


def _around(ids: Sequence[str], claim_id: str) -> Sequence[str]:
    if len(ids) <= MOST:
        return ids
    start = min(max(ids.index(claim_id) - MOST // 2, 0), len(ids) - MOST)
    return ids[start : start + MOST]


def _word_after(review: Review, claim: Claim) -> str:
    """What is counted, as far as the first word after the number tells; of unspaced scripts one character."""
    text = review.article(claim.article).text[claim.end : claim.end + 40]
    found = _NEXT_WORD.match(text)
    if found is None:
        return ""
    word = found[1].casefold()
    return word if unicodedata.category(word[0]) != "Lo" else word[0]
