"""Fix a claim: a field's letter, the new value, and one key to save and go on."""

from functools import partial
from typing import TYPE_CHECKING

from tui.model import Article
from tui.ui.doing.saving import Saving
from tui.ui.fixing.draft import Draft, written
from tui.ui.fixing.entry import EntryError, read_field
from tui.ui.fixing.offers import Known, likewise, offers
from tui.ui.fixing.phrases import phrases
from tui.ui.fixing.suggest import OPEN_FIELDS
from tui.ui.i18n import _
from tui.ui.labels import CHOICES, FIELD_LETTERS, field_label, value_label
from tui.ui.periods import period_in_words
from tui.ui.screens.base import Handler, handles
from tui.ui.values import show_value
from tui.ui.widgets.detail import Facts
from tui.ui.widgets.fix_form import DIGITS, LETTERS, Hint

if TYPE_CHECKING:
    from tui.ui.screens.review import ReviewScreen

# The fields that are read anew when the number's place is moved.
_REREAD = ("value", "unit", "per", "bound", "measure")
_IN_WORDS = frozenset({"subject", "place"})  # fields in the article's own words
# The keys that take what is offered for a field: never those that its text begins with.
_LABELS = dict.fromkeys(OPEN_FIELDS, DIGITS) | {"period": LETTERS}
# Lines for what is offered, as in the style sheet: on a high screen, and on a low one.
_ROOM_HIGH, _ROOM_LOW = 9, 6


# Fields with a key of their own to fix just them.
ONLY = ("subject", "place", "period")


