"""The review: the only place where the state of a session changes, one decision at a time."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TypedDict, Unpack

from msgspec import structs

from tui.model import Article, Changes, Claim, Decision, Kind, Session
from tui.model.telling import Told
from tui.review.columns import ByArticle, Columns
from tui.review.fold import Known, States, Step, plan
from tui.review.queue import Queue, TextOrder, next_listed, place_of, places_of
from tui.review.state import Change, ClaimState, Progress, RecordError, ReviewError, Verdict
from tui.review.validate import check_joining

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


class Review:
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
        self.reviewer = reviewer
        self._record = record
        self._clock = clock
        self._articles: dict[str, Article] = {}
        self._states: dict[str, ClaimState] = {}
        self._order = TextOrder()
        self.columns = Columns(lambda: self._by_article(self._articles))
        self._pending, self._skipped = Queue(), Queue()
        self._counts: dict[str | None, dict[Verdict, int]] = {None: {}}
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

    # What there is

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in the session's order."""
        return tuple(self._articles.values())

    def article(self, article_id: str) -> Article:
        """One article; KeyError when it isn't there."""
        return self._articles[article_id]

    @property
    def claim_ids(self) -> list[str]:
        """All claims in text order, article after article; not to be changed by the caller."""
        return self._order.flat

    def of_article(self, article_id: str) -> list[str]:
        """The claims of one article in text order."""
        return self._order.of_article(article_id)

    def spans(self, article_id: str) -> list[tuple[int, int]]:
        """Where the claims of one article stand, in code points, in text order."""
        return self._order.spans(article_id)

    def touching(self, article_id: str, start: int, end: int) -> list[str]:
        """The claims that share a character with a stretch of an article's text, in text order."""
        return self._order.touching(article_id, start, end)

    def position(self, claim_id: str) -> int:
        """Where a claim stands in ``claim_ids``; KeyError when it isn't there."""
        return self._order.index[claim_id]

    def in_text_order(self, ids: Collection[str]) -> list[str]:
        """Claims as the text runs."""
        if len(ids) == len(self):
            return list(self._order.flat)
        return sorted(ids, key=self._order.index.__getitem__)

    def by_article(self, ids: list[str]) -> Iterator[tuple[str, list[str]]]:
        """Claims that stand as the text runs, article after article."""
        return self._order.by_article(ids)

    def states(self, ids: Iterable[str] | None = None) -> list[ClaimState]:
        """How claims stand, by default all as the text runs."""
        states = self._states
        return [states[claim_id] for claim_id in (self._order.flat if ids is None else ids)]

    def __getitem__(self, claim_id: str) -> ClaimState:
        return self._states[claim_id]

    def __contains__(self, claim_id: object) -> bool:
        return claim_id in self._states

    def __len__(self) -> int:
        return len(self._states)

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

    def progress(self, article_id: str | None = None) -> Progress:
        """The counts over all articles, or of one, kept as decisions come in."""
        counts = self._counts.get(article_id, {})
        return Progress(total=sum(counts.values()), **counts)

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

    def extend(self, articles: Iterable[Article], claims: Iterable[Claim]) -> tuple[str, ...]:
        """Let articles join with all their claims; gives the new claims' ids. Not a decision.

        Raises:
            RecordError: an article or claim is already there, or a claim belongs to none of the articles.
        """
        added = list(claims)
        fresh = self.check_joining(articles, added)
        self._articles.update(fresh)
        places = places_of(fresh.values(), added)
        self._order.extend(places)
        self._pending.extend({article_id: list(each) for article_id, each in places.items()})
        self._skipped.extend({article_id: [] for article_id in places})
        for claim in added:
            self._states[claim.id] = ClaimState(claim=claim)
            self._count(claim.article, "pending", 1)
        self.columns.extend(self._by_article(fresh))
        return tuple(claim.id for claim in added)

    def _by_article(self, articles: Iterable[str]) -> ByArticle:
        return ((each, [self._states[name] for name in self._order.names(each)]) for each in articles)

    def check_joining(self, articles: Iterable[Article], claims: Iterable[Claim]) -> dict[str, Article]:
        """Refuse what ``extend`` would refuse, before it is written anywhere; gives the articles by id."""
        return check_joining(articles, claims, self._articles, self._states)

    def next_pending(self, after: str | None, ids: Sequence[str] | None = None) -> str | None:
        """The next claim to decide after ``after``, from the top again at the end; never ``after`` itself.

        When nothing is pending, skipped claims come back. ``ids`` narrows and orders the search; by default
        it runs over all claims in text order. None when nothing is left.
        """
        if ids is None:
            state = self._states.get(after) if after is not None else None
            here = state.claim if state is not None else None
            return self._pending.next_after(here) or self._skipped.next_after(here)
        return next_listed(ids, after, self._states)

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

    def _replace(
        self, claim_id: str, old: ClaimState | None, new: ClaimState | None
    ) -> tuple[int | None, int | None]:
        """Let a claim stand otherwise; which of its article it was and now is, if it came, went or moved."""
        if old is not None:
            self._count(old.claim.article, old.verdict, -1)
        if new is not None:
            self._count(new.claim.article, new.verdict, 1)
            self._states[claim_id] = new
        else:
            del self._states[claim_id]
        self._put(self._pending, "pending", old, new)
        self._put(self._skipped, "skipped", old, new)
        was = now = None
        if old is not None and new is not None and place_of(old.claim) == place_of(new.claim):
            self.columns.change(self._order.number(new.claim), new)
            return was, now
        if old is not None:
            was = self._order.remove(old.claim)
            self.columns.take(was, old)
        if new is not None:
            now = self._order.insert(new.claim)
            self.columns.put(now, new)
        return was, now

    @staticmethod
    def _put(queue: Queue, verdict: Verdict, old: ClaimState | None, new: ClaimState | None) -> None:
        """Keep a queue of the claims with one verdict."""
        if old is not None and old.verdict == verdict:
            queue.remove(old.claim)
        if new is not None and new.verdict == verdict:
            queue.insert(new.claim)

    def _count(self, article_id: str, verdict: Verdict, by: int) -> None:
        for key in (None, article_id):
            counts = self._counts.setdefault(key, {})
            counts[verdict] = counts.get(verdict, 0) + by

    def _free_id(self, wanted: str) -> str:
        """``wanted``, or with a letter after it when a claim has or had that id."""
        suffixes = iter([*"bcdefghijklmnopqrstuvwxyz", *(f"-{n}" for n in range(2, 10_000))])
        free = wanted
        while free in self._states or free in self._once_added:
            free = wanted + next(suffixes)
        return free


def _several(ids: Ids) -> tuple[str, ...]:
    return (ids,) if isinstance(ids, str) else tuple(dict.fromkeys(ids))
