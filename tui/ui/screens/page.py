"""A page to read over another screen: it scrolls and closes."""

from typing import ClassVar

from textual.screen import ModalScreen
from textual.widget import Widget

from tui.ui.command import Need
from tui.ui.commands import Mode
from tui.ui.handling import handles
from tui.ui.screens.base import CommandScreen


class PageScreen(CommandScreen[None], ModalScreen[None]):
    """Give it a widget to scroll and a `KeyBar`."""

    START_MODE: ClassVar[Mode] = "help"

    @property
    def page_widget(self) -> Widget:
        """What scrolls."""
        raise NotImplementedError

    async def on_mount(self) -> None:
        """Take keys."""
        await self.begin_keys()

    def on_resize(self) -> None:
        """Tell of scrolling where there is something to scroll, once the page has its size."""
        self.call_after_refresh(self.show_keys)

    def has(self, need: Need) -> bool:
        """Whether there is more than can be seen, as there mostly is."""
        return need != "more" or not self.page_widget.size or self.page_widget.max_scroll_y > 0

    def _scroll(self, lines: int) -> None:
        self.page_widget.scroll_relative(y=lines, animate=False, force=True)

    @handles("help.close")
    def close(self, _count: int) -> None:
        """Back to where it was asked."""
        self.leave_with()

    @handles("help.down")
    def down(self, _count: int) -> None:
        """A line on."""
        self._scroll(1)

    @handles("help.up")
    def up(self, _count: int) -> None:
        """A line back."""
        self._scroll(-1)

    @handles("help.page_down")
    def page_down(self, _count: int) -> None:
        """A page on."""
        self._scroll(self.page_widget.size.height - 1)

    @handles("help.page_up")
    def page_up(self, _count: int) -> None:
        """A page back."""
        self._scroll(1 - self.page_widget.size.height)

    @handles("help.top")
    def top(self, _count: int) -> None:
        """To the first line."""
        self.page_widget.scroll_to(y=0, animate=False, force=True)

    @handles("help.bottom")
    def bottom(self, _count: int) -> None:
        """To the last line."""
        self.page_widget.scroll_to(y=self.page_widget.max_scroll_y, animate=False, force=True)
