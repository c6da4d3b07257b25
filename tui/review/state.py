"""What a review knows about a claim, and what a decision changes."""

from typing import Literal

from msgspec import Struct

from tui.model import Claim, Decision

Verdict = Literal["pending", "accepted", "fixed", "rejected", "skipped"]
Section = Literal["articles", "claims", "decisions"]


class ReviewError(ValueError):
    """A decision that can't be made, with the reason in plain words."""


class RecordError(ReviewError):
    """A record of a session that can't be: which one of its section (the first is 0), and the reason."""

    def __init__(self, section: Section, at: int, reason: str) -> None:
        super().__init__(reason)
        self.section: Section = section
        self.at = at
        self.reason = reason


class ClaimState(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A claim as it stands now.

    ``claim`` has the current fields; ``original`` is the claim as it was extracted or added, where a fix
    changed it. ``by`` and ``at`` tell who gave the verdict and when; ``reason`` is that of a rejection.
    ``added`` marks a claim that the reviewer found.
    """

    claim: Claim
    verdict: Verdict = "pending"
    note: str = ""
    reason: str = ""
    by: str = ""
    at: str = ""
    original: Claim | None = None
    added: bool = False

    @property
    def decided(self) -> bool:
        """Whether the claim needs no more work: accepted, fixed or rejected."""
        return self.verdict in {"accepted", "fixed", "rejected"}

    @property
    def is_fact(self) -> bool:
        """Whether the claim was accepted or fixed."""
        return self.verdict in {"accepted", "fixed"}

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of the fields that differ from what was extracted."""
        old = self.original
        if old is None:
            return ()
        return tuple(
            name for name in self.claim.__struct_fields__ if getattr(old, name) != getattr(self.claim, name)
        )


class Progress(Struct, frozen=True, kw_only=True):
    """How many claims stand where; ``total`` is their sum."""

    total: int = 0
    pending: int = 0
    accepted: int = 0
    fixed: int = 0
    rejected: int = 0
    skipped: int = 0

    @property
    def decided(self) -> int:
        """Claims that need no more work."""
        return self.accepted + self.fixed + self.rejected

    @property
    def facts(self) -> int:
        """Claims accepted or fixed."""
        return self.accepted + self.fixed

    @property
    def share(self) -> float:
        """The decided share of all claims, in [0, 1]; 1 when there are none."""
        return self.decided / self.total if self.total else 1.0


class Change(Struct, frozen=True, kw_only=True):
    """What a decision changed: the claims to paint again, those that came and went, and where to go.

    ``relaid`` are the articles in which a claim came, went or moved; ``reordered`` says whether other claims
    now come before or after one.
    An undone or redone step names the same claims as the step itself. ``focus`` is None when no claim is
    left to go to.
    """

    decision: Decision
    claims: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    relaid: tuple[str, ...] = ()
    reordered: bool = False
    focus: str | None = None
