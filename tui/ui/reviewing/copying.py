"""Copy what is looked at to the terminal's clipboard."""

from tui.text.display import one_line, sanitise
from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.labels import value_label
from tui.ui.reviewing.base import Doing
from tui.ui.values import in_short

SHOWN = 60  # characters of what was copied that are told


class Copying(Doing):
    """The clipboard is the terminal's own (OSC 52), so that it works over ssh as well."""

    @handles("claim.copy")
    def copy(self, _count: int) -> None:
        """The selection, or else the sentence of the current claim."""
        article, current = self.screen.article, self.screen.current
        if article is None:
            return
        start, end = self.screen.article_view.selection or (0, 0)
        if start == end and current is not None:
            claim = self.review[current].claim
            sentences = self.screen.desk.reading(article).sentences
            here = (s for s in sentences if s[0] <= claim.start < s[1])
            start, end = next(here, (claim.start, claim.end))
        self._put(sanitise(article.text[start:end]).strip())

    @handles("claim.copy_fact")
    def copy_fact(self, _count: int) -> None:
        """The current claim in one line."""
        current = self.screen.current
        if current is None:
            self._put("")
            return
        claim = self.review[current].claim
        bound = "" if claim.bound == "exact" else value_label(claim.bound)
        status = value_label(claim.status) if claim.status == "planned" else ""
        parts = [f"{bound} {in_short(claim)}".strip(), claim.place, claim.period, status]
        self._put("; ".join(one_line(part) for part in parts if part))

    def _put(self, text: str) -> None:
        if not text:
            self.screen.say(_("There is nothing to copy here"), "warning")
            return
        self.screen.app.copy_to_clipboard(text)
        shown = one_line(text)
        shown = shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"
        self.screen.say(_("copied · {text}").format(text=shown), "good")
