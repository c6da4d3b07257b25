"""Find text in the articles, and narrow the list to the claims that match a filter."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tui.model import Article
from tui.review import Change
from tui.review.folded import places_of
from tui.review.query import QueryError, parse
from tui.text.display import one_line
from tui.ui.handling import handles
from tui.ui.i18n import _, ngettext
from tui.ui.keymap import show_key
from tui.ui.reviewing.base import Doing, around
from tui.ui.troubles import in_words

if TYPE_CHECKING:
    from tui.review.completing import Completion

MOST_HITS = 10_000  # of one article; more are not counted
MOST_OFFERED = 6


class Searching(Doing):
    """The words searched for, and the filter in force."""

    words = ""
    filter = ""
    _offered: Sequence[str] = ()

    # Search

    @handles("view.search")
    def search(self, _count: int) -> None:
        """Ask for words and go to the first place after here that has them."""
        self.screen.asking.ask(
            _("Find:"), self._search, value=self.words, hint=self._search_hint, replace=True
        )

    def _search(self, typed: str) -> str | None:
        self.words = typed
        if not typed:
            self.screen.article_view.set_hits([])
            return None
        self._go(1, from_here=True)
        return None

    def _search_hint(self, typed: str) -> str:
        article = self.screen.article
        if not typed or article is None:
            return ""
        count = len(self._hits(article, typed))
        return ngettext("{count} place in this article", "{count} places in this article", count).format(
            count=count
        )

    @handles("search.next")
    def next_match(self, count: int) -> None:
        """The next place."""
        self._go(count)

    @handles("search.previous")
    def previous_match(self, count: int) -> None:
        """The place before."""
        self._go(-count)

    def _go(self, step: int, *, from_here: bool = False) -> None:
        if not self.words:
            self.screen.say(_("Nothing is searched for"), "warning")
            return
        articles = self.review.articles
        here = next((n for n, article in enumerate(articles) if article.id == self.screen.article_id), 0)
        for turn, article in enumerate(around(articles, here, step)):
            hits = self._hits(article, self.words)
            at = (
                self._start(hits, step, from_here=from_here)
                if not turn
                else (0 if step > 0 else len(hits) - 1)
            )
            if 0 <= at < len(hits):
                self._show(article, hits, at)
                return
        self.screen.article_view.set_hits([])
        self.screen.say(_("{words} is nowhere in the articles").format(words=self.words), "warning")

    def _start(self, hits: list[tuple[int, int]], step: int, *, from_here: bool) -> int:
        place = self.screen.place - (1 if from_here else 0)
        after = bisect_right(hits, place, key=lambda hit: hit[0])
        if step > 0:
            return after + step - 1
        return after - 1 + step if after and hits[after - 1][0] == place else after + step

    def _show(self, article: Article, hits: list[tuple[int, int]], at: int) -> None:
        if article.id != self.screen.article_id:
            self.screen.showing.open_article(article, None)
        view = self.screen.article_view
        start, end = hits[at]
        claim = next(iter(self.review.touching(article.id, start, end)), None)
        if claim is not None:
            self.screen.go_to(claim)
        view.set_hits(hits)
        view.select(start, end)
        view.reveal(start, end)
        told = _("{at} of {count} in {title}").format(at=at + 1, count=len(hits), title=article.label)
        more = _("{key} next").format(key=self.screen.keymap.first_key("search.next"))
        self.screen.say(f"{told} \u00b7 {more}")

    def show_hits(self) -> None:
        """Mark in the article shown what is searched for."""
        if self.words and self.screen.article is not None:
            self.screen.article_view.set_hits(self._hits(self.screen.article, self.words))

    def _hits(self, article: Article, words: str) -> list[tuple[int, int]]:
        return list(islice(places_of(article.text, words), MOST_HITS))

    # Filter

    @handles("view.filter")
    def ask_filter(self, _count: int) -> None:
        """Ask for a filter; an empty one shows everything again."""
        self.screen.asking.ask(
            _("Show only:"),
            self.apply_filter,
            value=self.filter,
            hint=self._filter_hint,
            complete=self._completed,
            replace=True,
        )

    def _completed(self, typed: str) -> str:
        """The filter with its last part completed; again, with the next value; saved ones from nothing."""
        if typed in self._offered and not typed.endswith(":"):
            return self._offered[(self._offered.index(typed) + 1) % len(self._offered)]
        saved = list(self.screen.narrowing.saved.values())
        if saved and (not typed or typed in saved):
            self._offered = saved
            return self._completed(typed) if typed else saved[0]
        self._offered = [each.filter for each in self._completions(typed)] or [typed]
        return self._offered[0]

    def _filter_hint(self, typed: str) -> str:
        if not typed.strip():
            return _("for example: state:pending unit:% conf<0.8")
        try:
            count = sum(parse(typed).marks(self.review))
        except QueryError as error:
            return (self._goes_on(typed) if error.reason in {"nothing", "value"} else "") or in_words(error)
        words = ngettext("{count} claim", "{count} claims", count).format(count=count)
        return words if count else " · ".join(filter(None, (words, self._goes_on(typed))))

    def _completions(self, typed: str) -> "list[Completion]":
        from tui.review.completing import completions  # noqa: PLC0415 - nobody types before the first text

        return completions(typed, self.review)

    def _goes_on(self, typed: str) -> str:
        """What tab makes of the last part, and what it would make of it next."""
        found = self._completions(typed)[:MOST_OFFERED]
        shown = (f"{one_line(each.shown)} {each.claims}" if each.claims else each.shown for each in found)
        return f"{show_key('tab')} " + " · ".join(shown) if found else ""

    def apply_filter(self, typed: str) -> str | None:
        """Show only the claims that match; says what is wrong with the filter."""
        typed = typed.strip()
        try:
            parse(typed)
        except QueryError as error:
            return in_words(error)
        self.filter = typed
        self.list_all()
        shown = self.screen.ids
        if self.screen.current not in self.screen.showing.places:
            self.screen.go_to(shown[0] if shown else None)
        words = ngettext("{count} claim matches", "{count} claims match", len(shown)).format(count=len(shown))
        said = (words, typed, self._shows_all())
        self.screen.say(" · ".join(said) if typed else _("All claims are shown"))
        return None

    def list_all(self) -> None:
        """List all claims that the filter lets."""
        self.screen.set_ids(parse(self.filter).select(self.review) if self.filter else None)

    def list_again(self, change: Change) -> None:
        """List the claims anew after some came, went or moved; the filter's choice stands otherwise."""
        changed = tuple({*change.claims, *change.added, *change.removed})
        if not self.filter:
            self.screen.set_ids(changed=changed)
            return
        shown = set(self.screen.ids) - set(change.removed) | set(change.added)
        ids = [claim_id for claim_id in self.review.claim_ids if claim_id in shown]
        self.screen.set_ids(ids, changed)

    def list_more(self, claims: tuple[str, ...]) -> None:
        """List the claims of articles that came in, as far as the filter lets them."""
        if not self.filter:
            self.screen.set_ids()
            return
        articles = dict.fromkeys(self.review[claim_id].claim.article for claim_id in claims)
        shown = {*self.screen.ids, *parse(self.filter).select(self.review, articles)}
        self.screen.set_ids([claim_id for claim_id in self.review.claim_ids if claim_id in shown])

    def stop(self) -> None:
        """Take the search's marks away, and what it selected."""
        self.words = ""
        self.screen.article_view.set_hits([])
        self.screen.article_view.select(None)

    def _shows_all(self) -> str:
        return _("{key} shows all").format(key=self.screen.keymap.first_key("view.cancel"))

    def nothing_shown(self) -> str:
        """What the list says where it holds no claim."""
        if self.filter:
            return " · ".join((_("No claim matches"), self._shows_all()))
        if self.screen.desk.coming():
            return _("No claim here yet")
        keys = self.screen.keymap
        words = _("No claim here · {caret} selects, {add} adds")
        return words.format(caret=keys.first_key("caret.start"), add=keys.first_key("claim.add"))

    def still_on(self) -> str:
        """What the list is narrowed by and how to see all again; empty if it shows everything."""
        shown = _("Shown: {filter}").format(filter=self.filter)
        return f"{shown} \u00b7 {self._shows_all()}" if self.filter else ""
