"""Claims, articles, indicators and saved filters that the palette finds: shown as they stand, no markup."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from rapidfuzz import fuzz
from textual.command import DiscoveryHit, Hit, Hits
from textual.content import Content

from tui.review.facets import term
from tui.text.display import one_line
from tui.ui.i18n import _, ngettext
from tui.ui.labels import article_labels
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.screens.palette import CommandProvider, Finding, Fit, OnceProvider, found_by
from tui.ui.values import in_short

MOST_CLAIMS = 20_000  # so many are looked through for a few letters
SHOWN = 12
_GOOD_ENOUGH = 60

# How well it fits, what to show of it, and what to do when it is chosen.
Found = tuple[float, str, Callable[[], object]]


class PlaceProvider(OnceProvider):
    """The claims and articles of the session."""

    async def search(self, query: str) -> Hits:
        """The filters, articles, indicators and claims that are like what is typed."""
        screen = self.screen
        if not isinstance(screen, ReviewScreen):
            return
        for score, text, go in chain.from_iterable(find(screen, query) for find in _FINDERS):
            shown = one_line(text)
            yield Hit(score / 100, Content(shown), self.once(go), text=shown)

    async def discover(self) -> Hits:
        """The saved filters, before anything is typed."""
        screen = self.screen
        if isinstance(screen, ReviewScreen):
            for name in screen.narrowing.saved:
                text, go = _filter(screen, name)
                yield DiscoveryHit(Content(one_line(text)), self.once(go), text=one_line(text))


class Everything(Finding):
    """The commands of the screen beneath, and the places of a session."""

    kinds = (CommandProvider, PlaceProvider)


def _filter(screen: ReviewScreen, name: str) -> tuple[str, Callable[[], object]]:
    text = screen.narrowing.saved[name]
    return _("filter") + f" · {name}  {text}", partial(screen.searching.apply_filter, text)


def _filters(screen: ReviewScreen, query: str) -> Iterator[Found]:
    for name, score, _key in _best(query, {name: name for name in screen.narrowing.saved}):
        yield score, *_filter(screen, name)


def _articles(screen: ReviewScreen, query: str) -> Iterator[Found]:
    review = screen.desk.review
    for title, score, name in _best(query, article_labels(review.articles)):
        yield score, _("article") + " · " + title, partial(screen.go_to_article, review.article(name))


def _indicators(screen: ReviewScreen, query: str) -> Iterator[Found]:
    """The indicators of the claims, by what they are called in any language; one narrows the list to it."""
    desk = screen.desk
    counts = Counter(state.claim.indicator for state in desk.review.states() if state.claim.indicator)
    texts = {f"{at} {name}": text for name in counts for at, text in enumerate((name, *desk.called(name)))}
    found: dict[str, float] = {}
    for _text, score, key in _best(query, texts):
        found.setdefault(key.partition(" ")[2], score)
    for name, score in found.items():
        words = ngettext("{count} claim", "{count} claims", counts[name]).format(count=counts[name])
        text = f"{_('indicator')} · {desk.indicator_name(name)} · {words}"
        yield score, text, partial(screen.searching.apply_filter, term("indicator", name))


def _claims(screen: ReviewScreen, query: str) -> Iterator[Found]:
    review = screen.desk.review
    ids = review.claim_ids[:MOST_CLAIMS]
    texts = {claim_id: in_short(review[claim_id].claim) for claim_id in ids}
    for text, score, claim_id in _best(query, texts):
        yield score, _("claim") + " · " + text, partial(screen.go_to, claim_id)


_FINDERS = (_filters, _articles, _indicators, _claims)


def _best(query: str, texts: dict[str, str]) -> list[Fit]:
    return found_by(query, texts, fuzz.WRatio, _GOOD_ENOUGH, SHOWN)
