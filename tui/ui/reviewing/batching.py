"""Decide many claims at once: all that are shown, or all that the last fix fits; never unseen."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.model import Changes, Decision, FieldValue
from tui.review import Change, Review
from tui.review.batch import MANY, Batch, sort_out
from tui.review.checks import told
from tui.text.display import one_line
from tui.ui.fixing.draft import written
from tui.ui.handling import handles
from tui.ui.i18n import _, ngettext
from tui.ui.labels import CHOICES, doubt_label, field_label, value_label, verdict_label
from tui.ui.reviewing.base import Doing
from tui.ui.troubles import in_words
from tui.ui.values import in_short
from tui.ui.widgets.lines import Pieces
from tui.ui.widgets.marks import BOUND_MARKS, measure_mark

if TYPE_CHECKING:
    from tui.review.similar import Offer
    from tui.ui.reviewing.screen import ReviewScreen
    from tui.ui.screens.batch import Plan

COUNTED = 6  # units that the preview counts by name
_NOTHING, _ARROW = "\u2013", " \u2192 "


class Batching(Doing):
    """What a batch will do is shown first, claim by claim; it is one decision and one undo."""

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(screen)
        self.offer: Offer | None = None
        self._fix: Decision | None = None

    # All that is shown

    @handles("batch.accept")
    def accept_shown(self, _count: int) -> None:
        """Accept the pending claims of the list."""

        def done(ids: Sequence[str]) -> None:
            one, many = _("accepted · {claim}"), _("accepted {count} claims")
            self.screen.deciding.decide(ids, Review.accept, one, many)

        self._shown(_("Accept all that is shown"), done)

    @handles("batch.reject")
    def reject_shown(self, _count: int) -> None:
        """Reject the pending claims of the list."""

        def done(ids: Sequence[str]) -> None:
            one, many = _("rejected · {claim}"), _("rejected {count} claims")
            self.screen.deciding.decide(ids, Review.reject, one, many)

        self._shown(_("Reject all that is shown"), done)

    def _shown(self, title: str, done: Callable[[Sequence[str]], None]) -> None:
        batch = sort_out(self.screen.ids, self.review, self.screen.showing.checks)
        if not batch.clean and not batch.held:
            self.screen.say(_("Nothing that is shown is pending"), "warning")
            return
        chosen = self.screen.searching.filter
        about = _("Filter: {filter}").format(filter=chosen) if chosen else _("All claims of the session")
        left = batch.decided + batch.skipped
        words = ngettext(
            "{count} that is decided or left for later stays as it is",
            "{count} that are decided or left for later stay as they are",
            left,
        )
        note = words.format(count=left) if left else ""
        plan = self._plan(title, batch, self._claim_line)
        self._ask(replace(plan, about=about, note=note), done)

    # Claims that were marked or counted

    def look_over(
        self,
        title: str,
        ids: Sequence[str],
        done: Callable[[Sequence[str]], None],
        *,
        fix: Changes | None = None,
        held: bool = True,
    ) -> None:
        """Have claims decided that were chosen one by one; many of them are shown first, with the ``fix``.

        Unless some are ``held``, none deserves a look of its own.
        """
        if len(ids) < MANY:
            done(ids)
            return
        checks, like = self.screen.showing.checks, ids[0] if fix is not None else None
        batch = sort_out(ids, self.review, checks, like=like, chosen=True) if held else Batch(tuple(ids))
        line = self._claim_line if fix is None else partial(self._fix_line, fix)
        self._ask(self._plan(title, batch, line), done)

    # All that the last fix fits

    def after_fix(self, change: Change) -> str:
        """What else the fix just made fits, in words for the end of a message; empty if nothing."""
        self._fix = change.decision
        self.look_again()
        if self.offer is None:
            return ""
        count = len(self.offer.claims)
        keys = self.screen.keymap
        hints = [
            words.format(key=key)
            for key, words in (
                (keys.first_key("edit.apply_fix"), _("{key} next")),
                (keys.first_key("edit.apply_all"), _("{key} all")),
            )
            if key
        ]
        fits = ngettext("fits {count} more", "fits {count} more", count).format(count=count)
        return " · " + _("{fits}: {keys}").format(fits=fits, keys=" · ".join(hints))

    def look_again(self) -> None:
        """Find out which claims the last fix fits now."""
        from tui.review.similar import offer  # noqa: PLC0415 - not before something is fixed

        if self._fix is not None:
            self.offer = offer(self.review, self._fix)

    @property
    def offered(self) -> tuple[str, ...]:
        """The claims that the last fix fits and that are pending still."""
        claims = self.offer.claims if self.offer is not None else ()
        return tuple(
            name for name in claims if name in self.review and self.review[name].verdict == "pending"
        )

    @handles("edit.apply_all")
    def apply_all(self, _count: int) -> None:
        """Make the last fix on all claims that it fits."""
        self.apply_to(len(self.offered))

    def apply_to(self, most: int) -> None:
        """Make the last fix on so many claims that it fits, after a preview."""
        ids, found, fix = self.offered[:most], self.offer, self._fix
        if not ids or found is None or fix is None:
            self.screen.say(_("The last fix fits no other pending claim"), "warning")
            return
        changes = found.changes

        def done(claims: Sequence[str]) -> None:
            one, many = _("fixed likewise · {claim}"), _("fixed {count} claims likewise")
            self.screen.deciding.decide(claims, lambda review, each: review.fix(each, changes), one, many)

        like = fix.claims[0] if fix.claims[0] in self.review else None
        batch = sort_out(ids, self.review, self.screen.showing.checks, like=like)
        self._ask(self._plan(_("Make the same fix"), batch, partial(self._fix_line, changes)), done)

    # The preview

    def _ask(self, plan: "Plan", done: Callable[[Sequence[str]], None]) -> None:
        from tui.ui.screens.batch import BatchScreen  # noqa: PLC0415 - few need it at the start

        if self.screen.deciding.refused():
            return

        def closed(ids: tuple[str, ...] | None) -> None:
            if ids:
                done(ids)

        self.screen.open_over(BatchScreen(plan), closed)

    def _plan(self, title: str, batch: Batch, line: Callable[[str], Pieces]) -> "Plan":
        from tui.ui.screens.batch import Plan  # noqa: PLC0415 - few need it at the start

        return Plan(title, batch.clean, batch.held, line, self._trouble, self._counts)

    def _claim_line(self, claim_id: str) -> Pieces:
        claim = self.review[claim_id].claim
        low = claim.value[0] if isinstance(claim.value, tuple) else claim.value
        marks = measure_mark(claim.measure, falls=low < 0) + BOUND_MARKS.get(claim.bound, "")
        more = "  ".join(one_line(text) for text in (claim.place, claim.period) if text)
        return [
            (marks.replace(" ", ""), "arrow"),
            (one_line(in_short(claim)), "claim"),
            (f"  {more}", "more"),
        ]

    def _fix_line(self, changes: Changes, claim_id: str) -> Pieces:
        claim = self.review[claim_id].claim
        pieces: list[tuple[str, str]] = [(one_line(in_short(claim)), "claim")]
        for name, new in changes.fields().items():
            old = getattr(claim, name)
            pieces += [
                (f"  {field_label(name)} ", "more"),
                (_value(name, old), "old"),
                (_ARROW, "arrow"),
                (_value(name, new), "new"),
            ]
        return pieces

    def _trouble(self, claim_id: str) -> str:
        problems = self.screen.showing.checks.problems(claim_id)
        words = [in_words(told(problem, self.review)) for problem in problems]
        state = self.review[claim_id]
        stands = [verdict_label(state.verdict)] if state.verdict != "pending" else []
        return " · ".join([*stands, *words, *map(doubt_label, state.claim.doubts)])

    def _counts(self, ids: Sequence[str]) -> str:
        units = Counter(self.review[claim_id].claim.unit for claim_id in ids)
        parts = [f"{one_line(unit)} {count}" for unit, count in units.most_common(COUNTED)]
        rest = sum(units.values()) - sum(count for _unit, count in units.most_common(COUNTED))
        if rest:
            parts.append(_("others {count}").format(count=rest))
        return " · ".join(parts)


def _value(name: str, value: FieldValue) -> str:
    text = value_label(str(value)) if name in CHOICES else one_line(written(value))
    return text or _NOTHING
