"""Figures over time as bars or as a line, drawn by plotext."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from textual.color import Color
from textual_plotext import PlotextPlot

from tui.text.cells import cells
from tui.text.display import one_line
from tui.ui.i18n import N_, _

MOST_BARS = 12
_TICKS = 4
# The numbers that large ones are told in, the largest first; a language may have others.
_SCALES = N_("1000000000=billion 1000000=million 1000=thousand")


@dataclass(frozen=True)
class Points:
    """Values with the labels of their periods, in the order of time."""

    labels: tuple[str, ...] = ()
    values: tuple[float, ...] = ()


def scale_of(values: Sequence[float]) -> tuple[int, str]:
    """What to divide values by so that their labels are short, and its name; 1 and nothing for small ones."""
    most = max(map(abs, values), default=0)
    scales = (scale.split("=") for scale in _(_SCALES).split())
    return next(((int(size), name) for size, name in scales if most >= 10 * int(size)), (1, ""))


def ticks(low: float, high: float, count: int = _TICKS) -> list[float]:
    """About ``count`` round values at equal distances, none outside of the lowest and the highest."""
    if low >= high:
        return [low]
    rough = (high - low) / count
    size = 10.0 ** floor(log10(rough))
    step = next(size * each for each in (1, 2, 5, 10) if size * each >= rough)
    marks = (step * n for n in range(ceil(low / step), floor(high / step) + 1))
    # Beside huge values a small step is less than what a float can tell apart.
    slack = (high - low) / 1e9
    return [mark for mark in marks if low - slack <= mark <= high + slack]


def label_of(mark: float) -> str:
    """A mark as it is written beside the chart, with separators and without an exponent."""
    return f"{mark:,.10g}"


class Chart(PlotextPlot):
    """Bars for a few periods, a line for many; ``flip`` has it the other way."""

    DEFAULT_CSS = """
    Chart { background: $background; height: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.points = Points()
        self.flipped = False

    @property
    def bars(self) -> bool:
        """Whether bars are drawn."""
        return (len(self.points.values) <= MOST_BARS) != self.flipped

    def show(self, points: Points) -> None:
        """Draw these points."""
        if points != self.points:
            self.points = points
            self.draw()

    def flip(self) -> None:
        """Draw the chart the other way."""
        self.flipped = not self.flipped
        self.draw()

    def on_resize(self) -> None:
        """Fit the labels to the new width."""
        self.draw()

    def draw(self) -> None:
        """Draw anew with the colours and the size of now."""
        plot, points = self.plt, self.points
        plot.clear_figure()
        if points.values and self.size.width > 8:
            size, _name = scale_of(points.values)
            values = [value / size for value in points.values]
            low, high = (min(*values, 0), max(*values, 0)) if self.bars else (min(values), max(values))
            if low == high:
                low, high = low - 1, high + 1
            places = [float(n) for n in range(1, len(values) + 1)]
            color = Color.parse(self.app.theme_variables["primary"]).rgb
            if self.bars:
                plot.bar(places, values, color=color, width=0.6, minimum=low, marker="hd")
            else:
                plot.plot(places, values, color=color, marker="braille")
                plot.scatter(places, values, color=color, marker="dot")
            self._label(low, high, places)
        self.refresh()

    def _label(self, low: float, high: float, places: list[float]) -> None:
        plot, labels = self.plt, [one_line(label) for label in self.points.labels]
        room = max(self.size.width - 12, 1)
        # A label every so often, so that they never run into each other.
        step = -(-sum(cells(label) + 2 for label in labels) // room)
        plot.xticks(places[::step], labels[::step])
        marks = ticks(low, high, min(max(self.size.height // 4, 2), _TICKS))
        plot.yticks(marks, [label_of(mark) for mark in marks])
        plot.ylim(low, high)
        plot.grid(horizontal=False, vertical=False)

    def unit_note(self) -> str:
        """In what the labels of the values are: thousands, millions or billions; empty for units."""
        return scale_of(self.points.values)[1]
