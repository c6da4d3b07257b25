"""The paragraphs of the articles in which the claims of a list stand."""

from bisect import bisect_right
from collections.abc import Iterable

from tui.review.review import Review


def paragraphs(ids: Iterable[str], review: Review, longest: int) -> list[tuple[int, str]]:
    """The places in a list at which another paragraph begins, each with how that paragraph begins.

    A paragraph is a line of the text; of long ones ``longest`` characters are given.
    """
    starts: dict[str, list[int]] = {}
    found: list[tuple[int, str]] = []
    before: tuple[str, int] | None = None
    for place, claim_id in enumerate(ids):
        claim = review[claim_id].claim
        known = starts.get(claim.article)
        if known is None:
            known = starts[claim.article] = _line_starts(review.article(claim.article).text)
        start = known[bisect_right(known, claim.start) - 1]
        if (claim.article, start) != before:
            before = (claim.article, start)
            text = review.article(claim.article).text
            found.append((place, text[start : start + longest].partition("\n")[0].strip()))
    return found


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
