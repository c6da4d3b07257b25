"""The claims in the order of the text, article after article, kept as spans move and claims come and go."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from itertools import chain

from tui.model import Article, Claim

Place = tuple[int, int, str]


def place_of(claim: Claim) -> Place:
    """What orders claims inside an article."""
    return (claim.start, claim.end, claim.id)


class TextOrder:
    """Claim ids by article and place; the flat list over all articles is made when it is asked for."""

    def __init__(self) -> None:
        self._places: dict[str, list[Place]] = {}
        self._flat: list[str] | None = None
        self._index: dict[str, int] | None = None

    def extend(self, articles: Iterable[Article], claims: Iterable[Claim]) -> None:
        """Take in articles that are new, with all their claims."""
        fresh: dict[str, list[Place]] = {article.id: [] for article in articles}
        for claim in claims:
            fresh[claim.article].append(place_of(claim))
        for places in fresh.values():
            places.sort()
        self._places.update(fresh)
        self._flat = None

    def insert(self, claim: Claim) -> None:
        """Take in one claim."""
        insort(self._places[claim.article], place_of(claim))
        self._flat = None

    def remove(self, claim: Claim) -> None:
        """Let go of a claim, given as it was put in."""
        places = self._places[claim.article]
        del places[bisect_left(places, place_of(claim))]
        self._flat = None

    def of_article(self, article_id: str) -> list[str]:
        """The claims of one article in text order."""
        return [claim_id for _, _, claim_id in self._places[article_id]]

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
