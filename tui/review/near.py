"""Claims by the words that stand near them: each article is read once, not for each of its claims."""

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from tui.review.review import Review

Passes = Callable[[Review, str], Iterable[bool]]  # whether each claim of an article does, in text order

AROUND = 200  # characters on either side of a number that are near it


def fold(text: str) -> str:
    """Text as it is compared: without difference of case and width."""
    return text.casefold() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()


def near(wanted: str) -> Passes:
    """Claims in whose line words stand, near the number where that is long; each article is read once."""

    def passes(review: Review, article_id: str) -> Iterator[bool]:
        text = review.article(article_id).text
        places = list(_places(text, wanted))
        at = line_of = line_end = 0
        for start, end in review.spans(article_id):
            while at < len(places) and places[at] < start - AROUND:
                at += 1
            behind = end + AROUND - len(wanted)
            if at == len(places) or places[at] > behind:
                yield False
                continue
            if not line_of <= end < line_end:
                line_of, line_end = end, text.find("\n", end) + 1 or len(text) + 1
            first = bisect_left(places, text.rfind("\n", max(start - AROUND, 0), start) + 1, at)
            yield first < len(places) and places[first] <= behind and places[first] < line_end

    return passes


def _places(text: str, wanted: str) -> Iterator[int]:
    """Where words begin; in a line that folding makes longer or shorter, about where."""
    for start, length, folded in _lines(text):
        at = folded.find(wanted)
        while at >= 0:
            yield start + at * length // len(folded)
            at = folded.find(wanted, at + 1)


@lru_cache(maxsize=8)
def _lines(text: str) -> list[tuple[int, int, str]]:
    """Where each line begins, its length, and the line folded; kept while one types on."""
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return [(start, len(line), fold(line)) for start, line in zip(starts, lines, strict=False)]
