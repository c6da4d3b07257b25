"""The review screen: an article beside its claims, the current one in full, and the keys below."""

from collections.abc import Sequence
from itertools import chain

from textual.app import ComposeResult

from tui.model import Article
from tui.review import Change
from tui.ui.command import Mode, Need
from tui.ui.desk import Desk
from tui.ui.handling import handles
from tui.ui.reviewing.adding import Adding
from tui.ui.reviewing.arranging import Arranging
from tui.ui.reviewing.batching import Batching
from tui.ui.reviewing.copying import Copying
from tui.ui.reviewing.dating import Dating
from tui.ui.reviewing.deciding import Deciding
from tui.ui.reviewing.fixing import Fixing
from tui.ui.reviewing.grouping import Grouping
from tui.ui.reviewing.leaving import Leaving
from tui.ui.reviewing.looking import Looking
from tui.ui.reviewing.marking import Marking
from tui.ui.reviewing.moving import Moving
from tui.ui.reviewing.narrowing import Narrowing
from tui.ui.reviewing.needing import Needing
from tui.ui.reviewing.ordering import Ordering
from tui.ui.reviewing.panes import Panes
from tui.ui.reviewing.returning import Returning
from tui.ui.reviewing.searching import Searching
from tui.ui.reviewing.showing import Showing
from tui.ui.screens.asking import Asking
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.claim_list import ClaimList
from tui.ui.widgets.claim_row import ClaimRow
from tui.ui.widgets.detail import ClaimDetail
from tui.ui.widgets.field_input import FieldInput
from tui.ui.widgets.fix_form import Hints
from tui.ui.widgets.rows import Rows
from tui.ui.widgets.status_line import StatusLine

_KEEP_CARET = frozenset({"caret", "dialog", "reading"})  # others put it away


