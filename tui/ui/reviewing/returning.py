"""Come back to where the reviewer was, and know where that is."""

from tui.model import View
from tui.ui.i18n import _
from tui.ui.memory import end_loading
from tui.ui.reviewing.base import Doing
from tui.ui.troubles import in_words


class Returning(Doing):
    """The place is kept when the session is closed."""

    def begin(self) -> None:
        """Take up the order, filter, claim and scroll of the last time."""
        screen, desk, review = self.screen, self.screen.desk, self.review
        view, settings = desk.view, screen.app.settings
        screen.grouping.resume(settings.group, view)
        renewed = screen.ordering.put_first(desk.renewals)
        screen.set_ids()
        if view.filter:
            screen.searching.apply_filter(view.filter)
        claim = self._claim(view)
        if screen.ids and claim not in screen.showing.places:  # the filter leaves it out
            claim = screen.ids[0]
        screen.go_to(claim)
        article = screen.article
        if article is not None and view.claim == screen.current and view.article == article.id:
            screen.showing.scroll_to(view.scroll)
        elif article is None and review.articles:
            screen.go_to_article(review.articles[0])
        told = [*map(in_words, desk.notices), *([renewed] if renewed else [])]
        if desk.read_only:
            told.insert(0, _("Read only: {why}").format(why=desk.read_only))
        if told:
            screen.say(" \u00b7 ".join(told), "warning")
        screen.call_after_refresh(self.finish)

    async def finish(self) -> None:
        """Once the article can be seen, have the others read, and let keys in."""
        screen = self.screen
        await screen.compose_hidden()
        if screen.desk.coming():
            screen.leaving.begin()
        end_loading()
        await screen.begin_keys()
        screen.call_after_refresh(screen.look_later)

    def _claim(self, view: View) -> str | None:
        """The claim of the last time, or the next pending one where decisions were made after it."""
        review = self.review
        here = view.claim if view.claim in review else review.next_pending(None)
        if review.decisions and view.decisions < len(review.decisions):  # it was never closed after them
            here = review.next_pending(next(iter(review.decisions[-1].claims), here)) or here
        return here

    @property
    def view(self) -> View:
        """Where the reviewer is, to come back to."""
        screen = self.screen
        return View(
            article=screen.article_id,
            claim=screen.current,
            scroll=screen.article_view.top,
            filter=screen.searching.filter,
            order=screen.ordering.order,
            decisions=len(self.review.decisions),
        )
