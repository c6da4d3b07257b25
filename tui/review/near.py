"""Claims by the words that stand near them: each article is read once, not for each of its claims."""

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator

from tui.review.review import Review
from tui.review.state import ClaimState

Test = Callable[[Review, ClaimState], bool]

AROUND = 200  # characters on either side of a number that are near it


def fold(text: str) -> str:
    """Text as it is compared: without difference of case and width."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def near(wanted: str) -> Test:
    """Whether words stand in a number's line, near it where that is long; each article is read once."""
    found: dict[str, list[int]] = {}

    def test(review: Review, state: ClaimState) -> bool:
        claim = state.claim
        text = review.article(claim.article).text
        places = found.get(claim.article)
        if places is None:
            places = found[claim.article] = list(_places(text, wanted))
        first, behind = max(0, claim.start - AROUND), claim.end + AROUND - len(wanted)
        at = bisect_left(places, first)
        if at == len(places) or places[at] > behind:
            return False
        first = text.rfind("\n", first, claim.start) + 1 or first
        at = bisect_left(places, first, at)
        return at < len(places) and "\n" not in text[claim.end : places[at]] and places[at] <= behind

    return test


def _places(text: str, wanted: str) -> Iterator[int]:
    """Where words begin; in a line that folding makes longer or shorter, about where."""
    start = 0
    for line in text.split("\n"):
        folded = fold(line)
        at = folded.find(wanted)
        while at >= 0:
            yield start + at * len(line) // len(folded)
            at = folded.find(wanted, at + 1)
        start += len(line) + 1
