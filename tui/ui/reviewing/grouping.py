"""What the headings of the list group its claims by."""

from collections.abc import Iterable
from typing import get_args

from tui.model import View
from tui.review.order import Section
from tui.storage.settings import Group
from tui.ui.handling import handles
from tui.ui.i18n import N_, _
from tui.ui.reviewing.base import Doing

GROUPS: tuple[Group, ...] = get_args(Group)
LONGEST = 80  # characters of a paragraph that a heading shows

_GROUP_WORDS: dict[Group, str] = {
    "article": N_("Grouped by article"),
    "paragraph": N_("Grouped by paragraph"),
    "indicator": N_("Grouped by indicator"),
}


class Grouping(Doing):
    """Articles and paragraphs head the claims as the text runs, indicators in an order of their own."""

    by_paragraph = False

    @property
    def group(self) -> Group:
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
        self.screen.say_kept(_(_GROUP_WORDS[wanted]), "group", wanted)

    def resume(self, kept: Group | None, view: View) -> None:
        """Take up the order of the last time, and the grouping that was kept."""
        self.by_paragraph = kept == "paragraph"
        by_indicator = kept == "indicator" and view == View()  # a new session; others have an order of theirs
        self.screen.ordering.resume("indicator" if by_indicator else view.order)

    def headings(self, groups: Iterable[Section]) -> list[tuple[int, str]]:
        """What stands between the claims of the list: the place in it and the words."""
        if self.group == "paragraph":
            from tui.review.paragraphs import paragraphs  # noqa: PLC0415 - few need it at the start

            return paragraphs(groups, self.review, LONGEST)
        return self.screen.ordering.headings(groups)
