"""A session at one look: its articles, its claims by state and by confidence, and its pace."""

from collections.abc import Mapping
from typing import NamedTuple, get_args

from tui.model import Article
from tui.review.pace import WINDOW, Pace
from tui.review.review import Review
from tui.review.state import Progress, Verdict

BINS = 10
_EXACT = 1e-9  # 0.7 is a little less than 0.7 in binary


class Bin(NamedTuple):
    """The claims with a confidence from ``low`` up to ``high``, by their state; 1.0 is in the last one."""

    low: float
    high: float
    states: Mapping[str, int]

    @property
    def claims(self) -> int:
        """All of them."""
        return sum(self.states.values())


class ArticleProgress(NamedTuple):
    """How far one article is."""

    article: Article
    progress: Progress


class Overview(NamedTuple):
    """``per_minute`` and ``seconds_left`` are None before there is enough to tell."""

    progress: Progress
    articles: tuple[ArticleProgress, ...]
    confidence: tuple[Bin, ...]
    per_minute: float | None
    seconds_left: float | None


def overview(review: Review) -> Overview:
    """What can be told of a session without reading its articles."""
    progress = review.progress()
    pace = Pace(review.decisions[-WINDOW - 1 :])
    return Overview(
        progress,
        tuple(ArticleProgress(article, review.progress(article.id)) for article in review.articles),
        histogram(review),
        pace.per_minute,
        pace.seconds_left(progress.total - progress.decided),
    )


def histogram(review: Review) -> tuple[Bin, ...]:
    """The claims by confidence, in tenths, the least sure first."""
    verdicts = get_args(Verdict)
    counts = [dict.fromkeys(verdicts, 0) for _ in range(BINS)]
    for claim_id in review.claim_ids:
        state = review[claim_id]
        counts[max(0, min(int(state.claim.confidence * BINS + _EXACT), BINS - 1))][state.verdict] += 1
    return tuple(Bin(n / BINS, (n + 1) / BINS, states) for n, states in enumerate(counts))
