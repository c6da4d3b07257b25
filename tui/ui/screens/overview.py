"""The session at one look: its claims by state and confidence, its pace, and its articles."""

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult

from tui.model import Article, Unread
from tui.review.coverage import Coverage, coverage
from tui.review.overview import Overview, overview
from tui.text.cells import cells, fit, fit_end
from tui.text.display import one_line
from tui.ui.aside import aside
from tui.ui.desk import Desk
from tui.ui.i18n import _, ngettext
from tui.ui.labels import article_labels
from tui.ui.screens.table import TableScreen
from tui.ui.troubles import in_words
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.lines import Pieces
from tui.ui.widgets.marks import STATE_MARKS
from tui.ui.widgets.progress_line import Progress, ProgressLine
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.rows import Rows
from tui.ui.widgets.session_figures import STATES, Figures, SessionFigures, bar_of
from tui.ui.widgets.status_line import StatusLine

_LEAST = 12  # cells of a path that say more than none
_TOLD_EVERY = 16  # articles counted between two looks at the sum


class OverviewScreen(TableScreen):
    """Enter goes to an article. The numbers of the articles are counted while it is open, and kept.

    Files that could not be read come last, with the reasons.
    """

    def __init__(self, desk: Desk, article_id: str | None) -> None:
        super().__init__()
        self.desk = desk
        self.article_id = article_id
        self.overview: Overview = overview(desk.review)
        self.coverages: dict[str, Coverage] = {}
        self.covered = Coverage()
        self.unread: Sequence[Unread] = ()
        self._labels: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay out the figures over the articles."""
        yield ProgressLine()
        yield SessionFigures(id="figures")
        yield Rows(id="articles", empty=_("No article here yet"))
        yield StatusLine()
        yield Prompt(id="prompt")
        yield KeyBar(id="keys")

    def fill(self) -> None:
        """Show what is known at once, then count the numbers."""
        progress = self.overview.progress
        self.query_one(ProgressLine).show(
            Progress(
                session=self.desk.name,
                title=_("Overview"),
                done=progress.decided,
                total=progress.total,
            )
        )
        for each in self.overview.articles:
            if each.article.id in self.desk.numbers and each.article.id not in self.coverages:
                self._look_at(each.article)
        self._labels = article_labels(self._articles)
        here = next((n for n, each in enumerate(self._articles, 1) if each.id == self.article_id), 1)
        self.unread = self.desk.unread()
        last = len(self._articles) + 1
        heads, more = ((0, last), len(self.unread) + 1) if self.unread else ((0,), 0)
        self.rows.show(last + more, self._row, heads=heads, chosen=here)
        self._tell()
        if len(self.coverages) < len(self._articles):
            self.run_worker(self._count(), group="counting", exclusive=True)

    def articles_joined(self) -> None:
        """Show the articles that came in as well; the chosen one, or the chosen file, stays chosen."""
        self.article_id, unread = self.target() or self.article_id, self._chosen_unread
        self.overview = overview(self.desk.review)
        self.fill()
        paths = [each.path for each in self.unread]
        if unread is not None and unread.path in paths:
            self.rows.choose(len(self._articles) + 2 + paths.index(unread.path))

    @property
    def _articles(self) -> list[Article]:
        return [each.article for each in self.overview.articles]

    def target(self) -> str | None:
        """The article of the row."""
        row = self.rows.chosen
        return self.overview.articles[row - 1].article.id if row and row <= len(self._articles) else None

    def row_changed(self) -> None:
        """Say in full why the chosen file could not be read, if it is one."""
        each = self._chosen_unread
        if each is None:
            self.say("")
            return
        reason = one_line(in_words(each.told))
        room = max(self.size.width - cells(reason) - 4, 0)
        path = fit_end(one_line(each.path), min(room, cells(one_line(each.path))))
        self.say(f"{path}: {reason}" if room > _LEAST else reason, "warning")

    @property
    def _chosen_unread(self) -> Unread | None:
        """The file of the row, if it is one that could not be read."""
        at = (self.rows.chosen or 0) - len(self._articles) - 2
        return self.unread[at] if at >= 0 else None

    async def _count(self) -> None:
        """Count the numbers of the articles, one after the other, and show each as it is known."""
        waiting = [n for n, each in enumerate(self._articles) if each.id not in self.desk.numbers]
        for done, n in enumerate(waiting, 1):
            article = self.overview.articles[n].article
            await aside(partial(self.desk.numbers_of, article))
            self._look_at(article)
            for rows in self.query(Rows):  # gone, where the page was closed while it counted
                rows.repaint_row(n + 1)
            if done % _TOLD_EVERY == 0 or done < _TOLD_EVERY or done == len(waiting):
                self._tell()

    def _look_at(self, article: Article) -> None:
        spans = self.desk.review.spans(article.id)
        known = self.coverages[article.id] = coverage(self.desk.numbers[article.id], spans)
        self.covered = self.covered.plus(known)

    def _tell(self) -> None:
        for figures in self.query(SessionFigures):  # gone likewise
            figures.show(Figures(self.overview, self.covered, len(self.coverages), self.desk.is_sample))

    def _row(self, row: int, width: int) -> Pieces:
        wide = width >= 140
        bar, counts, uncovered = (24 if width >= 96 else 10), (36 if wide else 0), 11
        title = max(width - bar - counts - uncovered - 20, 8)
        if not row:
            return [
                (fit(_("Article"), title + 1), "heading"),
                (fit(_("decided"), 9 + 1 + bar + 6, right=False), "heading"),
                (fit("", counts), ""),
                (fit(_("uncovered"), uncovered + 2, right=True), "heading"),
            ]
        if row > len(self._articles):
            return self._unread_row(row - len(self._articles) - 2, title, width)
        article, progress = self.overview.articles[row - 1]
        known = self.coverages.get(article.id)
        left = "\u2026" if known is None else f"{known.uncovered:,}" if known.uncovered else "\u2013"
        parts = [(state, getattr(progress, state)) for state in STATES if state != "pending"]
        done = progress.total and progress.decided == progress.total
        share = f"{int(100 * progress.share)} %" if progress.total else "\u2013"
        return [
            (fit(one_line(self._labels[article.id]), title), "muted" if done else ""),
            (fit(f"{progress.decided:,}/{progress.total:,}", 9, right=True) + " ", "strong"),
            *bar_of(parts, progress.total, bar),
            (f" {share:>5} ", "good" if done else ""),
            *(self._states(parts, counts) if wide else []),
            (fit(left, uncovered + 1, right=True), "warning" if known and known.uncovered else "muted"),
        ]

    def _unread_row(self, at: int, title: int, width: int) -> Pieces:
        if at < 0:
            words = ngettext("{count} file not read", "{count} files not read", len(self.unread))
            return [(fit(words.format(count=f"{len(self.unread):,}"), width), "heading")]
        each = self.unread[at]
        return [
            (fit_end(one_line(each.path), title) + " ", "warning"),
            (fit(one_line(in_words(each.told)), width - title - 1), "muted"),
        ]

    @staticmethod
    def _states(parts: Sequence[tuple[str, int]], width: int) -> Pieces:
        pieces = [
            (fit(f" {STATE_MARKS[state]} {count:,}", width // 4), state) for state, count in parts if count
        ]
        used = sum(cells(text) for text, _part in pieces)
        return [*pieces, (" " * (width - used), "")]
