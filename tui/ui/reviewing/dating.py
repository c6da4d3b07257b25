"""The day an article came out, said by the reviewer where its text tells it wrong or not at all."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs
from textual.worker import Worker

from tui.model import Article, Claim
from tui.model.article import EARLIEST, LATEST
from tui.model.edtf import PeriodError, completed, parse_point
from tui.storage import StorageError
from tui.ui.aside import aside
from tui.ui.commands import Mode
from tui.ui.desk import LONG_ARTICLE
from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.memory import loading
from tui.ui.periods import period_in_words
from tui.ui.reviewing.base import Doing
from tui.ui.troubles import in_words

if TYPE_CHECKING:
    from tui.ui.reviewing.screen import ReviewScreen


class Dating(Doing):
    """Asks for the day and has the article's claims read again as of it.

    Meanwhile keys wait; while a long article is read, all but those that stop it or leave mean nothing. While
    what was read is ``taken up`` it can't be stopped, and no article joins.
    """

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(screen)
        self._reading: Worker[None] | None = None
        self._mode: Mode = "review"
        self._leaves = False
        self.takes_up = False

    @handles("article.date")
    def ask(self, _count: int) -> None:
        """Ask when the article came out."""
        article = self.screen.article
        if article is not None and not self.screen.deciding.refused():
            self.screen.asking.ask(
                _("Article's date:"),
                self._date,
                value=article.published or "",
                hint=self._hint,
                replace=True,
            )

    def _hint(self, typed: str) -> str:
        meant, wrong = self._read(typed)
        words = period_in_words(meant) if meant else _("no date")
        return wrong or words + " \u00b7 " + _("claims are read again")

    def _read(self, typed: str) -> tuple[str | None, str]:
        """The day that is meant, none for nothing, and what is wrong with what is typed, empty if nothing."""
        article, text = self.screen.article, typed.strip()
        if not text:
            return None, ""
        try:
            point = parse_point(completed(article.published if article else None, text))
        except PeriodError as error:
            return None, in_words(error)
        if not EARLIEST <= point.year <= LATEST:
            return None, _("the year must be from {first} to {last}").format(first=EARLIEST, last=LATEST)
        return str(point), ""

    def _date(self, typed: str) -> str | None:
        article = self.screen.article
        meant, wrong = self._read(typed)
        untouched = article is None or typed.strip() == (article.published or "")
        if wrong and not untouched:
            return wrong
        if article is None or untouched or meant == article.published:
            self.screen.say(_("left as it was"))
            return None
        self._begin(structs.replace(article, published=meant))
        return None

    def _begin(self, dated: Article) -> None:
        """Have the claims read beside the screen."""
        self.screen.say(_("Reading {title} again \u2026").format(title=dated.label))
        self._mode, self._leaves = self.screen.mode, False
        self.screen.set_mode("reading")
        self.screen.ready = len(dated.text) > LONG_ARTICLE  # else the next key is for what comes of it
        self._reading = self.screen.run_worker(self._read_again(dated), group="dating")

    async def _read_again(self, dated: Article) -> None:
        claims = await aside(partial(self.screen.desk.extract, dated))
        self._reading, self.screen.ready, self.takes_up = None, False, True
        with loading():
            kept = await self._take_up(dated, claims)
        self.takes_up = False
        await self.screen.begin_keys()
        if kept and self._leaves:
            self.screen.app.leave()

    async def _take_up(self, dated: Article, claims: Sequence[Claim]) -> bool:
        """Let the article have its day, and tell what became of its claims; false if it can't be kept."""
        try:
            renewal = await self.screen.desk.date(dated, claims)
        except (StorageError, OSError) as error:
            self.screen.set_mode(self._mode)
            self.screen.say(in_words(error), "error")
            return False
        self.screen.set_mode(self._mode)
        if renewal is not None:
            self.screen.showing.read_again()
            self.screen.say(self.screen.ordering.told(renewal, _("Extracted again")), "warning")
        return True

    @handles("reading.stop")
    def stop(self, _count: int) -> None:
        """Leave the article as it was."""
        if self._reading is not None:
            self._reading.cancel()
            self.screen.set_mode(self._mode)
            self.screen.say(_("left as it was"))

    @handles("reading.quit")
    def leave(self, _count: int) -> None:
        """Leave the desk as soon as the article is read, so that its day is kept."""
        self._leaves = True
        key = self.screen.keymap.first_key("reading.stop")
        self.screen.say(_("Leaving once it is read \u00b7 {key} leaves its date as it was").format(key=key))
