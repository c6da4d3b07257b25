"""What was decided about one claim, when and by whom, and what of it was taken back."""

from typing import NamedTuple

from tui.model import Decision
from tui.review.review import Review


class Step(NamedTuple):
    """A decision that names the claim; ``stands`` is false while it is undone."""

    decision: Decision
    stands: bool


def history(review: Review, claim_id: str) -> list[Step]:
    """The decisions that name a claim, in order; undos only show in what stands."""
    # An undo may itself be undone: every one leads to the decision that was made first.
    first: dict[int, int] = {}
    undone: set[int] = set()
    for decision in review.decisions:
        if decision.do == "undo" and decision.of is not None:
            origin = first[decision.n] = first.get(decision.of, decision.of)
            undone ^= {origin}
    return [Step(decision, decision.n not in undone) for decision in review.history(claim_id)]
