"""Mark a range of claims, to be decided in one step."""

from typing import TYPE_CHECKING

from tui.ui.handling import handles
from tui.ui.i18n import _, ngettext
from tui.ui.reviewing.base import Doing

if TYPE_CHECKING:
    from tui.ui.reviewing.screen import ReviewScreen


class Marking(Doing):
    """The range runs from where it was started to the current claim, wherever that goes."""

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(screen)
        self.anchor: str | None = None
        self.ids: list[str] = []

    @handles("range.start")
    def toggle(self, _count: int) -> None:
        """Start a range here, or forget it."""
        if self.anchor is not None:
            self.forget()
            self.screen.say("")
        elif self.screen.current is not None:
            self.start(self.screen.current)

    def start(self, anchor: str) -> None:
        """Start a range at a claim."""
        self.anchor = anchor
        self.follow()

    def follow(self) -> None:
        """Stretch the range to the current claim, if the claim that it runs from is still there."""
        if self.anchor is None or self.anchor not in self.review:
            self.forget()
            return
        self.ids = self.screen.claim_list.mark_range(self.anchor, self.screen.current)
        words = ngettext("{count} claim marked", "{count} claims marked", len(self.ids))
        self.screen.say(words.format(count=len(self.ids)) + " · " + self._ways())

    def _ways(self) -> str:
        return _("decide them all, or {key}").format(key=self.screen.keymap.way_to("view.cancel"))

    def forget(self) -> None:
        """Mark nothing."""
        if self.anchor is not None:
            self.anchor, self.ids = None, []
            self.screen.claim_list.mark_range(None)
