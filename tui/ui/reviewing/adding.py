"""Add a claim that extraction missed, and the caret that finds its number by keyboard."""

from tui.model import Article, Claim
from tui.ui.fixing.draft import Draft
from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.reviewing.base import Doing
from tui.ui.widgets.caret import Unit, word_at


class Adding(Doing):
    """Selections come from the mouse, from the caret or from the jump to an uncovered number."""

    selecting = False

    @handles("claim.add", "caret.add")
    def add(self, _count: int) -> None:
        """Read the selection as a claim and open the form, filled in."""
        article = self.screen.article
        place = self._place(article) if article is not None else None
        if article is None or place is None:
            if not self.screen.deciding.refused():
                words = _("Select a number first: with the mouse, with {number} or with {caret}")
                ways = {"number": "number.next", "caret": "caret.start"}
                keys = {name: self.screen.keymap.way_to(command) for name, command in ways.items()}
                self.screen.say(words.format(**keys), "warning")
            return
        known = self._standing_on(article, *place)
        self.leave_caret()
        if known is not None:
            self.screen.go_to(known.id)
            self.screen.say(_("There is a claim on exactly this number"), "warning")
            return
        self.screen.fixing.open(Draft(self.screen.desk.claim_at(article, *place), new=True))

    def _place(self, article: Article) -> tuple[int, int] | None:
        """The selection without spaces at its ends, or the number under the caret."""
        view = self.screen.article_view
        text = article.text
        start, end = view.selection or (0, 0)
        if start == end and view.caret is not None:
            start, end = self._number_at(article, view.caret)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return (start, end) if start < end else None

    def _number_at(self, article: Article, offset: int) -> tuple[int, int]:
        for start, end in self.screen.desk.reading(article).numbers:
            if start <= offset < end:
                return start, end
        return word_at(article.text, offset)

    def _standing_on(self, article: Article, start: int, end: int) -> Claim | None:
        for claim_id in self.review.touching(article.id, start, end):
            claim = self.review[claim_id].claim
            if (claim.start, claim.end) == (start, end):
                return claim
        return None

    # The caret

    @handles("caret.start")
    def start_caret(self, _count: int) -> None:
        """Put a caret on the current claim, or at the top of what is in view."""
        if self.screen.article is None:
            return
        self.selecting = False
        self.screen.article_view.move_caret("char", 0)
        self.screen.set_mode("caret")

    @handles("caret.stop")
    def stop_caret(self, _count: int) -> None:
        """Put the caret away; a selection goes with it."""
        self.leave_caret()

    def leave_caret(self) -> None:
        """Back to reviewing."""
        if self.screen.mode == "caret":
            self.screen.set_mode("review")
        self.screen.article_view.select(None)

    def put_caret_away(self) -> None:
        """Show no caret any more; what it selected stays."""
        self.selecting = False
        if self.screen.article_view.caret is not None:
            self.screen.article_view.set_caret(None)

    @handles("caret.select")
    def select(self, _count: int) -> None:
        """Start a selection at the caret, or drop it."""
        view = self.screen.article_view
        self.selecting = not self.selecting
        if not self.selecting:
            view.select(None)
        elif view.caret is not None:
            view.set_caret(view.caret)
        words = _("Move to select; {key} adds a claim").format(key=self.screen.keymap.way_to("caret.add"))
        self.screen.say(words if self.selecting else "")

    def _move(self, unit: Unit, count: int) -> None:
        self.screen.article_view.move_caret(unit, count, extend=self.selecting)

    @handles("caret.left")
    def left(self, count: int) -> None:
        """A character back."""
        self._move("char", -count)

    @handles("caret.right")
    def right(self, count: int) -> None:
        """A character on."""
        self._move("char", count)

    @handles("caret.down")
    def down(self, count: int) -> None:
        """A line down."""
        self._move("line", count)

    @handles("caret.up")
    def up(self, count: int) -> None:
        """A line up."""
        self._move("line", -count)

    @handles("caret.word")
    def word(self, count: int) -> None:
        """A word on."""
        self._move("word", count)

    @handles("caret.word_back")
    def word_back(self, count: int) -> None:
        """A word back."""
        self._move("word", -count)

    @handles("caret.number")
    def number(self, count: int) -> None:
        """The next number."""
        self._move("number", count)

    @handles("caret.number_back")
    def number_back(self, count: int) -> None:
        """The number before."""
        self._move("number", -count)

    @handles("caret.line_start")
    def line_start(self, _count: int) -> None:
        """The start of the line."""
        self._move("edge", -1)

    @handles("caret.line_end")
    def line_end(self, _count: int) -> None:
        """The end of the line."""
        self._move("edge", 1)
