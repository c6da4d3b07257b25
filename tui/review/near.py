"""Claims by the words that stand near them: each article is read once, not for each of its claims."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from tui.review.folded import READ, folded_lines
from tui.review.review import Review

Passes = Callable[[Review, str], Iterable[bool]]  # whether each claim of an article does, in text order

AROUND = 200  # characters on either side of a number that are near it


def near(wanted: str) -> Passes:
    """Claims in whose line words stand, near the number where that is long; each article is read once."""

    def passes(review: Review, article_id: str) -> list[bool]:
        if not wanted:
            return [True] * review.progress(article_id).total
        return review.marks(article_id, _found(review.article(article_id).text, wanted))

    return passes


@lru_cache(maxsize=READ)  # what is told of while it is typed is then asked for
def _found(text: str, wanted: str) -> list[tuple[int, int]]:
    return list(_stretches(text, wanted))


def _stretches(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Spans of a text: a claim touches one if, and only if, the words stand near it in its line."""
    folded = folded_lines(text)
    find, last_of = folded.text.find, folded.text.rfind
    at = folded.find(wanted)
    while at >= 0:
        start, stop, folded_start, folded_stop = folded.line_at(at)
        length, size = stop - start, folded_stop - folded_start
        # No claim between words so close is far from both.
        between = max(2 * AROUND - len(wanted), 0) * size // length
        while 0 <= at < folded_stop:
            first = last = at
            at = find(wanted, last + 1)
            while last < at <= last + between and at < folded_stop:
                last = last_of(wanted, at, min(last + between + len(wanted), folded_stop))
                at = find(wanted, last + 1)
            # Where folding made the line longer or shorter, that is about where the words begin.
            begin = (first - folded_start) * length // size + len(wanted) - AROUND
            end = (last - folded_start) * length // size + AROUND
            yield start + max(begin, 0) - 1, start + min(end, length) + 1
