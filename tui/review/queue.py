"""Claims in the order of the text, article after article, kept as spans move and claims come and go."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, takewhile

from tui.model import Article, Claim
from tui.review.state import ClaimState

Place = tuple[int, int, str]
Places = dict[str, list[Place]]


def place_of(claim: Claim) -> Place:
    """What orders claims inside an article."""
    return (claim.start, claim.end, claim.id)


def places_of(articles: Iterable[Article], claims: Mapping[str, Claim]) -> Places:
    """The places of claims by article, in order; an article without claims has none."""
    found: Places = {article.id: [] for article in articles}
    for claim_id, claim in claims.items():
        found[claim.article].append((claim.start, claim.end, claim_id))
    for places in found.values():
        places.sort()
    return found


class Queue:
    """Some claims of each article in order, to find the next one without looking at the others."""

    def __init__(self) -> None:
        self._places: Places = {}

    def extend(self, places: Places) -> None:
        """Take in articles that are new, with their claims in order."""
        self._places.update(places)

    def insert(self, claim: Claim) -> int:
        """Take in one claim; returns its number in its article."""
        places, here = self._places[claim.article], place_of(claim)
        at = bisect_left(places, here)
        places.insert(at, here)
        return at

    def remove(self, claim: Claim) -> int:
        """Let go of a claim, given as it was put in; returns which of its article it was."""
        places = self._places[claim.article]
        at = bisect_left(places, place_of(claim))
        del places[at]
        return at

    def next_after(self, claim: Claim | None) -> str | None:
        """The claim that follows another, which need not be in here; after the last one the first."""
        articles = list(self._places)
        if claim is None:
            return self._first_of(articles)
        at = articles.index(claim.article)
        own = self._places[claim.article]
        here = bisect_right(own, place_of(claim))
        if here < len(own):
            return own[here][2]
        return self._first_of(articles[at + 1 :]) or self._first_of(articles[: at + 1], but=claim.id)

    def _first_of(self, articles: Iterable[str], but: str = "") -> str | None:
        places = (self._places[article][0][2] for article in articles if self._places[article])
        return next((claim_id for claim_id in places if claim_id != but), None)


class TextOrder(Queue):
    """All claims; the flat list over all articles is made when it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._flat: list[str] | None = None
        self._index: dict[str, int] | None = None
        self._starts: dict[str, array[int]] = {}  # as far as they were asked for
        self._longest = 0  # characters of a claim, at most

    def extend(self, places: Places) -> None:
        """Take in articles that are new, with their claims in order."""
        super().extend(places)
        lengths = (end - start for start, end, _ in chain.from_iterable(places.values()))
        self._longest = max(chain([self._longest], lengths))
        self._flat = None

    def insert(self, claim: Claim) -> int:
        """Take in one claim; returns its number in its article."""
        at = super().insert(claim)
        self._starts.pop(claim.article, None)
        self._longest = max(self._longest, claim.end - claim.start)
        if self._flat is not None:
            self._flat.insert(self._before(claim.article) + at, claim.id)
            self._index = None
        return at

    def remove(self, claim: Claim) -> int:
        """Let go of a claim, given as it was put in; returns which of its article it was."""
        at = super().remove(claim)
        self._starts.pop(claim.article, None)
        if self._flat is not None:
            del self._flat[self._before(claim.article) + at]
            self._index = None
        return at

    def _before(self, article_id: str) -> int:
        """How many claims the articles before one have."""
        return sum(len(self._places[each]) for each in takewhile(article_id.__ne__, self._places))

    def number(self, claim: Claim) -> int:
        """Which of its article's claims one is."""
        return bisect_left(self._places[claim.article], place_of(claim))

    def names(self, article_id: str) -> list[str]:
        """The claims of one article in text order, found without the flat list."""
        return [place[2] for place in self._places[article_id]]

    def by_article(self, ids: list[str]) -> Iterator[tuple[str, list[str]]]:
        """Claims that stand in this order, cut where an article ends."""
        at = end = 0
        whole = len(ids) == len(self.flat)
        for article_id, places in self._places.items():
            end += len(places)
            after = end if whole else bisect_left(ids, end, at, key=self.index.__getitem__)
            if after > at:
                yield article_id, ids[at:after]
            at = after

    def touching(self, article_id: str, start: int, end: int) -> list[str]:
        """The claims of an article that share a character with a stretch of its text, in text order."""
        places = self._places[article_id]
        first, after = (bisect_left(places, (offset,)) for offset in (start - self._longest, end))
        return [places[number][2] for number in range(first, after) if places[number][1] > start]

    def marks(self, article_id: str, stretches: Iterable[tuple[int, int]]) -> list[bool]:
        """Whether each claim of an article shares a character with any of some stretches of its text."""
        places, starts = self._places[article_id], self.starts(article_id)
        found = [False] * len(places)
        inside = 0
        for start, end in stretches:
            inside = bisect_left(starts, start, inside if inside and starts[inside - 1] < start else 0)
            after = bisect_left(starts, end, inside)
            found[inside:after] = [True] * (after - inside)
            before = inside - 1
            while before >= 0 and starts[before] + self._longest > start:
                found[before] |= places[before][1] > start
                before -= 1
        return found

    def of_article(self, article_id: str) -> list[str]:
        """The claims of one article in text order."""
        first = self._before(article_id)
        return self.flat[first : first + len(self._places[article_id])]

    def starts(self, article_id: str) -> Sequence[int]:
        """Where the claims of one article begin, in text order; not to be changed by the caller."""
        known = self._starts.get(article_id)
        if known is None:
            places = self._places[article_id]
            known = self._starts[article_id] = array("L", (place[0] for place in places))
        return known

    def spans(self, article_id: str) -> list[tuple[int, int]]:
        """Where the claims of one article stand, in text order."""
        return [(start, end) for start, end, _ in self._places[article_id]]

    @property
    def flat(self) -> list[str]:
        """All claims in text order, article after article; not to be changed by the caller."""
        if self._flat is None:
            self._flat = [place[2] for place in chain.from_iterable(self._places.values())]
            self._index = None
        return self._flat

    @property
    def index(self) -> dict[str, int]:
        """Where each claim stands in ``flat``."""
        flat = self.flat
        if self._index is None:
            self._index = {claim_id: position for position, claim_id in enumerate(flat)}
        return self._index

    def neighbour(self, claim: Claim) -> str | None:
        """The claim of the same article that follows ``claim``, or else precedes it; it need not be in."""
        places = self._places[claim.article]
        here = place_of(claim)
        at = bisect_left(places, here)
        if at < len(places) and places[at] == here:
            at += 1
        if at < len(places):
            return places[at][2]
        before = [place for place in places[max(0, at - 2) : at] if place != here]
        return before[-1][2] if before else None


def next_listed(ids: Sequence[str], after: str | None, states: Mapping[str, ClaimState]) -> str | None:
    """The next pending claim of a list, else the next skipped one; round the end, never ``after`` itself."""
    skipped: str | None = None
    for claim_id in _turned(ids, after):
        state = states.get(claim_id)
        if state is None or claim_id == after:
            continue
        if state.verdict == "pending":
            return claim_id
        if state.verdict == "skipped" and skipped is None:
            skipped = claim_id
    return skipped


def _turned(ids: Sequence[str], after: str | None) -> Iterator[str]:
    """The claims behind ``after`` and round to it; from the top when it isn't among them."""
    try:
        start = 0 if after is None else ids.index(after) + 1
    except ValueError:
        start = 0
    return (ids[at] for at in chain(range(start, len(ids)), range(start)))