class Fixing(Saving):
    """Holds the draft while the form is open; nothing is decided before it is saved."""

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(screen)
        self.active = ""
        self.at_once = False  # one field is fixed: what is taken for it is saved
        self.suggestions: list[str] = []
        self.marked = -1

    @property
    def more_handlers(self) -> dict[str, Handler]:
        """The commands that differ only in the field."""
        letters: dict[str, Handler] = {f"fix.{name}": partial(self.letter, name) for name in FIELD_LETTERS}
        letters |= {f"claim.fix_{name}": partial(self.only, name) for name in ONLY}
        ends = {"start_left": ("start", -1), "start_right": ("start", 1)}
        ends |= {"end_left": ("end", -1), "end_right": ("end", 1)}
        for name, (end, step) in ends.items():
            letters[f"fix.{name}"] = letters[f"span.{name}"] = partial(self.nudge, end, step)
        return letters

    # Opening and closing

    @handles("claim.fix")
    def start(self, _count: int) -> None:
        """Open the form on the current claim, or for all marked ones."""
        ids = self.screen.deciding.targets()
        if ids:
            self.open(Draft(self.review[ids[0]].claim), ids)

    def only(self, name: str, _count: int = 1) -> None:
        """Fix one field: what is taken for it is saved at once."""
        self.start(1)
        if self.draft is not None:
            self.at_once = True
            self.letter(name)

    def open(self, draft: Draft, ids: list[str] | None = None) -> None:
        """Open the form on a draft; what it changes will hold for all ``ids``."""
        self.draft, self.ids, self.active, self.at_once = draft, ids or [], "", False
        self.screen.set_mode("fix")
        self.screen.show_form(shown=True)
        self.refresh()

    def close(self) -> None:
        """Back to reviewing."""
        self.screen.fix_form.stop_typing()
        self.screen.show_form(shown=False)
        self.screen.article_view.select(None)
        self.draft, self.active = None, ""
        self.screen.set_mode("review")

    @handles("fix.cancel")
    def cancel(self, _count: int) -> None:
        """Leave without a change."""
        self.close()
        self.screen.show_current()
        self.screen.say(_("left as it was"))

    @handles("fix.undo")
    def undo(self, _count: int) -> None:
        """Take back the last change in the form."""
        if self.draft is not None:
            self.draft.undo()
            self.refresh()

    @handles("fix.help")
    def help(self, _count: int) -> None:
        """Show all keys."""
        self.screen.app.run_command("app.help")

    # Changing fields

    def letter(self, name: str, _count: int = 1) -> None:
        """Walk on through a closed field, or open the line to type an open one in."""
        if self.draft is None:
            return
        self.active = name
        if name in CHOICES:
            self.draft.cycle(name)
            self.refresh()
            return
        self.screen.set_mode("edit")
        value = self.draft[name]
        self.screen.fix_form.type_into(name, written(value), labels=_LABELS.get(name, ""))
        self.marked = -1
        self.refresh()
        self.typed()

    def digit(self, number: int) -> None:
        """Take the value of the open closed field by its number."""
        if self.draft is not None and self.active in CHOICES:
            self.draft.choose(self.active, number)
            self.refresh()

    def nudge(self, end: str, step: int, count: int = 1) -> None:
        """Move one end of the number and read it again from there."""
        if self.draft is None:
            current = self.screen.current
            if current is None:
                return
            self.open(Draft(self.review[current].claim), [current])
        draft, article = self.draft, self.screen.article
        if draft is None or article is None:
            return
        claim = draft.claim
        start, stop = claim.start, claim.end
        if end == "start":
            start = min(max(start + step * count, 0), stop - 1)
        else:
            stop = max(min(stop + step * count, len(article.text)), start + 1)
        if (start, stop) != (claim.start, claim.end):
            self._reread(draft, article, start, stop)
            self.refresh()

    def _reread(self, draft: Draft, article: Article, start: int, end: int) -> None:
        """Give the draft its new place, and what reads differently there than at the old one."""
        before = self.screen.desk.claim_at(article, draft.claim.start, draft.claim.end)
        now = self.screen.desk.claim_at(article, start, end)
        fields = {name: getattr(now, name) for name in _REREAD if getattr(now, name) != getattr(before, name)}
        draft.set(start=start, end=end, **fields)

    # Typing

    def typed(self) -> None:
        """Offer what may be meant by what is typed, and say what it stands for."""
        draft, article = self.draft, self.screen.article
        if draft is None or self.screen.mode != "edit":
            return
        field = self.screen.fix_form.field
        typed = "" if field.fresh else field.value
        self.marked = -1
        self.suggestions = []
        if self.active in OPEN_FIELDS and article is not None:
            now = str(draft[self.active] or "")
            found = offers(self._known(draft, article, typed), typed, leave_out=now)
            self.suggestions = found[: self._room]
        self._hint()

    @property
    def _room(self) -> int:
        """How many lines there are for what is offered; all that is offered can be seen."""
        lines = _ROOM_LOW if self.screen.has_class("-low") else _ROOM_HIGH
        return lines - (self.active == "period" or self.at_once)

    def _known(self, draft: Draft, article: Article, typed: str) -> Known:
        """What may be offered for the open field."""
        name, claim = self.active, draft.claim
        found: list[str] = []
        if name in _IN_WORDS and typed.strip():
            start, end = self.screen.desk.around(article, claim)
            found = phrases(article.text[start:end], typed)
        was, became = ((each.fields().get(name) if each else None) for each in (self.last_was, self.last))
        last = str(became or "")
        return Known(
            likewise=(likewise(str(was or ""), last, str(draft[name] or "")), last),
            meant=self.screen.desk.alternatives(article, claim.start, claim.end).get(name, ()),
            phrases=found,
            seen=self.seen.suggest(name, article.id, typed),
        )

    def labelled(self, character: str) -> int | None:
        """Which suggestion a character takes; none where what is offered goes on with it and it is typed."""
        field = self.screen.fix_form.field
        at = field.labels.find(character)
        if not 0 <= at < len(self.suggestions) or (not field.fresh and field.labels != DIGITS):
            return None
        typed = field.value.casefold() + character
        goes_on = not field.fresh and any(value.casefold().startswith(typed) for value in self.suggestions)
        return None if goes_on else at

    def _hint(self, wrong: str = "") -> None:
        field = self.screen.fix_form.field
        fresh = field.fresh and self.active != "period"
        remark = wrong or ("" if fresh else self._meaning(field.value))
        if self.at_once and not remark and self.suggestions:
            first, last = field.labels[0], field.labels[len(self.suggestions) - 1]
            remark = _("{first}-{last} takes and saves, tab only takes").format(first=first, last=last)
        self.screen.fix_form.hint(
            Hint(
                remark,
                wrong=bool(wrong),
                choices=self.suggestions,
                marked=self.marked,
                taken=self._tab_takes(),
                labels=field.labels or DIGITS,
            )
        )

    def _meaning(self, typed: str) -> str:
        """What the typed text stands for; what is wrong with it is told when it is entered."""
        if self.active == "period":
            return period_in_words(typed.strip())
        if self.active == "value":
            try:
                value = read_field("value", typed, self.screen.desk.read_number)
            except EntryError:
                return ""
            return "= " + show_value(value) if value is not None and not isinstance(value, (str, int)) else ""
        return ""

    def _tab_takes(self) -> int:
        """Which suggestion tab would take, -1 for none: the marked one, or the best of the obvious ones."""
        if self.marked >= 0 or not self.suggestions:
            return self.marked
        field = self.screen.fix_form.field
        typed = field.value.strip().casefold()
        return 0 if field.fresh or self.suggestions[0].casefold().startswith(typed) else -1

    @handles("edit.down")
    def down(self, _count: int) -> None:
        """Mark the next suggestion."""
        self.marked = min(self.marked + 1, len(self.suggestions) - 1)
        self._hint()

    @handles("edit.up")
    def up(self, _count: int) -> None:
        """Mark the suggestion before, or none."""
        self.marked = max(self.marked - 1, -1)
        self._hint()

    def picked(self, at: int) -> None:
        """Take a suggestion, and save where only one field is fixed."""
        if self._take(self.suggestions[at]) and self.at_once:
            self.save(1)

    @handles("edit.take")
    def take(self, _count: int) -> None:
        """Take the suggestion that tab marks, or what is typed, and stay in the form."""
        at, self.at_once = self._tab_takes(), False
        self._take(self.suggestions[at] if at >= 0 else self.screen.fix_form.field.value)

    @handles("edit.save")
    def take_and_save(self, _count: int) -> None:
        """Take what is typed and save the claim."""
        typed = self.suggestions[self.marked] if self.marked >= 0 else self.screen.fix_form.field.value
        if self._take(typed):
            self.save(1)

    @handles("edit.cancel")
    def stop_typing(self, _count: int) -> None:
        """Drop what is typed; the form stays open if something was changed in it, else all is left."""
        self.screen.fix_form.stop_typing()
        if self.draft is not None and not self.draft.changed and not self.draft.new:
            self.cancel(1)
            return
        self.screen.set_mode("fix")
        self.active = ""
        self.refresh()

    def _take(self, typed: str) -> bool:
        """Give the open field what was typed; false, with the reason shown, if it is no value of it."""
        draft = self.draft
        if draft is None:
            return False
        try:
            value = read_field(self.active, typed, self.screen.desk.read_number)
        except EntryError as error:
            self._hint(wrong=str(error))
            return False
        if not self.screen.fix_form.field.fresh or typed != self.screen.fix_form.field.value:
            draft.set(**{self.active: value})
        self.screen.fix_form.stop_typing()
        self.screen.set_mode("fix")
        self.refresh()
        return True

    # Showing

    def refresh(self) -> None:
        """Show the draft as it is now."""
        draft, article = self.draft, self.screen.article
        if draft is None or article is None:
            return
        claim = draft.claim
        title = "+ " + _("new claim") if draft.new else "\u270e " + _("fixing")
        if len(self.ids) > 1:
            title = "\u270e " + _("fixing {count} claims").format(count=len(self.ids))
        facts = Facts(
            claim,
            article.text[claim.start : claim.end],
            original=None if draft.new else draft.base,
        )
        self.screen.fix_form.show(facts, title=title, active=self.active)
        if self.screen.mode == "fix":
            self.screen.fix_form.hint(self._letters_hint(draft))
        if draft.new or {"start", "end"} & set(draft.changed):
            self.screen.article_view.select(claim.start, claim.end)
            self.screen.article_view.reveal(claim.start, claim.end)

    def _letters_hint(self, draft: Draft) -> Hint:
        if self.active in CHOICES:
            values = CHOICES[self.active]
            here = values.index(str(draft[self.active])) if draft[self.active] in values else -1
            return Hint(choices=[value_label(value) for value in values], marked=here)
        if draft.claim.doubts and not draft.changed:
            return Hint("? " + " · ".join(draft.claim.doubts))
        unlike = [name for name, key in FIELD_LETTERS.items() if key not in field_label(name)]
        if self.screen.has_class("-narrow") and unlike:
            return Hint(" · ".join(f"{FIELD_LETTERS[name]} {field_label(name)}" for name in unlike))
        return Hint(_("A letter opens its field; save with enter"))
