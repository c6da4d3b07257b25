"""Claims by the words that stand near them: each article is read once, not for each of its claims."""

from collections.abc import Callable, Iterable, Iterator

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
        at = folded.find(wanted)
        while at >= 0:
            first = last = at
            while at >= 0 and (at - last) * length <= between * len(folded):
                last, at = at, folded.find(wanted, at + 1)
            # Where folding made the line longer or shorter, that is about where the words begin.
            begin, end = (place * length // len(folded) for place in (first, last))
            yield line + max(begin + len(wanted) - AROUND, 0) - 1, line + min(end + AROUND, length) + 1
