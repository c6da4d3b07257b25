"""The line above: where the reviewer is, how far, how fast, and whether all is saved."""

from dataclasses import dataclass
from typing import ClassVar

from tui.model.edtf import ANY_YEAR
from tui.text.cells import cells, fit
from tui.text.display import one_line
from tui.ui.i18n import _
from tui.ui.widgets.lines import Lines, Pieces, fit_pieces, pieces_cells

_FULL, _HALF_FULL, _HALF_REST, _REST = "\u2501", "\u2578", "\u257a", "\u2501"

# From so many cells on there is room for dates and times.
WIDE = 76


@dataclass(frozen=True)
class Progress:
    """What the line tells; ``left`` is an estimate in seconds, None if there is none yet.

    ``published`` is the article's date in EDTF, whose year may be left open; ``date_key`` sets it, if any.
    """

    session: str = ""
    article: int = 0
    articles: int = 0
    coming: int = 0
    published: str = ""
    date_key: str = ""
    title: str = ""
    done: int = 0
    total: int = 0
    left: float | None = None
    saved: bool = True
    read_only: bool = False


def time_left(seconds: float) -> str:
    """A rough time in the reader's language."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return _("under 1 min left")
    if minutes < 90:
        return _("{minutes} min left").format(minutes=minutes)
    return _("{hours} h left").format(hours=round(minutes / 60))


def bar(done: int, total: int, width: int) -> Pieces:
    """A bar of ``width`` cells, exact to half a cell."""
    halves = 2 * width * done // total if total else 0
    full, half = divmod(halves, 2)
    rest = width - full - half
    if half:
        return (_FULL * full + _HALF_FULL, "bar"), (_REST * rest, "rest")
    if full and rest:
        return (_FULL * full, "bar"), (_HALF_REST + _REST * (rest - 1), "rest")
    return (_FULL * full, "bar"), (_REST * rest, "rest")


class ProgressLine(Lines):
    """One line: session, article and title on the left; count, bar, per cent and time on the right."""

    PREFIX = "progress--"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"progress--{part}"
        for part in ("session", "article", "title", "count", "bar", "rest", "left", "saved", "unsaved")
    }
    DEFAULT_CSS = """
    ProgressLine {
        height: 1; background: $panel; color: $foreground;
        & .progress--session { color: $text-primary; text-style: bold; }
        & .progress--article { color: $foreground 80%; }
        & .progress--title { color: $foreground; }
        & .progress--count { text-style: bold; }
        & .progress--bar { color: $text-success; }
        & .progress--rest { color: $foreground 25%; }
        & .progress--left { color: $foreground 80%; }
        & .progress--saved { color: $text-success; }
        & .progress--unsaved { color: $text-warning; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="progress")
        self._shown = Progress()

    def show(self, progress: Progress) -> None:
        """Show where the reviewer is."""
        if progress != self._shown:
            self._shown = progress
            self.redraw()

    def make_lines(self, width: int, height: int) -> list[Pieces]:  # noqa: ARG002 - one line is all
        """The line for this width: the bar, the dates, the time and then the title give way first."""
        now = self._shown
        right = self._right(width)
        room = width - pieces_cells(right) - 2
        left: list[tuple[str, str]] = [(" ", "")]
        if now.session:
            left.append(
                (fit(one_line(now.session), min(cells(one_line(now.session)), max(room // 2, 0))), "session")
            )
        if now.articles > 1 or (now.articles and now.coming):
            left.append((f" \u00b7 {now.article:,}/{now.articles:,}", "article"))
        if now.articles and now.coming:
            left.append((f" +{now.coming:,} \u2026", "left"))
        date = self._date()
        if date and width >= WIDE:
            left += [(" \u00b7 ", "article"), (date, "article")]
        if now.title:
            left += [(" \u00b7 ", "article"), (one_line(now.title), "title")]
        left = fit_pieces(left, max(room, 0))
        gap = max(0, width - pieces_cells(left) - pieces_cells(right))
        return [[*left, (" " * gap, ""), *right]]

    def _date(self) -> str:
        """The article's date; where it, or its year, is not known, the key that sets it."""
        now = self._shown
        day = one_line(now.published.removeprefix(f"{ANY_YEAR}-"))
        if not now.date_key or (day and day == now.published):
            return day
        words = _("{day}, no year ({key})") if day else _("no date ({key})")
        return words.format(day=day, key=now.date_key)

    def _right(self, width: int) -> list[tuple[str, str]]:
        now = self._shown
        right: list[tuple[str, str]] = [(f"{now.done:,}/{now.total:,} ", "count")]
        size = 0 if width < 50 else 10 if width < 100 else 22
        if size:
            right += [*bar(now.done, now.total, size), (" ", "")]
        right.append((f"{100 * now.done // now.total if now.total else 0:d} %", "count"))
        if now.left is not None and width >= WIDE:
            right.append(("  " + one_line(time_left(now.left)), "left"))
        saved = (_("saved") + " \u2713", "saved") if now.saved else (_("not saved") + " !", "unsaved")
        if now.read_only:
            saved = (_("read only") + " \u2298", "unsaved")
        right.append((("  " + saved[0]) if width >= 64 else "  " + saved[0][-1], saved[1]))
        right.append((" ", ""))
        return right
