"""Save what was fixed or added, and make the last fix again."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from tui.model import Changes
from tui.ui.doing.base import Doing
from tui.ui.fixing.draft import Draft
from tui.ui.fixing.suggest import Seen
from tui.ui.i18n import _
from tui.ui.screens.base import handles
from tui.ui.values import in_short

if TYPE_CHECKING:
    from tui.ui.screens.review import ReviewScreen


class Saving(Doing):
    """Holds the draft and what was fixed last; the form itself is the business of `Fixing`."""

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(screen)
        self.draft: Draft | None = None
        self.ids: list[str] = []
        self.last: Changes | None = None
        self.last_was: Changes | None = None
        self._seen: Seen | None = None

    def close(self) -> None:
        """Put the form away."""
        raise NotImplementedError

    @property
    def seen(self) -> Seen:
        """The values seen in the session, counted when they are first asked for."""
        if self._seen is None:
            self._seen = Seen(self.review[claim_id].claim for claim_id in self.review.claim_ids)
            for name, values in self.screen.desk.vocabulary().items():
                for value in values:
                    self._seen.offer(name, value)
        return self._seen

    def more_seen(self, claims: Iterable[str]) -> None:
        """Count the values of claims that came in, if any were counted yet."""
        for claim_id in claims if self._seen is not None else ():
            self.seen.add(self.review[claim_id].claim)

    @handles("fix.save")
    def save(self, _count: int) -> None:
        """Decide the claim as fixed, or add the new one, and go on."""
        draft = self.draft
        if draft is None:
            return
        if draft.new:
            self._add(draft)
            return
        changes, was = draft.changes, draft.changes.of(draft.base)
        elapsed, ids = self.screen.deciding.elapsed, self.ids
        change = self.screen.deciding.make(lambda: self.review.fix(ids, changes, ms=elapsed))
        if change is None:
            return
        if changes:
            self.last, self.last_was = changes, was
        self.seen.add(draft.claim)
        self.close()
        self.screen.go_on(ids[-1])
        words = _("fixed · {claim}") if changes else _("accepted · {claim}")
        more = self.screen.batching.after_fix(change) or self.screen.deciding.undo_hint()
        self.screen.say(words.format(claim=in_short(draft.claim)) + more, "good")

    def _add(self, draft: Draft) -> None:
        elapsed = self.screen.deciding.elapsed
        change = self.screen.deciding.make(lambda: self.review.add(draft.claim, ms=elapsed))
        if change is None:
            return
        self.seen.add(draft.claim)
        self.close()
        self.screen.go_back(change.focus)
        said = _("added · {claim}").format(claim=in_short(draft.claim))
        self.screen.say(said + self.screen.deciding.undo_hint(), "good")

    @handles("edit.apply_fix")
    def apply_again(self, count: int) -> None:
        """Make the last fix again on the next claims that hold what the fixed one held."""
        changes, was = self.last, self.last_was
        if changes is None or was is None:
            self.screen.say(_("There is no fix to make again"), "warning")
            return
        for _each in range(count):
            here = self.screen.current
            found = self._similar(was)
            if found is None:
                self.screen.say(_("No pending claim is like the fixed one"), "warning")
                return
            offer = self.screen.batching.offer
            same = offer.changes if offer is not None and found in offer.claims else changes
            if self.screen.deciding.make(partial(self.review.fix, found, same)) is None:
                return
            if found == here:
                self.screen.go_on(found)
            else:
                self.screen.go_to(found)
            said = _("fixed likewise · {claim}").format(claim=in_short(self.review[found].claim))
            self.screen.say(said + self.screen.deciding.undo_hint(), "good")

    def _similar(self, was: Changes) -> str | None:
        """The first pending claim from here on that the fix fits, or else that holds what it replaced."""
        held = was.fields()
        ids, here = self.screen.ids, self.screen.position or 0
        offered = set(self.screen.batching.offered)
        order = [*ids[here:], *ids[:here]]
        if best := next((claim_id for claim_id in order if claim_id in offered), None):
            return best
        for claim_id in order:
            state = self.review[claim_id]
            if state.verdict == "pending" and all(
                getattr(state.claim, name) == value for name, value in held.items()
            ):
                return claim_id
        return None
