"""The panes of the review screen: what stands on it and what is said there."""

from textual.app import ComposeResult

from tui.ui.screens.asking import AskingScreen
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.claim_list import ClaimList
from tui.ui.widgets.claim_row import ClaimRow
from tui.ui.widgets.detail import ClaimDetail
from tui.ui.widgets.facet_pane import FacetPane
from tui.ui.widgets.fix_form import FixForm
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.progress_line import ProgressLine
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.status_line import StatusLine, Tone
from tui.ui.widgets.still import Below, Beside


class Panes(AskingScreen[None]):
    """The article beside its claims, the current one in full, what happened last, and the keys below."""

    AUTO_FOCUS = ""

    def row(self, claim_id: str) -> ClaimRow:
        """What the list shows of a claim."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay out the panes that are seen at once."""
        yield ProgressLine()
        with Beside(id="panes"):
            yield ArticleView(id="article", classes="text")
            with Below(id="side"):
                yield ClaimList(self.row, id="claims")
                yield ClaimDetail(id="detail")
        yield StatusLine()
        yield KeyBar(id="keys")

    async def compose_hidden(self) -> None:
        """Add what a key opens: nobody has to wait for it to see the article."""
        await self.query_one("#side").mount(FixForm(id="form"))
        await self.query_one("#panes").mount(FacetPane(id="facet-pane", classes="text"), after="#article")
        await self.mount(Prompt(id="prompt"), after="#status")

    @property
    def article_view(self) -> ArticleView:
        """The article."""
        return self.query_one(ArticleView)

    @property
    def claim_list(self) -> ClaimList:
        """The list of claims."""
        return self.query_one(ClaimList)

    @property
    def fix_form(self) -> FixForm:
        """The form in which a claim is fixed."""
        return self.query_one(FixForm)

    def show_form(self, *, shown: bool) -> None:
        """Put the form in the place of the detail pane, or away."""
        self.fix_form.display = shown
        self.query_one(ClaimDetail).display = not shown

    def scroll_article(self, pages: int) -> None:
        """Scroll the article by pages, a few lines less so that one keeps the place."""
        view = self.article_view
        view.scroll_relative(y=pages * max(view.size.height - 2, 1), animate=False, force=True)

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Tell what happened, in one quiet line."""
        self.query_one(StatusLine).say(text, tone)

    def copy_or_tell(self) -> None:
        """What ctrl+c does: copy what is selected in the article or elsewhere, else tell how one leaves."""
        if self.article_view.selection is not None and not self.get_selected_text():
            self.run_command("claim.copy")
        else:
            super().copy_or_tell()

    def count_changed(self) -> None:
        """Show the count on the right of the status line."""
        self.query_one(StatusLine).set_remark(self.count)