class ReviewScreen(Panes):
    """Holds what is shown now; what is decided is held by the review, what it looks like by the widgets."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.current: str | None = None
        self.article: Article | None = None
        self.ids: list[str] = []
        self.showing = Showing(self)
        self.deciding = Deciding(self)
        self.moving = Moving(self)
        self.fixing = Fixing(self)
        self.adding = Adding(self)
        self.asking = Asking(self, self.moving.go_to_number)
        self.searching = Searching(self)
        self.marking = Marking(self)
        self.leaving = Leaving(self)
        self.arranging = Arranging(self)
        self.ordering = Ordering(self)
        self.batching = Batching(self)
        self.grouping = Grouping(self)
        self.narrowing = Narrowing(self)
        self.returning = Returning(self)
        self.dating = Dating(self)
        self._needing = Needing(self)
        for doing in (
            self.deciding,
            self.moving,
            self.fixing,
            self.adding,
            self.asking,
            self.searching,
            self.marking,
            self.leaving,
            self.ordering,
            self.batching,
            Copying(self),
            Looking(self),
            self.grouping,
            self.narrowing,
            self.arranging,
            self.dating,
        ):
            self.add_handlers(doing)

    def row(self, claim_id: str) -> ClaimRow:
        """What the list shows of a claim."""
        return self.showing.row(claim_id)

    def compose(self) -> ComposeResult:
        """Lay out the panes as they stood the last time."""
        self.arranging.fit()
        yield from super().compose()

    def on_mount(self) -> None:
        """Wait for the panes to have their sizes."""
        self.showing.start()
        self.set_mode("review")
        self.app.call_after_refresh(self.returning.begin)  # when it has begun to paint

    def on_resize(self) -> None:
        """Place the panes for the new size; the first time, show in it what there is to see already."""
        self.arranging.arrange()
        self.showing.preview()

    # Where the reviewer is

    @property
    def article_id(self) -> str | None:
        """The article shown."""
        return self.article.id if self.article is not None else None

    @property
    def position(self) -> int | None:
        """The place of the current claim in the list."""
        return self.showing.places.get(self.current) if self.current is not None else None

    @property
    def place(self) -> int:
        """Where in the article the reviewer is: the caret, the selection, or the current claim."""
        view = self.article_view
        if view.caret is not None:
            return view.caret
        if view.selection is not None:
            return view.selection[0]
        return self.desk.review[self.current].claim.start if self.current else -1

    def set_ids(self, ids: list[str] | None = None, changed: Sequence[str] | None = None) -> None:
        """Show these claims in the list, by default all, given as the text runs.

        ``changed`` names those that came, went or moved.
        """
        groups = self.ordering.arranged(self.desk.review.claim_ids if ids is None else ids)
        self.ids = list(chain.from_iterable(group.ids for group in groups))
        self.claim_list.set_empty(self.searching.nothing_shown())
        few = changed if self.ordering.plain else None
        self.claim_list.set_ids(self.ids, headings=self.grouping.headings(groups), changed=few)

    def go_to(self, claim_id: str | None) -> None:
        """Make a claim the current one."""
        if claim_id is not None and claim_id not in self.desk.review:
            return
        if claim_id is not None:
            article = self.desk.review.article(self.desk.review[claim_id].claim.article)
            if article.id != self.article_id:
                self.showing.open_article(article, claim_id)
        if claim_id != self.current:  # what was said is said of another one
            self.say(self.searching.still_on())
        self.current = claim_id
        self.adding.leave_caret()
        self.article_view.set_current(claim_id)
        self.show_current()
        self.claim_list.set_current(claim_id)
        self.marking.follow()
        self.deciding.claim_shown()
        self.fixing.claim_shown()

    def go_to_article(self, article: Article) -> None:
        """Go to what there is to decide first in an article."""
        shown = [name for name in self.desk.review.of_article(article.id) if name in self.showing.places]
        target = next((name for name in shown if self.desk.review[name].verdict == "pending"), None)
        if target or shown:
            self.go_to(target or shown[0])
            return
        self.showing.open_article(article, None)
        self.go_to(None)

    def show_claim(self, claim_id: str) -> None:
        """Go to a claim; where the filter leaves it out, the filter goes."""
        if claim_id in self.desk.review and claim_id not in self.showing.places:
            self.searching.apply_filter("")
        self.go_to(claim_id)

    def go_on(self, after: str | None, said: str = "") -> bool:
        """Go to the next pending claim and tell what was done; false, and told instead, if there is none."""
        ids = None if self.ordering.plain and not self.searching.filter else self.ids
        target = self.desk.review.next_pending(after, ids)
        if target is not None:
            self.go_to(target)
            if said:
                self.say(said, "good")
        elif self.current is not None:
            self.show_current()
            self.say(" \u00b7 ".join(filter(None, (self.leaving.all_decided(), said))), "good")
        return target is not None

    def go_back(self, added: str | None) -> None:
        """After an addition: to the pending claim that waits, or else to the new claim."""
        waiting = self.current if self.current in self.desk.review else None
        if waiting is not None and self.desk.review[waiting].verdict == "pending":
            self.go_to(waiting)
        else:
            self.go_to(added)

    # What changes on it

    def show_change(self, change: Change) -> None:
        """Paint what a decision changed, and only that."""
        self.showing.change(change)

    def show_current(self) -> None:
        """Show the current claim in full, and how far the review is."""
        self.showing.current()
        self.show_keys()

    def set_mode(self, mode: Mode) -> None:
        """Let keys mean something else from now on."""
        if mode not in _KEEP_CARET:
            self.adding.put_caret_away()
        self.mode = mode
        self.count = ""
        self.arranging.arrange()
        self.query_one(StatusLine).display = mode != "dialog"
        self.show_keys()

    def has(self, need: Need) -> bool:
        """Whether what a command needs is there now."""
        return self._needing.has(need)

    def digit(self, number: int) -> bool:
        """Choose by number in the form."""
        if self.mode == "fix":
            self.fixing.digit(number)
            return True
        if self.mode == "facets":
            self.narrowing.digit(number)
            return True
        return False

    @handles("view.cancel")
    def cancel(self, _count: int) -> None:
        """Leave what came last: the range, the search with what it selected, the selection, the filter."""
        if self.marking.anchor is not None:
            self.marking.forget()
        elif self.searching.words:
            self.searching.stop()
        elif self.article_view.selection is not None:
            self.article_view.select(None)
        elif self.searching.filter:
            self.searching.apply_filter("")
            return
        self.say(self.searching.still_on())

    # What widgets tell

    def on_claim_list_selected(self, message: ClaimList.Selected) -> None:
        """Go to the claim clicked, or stretch a range to it."""
        if self.mode != "review":
            return
        if message.extend and self.current is not None:
            self.marking.start(self.current)
        self.go_to(message.id)

    def on_article_view_claim_clicked(self, message: ArticleView.ClaimClicked) -> None:
        """Go to the claim clicked in the text."""
        if self.mode == "review":
            self.go_to(message.id)

    def on_claim_detail_field_clicked(self, message: ClaimDetail.FieldClicked) -> None:
        """Fix the field clicked, in the detail pane or in the form."""
        self.fixing.clicked(message.name)

    def on_hints_choice_clicked(self, message: Hints.ChoiceClicked) -> None:
        """Take the choice clicked."""
        self.fixing.choice_clicked(message.label)

    def on_article_view_selection_changed(self) -> None:
        """Tell what can be done with the selection."""
        self.show_keys()

    def on_article_view_text_clicked(self, message: ArticleView.TextClicked) -> None:
        """Select the uncovered number clicked."""
        if self.mode == "review":
            self.moving.select_number(message.offset)

    def on_rows_chosen(self, message: Rows.Chosen) -> None:
        """Choose the value clicked."""
        message.stop()
        self.run_command("facet.choose")

    @property
    def typing_field(self) -> FieldInput | None:
        """The text field of the form or of the prompt while it is open."""
        return {"edit": self.fix_form.field, "dialog": self.prompt.field}.get(self.mode)

    def picks(self, character: str) -> bool:
        """Take a label for what it stands on."""
        return self.mode == "edit" and self.fixing.takes(character)

    def field_changed(self) -> None:
        """Follow what is typed."""
        if self.mode == "edit":
            self.fixing.typed()
        else:
            self.asking.typed()

    def look_later(self) -> None:
        """Look for problems once the claims can be seen, and make ready what keys ask for."""
        from tui.ui.reviewing.resting import Resting  # noqa: PLC0415 - nothing rests before the first text

        self.run_worker(Resting(self).prepare(), group="problems", exclusive=True)

    def read_later(self, article: Article) -> None:
        """Let a long article be read by the rules while it can already be seen."""
        self.run_worker(self.showing.read_in_thread(article), group="reading", exclusive=True)
