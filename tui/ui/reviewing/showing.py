"""Brings the state of the review to the widgets: the article, the rows, the current claim, the progress."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, compress
from operator import and_
from pathlib import PurePath

from tui.model import Article
from tui.review import Change, ClaimState
from tui.review.checks import Checks, Troubles, told
from tui.review.coverage import uncovered
from tui.review.history import history
from tui.review.pace import WINDOW, Pace
from tui.ui.aside import aside
from tui.ui.desk import LONG_ARTICLE
from tui.ui.i18n import _
from tui.ui.memory import loading
from tui.ui.reading import Range, Reading
from tui.ui.reviewing.base import Doing
from tui.ui.troubles import in_words
from tui.ui.widgets.article_paint import ClaimSpan, Ranges
from tui.ui.widgets.claim_fields import Facts
from tui.ui.widgets.claim_row import ClaimRow
from tui.ui.widgets.detail import ClaimDetail
from tui.ui.widgets.progress_line import Progress, ProgressLine

_OPEN = frozenset({"pending", "skipped"})


class Showing(Doing):
    """Knows what the widgets show already, so that only what differs is painted."""

    def start(self) -> None:
        """Begin with nothing shown."""
        self._checks = Checks(self.review, at_once=False)
        self._uncovered: dict[str, list[Range]] = {}
        self._numbers_in: dict[str, Ranges] = {}
        self._pace = Pace(self.review.decisions[-WINDOW - 1 :])
        self._numbers = {article.id: n for n, article in enumerate(self.review.articles, 1)}

    # The list

    def row(self, claim_id: str) -> ClaimRow:
        """What the list shows of a claim."""
        state = self.review[claim_id]
        text = self.review.article(state.claim.article).text
        written = text[state.claim.start : state.claim.end]
        return ClaimRow(
            state.claim, written, state.verdict, bool(state.note), trouble=_is_doubted(state, self._checks)
        )

    @property
    def places(self) -> Mapping[str, int]:
        """Where each claim stands in the list, as far as it is there."""
        return self.screen.claim_list.places

    def has_problem(self, claim_id: str) -> bool:
        """Whether a claim deserves a second look."""
        return _is_doubted(self.review[claim_id], self.checks)

    def doubted(self) -> set[str]:
        """All claims that deserve one; no claim is asked."""
        columns = self.review.columns
        doubts, states = (chain.from_iterable(columns.of(name).values()) for name in ("doubt", "state"))
        told = map(and_, map(bool, doubts), map(_OPEN.__contains__, states))
        return set(chain(compress(self.review.claim_ids, told), *self.all_troubles().values()))

    def all_troubles(self) -> Troubles:
        """What looks wrong with any claim, once all claims were looked at."""
        return self.checks.troubles()

    @property
    def checks(self) -> Checks:
        """The problems of every claim, all of them looked for by then."""
        if not self._checks.complete:
            self._checks.finish()
        return self._checks

    def troubles(self, claim_id: str) -> tuple[str, ...]:
        """What looks wrong with a claim, in words; mere unsureness goes without where a doubt says why."""
        doubts = self.review[claim_id].claim.doubts
        return tuple(
            in_words(told(problem, self.review))
            for problem in self._checks.problems(claim_id)
            if problem.code != "unsure" or not doubts
        )

    def look_for_problems(self, at_once: int) -> Iterator[None]:
        """Look for problems of some claims at a time, then mark those that have any in the list."""
        self._checks.read_on(at_once)
        while not self._checks.complete:
            yield
            self._checks.read_on(at_once)
        self.screen.claim_list.update_rows()
        self.current()

    def look_at(self, ids: Iterable[str]) -> None:
        """Look for problems of claims before they are asked for."""
        self._checks.look_at(ids)

    # The article

    def open_article(self, article: Article, current: str | None) -> None:
        """Show another article."""
        self.screen.adding.leave_caret()
        self.screen.article = article
        reading = self.screen.desk.known_reading(article)
        if reading is None and (len(article.text) > LONG_ARTICLE or not self.screen.desk.is_ready):
            reading = Reading()
            self.screen.read_later(article)
        self._show(article, reading or self.screen.desk.reading(article), current)

    def preview(self) -> None:
        """Show an article before its claims are found, when there is none yet."""
        preview, self.screen.desk.preview = self.screen.desk.preview, None
        if preview is None or self.screen.article is not None:
            return
        self.screen.article_view.show(preview.text, [])
        self.screen.say(_("Reading {file} …").format(file=PurePath(preview.path).name))

    def read_again(self) -> None:
        """Show what there is of the article and all claims now that its day was said; the place stays."""
        article, before, view = self.screen.article, self.screen.current, self.screen.article_view
        if article is None:
            return
        top, ids, at = view.top, self.screen.ids, self.screen.position or 0
        self.start()
        self.screen.fixing.begin_to_see()
        self.screen.batching.look_again()
        self.open_article(self.review.article(article.id), None)
        self.screen.searching.show_hits()
        self.screen.searching.list_all()
        near = (name for name in chain(ids[at:], reversed(ids[:at])) if name in self.places)
        self.screen.go_to(next(chain(near, self.screen.ids), None))
        if self.screen.current == before:
            view.scroll_to_offset(top)
        self.screen.narrowing.refresh()
        self.screen.look_later()

    async def read_in_thread(self, article: Article) -> None:
        """Read an article by the rules, then show what they see in it."""
        names_known = self.screen.desk.is_ready
        with loading():
            reading = await aside(lambda: self.screen.desk.reading(article))
        if self.screen.article is article:
            self.screen.article_view.set_background(
                uncovered=self.uncovered(article),
                dim=reading.dim,
                headings=reading.headings,
                sentences=reading.sentences,
            )
            self.screen.fixing.claim_shown()
        if not names_known:
            self.screen.fixing.see_vocabulary()
            self.screen.ordering.name_again()
            self.current()

    def _show(self, article: Article, reading: Reading, current: str | None) -> None:
        spans = [self.span(claim_id) for claim_id in self.review.of_article(article.id)]
        self.screen.article_view.show(
            article.text,
            spans,
            uncovered=self.uncovered(article) if reading.numbers else (),
            dim=reading.dim,
            headings=reading.headings,
            sentences=reading.sentences,
            current=current,
        )

    def span(self, claim_id: str) -> ClaimSpan:
        """A claim as its article's pane shows it."""
        state = self.review[claim_id]
        return ClaimSpan(state.claim.start, state.claim.end, state.verdict, claim_id)

    def uncovered(self, article: Article) -> list[Range]:
        """The numbers of an article that no claim covers, in order."""
        known = self._uncovered.get(article.id)
        if known is None:
            numbers, spans = self.screen.desk.numbers_of(article), self.review.spans(article.id)
            self._numbers_in[article.id] = Ranges(numbers)
            known = self._uncovered[article.id] = uncovered(numbers, spans)
        return known

    def scroll_to(self, offset: int) -> None:
        """Bring the line of an offset to the top of the article's pane."""
        if self.screen.article is not None:
            self.screen.article_view.scroll_to_offset(offset)

    # What changes

    def change(self, change: Change) -> None:
        """Paint what a decision changed."""
        here = [name for name in change.claims if name in self.review]
        self._checks.update(change.claims)
        if change.relaid:
            self._relay(change)
        if change.reordered:
            if self.screen.current not in self.review:
                self.screen.current = None
            self.screen.searching.list_again(change)
        else:
            self.screen.claim_list.update_rows()
        in_view = [name for name in here if self.review[name].claim.article == self.screen.article_id]
        self.screen.article_view.update_states({name: self.review[name].verdict for name in in_view})
        self._pace.add(change.decision)
        self.current()

    def _relay(self, change: Change) -> None:
        """Show where claims stand now, and look again at the numbers that they covered or cover."""
        article = self.screen.article
        for article_id in change.relaid:
            if article is None or article.id != article_id:
                self._uncovered.pop(article_id, None)
                continue
            spans = {name: self._span_in(article, name) for name in change.claims}
            for span in self.screen.article_view.update_spans(spans):
                self._cover(article, span)

    def _span_in(self, article: Article, claim_id: str) -> ClaimSpan | None:
        there = claim_id in self.review and self.review[claim_id].claim.article == article.id
        return self.span(claim_id) if there else None

    def _cover(self, article: Article, span: ClaimSpan) -> None:
        """Find out anew which of the numbers that a claim touches, or touched, no claim covers."""
        known = self._uncovered.get(article.id)
        if known is None:
            return  # the article is still being read: all of them are found out then
        for number in self._numbers_in[article.id].touching(span.start, span.end):
            at, covered = bisect_left(known, number), bool(self.review.touching(article.id, *number))
            if (known[at : at + 1] == [number]) == covered:
                known = [*known[:at], *([] if covered else [number]), *known[at + covered :]]
                self._uncovered[article.id] = known
                self.screen.article_view.set_covered(number, covered=covered)

    def articles_joined(self, claims: tuple[str, ...]) -> None:
        """Show the claims of articles that came in."""
        self._numbers = {article.id: n for n, article in enumerate(self.review.articles, 1)}
        nothing_waited = self.review.progress().pending == len(claims)
        self.screen.fixing.see(claims)
        self._checks.update(claims)
        self.screen.searching.list_more(claims)
        self.screen.narrowing.refresh()
        if self.screen.current is None:
            self.screen.say("")
            self.screen.go_on(None)
        elif nothing_waited:
            self.screen.leaving.tell_of_more(sum(name in self.places for name in claims))
        self.current()

    # The current claim and the progress

    def current(self) -> None:
        """Show the current claim in full, and how far the review is."""
        claim_id = self.screen.current
        facts = self.facts(claim_id) if claim_id is not None else None
        self.screen.query_one(ClaimDetail).show(facts)
        progress, article = self.review.progress(), self.screen.article
        dates = article is not None and not self.screen.desk.read_only
        left = progress.total - progress.decided
        self.screen.query_one(ProgressLine).show(
            Progress(
                session=self.screen.desk.name,
                article=self._numbers.get(article.id, 0) if article else 0,
                articles=len(self.review.articles),
                coming=self.screen.desk.coming(),
                published=(article.published or "") if article else "",
                date_key=self.screen.keymap.first_key("article.date") if dates else "",
                title=article.label if article else "",
                done=progress.decided,
                total=progress.total,
                read_only=bool(self.screen.desk.read_only),
                left=self._pace.seconds_left(left) or None,
            )
        )

    def facts(self, claim_id: str) -> Facts:
        """All that is shown of one claim."""
        state = self.review[claim_id]
        text = self.review.article(state.claim.article).text
        detail = self.screen.query_one(ClaimDetail)
        return Facts(
            state.claim,
            text[state.claim.start : state.claim.end],
            state=state.verdict,
            original=state.original,
            note=state.note,
            reason=state.reason,
            by=state.by,
            values=self.screen.desk.shown_values(state.claim),
            steps=tuple(history(self.review, claim_id)) if detail.side == "history" else (),
            troubles=self.troubles(claim_id),
        )


def _is_doubted(state: ClaimState, checks: Checks) -> bool:
    """Whether a claim deserves a second look."""
    doubts = state.verdict in _OPEN and bool(state.claim.doubts)
    return doubts or bool(checks.problems(state.claim.id))
