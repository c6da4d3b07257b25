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
    here, first, behind = "", 0, 0
    for place, state in enumerate(review.states(ids)):
        claim = state.claim
        if claim.article == here and first <= claim.start < behind:
            continue
        here = claim.article
        text = review.article(here).text
        known = starts.get(here)
        if known is None:
            known = starts[here] = _line_starts(text)
        at = bisect_right(known, claim.start)
        first, behind = known[at - 1], known[at] if at < len(known) else len(text)
        found.append((place, text[first : first + longest].partition("\n")[0].strip()))
    return found


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
