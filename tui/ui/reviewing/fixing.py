"""Fix a claim: a field's letter, the new value, and one key to save and go on."""

from functools import partial
from typing import TYPE_CHECKING

from msgspec import structs
from textual.timer import Timer

from tui.model import Article
from tui.ui.aside import aside
from tui.ui.fixing.draft import Draft, written
from tui.ui.fixing.suggest import OPEN_FIELDS
from tui.ui.handling import Handler, handles
from tui.ui.i18n import _
from tui.ui.labels import CHOICES, FIELD_LETTERS, doubt_label, field_label, labels_are_short, value_label
from tui.ui.reviewing.offering import Offering
from tui.ui.widgets.claim_fields import Facts
from tui.ui.widgets.fix_form import DIGITS, LETTERS, Hint
from tui.ui.widgets.marks import DOUBT

if TYPE_CHECKING:
    from tui.ui.reviewing.screen import ReviewScreen

REST = 0.2  # seconds at a claim after which it is read ahead for a fix
# The fields that are read anew when the number's place is moved.
_REREAD = ("value", "unit", "per", "bound", "measure")
# The keys that take what is offered for a field: never those that its text begins with.
_LABELS = dict.fromkeys(OPEN_FIELDS, DIGITS) | {"period": LETTERS}
# Fields with a key of their own to fix just them.
ONLY = ("subject", "place", "period")


class Fixing(Offering):
    """Holds the draft while the form is open; nothing is decided before it is saved."""

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(screen)
        self._rest: Timer | None = None

    @property
    def more_handlers(self) -> dict[str, Handler]:
        """The commands that differ only in the field."""
        letters: dict[str, Handler] = {f"fix.{name}": partial(self.letter, name) for name in FIELD_LETTERS}
        letters |= {f"fix.{name}_back": partial(self.letter, name, step=-1) for name in CHOICES}
        letters |= {f"claim.fix_{name}": partial(self.only, name) for name in ONLY}
        ends = {"start_left": ("start", -1), "start_right": ("start", 1)}
        ends |= {"end_left": ("end", -1), "end_right": ("end", 1)}
        for name, (end, step) in ends.items():
            letters[f"fix.{name}"] = letters[f"span.{name}"] = partial(self.nudge, end, step)
        return letters

    # Reading ahead

    def claim_shown(self) -> None:
        """Read around the claim once the reviewer rests there: whoever fixes it then waits for nothing."""
        if self._rest is None:
            self._rest = self.screen.set_interval(REST, self._read_ahead, pause=True)
        self._rest.reset()

    def _read_ahead(self) -> None:
        if self._rest is not None:
            self._rest.pause()
        screen, article = self.screen, self.screen.article
        if screen.current is None or article is None or not screen.desk.is_ready:
            return
        claim = self.review[screen.current].claim
        reads = partial(screen.desk.read_ahead, article, claim.start, claim.end)
        screen.run_worker(aside(reads), group="ahead")

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
        """Open the form on a draft, if anything can be decided; its changes will hold for all ``ids``."""
        if self.screen.deciding.refused():
            return
        self.draft, self.ids, self.active, self.at_once = draft, ids or [], "", False
        self.screen.say("")
        self.screen.set_mode("fix")
        self.screen.show_form(shown=True)
        self.refresh()
        if draft.needs_value:
            self.ask_value()

    def ask_value(self) -> None:
        """Have the value of a new claim typed: what was selected tells none."""
        self.letter("value")
        self.screen.say(_("There is no number in it: type what it stands for"), "warning")

    def close(self) -> None:
        """Back to reviewing."""
        self.screen.fix_form.stop_typing()
        self.screen.show_form(shown=False)
        self.screen.article_view.select(None)
        self.draft, self.active, self.words = None, "", None
        self.screen.set_mode("review")

    @handles("fix.cancel")
    def cancel(self, _count: int) -> None:
        """Leave without a change."""
        self.close()
        self.screen.show_current()
        self.screen.say(_("left as it was"))
        if self.screen.marking.ids:
            self.screen.marking.follow()

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

    def letter(self, name: str, _count: int = 1, *, step: int = 1) -> None:
        """Walk on through a closed field, or open the line to type an open one in."""
        if self.draft is None:
            return
        self.active = name
        if name in CHOICES:
            self.draft.cycle(name, step)
            self.refresh()
            return
        self.screen.set_mode("edit")
        value = "" if name == "value" and self.draft.needs_value else self.draft[name]
        self.screen.fix_form.type_into(name, written(value), labels=_LABELS.get(name, ""))
        self.marked, self.words = -1, None
        self.refresh()
        self.typed()

    def digit(self, number: int) -> None:
        """Take the value of the open closed field by its number."""
        if self.draft is not None and self.active in CHOICES:
            self.draft.choose(self.active, number)
            self.refresh()

    def clicked(self, name: str) -> None:
        """Open the field clicked; a closed one shows its choices first and walks on with the next click."""
        if self.screen.mode == "review":
            self.start(1)
        elif self.screen.mode == "edit" and not self._take(self.screen.fix_form.field.value):
            return
        if self.draft is None:
            return
        if name in CHOICES and self.active != name:
            self.active = name
            self.refresh()
        else:
            self.letter(name)

    def choice_clicked(self, label: str) -> None:
        """Take the choice that stands under a label."""
        if self.screen.mode == "fix" and label.isdigit():
            self.digit(int(label))
        elif self.screen.mode == "edit" and self.words is not None:
            self.takes(label)
        elif self.screen.mode == "edit":
            self.picked(_LABELS.get(self.active, DIGITS).index(label))

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
            structs.replace(claim, doubts=()),  # they are told below the fields
            article.text[claim.start : claim.end],
            original=None if draft.new else draft.base,
            values=self.screen.desk.shown_values(claim),
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
        unlike = [name for name, key in FIELD_LETTERS.items() if key not in field_label(name)]
        narrow = self.screen.has_class("-narrow") and not self.screen.has_class("-stacked")
        hidden = unlike if narrow and not labels_are_short() else []
        letters = (f"{FIELD_LETTERS[name]} {field_label(name)}" for name in hidden)
        told = self.screen.showing.troubles(self.ids[0]) if len(self.ids) == 1 else ()
        doubts = [f"{DOUBT} {words}" for words in (*told[:1], *map(doubt_label, draft.claim.doubts))]
        if doubts and not draft.changed:
            return Hint(" · ".join([*doubts, *letters]))
        save = self.screen.keymap.way_to("fix.save")
        way = _("A letter opens its field; {key} saves").format(key=save)
        return Hint(" · ".join([way, *doubts, *letters]))
