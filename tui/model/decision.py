"""A decision: what a reviewer did with one claim or with several at once."""

from typing import Literal

from msgspec import Struct

from tui.model.claim import Changes, Claim

Kind = Literal["accept", "fix", "reject", "skip", "reopen", "note", "add", "undo"]


class Decision(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One step of a review, as it stands in the journal: data with an inverse.

    ``n`` counts the session's decisions from 1; ``at`` is UTC in ISO 8601 with milliseconds; ``by`` is the
    reviewer. A step over several claims is one decision and one undo. ``set`` holds the fields a fix changes
    and ``was`` what they were; ``text`` is a note or a reason; ``of`` is the decision an undo takes back (to
    redo is to undo an undo); ``ms`` is how long the claim was in front of the reviewer, in milliseconds.
    """

    n: int
    at: str
    by: str
    do: Kind
    claims: tuple[str, ...] = ()
    set: Changes = Changes()
    was: Changes = Changes()
    claim: Claim | None = None
    text: str = ""
    of: int | None = None
    ms: int | None = None
