"""What the commands of the review screen need to do anything, and whether it is there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.ui.command import Need
from tui.ui.reviewing.base import Doing
from tui.ui.reviewing.offering import IN_WORDS

if TYPE_CHECKING:
    from tui.ui.reviewing.screen import ReviewScreen


class Needing(Doing):
    """Asked for the keys of the key line, after each key."""

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(screen)
        self._tests: dict[Need, Callable[[], bool]] = {
            "article": lambda: screen.article is not None,
            "claim": lambda: self._may_decide and screen.current is not None,
            "claims": lambda: len(self.review) > 0,
            "listed": lambda: bool(screen.ids),
            "facts": lambda: self.review.progress().facts > 0,
            "decision": lambda: self._may_decide and self.review.can_undo,
            "selection": lambda: self._may_decide and screen.article_view.selection is not None,
            "editable": lambda: self._may_decide,
            "change": lambda: screen.fixing.draft is not None and screen.fixing.draft.can_undo,
            "entry": lambda: screen.fixing.words is None,
            "offers": lambda: bool(screen.fixing.suggestions) and screen.fixing.words is None,
            "words": lambda: screen.fixing.active in IN_WORDS,
            "completion": lambda: screen.asking.completes,
            "value": lambda: screen.narrowing.pane.chosen is not None,
            "facet": self._on_facet,
            "filter": lambda: bool(screen.searching.filter),
        }

    def has(self, need: Need) -> bool:
        """Whether it is there now."""
        return need not in self._tests or self._tests[need]()

    @property
    def _may_decide(self) -> bool:
        return not self.screen.desk.read_only

    def _on_facet(self) -> bool:
        chosen = self.screen.narrowing.pane.chosen
        return chosen is not None and chosen.facet is not None
