"""The state of a review: decisions, undo, order, filters, progress and checks. No I/O."""

from tui.review.review import Review
from tui.review.state import Change, ClaimState, Progress, RecordError, ReviewError, Verdict

__all__ = ["Change", "ClaimState", "Progress", "RecordError", "Review", "ReviewError", "Verdict"]
