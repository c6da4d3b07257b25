"""The day an article came out, said by the reviewer where its text tells it wrong or not at all."""

from tui.model.edtf import PeriodError, completed, parse_point
from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.periods import period_in_words, why_no_period
from tui.ui.reviewing.base import Doing


class Dating(Doing):
    """Asks for the day and has the article's claims read again as of it."""

    @handles("article.date")
    def ask(self, _count: int) -> None:
        """Ask when the article came out."""
        article = self.screen.article
        if article is not None and not self.screen.deciding.refused():
            self.screen.asking.ask(
                _("Date of the article:"),
                self._date,
                value=article.published or "",
                hint=self._hint,
                replace=True,
            )

    def _hint(self, typed: str) -> str:
        meant, wrong = self._read(typed)
        words = period_in_words(meant) if meant else _("no date")
        return wrong or words + " \u00b7 " + _("its pending claims are read again")

    def _read(self, typed: str) -> tuple[str | None, str]:
        """The day that is meant, none for nothing, and what is wrong with what is typed, empty if nothing."""
        from tui.articles.published import EARLIEST, LATEST  # noqa: PLC0415 - as seldom as it is asked

        article, text = self.screen.article, typed.strip()
        if not text:
            return None, ""
        try:
            point = parse_point(completed(article.published if article else None, text))
        except PeriodError as error:
            return None, why_no_period(error)
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
        self.screen.say(_("Extracting again") + " \u2026")
        self.screen.ready = False  # the next key is for what comes of it
        self.screen.call_after_refresh(self._redate, article.id, meant)
        return None

    async def _redate(self, article_id: str, published: str | None) -> None:
        wrong = self.screen.app.redate(article_id, published)
        if wrong:
            self.screen.say(wrong, "error")
            await self.screen.begin_keys()
