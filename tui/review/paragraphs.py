"""The paragraphs of the articles in which the claims of a list stand."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from tui.review.order import Section
from tui.review.review import Review


def paragraphs(groups: Iterable[Section], review: Review, longest: int) -> list[tuple[int, str]]:
    """The places in a list at which another paragraph begins, each with how that paragraph begins.

    The list holds the claims of one article behind those of another, as the text runs. A paragraph is a line
    of the text; of long ones ``longest`` characters are given.
    """
    found: list[tuple[int, str]] = []
    before = 0  # claims of the articles before
    for article_id, ids in groups:
        text = review.article(article_id).text
        for claim, line in _begun(_starts(article_id, ids, review), text):
            found.append((before + claim, text[line : line + longest].partition("\n")[0].strip()))
        before += len(ids)
    return found


def _starts(article_id: str, ids: list[str], review: Review) -> Sequence[int]:
    starts = review.starts(article_id)
    return starts if len(starts) == len(ids) else [state.claim.start for state in review.states(ids)]


def _begun(starts: Sequence[int], text: str) -> Iterator[tuple[int, int]]:
    """The first claim of each line that has any, with where the line begins; ``starts`` are the claims'."""
    lines = _line_starts(text)
    claim = 0
    while claim < len(starts):
        line = bisect_right(lines, starts[claim])
        yield claim, lines[line - 1]
        claim = bisect_left(starts, lines[line], claim) if line < len(lines) else len(starts)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts
