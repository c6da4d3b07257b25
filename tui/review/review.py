"""The review: the only place where the state of a session changes, one decision at a time."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TypedDict, Unpack

from msgspec import structs

from tui.model import Changes, Claim, Decision, Kind, Session
from tui.model.telling import Told
from tui.review.fold import Known, States, Step, plan
from tui.review.standing import Standing
from tui.review.state import Change, RecordError, ReviewError

Ids = str | Iterable[str]


class _More(TypedDict, total=False):
    set: Changes
    was: Changes
    claim: Claim
    text: str
    of: int
    ms: int | None


def _now() -> datetime:
    return datetime.now(UTC)


def _unrecorded(_decision: Decision) -> None:
    """Keep a decision in memory only."""


class Review(Standing):
    """The claims of a session and every decision on them.

    A decision goes to ``record`` before anything changes; what ``record`` raises leaves the review as it
    was. The state is the fold of the decisions over the session, so that a review made from the same session
    and decisions is the same review, undo and redo included.

    ``called`` tells all that an indicator is called; who knows a catalogue of them sets it.
    """

    called: Callable[[str], Sequence[str]] = staticmethod(lambda _indicator: ())

    def __init__(
        self,
        session: Session,
        *,
        reviewer: str,
        record: Callable[[Decision], None] = _unrecorded,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        """Fold the session's decisions.

        Raises:
            RecordError: an article, claim or decision of the session is impossible.
        """
        super().__init__()
        self.reviewer = reviewer
        self._record = record
        self._clock = clock
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._decisions: list[Decision] = []
        self._about: dict[str, list[Decision]] = {}
        self._undone: set[int] = set()
        self._once_added: set[str] = set()
        self._known = Known(self._articles, self._states.get)
        self.extend(session.articles, session.claims)
        for at, decision in enumerate(session.decisions):
            try:
                self.replay(decision)
            except ReviewError as error:
                reason = Told("decision {number}: {reason}", number=decision.n, reason=error)
                raise RecordError("decisions", at, reason) from None

    # What was decided

    @property
    def decisions(self) -> Sequence[Decision]:
        """Every decision so far, undone ones and undos included."""
        return self._decisions

    def history(self, claim_id: str) -> list[Decision]:
        """The decisions that name a claim, in order; undos are not among them."""
        return list(self._about.get(claim_id, ()))

    def stands(self, decision: Decision) -> bool:
        """Whether a decision was not taken back, or was and then made again."""
        return decision.n not in self._undone

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back since the last new decision."""
        return bool(self._redo)

    # What a reviewer does

    def accept(self, ids: Ids, ms: int | None = None) -> Change:
        """Take claims as they stand for facts; a claim fixed before stays fixed."""
        return self._decide("accept", _several(ids), ms=ms)

    def reject(self, ids: Ids, reason: str = "", ms: int | None = None) -> Change:
        """Say that claims are none, or wrong beyond repair."""
        return self._decide("reject", _several(ids), text=reason, ms=ms)

    def skip(self, ids: Ids, ms: int | None = None) -> Change:
        """Leave claims for later."""
        return self._decide("skip", _several(ids), ms=ms)

    def reopen(self, ids: Ids) -> Change:
        """Take the verdict from claims; their current fields stay."""
        return self._decide("reopen", _several(ids))

    def note(self, claim_id: str, text: str) -> Change:
        """Put a note on a claim; an empty one takes it away."""
        return self._decide("note", (claim_id,), text=text)

    def fix(self, ids: Ids, changes: Changes, ms: int | None = None) -> Change:
        """Change fields of claims and accept them; with no real difference it is an acceptance."""
        claims = _several(ids)
        olds = [changes.of(state.claim) for state in map(self._states.get, claims) if state is not None]
        was = olds[0] if olds and all(old == olds[0] for old in olds) else Changes()
        return self._decide("fix", claims, set=changes, was=was, ms=ms)

    def add(self, claim: Claim, ms: int | None = None) -> Change:
        """Add a claim that the extraction missed, as a fact; its id is made unique."""
        claim = structs.replace(claim, id=self._free_id(claim.id))
        return self._decide("add", (claim.id,), claim=claim, ms=ms)

    def replay(self, decision: Decision) -> Change:
        """Make a decision that is recorded already, say in a session file.

        Raises:
            ReviewError: it is impossible here.
        """
        return self._apply(decision, self._prepare(decision))

    def undo(self) -> Change | None:
        """Take back the last step; None when there is none."""
        if not self._undo:
            return None
        return self._decide("undo", of=self._undo[-1].last)

    def redo(self) -> Change | None:
        """Make the step taken back last once more; None after a new decision."""
        if not self._redo:
            return None
        return self._decide("undo", of=self._redo[-1].last)

    # How a decision is made

    def _decide(self, do: Kind, claims: tuple[str, ...] = (), **more: Unpack[_More]) -> Change:
        at = self._clock().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        number = len(self._decisions) + 1
        decision = Decision(n=number, at=at, by=self.reviewer, do=do, claims=claims, **more)
        step = self._prepare(decision)
        self._record(decision)
        return self._apply(decision, step)

    def _prepare(self, decision: Decision) -> Step:
        if decision.n != len(self._decisions) + 1:
            expected = len(self._decisions) + 1
            raise ReviewError(
                Told("decision {expected} was expected, not {found}", expected=expected, found=decision.n)
            )
        if decision.do != "undo":
            return plan(decision, self._known)
        for stack in (self._undo, self._redo):
            if stack and stack[-1].last == decision.of:
                step = stack[-1]
                return step._replace(before=step.after, after=step.before, last=decision.n)
        number = decision.of
        raise ReviewError(
            Told("decision {number} is not the last one, so it can't be taken back", number=number)
        )

    def _apply(self, decision: Decision, step: Step) -> Change:
        """Install a prepared step; nothing in here can fail, as the decision is already recorded."""
        if decision.do != "undo":
            self._undo.append(step)
            self._redo.clear()
        else:
            back = bool(self._undo) and self._undo[-1].last == decision.of
            source, target = (self._undo, self._redo) if back else (self._redo, self._undo)
            source.pop()
            target.append(step)
            self._undone ^= {step.first}
        if decision.claim is not None:
            self._once_added.add(decision.claim.id)
        self._decisions.append(decision)
        for claim_id in decision.claims:
            self._about.setdefault(claim_id, []).append(decision)
        return self._install(decision, step.before, step.after)

    def _install(self, decision: Decision, before: States, after: States) -> Change:
        removed = tuple(claim_id for claim_id in after if after[claim_id] is None)
        added = tuple(claim_id for claim_id in after if before[claim_id] is None)
        focus = next(iter(after), None)
        relaid: list[str] = []
        reordered = False
        for claim_id, state in after.items():
            old = before[claim_id]
            if state is None and old is not None:
                focus = self._order.neighbour(old.claim)
            was, now = self._replace(claim_id, old, state)
            reordered |= was != now
            if was is not None or now is not None:
                relaid += [each.claim.article for each in (old, state) if each is not None]
        articles, claims = tuple(dict.fromkeys(relaid)), tuple(after)
        return Change(
            decision=decision,
            claims=claims,
            added=added,
            removed=removed,
            relaid=articles,
            reordered=reordered,
            focus=focus,
        )

    def _free_id(self, wanted: str) -> str:
        """``wanted``, or with a letter after it when a claim has or had that id."""
        suffixes = iter([*"bcdefghijklmnopqrstuvwxyz", *(f"-{n}" for n in range(2, 10_000))])
        free = wanted
        while free in self._states or free in self._once_added:
            free = wanted + next(suffixes)
        return free


def _several(ids: Ids) -> tuple[str, ...]:
    return (ids,) if isinstance(ids, str) else tuple(dict.fromkeys(ids))
