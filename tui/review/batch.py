"""What may be decided at once: pending claims, those that need a look of their own kept apart."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.review.checks import Checks
from tui.review.review import Review

MANY = 10  # so many claims are decided at once only after they were shown


class Batch(NamedTuple):
    """Claims sorted out for one decision, in the order given.

    ``clean`` are pending with nothing wrong, ``held`` those that deserve a look: pending with a problem or a
    doubt; ``decided`` and ``skipped`` count those that are left alone in any case.
    """

    clean: tuple[str, ...]
    held: tuple[str, ...] = ()
    decided: int = 0
    skipped: int = 0


def sort_out(
    ids: Sequence[str], review: Review, checks: Checks, *, like: str | None = None, chosen: bool = False
) -> Batch:
    """Sort claims out for one decision.

    ``like`` is a claim that is fixed: a problem or doubt that it had too speaks of what the fix mends, and
    holds no other claim back. Claims ``chosen`` one by one are all meant: what is decided or left for later
    is held as well.
    """
    forgiven = review[like].original or review[like].claim if like is not None else None
    doubts = set(forgiven.doubts) if forgiven is not None else set()
    troubled = checks.in_trouble(ids, review[like].changed if like is not None else ())
    clean: list[str] = []
    held: list[str] = []
    decided = skipped = 0
    for claim_id in ids:
        state = review[claim_id]
        if chosen and state.verdict != "pending":
            held.append(claim_id)
        elif state.decided:
            decided += 1
        elif state.verdict == "skipped":
            skipped += 1
        else:
            doubted = claim_id in troubled or not doubts.issuperset(state.claim.doubts)
            (held if doubted else clean).append(claim_id)
    return Batch(tuple(clean), tuple(held), decided, skipped)
