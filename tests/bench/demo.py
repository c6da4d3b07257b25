"""The desk's widgets alone, over a made-up article: ``python -m tests.bench.demo [CLAIMS] [CHARACTERS]``."""

import gc
import re
import sys
from itertools import pairwise
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from tests.bench.sample import article, state
from tui.text.display import sanitise
from tui.ui.widgets.article_paint import ClaimSpan
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.claim_fields import Facts
from tui.ui.widgets.claim_list import ClaimList
from tui.ui.widgets.claim_row import ClaimRow
from tui.ui.widgets.detail import ClaimDetail
from tui.ui.widgets.progress_line import Progress, ProgressLine


class Demo(App[None]):
    """Keys: j k next and previous, a accept, g far ahead, v caret, q quit."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #panes { height: 1fr; }
    ArticleView { width: 3fr; }
    #side { width: 2fr; border-left: solid $foreground 15%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "go(1)", priority=True),
        Binding("k", "go(-1)", priority=True),
        Binding("g", "go(997)", priority=True),
        Binding("a", "accept", priority=True),
        Binding("v", "caret", priority=True),
        Binding("w", "why", priority=True),
        Binding("q", "quit", priority=True),
        Binding("right", "move('char', 1)", priority=True),
        Binding("shift+right", "move('word', 1, True)", priority=True),
    ]

    def __init__(self, claims: int = 10_000, characters: int = 150_000, *, title: str = "") -> None:
        super().__init__()
        self.text, self.claims = article(claims, characters)
        self.shown_title = title or "River towns: 新增岗位 and the fund"
        self.states = {claim.id: state(n) for n, claim in enumerate(self.claims)}
        self.by_id = {claim.id: claim for claim in self.claims}
        self.ids = list(self.by_id)
        self.at = 0

    def compose(self) -> ComposeResult:
        yield ProgressLine()
        with Horizontal(id="panes"):
            yield ArticleView()
            with Vertical(id="side"):
                yield ClaimList(self.row)
                yield ClaimDetail()

    def row(self, claim_id: str) -> ClaimRow:
        claim = self.by_id[claim_id]
        return ClaimRow(
            claim, self.text[claim.start : claim.end], self.states[claim_id], note=claim.start % 17 == 0
        )

    def on_mount(self) -> None:
        starts = [0, *(m.end() for m in re.finditer("[。\n]|[.] ", self.text)), len(self.text)]
        self.query_one(ArticleView).show(
            self.text,
            [ClaimSpan(c.start, c.end, self.states[c.id], c.id) for c in self.claims],
            sentences=[(a, b) for a, b in pairwise(starts) if a < b],
        )
        self.query_one(ClaimList).set_ids(self.ids)
        self.go_to(0)
        gc.collect()
        gc.freeze()

    def go_to(self, place: int) -> None:
        self.at = place % len(self.ids)
        claim_id = self.ids[self.at]
        self.query_one(ArticleView).set_current(claim_id)
        self.query_one(ClaimList).set_current(claim_id)
        claim = self.by_id[claim_id]
        self.query_one(ClaimDetail).show(
            Facts(claim, sanitise(self.text[claim.start : claim.end]), self.states[claim_id])
        )
        done = sum(1 for s in list(self.states.values())[:100] if s != "pending")
        self.query_one(ProgressLine).show(
            Progress("employment", 3, 5, title=self.shown_title, done=done, total=len(self.ids), left=240)
        )

    def action_go(self, by: int) -> None:
        self.go_to(self.at + by)

    def action_accept(self) -> None:
        claim_id = self.ids[self.at]
        self.states[claim_id] = "accepted"
        self.query_one(ArticleView).update_states({claim_id: "accepted"})
        self.query_one(ClaimList).update_rows()
        self.go_to(self.at + 1)

    def action_caret(self) -> None:
        view = self.query_one(ArticleView)
        if view.caret is None:
            view.move_caret("char")
        else:
            view.set_caret(None)

    def action_move(self, unit: str, count: int, extend: bool = False) -> None:
        self.query_one(ArticleView).move_caret(unit, count, extend=extend)

    def action_why(self) -> None:
        detail = self.query_one(ClaimDetail)
        detail.why = not detail.why

    def on_article_view_claim_clicked(self, event: ArticleView.ClaimClicked) -> None:
        self.go_to(self.ids.index(event.id))

    def on_claim_list_selected(self, event: ClaimList.Selected) -> None:
        self.go_to(self.ids.index(event.id))


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    Demo(*numbers).run()
