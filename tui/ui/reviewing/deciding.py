"""Accept, reject, skip, reopen, note, undo and redo."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from time import monotonic

from tui.review import Change, Review, ReviewError
from tui.review.pace import STREAK, hasty_run
from tui.storage.errors import StorageError
from tui.ui.handling import handles
from tui.ui.i18n import _, ngettext
from tui.ui.reviewing.base import Doing
from tui.ui.troubles import in_words, why_not_saved
from tui.ui.values import in_short

# Makes a decision on some claims; it can be made again when the review is another one.
Decide = Callable[[Review, Sequence[str]], Change]
LONGEST_MS = 3_600_000


class Deciding(Doing):
    """Everything that makes a decision goes through :meth:`make`, which tells what came of it."""

    last: Decide | None = None
    last_words: tuple[str, str] = ("", "")
    shown_at: float = 0.0

    def claim_shown(self) -> None:
        """Begin to count the time that a claim is in front of the reviewer."""
        self.shown_at = monotonic()

    @property
    def elapsed(self) -> int:
        """Milliseconds since the current claim came up."""
        return min(int((monotonic() - self.shown_at) * 1000), LONGEST_MS)

    def refused(self) -> bool:
        """Whether nothing can be decided here, which is told."""
        if self.screen.desk.read_only:
            self.screen.say(_("Read only: {why}").format(why=self.screen.desk.read_only), "warning")
        return bool(self.screen.desk.read_only)

    def make(self, decide: Callable[[], Change | None]) -> Change | None:
        """Make a decision; if it cannot be made, or not be saved, say so and leave all as it was."""
        if self.refused():
            return None
        try:
            change = decide()
        except ReviewError as error:
            self.screen.say(_("Not possible: {reason}").format(reason=in_words(error)), "warning")
            return None
        except (OSError, StorageError) as error:
            reason = why_not_saved(error)
            self.screen.say(_("NOT SAVED, so not decided: {reason}").format(reason=reason), "error")
            return None
        if change is not None:
            self.screen.show_change(change)
        return change

    def targets(self, count: int = 1) -> list[str]:
        """What a decision is about: the marked range, or the current claim and those after it."""
        if self.screen.marking.ids:
            return list(self.screen.marking.ids)
        current = self.screen.current
        if current is None:
            return []
        return [current, *islice(self._behind(current), count - 1)]

    def _behind(self, claim_id: str) -> Iterable[str]:
        """The claims of the list that follow one; as the text runs, where the filter leaves it out itself."""
        ids, at, place = self.screen.ids, self.screen.position, self.review.position
        if at is not None:
            return islice(ids, at + 1, None)
        return (each for each in ids if place(each) > place(claim_id))

    def look_and_decide(self, title: str, ids: Sequence[str], act: Decide, one: str, many: str) -> None:
        """Decide claims that were chosen one by one and go on; many of them are shown first."""
        self.screen.batching.look_over(title, ids, lambda claims: self.decide(claims, act, one, many))

    def decide(self, ids: Sequence[str], act: Decide, one: str, many: str) -> None:
        """Decide claims and go on; ``one`` and ``many`` say it, with ``{claim}`` and ``{count}``."""
        if not ids:
            self.screen.say(_("There is no claim here"), "warning")
            return
        first = self.review[ids[0]].claim
        change = self.make(lambda: act(self.review, ids))
        if change is None:
            return
        self.screen.marking.forget()
        self.last, self.last_words = act, (one, many)
        count = len(ids)
        said = (one if count == 1 else many).format(claim=in_short(first), count=count)
        if self.screen.go_on(ids[-1], said + self.undo_hint()):
            self._look_at_pace()

    def undo_hint(self) -> str:
        """How to take back what was just said."""
        key = self.screen.keymap.first_key("review.undo")
        return " · " + _("{key} undoes").format(key=key) if key else ""

    @handles("claim.accept")
    def accept(self, count: int) -> None:
        """Take the claims for facts."""
        ids, elapsed = self.targets(count), self.elapsed
        one, many = _("accepted · {claim}"), _("accepted {count} claims")
        self.look_and_decide(
            _("Accept"), ids, lambda review, each: review.accept(each, ms=elapsed), one, many
        )

    def _look_at_pace(self) -> None:
        """Point out, now and then, that acceptances follow too fast for anything to have been read."""
        run = hasty_run(self.review.decisions)
        if run and run % STREAK == 0:
            words = _("{count} accepted in a row, each in under half a second: did you read them?")
            self.screen.say(words.format(count=run) + self.undo_hint(), "warning")

    @handles("claim.reject")
    def reject(self, count: int) -> None:
        """Say that the claims are none."""
        ids, elapsed = self.targets(count), self.elapsed
        one, many = _("rejected · {claim}"), _("rejected {count} claims")
        self.look_and_decide(
            _("Reject"), ids, lambda review, each: review.reject(each, ms=elapsed), one, many
        )

    @handles("claim.reject_because")
    def reject_because(self, _count: int) -> None:
        """Ask for the reason first."""
        ids = self.targets()
        if not ids or self.refused():
            return

        def done(reason: str) -> str | None:
            one, many = _("rejected · {claim}"), _("rejected {count} claims")
            self.look_and_decide(
                _("Reject"), ids, lambda review, each: review.reject(each, reason=reason), one, many
            )
            return None

        self.screen.asking.ask(_("Reject because:"), done)

    @handles("claim.skip")
    def skip(self, count: int) -> None:
        """Leave the claims for later."""
        ids, elapsed = self.targets(count), self.elapsed
        one, many = _("left for later · {claim}"), _("left {count} claims for later")
        self.look_and_decide(
            _("Leave for later"), ids, lambda review, each: review.skip(each, ms=elapsed), one, many
        )

    @handles("claim.reopen")
    def reopen(self, count: int) -> None:
        """Take the verdict away and stay here."""

        def done(ids: Sequence[str]) -> None:
            if ids and self.make(lambda: self.review.reopen(ids)):
                self.screen.marking.forget()
                words = ngettext("pending again", "{count} claims are pending again", len(ids))
                self.screen.say(words.format(count=len(ids)) + self.undo_hint(), "good")

        ids = self.targets(count)
        ids = [each for each in ids if self.review[each].verdict != "pending"] or ids
        self.screen.batching.look_over(_("Take the verdict away"), ids, done, held=False)

    @handles("claim.note")
    def note(self, _count: int) -> None:
        """Write a note on the claim."""
        claim_id = self.screen.current
        if claim_id is None or self.refused():
            return

        def done(text: str) -> str | None:
            if text.strip() != self.review[claim_id].note and self.make(
                lambda: self.review.note(claim_id, text.strip())
            ):
                self.screen.say(
                    (_("noted") if text.strip() else _("note taken away")) + self.undo_hint(), "good"
                )
            return None

        self.screen.asking.ask(_("Note:"), done, value=self.review[claim_id].note)

    @handles("review.undo")
    def undo(self, count: int) -> None:
        """Take back decisions and go to where the last of them was made."""
        self._walk_back(self.review.undo, count, undone=True)

    @handles("review.redo")
    def redo(self, count: int) -> None:
        """Make decisions again that were taken back."""
        self._walk_back(self.review.redo, count, undone=False)

    def _walk_back(self, step: Callable[[], Change | None], count: int, *, undone: bool) -> None:
        change = None
        for _each in range(count):
            if not (self.review.can_undo if undone else self.review.can_redo):
                break
            made = self.make(step)
            if made is None:
                return
            change = made
        if change is None:
            self.screen.say(
                _("There is nothing to undo") if undone else _("There is nothing to redo"), "warning"
            )
            return
        if change.focus is not None and not self._stays(change):
            self.screen.go_to(change.focus)
        self.screen.say(self._describe(change, undone=undone), "good")

    def _stays(self, change: Change) -> bool:
        """Whether an addition was taken back in the article in which the current claim waits."""
        here = self.screen.current
        if here is None or change.focus is None or not change.removed:
            return False
        waiting, near = self.review[here], self.review[change.focus]
        return waiting.verdict == "pending" and waiting.claim.article == near.claim.article

    def _describe(self, change: Change, *, undone: bool) -> str:
        decision = change.decision
        for earlier in reversed(self.review.decisions[: decision.n - 1]):
            if decision.do != "undo":
                break
            if earlier.n == decision.of:
                decision = earlier
        claim = next(
            (self.review[name].claim for name in change.claims if name in self.review), decision.claim
        )
        words = {
            "accept": _("acceptance"),
            "fix": _("fix"),
            "reject": _("rejection"),
            "skip": _("skipping"),
            "reopen": _("reopening"),
            "note": _("note"),
            "add": _("addition"),
        }
        what = words.get(decision.do, decision.do)
        count = len(change.claims)
        about = (
            in_short(claim) if claim is not None and count == 1 else _("{count} claims").format(count=count)
        )
        shown = _("undone: {what} · {claim}") if undone else _("redone: {what} · {claim}")
        return shown.format(what=what, claim=about)

    @handles("edit.repeat")
    def repeat(self, count: int) -> None:
        """Make the last decision again, about the current claim."""
        if self.last is None:
            self.screen.say(_("There is no decision to repeat"), "warning")
            return
        self.look_and_decide(_("Decide as the last time"), self.targets(count), self.last, *self.last_words)
