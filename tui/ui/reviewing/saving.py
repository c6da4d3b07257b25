"""Save what was fixed or added, and make the last fix again."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from tui.model import Changes, Claim
from tui.review import Change
from tui.review.batch import MANY
from tui.ui.fixing.draft import Draft
from tui.ui.fixing.suggest import Seen
from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.reviewing.base import Doing
from tui.ui.values import in_short

if TYPE_CHECKING:
    from tui.ui.reviewing.screen import ReviewScreen


class Saving(Doing):
    """Holds the draft and what was fixed last; the form itself is the business of `Fixing`."""

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(screen)
        self.draft: Draft | None = None
        self.ids: list[str] = []
        self.last: Changes | None = None
        self.last_fixed: Claim | None = None  # as it was before
        self.begin_to_see()

    def begin_to_see(self) -> None:
        """Count the values of all claims, from the beginning."""
        self._seen = Seen()
        self._unseen = iter(tuple(self.review.claim_ids))
        self._vocabulary_seen = False

    def close(self) -> None:
        """Put the form away."""
        raise NotImplementedError

    def ask_value(self) -> None:
        """Have the value typed."""
        raise NotImplementedError

    @property
    def seen(self) -> Seen:
        """The values seen in the session, all of them counted by then, and those that the rules know."""
        self.count_seen()
        return self._seen

    def count_seen(self) -> None:
        """Count what is not counted yet of the values in the session and in the rules."""
        self.see(self._unseen)
        self.see_vocabulary()

    def see_vocabulary(self) -> None:
        """Take in the values that the rules know, which are read for it if they never were."""
        if not self._vocabulary_seen:
            self._vocabulary_seen = True
            for name, values in self.screen.desk.vocabulary().items():
                for value in values:
                    self._seen.offer(name, value)

    def see(self, claims: Iterable[str]) -> None:
        """Count the values of claims; those that are gone are passed over."""
        for claim_id in claims:
            if claim_id in self.review:
                self._seen.add(self.review[claim_id].claim)

    def see_on(self, most: int) -> None:
        """Count the values of some more of the claims that were there at the beginning."""
        self.see(islice(self._unseen, most))

    @handles("fix.save")
    def save(self, _count: int) -> None:
        """Decide the claim as fixed, as right if nothing was changed, or add the new one; and go on."""
        draft = self.draft
        if draft is None:
            return
        if draft.needs_value:
            self.ask_value()
        elif draft.new:
            self._add(draft)
        elif draft.changed:
            title = _("Make the same fix")
            self.screen.batching.look_over(title, self.ids, self._save, fix=draft.changes)
        else:
            self.screen.batching.look_over(_("Accept"), self.ids, self._save)

    def _save(self, ids: Sequence[str]) -> None:
        """Decide claims by the draft."""
        draft = self.draft
        if draft is None:
            return
        changes = draft.changes
        elapsed = self.screen.deciding.elapsed

        def decide() -> Change:
            if changes:
                return self.review.fix(ids, changes, ms=elapsed)
            return self.review.accept(ids, ms=elapsed)

        change = self.screen.deciding.make(decide)
        if change is None:
            return
        if changes:
            self.last, self.last_fixed = changes, draft.base
        self.seen.add(draft.claim)
        self.screen.marking.forget()
        self.close()
        one, many = _("accepted · {claim}"), _("accepted {count} claims")
        if changes:
            one, many = _("fixed · {claim}"), _("fixed {count} claims")
        words = (one if len(ids) == 1 else many).format(claim=in_short(draft.claim), count=len(ids))
        more = self.screen.batching.after_fix(change) or self.screen.deciding.undo_hint()
        self.screen.go_on(ids[-1], words + more)

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
        """Make the last fix again, on this claim if it fits, or else on the next that it fits."""
        if self.last is None:
            self.screen.say(_("There is no fix to make again"), "warning")
            return
        if count >= MANY:
            self.screen.batching.apply_to(count)
            return
        for _each in range(count):
            here, next_like = self.screen.current, self.next_like()
            if next_like is None:
                self.screen.say(_("No pending claim is like the fixed one"), "warning")
                return
            found, changes = next_like
            if self.screen.deciding.make(partial(self.review.fix, found, changes)) is None:
                return
            said = _("fixed likewise · {claim}").format(claim=in_short(self.review[found].claim))
            said += self.screen.deciding.undo_hint()
            if found == here:
                self.screen.go_on(found, said)
            else:
                self.screen.go_to(found)
                self.screen.say(said, "good")

    def next_like(self) -> tuple[str, Changes] | None:
        """The claim on which the last fix would be made again, and what would change of it.

        That is the current claim, as far as it needs the fix; else the first pending one from here on that
        the fix fits, or that needs all of it.
        """
        changes, offer = self.last, self.screen.batching.offer
        if changes is None:
            return None
        here = self.screen.current
        offered = set(self.screen.batching.offered)
        if here not in offered and (part := self._part_for(here)):
            return here or "", part
        ids, at = self.screen.ids, self.screen.position or 0
        order = [*ids[at:], *ids[:at]]
        best = next((claim_id for claim_id in order if claim_id in offered), None)
        if best is not None and offer is not None:
            return best, offer.changes
        full = (claim_id for claim_id in order if self._part_for(claim_id) == changes)
        return next(((claim_id, changes) for claim_id in full), None)

    def _part_for(self, claim_id: str | None) -> Changes:
        """The part of the last fix that a pending claim needs."""
        from tui.review.similar import part_for  # noqa: PLC0415 - not before something is fixed

        if self.last is None or self.last_fixed is None or claim_id is None:
            return Changes()
        state = self.review[claim_id]
        return part_for(state.claim, self.last, self.last_fixed) if state.verdict == "pending" else Changes()
