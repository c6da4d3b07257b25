"""Claims by the words that stand near them: each article is read once, not for each of its claims."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from tui.review.folded import folded_lines
from tui.review.review import Review

Passes = Callable[[Review, str], Iterable[bool]]  # whether each claim of an article does, in text order

AROUND = 200  # characters on either side of a number that are near it


def near(wanted: str) -> Passes:
    """Claims in whose line words stand, near the number where that is long; each article is read once."""

    def passes(review: Review, article_id: str) -> list[bool]:
        found = [False] * review.progress(article_id).total
        for start, end in _stretches(review.article(article_id).text, wanted):
            for number in review.numbers_touching(article_id, start, end):
                found[number] = True
        return found

    return passes


def _stretches(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Spans of a text: a claim touches one if, and only if, the words stand near it in its line."""
    between = 2 * AROUND - len(wanted)  # no claim between words so close is far from both
    for line, length, folded in folded_lines(text):
        places = list(_places(line, length, folded, wanted))
        cuts = [at for at, (one, other) in enumerate(pairwise(places), 1) if other - one > between]
        for at, after in pairwise([0, *cuts, len(places)] if places else ()):
            first, last = places[at], places[after - 1]
            yield max(first + len(wanted) - AROUND, line) - 1, min(last + AROUND, line + length) + 1


def _places(line: int, length: int, folded: str, wanted: str) -> Iterator[int]:
    """Where words begin in a line; where folding made that longer or shorter, about where."""
    at = folded.find(wanted)
    while at >= 0:
        yield line + at * length // len(folded)
        at = folded.find(wanted, at + 1)
