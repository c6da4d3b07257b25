"""The head of the overview: claims by state, claims by confidence, pace, and numbers covered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, get_args

from tui.review.coverage import Coverage
from tui.review.overview import Overview
from tui.review.state import Verdict
from tui.text.cells import cells, fit
from tui.ui.i18n import _, ngettext
from tui.ui.labels import verdict_label
from tui.ui.widgets.lines import Lines, Pieces, fit_pieces, pieces_cells
from tui.ui.widgets.marks import FULL, REST, STATE_MARKS
from tui.ui.widgets.progress_line import time_left

STATES: tuple[Verdict, ...] = ("accepted", "fixed", "rejected", "skipped", "pending")
SURE_ROWS = 6  # nine tenths and more, eight …, and all below a half together
_LABEL, _COUNT, _GAP = 12, 8, 3


@dataclass(frozen=True)
class Figures:
    """What the head shows; ``counted`` of the articles had their numbers counted so far.

    Of a sample's numbers nothing is told.
    """

    overview: Overview
    coverage: Coverage
    counted: int
    is_sample: bool = False


def shares(counts: Sequence[int], total: int, width: int) -> list[int]:
    """How many of ``width`` cells each count gets out of ``total``; what is there at all gets one."""
    if total <= 0 or width <= 0:
        return [0] * len(counts)
    made = [max(count * width // total, 1 if count else 0) for count in counts]
    while sum(made) > width:
        made[made.index(max(made))] -= 1
    return made


def bar_of(parts: Iterable[tuple[str, int]], total: int, width: int) -> Pieces:
    """A bar of ``width`` cells in which each part has its share, what is left stays faint."""
    named = list(parts)
    sizes = shares([count for _part, count in named], total, width)
    pieces = [(FULL * size, part) for (part, _count), size in zip(named, sizes, strict=True) if size]
    return [*pieces, (REST * (width - sum(sizes)), "rest")]


class SessionFigures(Lines):
    """Two columns of bars, and below them a line on pace and coverage."""

    PREFIX = "figures--"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"figures--{part}" for part in (*get_args(Verdict), "rest", "heading", "strong", "muted", "warning")
    }
    DEFAULT_CSS = """
    SessionFigures {
        height: 12; background: $background; color: $foreground;
        & .figures--pending { color: $text-warning; }
        & .figures--accepted { color: $text-success; }
        & .figures--fixed { color: $text-accent; }
        & .figures--rejected { color: $text-error; }
        & .figures--skipped { color: $foreground 85%; }
        & .figures--rest { color: $foreground 20%; }
        & .figures--heading { color: $primary; text-style: bold; }
        & .figures--strong { text-style: bold; }
        & .figures--muted { color: $foreground 85%; }
        & .figures--warning { color: $text-warning; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._shown: Figures | None = None

    def show(self, figures: Figures) -> None:
        """Show these figures."""
        if figures != self._shown:
            self._shown = figures
            self.redraw()

    def make_lines(self, width: int, height: int) -> list[Pieces]:  # noqa: ARG002 - the style sheet fits it
        """The columns side by side, then the lines on pace and numbers."""
        figures = self._shown
        if figures is None:
            return []
        left = min((width - 2 - _GAP) // 2, 72)
        head = [
            ("", ""),
            (" " + fit(_("Claims by state"), left + _GAP), "heading"),
            (_("How sure"), "heading"),
        ]
        lines: list[Pieces] = [[], head]
        for one, other in zip(self._by_state(left), self._by_confidence(left), strict=True):
            pad = left + _GAP - pieces_cells(one)
            lines.append([(" ", ""), *one, (" " * pad, ""), *other])
        lines += [[], self._pace(width), self._numbers(width)]
        return lines

    def _by_state(self, width: int) -> list[Pieces]:
        progress = self._figures.overview.progress
        rows = []
        for state in STATES:
            count = getattr(progress, state)
            label = f"{STATE_MARKS[state]} {verdict_label(state)}"
            rows.append(_bar_row(label, [(state, count)], progress.total, width, mark=state))
        facts = progress.total
        words = ngettext("{count} claim", "{count} claims", facts).format(count=f"{facts:,}")
        done = " · " + _("{percent} % decided").format(percent=int(100 * progress.share))
        return [*rows, [(words + (done if facts else ""), "muted")]]

    @property
    def _figures(self) -> Figures:
        assert self._shown is not None  # noqa: S101 - asked only while something is shown
        return self._shown

    def _by_confidence(self, width: int) -> list[Pieces]:
        bins = self._figures.overview.confidence
        cut = len(bins) - SURE_ROWS + 1
        rows = [bins[n : n + 1] for n in range(len(bins) - 1, cut - 1, -1)] + [bins[:cut]]
        counted = [{state: sum(one.states[state] for one in row) for state in STATES} for row in rows]
        most = max((sum(states.values()) for states in counted), default=0)
        made = []
        for row, states in zip(rows, counted, strict=True):
            low, high = round(100 * row[0].low), round(100 * row[-1].high)
            label = f"{low}\u2013{high} %" if low else _("under {percent} %").format(percent=high)
            made.append(_bar_row(label, list(states.items()), most, width))
        return made

    def _pace(self, width: int) -> Pieces:
        overview = self._figures.overview
        pieces: list[tuple[str, str]] = [(" " + _("Pace") + "  ", "heading")]
        if overview.per_minute is None:
            pieces.append((_("known after a few decisions"), "muted"))
        else:
            pace = (
                f"{overview.per_minute:,.0f}" if overview.per_minute >= 10 else f"{overview.per_minute:.1f}"
            )
            words = _("{pace} claims a minute").format(pace=pace)
            pieces.append((words, "strong"))
            if overview.progress.total > overview.progress.decided and overview.seconds_left is not None:
                pieces.append((" · " + time_left(overview.seconds_left), "muted"))
        return fit_pieces(pieces, width)

    def _numbers(self, width: int) -> Pieces:
        figures = self._figures
        seen, articles = figures.coverage, len(figures.overview.articles)
        pieces: list[tuple[str, str]] = [(" " + _("Numbers") + "  ", "heading")]
        if figures.is_sample:
            return fit_pieces([*pieces, (_("Only the sample counts in a second look"), "muted")], width)
        if (figures.counted or not articles) and not seen.numbers:
            pieces.append((_("none"), "muted"))
        elif figures.counted:
            percent = int(100 * seen.share)
            covered = _("{percent} % of {count} covered").format(percent=percent, count=f"{seen.numbers:,}")
            pieces += [(covered, "strong"), (" · ", "muted")]
            left = _("{count} uncovered").format(count=f"{seen.uncovered:,}")
            pieces.append((left, "warning" if seen.uncovered else "muted"))
        if figures.counted < articles:
            known = _("counted in {done} of {count} articles").format(done=figures.counted, count=articles)
            pieces.append(((" · " if figures.counted else "") + known + " \u2026", "muted"))
        note = (" · " + _("page furniture left out"), "muted")
        return fit_pieces([*pieces, note] if pieces_cells([*pieces, note]) <= width else pieces, width)


def _bar_row(
    label: str, parts: Sequence[tuple[str, int]], total: int, width: int, *, mark: str = "muted"
) -> Pieces:
    count = sum(size for _part, size in parts)
    label_width = max(_LABEL, cells(label) + 1)
    room = max(width - label_width - _COUNT - 1, 0)
    return [
        (fit(label, label_width), mark),
        (f"{count:>{_COUNT},} ", "strong" if count else "muted"),
        *bar_of(parts, total, room),
    ]
