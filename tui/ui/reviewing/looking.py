"""Look at the session as a whole, and at the story of a claim."""

from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.reviewing.base import Doing
from tui.ui.widgets.detail import ClaimDetail, Side


class Looking(Doing):
    """What opens another screen or turns the detail pane; nothing here changes the session."""

    @handles("view.overview")
    def overview(self, _count: int) -> None:
        """Show how far the session is; come back to the article that was chosen."""
        from tui.ui.screens.overview import OverviewScreen  # noqa: PLC0415 - few need it at the start

        def chosen(article_id: str | None) -> None:
            if article_id is not None:
                self.screen.go_to_article(self.review.article(article_id))

        self.screen.open_over(OverviewScreen(self.screen.desk, self.screen.article_id), chosen)

    @handles("view.summary")
    def summary(self, _count: int) -> None:
        """Show the facts so far; come back to the claim that was chosen."""
        from tui.ui.screens.summary import SummaryScreen  # noqa: PLC0415 - it loads the plotting library

        def chosen(claim_id: str | None) -> None:
            if claim_id is not None:
                self.screen.show_claim(claim_id)

        self.screen.open_over(SummaryScreen(self.screen.desk), chosen)

    @handles("view.why")
    def why(self, _count: int) -> None:
        """The rules that set the fields, part by part where they don't fit, then the fields again."""
        self._turn("why", _("Why each field is what it is"), "view.why")

    @handles("view.history")
    def history(self, _count: int) -> None:
        """What was decided about the claim, the latest part first, then its fields again."""
        self._turn("history", _("What was decided about the claim"), "view.history")

    def _turn(self, side: Side, said: str, command: str) -> None:
        detail = self.screen.query_one(ClaimDetail)
        if detail.side == side and detail.turn():
            self._tell(said, command)
            return
        detail.side = "fields" if detail.side == side else side
        self.screen.show_current()
        self.screen.ready = False  # the next key waits until the pane has its height

        async def turned() -> None:
            if detail.side == side:
                self._tell(said, command)
            await self.screen.begin_keys()

        self.screen.say(said if detail.side == side else "")
        self.screen.call_after_refresh(turned)

    def _tell(self, said: str, command: str) -> None:
        """Say what is shown, and what the key does next: it shows more of it, or the fields again."""
        key = self.screen.keymap.first_key(command)
        goes_on = self.screen.query_one(ClaimDetail).goes_on
        more = (_("{key} goes on") if goes_on else _("{key} shows the fields")).format(key=key)
        self.screen.say(f"{said} · {more}" if key else said)
