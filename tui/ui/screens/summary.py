"""The facts so far: a table by indicator, place and period, charts where periods compare, contradictions."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content

from tui.review.summary import Figure, Series, Topic, summary, value_of
from tui.text.cells import cells, fit
from tui.text.display import one_line
from tui.ui.command import Need
from tui.ui.desk import Desk
from tui.ui.handling import handles
from tui.ui.i18n import _, ngettext
from tui.ui.screens.table import TableScreen
from tui.ui.values import show_value
from tui.ui.widgets.chart import Chart, Points
from tui.ui.widgets.claim_row import short_period
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.lines import Pieces
from tui.ui.widgets.marks import BOUND_MARKS, DOUBT, PLANNED, measure_mark
from tui.ui.widgets.progress_line import Progress, ProgressLine
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.quotes import Quote, Quotes
from tui.ui.widgets.rows import Rows
from tui.ui.widgets.status_line import StatusLine
from tui.ui.widgets.still import Below, Beside, Label

if TYPE_CHECKING:
    from tui.model import Value

NOTHING = "\u2013"
SEVERAL = "\u00d7"
CONFLICT = "!"
SERIES = "\u25aa"
_PLACE = 12  # cells that a place keeps
_UNIT = 15  # cells that a unit takes at most before the places have what they need
_FIXED = 8  # cells of a row for the arrow, the marks and the series
MOST_QUOTES = 6


class SummaryScreen(TableScreen):
    """Enter goes to the first claim behind a figure; what is shown is as of the moment it was opened."""

    START_MODE = "summary"
    DEFAULT_CSS = """
    SummaryScreen {
        & #figures { width: 58%; }
        & #aside { width: 42%; border-left: vkey $foreground 15%; }
        & #chart-title {
            height: 1; padding: 0 1;
            & #chart-name { width: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
            & #chart-unit { width: auto; padding-left: 1; color: $text-muted; }
        }
        & #quotes { height: 45%; }
        & #quotes.-alone { height: 1fr; }
        &.-narrow #facts { layout: vertical; }
        &.-narrow #figures { width: 100%; height: 1fr; }
        &.-narrow #aside { width: 100%; height: 45%; layout: horizontal; border-left: none; }
        &.-narrow #drawn { width: 1fr; }
        &.-narrow #quotes { width: 1fr; height: 100%; }
        &.-wide #figures { width: 1fr; }
        &.-wide #aside { width: 84; }
    }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.summary = summary(desk.review)
        self._columns = (1, 1, 1, 1)
        self._lines: list[tuple[Topic, Figure | None]] = []
        self._heads: list[int] = []
        self._series: dict[int, Series] = {}

    def compose(self) -> ComposeResult:
        """Lay out the table beside chart and quotes."""
        yield ProgressLine()
        with Beside(id="facts"):
            yield Rows(id="figures", empty=_("No facts yet: accept or fix claims first"))
            with Below(id="aside"):
                with Below(id="drawn"):
                    with Beside(id="chart-title"):
                        yield Label(id="chart-name")
                        yield Label(id="chart-unit")
                    yield Chart(id="chart")
                yield Quotes(id="quotes")
        yield StatusLine()
        yield Prompt(id="prompt")
        yield KeyBar(id="keys")

    @property
    def chart(self) -> Chart:
        """The chart."""
        return self.query_one(Chart)

    @property
    def drawn(self) -> Below:
        """The chart with its title; hidden where nothing compares over time."""
        return self.query_one("#drawn", Below)

    def fill(self) -> None:
        """Show the table."""
        self._show_progress()
        before: tuple[bool, str] | None = None
        rows: dict[Figure, int] = {}
        for figure in self.summary.figures:
            what = (figure.topic.known, figure.topic.what)
            if what != before:
                before = what
                self._heads.append(len(self._lines))
                self._lines.append((figure.topic, None))
            rows[figure] = len(self._lines)
            self._lines.append((figure.topic, figure))
        for series in self.summary.series:
            self._series.update(dict.fromkeys((rows[figure] for figure in series.figures), series))
        self._columns = self._measured()
        self.query_one("#aside").display = bool(self._lines)
        self.rows.show(len(self._lines), self._row, heads=self._heads)
        self.row_changed()
        self._count()

    def articles_joined(self) -> None:
        """Count the claims that came in; none of them is a fact yet."""
        self._show_progress()

    def _show_progress(self) -> None:
        progress = self.desk.review.progress()
        self.query_one(ProgressLine).show(
            Progress(
                session=self.desk.name, title=_("Facts so far"), done=progress.decided, total=progress.total
            )
        )

    def _count(self) -> None:
        facts, conflicts = self.desk.review.progress().facts, len(self.summary.conflicts)
        words = ngettext("{count} fact", "{count} facts", facts).format(count=f"{facts:,}")
        figures = len(self.summary.figures)
        words += " · " + ngettext("{count} figure", "{count} figures", figures).format(count=f"{figures:,}")
        if conflicts:
            more = ngettext("{count} contradiction", "{count} contradictions", conflicts)
            words += " · " + more.format(count=f"{conflicts:,}")
        self.say(words, "warning" if conflicts else "plain")

    # The table

    def _measured(self) -> tuple[int, int, int, int]:
        """The cells that places, periods, numbers and units need, with those between them."""
        figures = self.summary.figures

        def widest(shown: Callable[[Figure], str], most: int) -> int:
            return min(max((cells(shown(figure)) for figure in figures), default=1), most)

        return (
            widest(lambda figure: one_line(figure.topic.place), 40) + 4,
            widest(lambda figure: one_line(short_period(figure.period)), 11) + 3,
            widest(lambda figure: show_value(self._amount(figure)[0]), 14) + 1,
            widest(lambda figure: self._unit(figure.topic), 30) + 1,
        )

    def _figure(self, row: int | None) -> Figure | None:
        return self._lines[row][1] if row is not None and row < len(self._lines) else None

    def _row(self, row: int, width: int) -> Pieces:
        topic, figure = self._lines[row]
        return self._heading(topic, width) if figure is None else self._figure_row(row, figure, width)

    def _heading(self, topic: Topic, width: int) -> Pieces:
        return [(fit(self._topic_name(topic) or NOTHING, width), "heading")]

    def _figure_row(self, row: int, figure: Figure, width: int) -> Pieces:
        topic = figure.topic
        value, amount = self._amount(figure)
        widest, period, number, unit = self._columns
        room = width - number - period - _FIXED
        unit = min(unit, max(room - _PLACE, 4), max(room - widest, _UNIT))
        place = min(max(room - unit, 4), widest)
        several = len(figure.claims)
        marks = (CONFLICT if figure.conflict else DOUBT if len(figure.statements) > 1 else " ") + (
            f"{SEVERAL}{several}" if several > 1 else ""
        )
        bound = BOUND_MARKS.get(figure.statements[0].bound, " ")
        planned = PLANNED if topic.status == "planned" else " "
        above = self._lines[row - 1]
        again = above[1] is not None and above[0].place == topic.place
        return [
            (fit("  " if again else "  " + (one_line(topic.place) or NOTHING), place), ""),
            (fit(" " + planned + (one_line(short_period(figure.period)) or NOTHING), period), "muted"),
            (fit(bound + show_value(value), number, right=True), "strong"),
            (f" {amount} ", "bar"),
            (fit(self._unit(topic), unit), "muted"),
            (fit(marks, 4), "warning"),
            (SERIES if row in self._series else " ", "bar"),
        ]

    @staticmethod
    def _amount(figure: Figure) -> "tuple[Value, str]":
        value = figure.statements[0].value
        low = value[0] if isinstance(value, tuple) else value
        return value, measure_mark(figure.topic.measure, falls=low < 0)

    @staticmethod
    def _unit(topic: Topic) -> str:
        return one_line(topic.unit + (f" / {topic.per}" if topic.per else ""))

    # Beside the table

    def row_changed(self) -> None:
        """Show the chart and the quotes of the chosen figure."""
        row = self.rows.chosen
        figure = self._figure(row)
        series = self._series.get(row) if row is not None else None
        self.drawn.display = series is not None
        self.query_one(Quotes).set_class(series is None, "-alone")
        if series is not None:
            values = tuple(float(value_of(each)) for each in series.figures)
            labels = tuple(short_period(each.period) for each in series.figures)
            self.chart.show(Points(labels, values))
            self._caption(series)
        self.query_one(Quotes).show(self._quotes(figure) if figure is not None else [], self._title(figure))

    def _caption(self, series: Series) -> None:
        """What the chart shows, above it, and in what; where there is no room for both, the unit stays."""
        topic = series.topic
        words = " · ".join(part for part in (self._topic_name(topic), one_line(topic.place)) if part)
        unit = " · ".join(part for part in (self._unit(topic), self.chart.unit_note()) if part)
        self.query_one("#chart-name", Label).update(Content.styled(words, "bold $primary"))
        self.query_one("#chart-unit", Label).update(Content(unit))

    def _topic_name(self, topic: Topic) -> str:
        return one_line(self.desk.indicator_name(topic.what) if topic.known else topic.what)

    def _title(self, figure: Figure | None) -> str:
        if figure is None:
            return ""
        if figure.conflict:
            return _("These contradict each other")
        if len(figure.statements) > 1:
            return _("Several values were stated")
        return _("What the articles say")

    def _quotes(self, figure: Figure) -> list[Quote]:
        """The first facts of each statement, so that contradictions stand side by side."""
        review = self.desk.review
        made = []
        for statement in figure.statements:
            amount = BOUND_MARKS.get(statement.bound, " ").strip() + show_value(statement.value)
            for claim_id in statement.claims[: max(MOST_QUOTES // len(figure.statements), 1)]:
                claim = review[claim_id].claim
                article = review.article(claim.article)
                made.append(Quote.of(article, claim.start, claim.end, amount=f"{amount} {claim.unit}"))
        return made

    def texts(self, row: int) -> Sequence[str]:
        """What the row says, and all that its indicator is called in any language."""
        topic, figure = self._lines[row]
        called = self.desk.called(topic.what) if topic.known and figure is None else ()
        return (*super().texts(row), *called)

    def target(self) -> str | None:
        """The first claim behind the figure."""
        figure = self._figure(self.rows.chosen)
        return figure.claims[0] if figure is not None else None

    # Commands

    def has(self, need: Need) -> bool:
        """Whether there are contradictions or figures that compare, and a chart of them."""
        there = {
            "conflict": self.summary.conflicts,
            "series": self._series,
            "chart": self._series and self.drawn.display,
        }
        return super().has(need) and bool(there.get(need, True))

    @handles("summary.conflict")
    def next_conflict(self, _count: int) -> None:
        """The next figure on which facts disagree, round the end."""
        figures = enumerate(figure for _topic, figure in self._lines)
        wanted = [row for row, figure in figures if figure is not None and figure.conflict]
        self._go_round(wanted, _("No facts contradict each other"))

    @handles("summary.series")
    def next_series(self, _count: int) -> None:
        """The first figure of the next series, round the end."""
        firsts: dict[int, int] = {}
        for row, series in self._series.items():
            firsts.setdefault(id(series), row)
        self._go_round(sorted(firsts.values()), _("No figures compare over time yet"))

    def _go_round(self, rows: list[int], missing: str) -> None:
        if not rows:
            self.say(missing, "warning")
            return
        at = bisect_right(rows, self.rows.chosen or 0)
        self.go(rows[at % len(rows)])

    @handles("summary.chart")
    def flip_chart(self, _count: int) -> None:
        """Bars instead of a line, or the other way round."""
        if self.drawn.display:
            self.chart.flip()
