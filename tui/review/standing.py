"""How the claims of a session stand: where each is in the text, its state, and how many are in which."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from tui.model import Article, Claim
from tui.review.columns import ByArticle, Columns
from tui.review.folded import fold
from tui.review.queue import Queue, TextOrder, next_listed, place_of, places_of
from tui.review.state import ClaimState, Progress, Verdict
from tui.review.validate import check_joining

Alike = dict[tuple[Any, ...], list[str]]


class Standing:
    """The articles and claims as they are now, kept so that a change costs the same in a long session.

    Articles join, but only decisions change how a claim stands; they are the business of `Review`.
    """

    def __init__(self) -> None:
        self._articles: dict[str, Article] = {}
        self._states: dict[str, ClaimState] = {}
        self._order = TextOrder()
        self.columns = Columns(lambda: self._by_article(self._articles))
        self._alike: dict[tuple[Sequence[str], str], tuple[list[int], Alike]] = {}
        self._written: dict[str, tuple[Sequence[int], list[str]]] = {}
        self._pending, self._skipped = Queue(), Queue()
        self._counts: dict[str | None, dict[Verdict, int]] = {None: {}}

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

    def starts(self, article_id: str) -> Sequence[int]:
        """Where the claims of one article begin, in text order; not to be changed by the caller."""
        return self._order.starts(article_id)

    def spans(self, article_id: str) -> list[tuple[int, int]]:
        """Where the claims of one article stand, in code points, in text order."""
        return self._order.spans(article_id)

    def written(self, article_id: str) -> list[str]:
        """The words on which each claim of an article stands, folded, in text order; kept until one moves."""
        starts, known = self.starts(article_id), self._written.get(article_id)
        if known is None or known[0] is not starts:
            text = self.article(article_id).text
            known = starts, [fold(text[start:end]) for start, end in self.spans(article_id)]
            self._written[article_id] = known
        return known[1]

    def touching(self, article_id: str, start: int, end: int) -> list[str]:
        """The claims that share a character with a stretch of an article's text, in text order."""
        return self._order.touching(article_id, start, end)

    def marks(self, article_id: str, stretches: Iterable[tuple[int, int]]) -> list[bool]:
        """Whether each claim of an article shares a character with any of some stretches of its text."""
        return self._order.marks(article_id, stretches)

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

    def said(self, names: Sequence[str], ids: list[str]) -> Iterator[tuple[Any, ...]]:
        """What claims say in some columns (see `Columns`)."""
        columns = [list(chain.from_iterable(self.columns.of(name).values())) for name in names]
        if len(ids) < len(self):
            at = list(map(self._order.index.__getitem__, ids))
            columns = [list(map(column.__getitem__, at)) for column in columns]
        return zip(*columns, strict=True)

    def alike(self, names: Sequence[str], article_id: str) -> Alike:
        """The claims of an article by what they say in some columns; kept until one says otherwise."""
        changes, known = self.columns.changes(names, article_id), self._alike.get((names, article_id))
        if known is None or known[0] != changes:
            said = zip(*(self.columns.of(name)[article_id] for name in names), strict=True)
            found: Alike = {}
            for claim_id, key in zip(self._order.names(article_id), said, strict=True):
                found.setdefault(key, []).append(claim_id)
            known = self._alike[names, article_id] = changes, found
        return known[1]

    def __getitem__(self, claim_id: str) -> ClaimState:
        return self._states[claim_id]

    def __contains__(self, claim_id: object) -> bool:
        return claim_id in self._states

    def __len__(self) -> int:
        return len(self._states)

    def progress(self, article_id: str | None = None) -> Progress:
        """The counts over all articles, or of one, kept as decisions come in."""
        counts = self._counts.get(article_id, {})
        return Progress(total=sum(counts.values()), **counts)

    def extend(self, articles: Iterable[Article], claims: Iterable[Claim]) -> tuple[str, ...]:
        """Let articles join with all their claims; gives the new claims' ids. Not a decision.

        Raises:
            RecordError: an article or claim is already there, or a claim belongs to none of the articles.
        """
        added = list(claims)
        fresh = self.check_joining(articles, added)
        self._articles.update(fresh)
        # Names made in a row lie side by side in memory: to walk over them takes a tenth of the time.
        named = {claim.id[:1] + claim.id[1:]: claim for claim in added}
        places = places_of(fresh.values(), named)
        self._order.extend(places)
        self._pending.extend({article_id: list(each) for article_id, each in places.items()})
        self._skipped.extend({article_id: [] for article_id in places})
        for claim_id, claim in named.items():
            self._states[claim_id] = ClaimState(claim=claim)
            self._count(claim.article, "pending", 1)
        self.columns.extend(self._by_article(fresh))
        return tuple(named)

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

    # What changes

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
