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
    return [Step(decision, review.stands(decision)) for decision in review.history(claim_id)]
