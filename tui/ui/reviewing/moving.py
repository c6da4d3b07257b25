"""Go from claim to claim, article to article, problem to problem, uncovered number to uncovered number."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, repeat

from tui.model import Article
from tui.ui.aside import aside
from tui.ui.desk import LONG_ARTICLE
from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.labels import doubt_label
from tui.ui.reading import Range
from tui.ui.reviewing.base import Doing, around
from tui.ui.widgets.marks import DOUBT

NEAR = 50  # claims that are looked at one by one

Look = tuple[Article, int | None]  # an article to look for a number in, and from where on if not all of it


class Moving(Doing):
    """Moves never change the session."""

    @handles("claim.next")
    def next_claim(self, count: int) -> None:
        """Down the list."""
        self._by(count)

    @handles("claim.previous")
    def previous_claim(self, count: int) -> None:
        """Up the list."""
        self._by(-count)

    def _by(self, step: int) -> None:
        ids = self.screen.ids
        if not ids:
            return
        here = self.screen.position
        target = min(max(here + step, 0), len(ids) - 1) if here is not None else 0
        self.screen.go_to(ids[target])

    def go_to_number(self, number: int) -> None:
        """The claim of that number in the list, counted from 1; the nearest there is."""
        ids = self.screen.ids
        if ids:
            self.screen.go_to(ids[min(max(number, 1), len(ids)) - 1])

    @handles("claim.first")
    def first(self, _count: int) -> None:
        """The top of the list."""
        if self.screen.ids:
            self.screen.go_to(self.screen.ids[0])

    @handles("claim.last")
    def last(self, _count: int) -> None:
        """The end of the list."""
        if self.screen.ids:
            self.screen.go_to(self.screen.ids[-1])

    @handles("pending.next")
    def next_pending(self, count: int) -> None:
        """The next pending claim, round the end."""
        for _each in range(count):
            self.screen.go_on(self.screen.current)

    @handles("pending.previous")
    def previous_pending(self, count: int) -> None:
        """The pending claim before this one, round the top."""
        self._search(
            -count, lambda claim_id: self.review[claim_id].verdict == "pending", _("Nothing is pending")
        )

    @handles("problem.next")
    def next_problem(self, count: int) -> None:
        """The next claim that deserves a second look."""
        self._problem(count)

    @handles("problem.previous")
    def previous_problem(self, count: int) -> None:
        """The claim before that deserves a second look."""
        self._problem(-count)

    def _problem(self, count: int) -> None:
        ids, here, wanted = self.screen.ids, self.screen.position, self.screen.showing.has_problem
        found = _walk(ids, here, count, wanted, NEAR) or self._far_problem(count)
        if found is None:
            self.screen.say(_("No claim here has a problem"), "warning")
            return
        self.screen.go_to(found)
        current = self.screen.current or ""
        words = [*self.screen.showing.troubles(current), *map(doubt_label, self.review[current].claim.doubts)]
        self.screen.say(f"{DOUBT} " + " · ".join(words))

    def _far_problem(self, count: int) -> str | None:
        """The problem so many further on, or back, found without a look at the claims between."""
        places = self.screen.showing.places
        doubted = sorted(places[claim_id] for claim_id in self.screen.showing.doubted() if claim_id in places)
        if not doubted:
            return None
        here = self.screen.position if self.screen.position is not None else -1
        at = bisect_right(doubted, here) - 1 if count > 0 else bisect_left(doubted, here)
        return self.screen.ids[doubted[(at + count) % len(doubted)]]

    def _search(self, count: int, wanted: Callable[[str], bool], missing: str) -> bool:
        found = _walk(self.screen.ids, self.screen.position, count, wanted)
        if found is None:
            self.screen.say(missing, "warning")
        else:
            self.screen.go_to(found)
        return found is not None

    @handles("article.next")
    def next_article(self, count: int) -> None:
        """The first claim to decide of the next article, or its first one."""
        self._article_by(count)

    @handles("article.previous")
    def previous_article(self, count: int) -> None:
        """The same of the article before."""
        self._article_by(-count)

    def _article_by(self, step: int) -> None:
        articles = self.review.articles
        if articles:
            here = next((n for n, a in enumerate(articles) if a.id == self.screen.article_id), 0)
            self.screen.go_to_article(articles[min(max(here + step, 0), len(articles) - 1)])

    @handles("number.next")
    def next_number(self, count: int) -> None:
        """The next number of the text that no claim covers, in this article or a later one."""
        self._number(count)

    @handles("number.previous")
    def previous_number(self, count: int) -> None:
        """The last one before."""
        self._number(-count)

    def _number(self, step: int) -> None:
        articles = self.review.articles
        here = next((n for n, a in enumerate(articles) if a.id == self.screen.article_id), None)
        if here is None:
            return
        left = zip(around(articles, here, step), chain([self.screen.place], repeat(None)), strict=False)
        unread = self._look(left, step, LONG_ARTICLE)
        if unread is not None:
            look_on = self._look_on(unread, left, step, self._here)
            self.screen.run_worker(look_on, group="numbers", exclusive=True)

    @property
    def _here(self) -> tuple[str | None, str | None, int]:
        """Where the reviewer is: a search ends when that changes."""
        return self.screen.current, self.screen.article_id, self.screen.place

    def _look(self, left: Iterable[Look], step: int, room: int) -> Look | None:
        """Go to the first number found; or give the article that ``room`` leaves no characters to be read."""
        for article, place in left:
            room -= 0 if article.id in self.screen.desk.numbers else len(article.text)
            if room < 0:
                return article, place
            found = self._number_in(article, step, place)
            if found is not None:
                self._show_number(article, found)
                return None
        if self.screen.desk.is_sample:
            self.screen.say(_("Only the sample counts in a second look"), "good")
            return None
        said = _("Every number has a claim") if len(self.review) else _("There is no number here")
        self.screen.say(said + " \u00b7 " + _("dates and references left out"), "good")
        return None

    async def _look_on(self, unread: Look | None, left: Iterator[Look], step: int, here: object) -> None:
        """Read on beside the screen, as long as the reviewer stays where the search began."""
        while unread is not None and self._here == here:
            article = unread[0]
            self.screen.say(_("Looking for numbers in {title} \u2026").format(title=article.label))
            await aside(partial(self.screen.desk.numbers_of, article))
            unread = self._look(chain([unread], left), step, 0) if self._here == here else None

    def _number_in(self, article: Article, step: int, place: int | None) -> tuple[int, int] | None:
        ranges = self.screen.showing.uncovered(article)
        if not ranges:
            return None
        if place is None:
            return ranges[0] if step > 0 else ranges[-1]
        if step > 0:
            at = bisect_right(ranges, place, key=lambda item: item[0]) + step - 1
        else:
            at = bisect_left(ranges, place, key=lambda item: item[0]) + step
        return ranges[at] if 0 <= at < len(ranges) else None

    def _show_number(self, article: Article, number: Range) -> None:
        """Select a number that no claim covers."""
        screen = self.screen
        if article.id != screen.article_id:
            screen.showing.open_article(article, None)
            screen.current = None
            screen.claim_list.set_current(None)
            screen.show_current()
        screen.article_view.select(*number)
        screen.article_view.reveal(*number)
        text = article.text[number[0] : number[1]]
        key = screen.keymap.first_key("claim.add")
        screen.say(_("No claim covers {number} \u00b7 {key} adds one").format(number=text, key=key))

    def select_number(self, offset: int) -> None:
        """Select the uncovered number at a place of the article, if there is one."""
        article = self.screen.article
        ranges = self.screen.showing.uncovered(article) if article is not None else []
        at = bisect_right(ranges, offset, key=lambda item: item[0]) - 1
        if article is not None and at >= 0 and offset < ranges[at][1]:
            self._show_number(article, ranges[at])

    @handles("page.down")
    def page_down(self, count: int) -> None:
        """Scroll the article."""
        self.screen.scroll_article(count)

    @handles("page.up")
    def page_up(self, count: int) -> None:
        """Scroll the article back."""
        self.screen.scroll_article(-count)


def _walk(
    ids: Sequence[str], here: int | None, count: int, wanted: Callable[[str], bool], most: int | None = None
) -> str | None:
    """The ``count``-th wanted id from ``here``, backwards if negative, round the ends.

    With ``most`` only so many are looked at, and it is none unless so many are wanted of them.
    """
    step = 1 if count > 0 else -1
    start = here if here is not None else (-1 if step > 0 else 0)
    found: str | None = None
    left = abs(count)
    for distance in range(1, min(len(ids), most or len(ids)) + 1):
        claim_id = ids[(start + step * distance) % len(ids)]
        if wanted(claim_id):
            found, left = claim_id, left - 1
            if not left:
                return found
    return found if most is None else None
