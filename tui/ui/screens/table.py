"""A screen with rows to go up and down in, over the review; it closes with where to go, or None."""

from collections.abc import Sequence
from typing import ClassVar

from tui.ui.command import Need
from tui.ui.commands import Mode
from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.screens.base import HEIGHTS, WIDTHS
from tui.ui.screens.prompting import PromptingScreen
from tui.ui.widgets.rows import Rows


class TableScreen(PromptingScreen[str | None]):
    """Give it `Rows`, a `StatusLine`, a `Prompt` and a `KeyBar`."""

    AUTO_FOCUS = ""
    START_MODE: ClassVar[Mode] = "rows"
    words = ""  # what was looked for last
    HORIZONTAL_BREAKPOINTS = list(WIDTHS)  # noqa: RUF012 - Textual's type
    VERTICAL_BREAKPOINTS = list(HEIGHTS)  # noqa: RUF012 - Textual's type
    DEFAULT_CSS = """
    TableScreen { background: $background; color: $foreground; }
    """

    @property
    def rows(self) -> Rows:
        """The rows."""
        return self.query_one(Rows)

    def on_mount(self) -> None:
        """Wait for the rows to have their size."""
        self.call_after_refresh(self.begin)

    async def begin(self) -> None:
        """Fill the rows and take keys."""
        self.fill()
        await self.begin_keys()

    def fill(self) -> None:
        """Show the rows."""
        raise NotImplementedError

    def target(self) -> str | None:
        """What the chosen row stands for."""
        raise NotImplementedError

    def row_changed(self) -> None:
        """Follow the chosen row."""

    def has(self, need: Need) -> bool:
        """Whether there are rows, and whether the chosen one stands for anything."""
        if need == "listed":
            return self.rows.count > 0
        return super().has(need) and (need != "target" or self.target() is not None)

    def texts(self, row: int) -> Sequence[str]:
        """What a row is found by."""
        return (self.rows.text(row),)

    @handles("row.find")
    def ask_what_to_find(self, _count: int) -> None:
        """Ask for what a row holds."""
        self.asking.ask(_("Find:"), self._find, value=self.words, replace=True)

    def _find(self, typed: str) -> None:
        """Go to the next row that holds what was typed."""
        self.words = typed.strip()
        if not self.words:
            return
        if self.rows.find(self.words, self.texts):
            self.row_changed()
        else:
            self.say(_("{words} is nowhere in this list").format(words=self.words), "warning")

    @handles("row.open")
    def open_row(self, _count: int) -> None:
        """Go back to the review, to what the row stands for."""
        target = self.target()
        if target is not None:
            self.leave_with(target)

    @handles("row.close")
    def close(self, _count: int) -> None:
        """Go back to where the review was."""
        self.leave_with(None)

    def go(self, row: int, step: int = 1) -> None:
        """Choose a row."""
        self.rows.choose(row, step)
        self.row_changed()

    def _move(self, step: int) -> None:
        self.rows.move(step)
        self.row_changed()

    @handles("row.down")
    def down(self, _count: int) -> None:
        """A row on."""
        self._move(1)

    @handles("row.up")
    def up(self, _count: int) -> None:
        """A row back."""
        self._move(-1)

    @handles("row.page_down")
    def page_down(self, _count: int) -> None:
        """A page on."""
        self._move(self.rows.page)

    @handles("row.page_up")
    def page_up(self, _count: int) -> None:
        """A page back."""
        self._move(-self.rows.page)

    @handles("row.first")
    def first(self, _count: int) -> None:
        """The first row."""
        self.go(0)

    @handles("row.last")
    def last(self, _count: int) -> None:
        """The last row."""
        self.go(self.rows.count - 1, -1)

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Follow a click; a second one opens the row."""
        self.row_changed()
        self.show_keys()
        if message.again:
            self.open_row(1)
