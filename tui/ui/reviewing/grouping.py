"""What the headings of the list group its claims by."""

from collections.abc import Iterable
from typing import Literal, get_args

from tui.review.order import Group
from tui.ui.handling import handles
from tui.ui.i18n import N_, _
from tui.ui.reviewing.base import Doing

By = Literal["article", "paragraph", "indicator"]
GROUPS: tuple[By, ...] = get_args(By)
LONGEST = 80  # characters of a paragraph that a heading shows

_GROUP_WORDS: dict[By, str] = {
    "article": N_("Grouped by article"),
    "paragraph": N_("Grouped by paragraph"),
    "indicator": N_("Grouped by indicator"),
}


class Grouping(Doing):
    """Articles and paragraphs head the claims as the text runs, indicators in an order of their own."""

    by_paragraph = False

    @property
    def group(self) -> By:
        """What the list is grouped by now."""
        if self.screen.ordering.order == "indicator":
            return "indicator"
        return "paragraph" if self.by_paragraph and self.screen.ordering.plain else "article"

    @handles("view.group")
    def change(self, _count: int) -> None:
        """The next grouping; the current claim stays."""
        wanted = GROUPS[(GROUPS.index(self.group) + 1) % len(GROUPS)]
        self.by_paragraph = wanted == "paragraph"
        self.screen.ordering.lay("indicator" if wanted == "indicator" else "text")
        self.screen.say_kept(
            _(_GROUP_WORDS[wanted]), "group", "paragraph" if self.by_paragraph else "article"
        )

    def headings(self, groups: Iterable[Group]) -> list[tuple[int, str]]:
        """What stands between the claims of the list: the place in it and the words."""
        if self.group == "paragraph":
            from tui.review.paragraphs import paragraphs  # noqa: PLC0415 - few need it at the start

            return paragraphs(groups, self.review, LONGEST)
        return self.screen.ordering.headings(groups)
