"""The claims, articles and saved filters that the palette finds, shown as they stand, never as markup."""

from collections.abc import Callable, Iterator
from functools import partial

from rapidfuzz import fuzz
from textual.command import DiscoveryHit, Hit, Hits
from textual.content import Content

from tui.text.display import one_line
from tui.ui.i18n import _
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.screens.palette import Fit, OnceProvider, found_by
from tui.ui.values import in_short

MOST_CLAIMS = 20_000  # so many are looked through for a few letters
SHOWN = 12
_GOOD_ENOUGH = 60

# How well it fits, what to show of it, and what to do when it is chosen.
Found = tuple[float, str, Callable[[], object]]


class PlaceProvider(OnceProvider):
    """The claims and articles of the session."""

    async def search(self, query: str) -> Hits:
        """The articles and claims that are like what is typed."""
        screen = self.screen
        if not isinstance(screen, ReviewScreen):
            return
        found: list[Found] = [*_filters(screen, query), *_articles(screen, query), *_claims(screen, query)]
        for score, text, go in found:
            shown = one_line(text)
            yield Hit(score / 100, Content(shown), self.once(go), text=shown)

    async def discover(self) -> Hits:
        """The saved filters, before anything is typed."""
        screen = self.screen
        if isinstance(screen, ReviewScreen):
            for name in screen.narrowing.saved:
                text, go = _filter(screen, name)
                yield DiscoveryHit(Content(one_line(text)), self.once(go), text=one_line(text))


def _filter(screen: ReviewScreen, name: str) -> tuple[str, Callable[[], object]]:
    text = screen.narrowing.saved[name]
    return _("filter") + f" · {name}  {text}", partial(screen.searching.apply_filter, text)


def _filters(screen: ReviewScreen, query: str) -> Iterator[Found]:
    for name, score, _key in _best(query, {name: name for name in screen.narrowing.saved}):
        yield score, *_filter(screen, name)


def _articles(screen: ReviewScreen, query: str) -> Iterator[Found]:
    articles = {article.id: article for article in screen.desk.review.articles}
    titles = {name: article.label for name, article in articles.items()}
    for title, score, name in _best(query, titles):
        yield score, _("article") + " · " + title, partial(screen.go_to_article, articles[name])


def _claims(screen: ReviewScreen, query: str) -> Iterator[Found]:
    review = screen.desk.review
    ids = review.claim_ids[:MOST_CLAIMS]
    texts = {claim_id: in_short(review[claim_id].claim) for claim_id in ids}
    for text, score, claim_id in _best(query, texts):
        yield score, _("claim") + " · " + text, partial(screen.go_to, claim_id)


def _best(query: str, texts: dict[str, str]) -> list[Fit]:
    return found_by(query, texts, fuzz.WRatio, _GOOD_ENOUGH, SHOWN)
