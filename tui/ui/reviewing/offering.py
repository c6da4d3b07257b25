"""Offer values for the field that is typed into: take one by its label, by tab, or word by word."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.model import Article, FieldValue, Value
from tui.ui.fixing.draft import Draft
from tui.ui.fixing.entry import EntryError, read_field
from tui.ui.fixing.offers import Known, likewise, offers
from tui.ui.fixing.suggest import OPEN_FIELDS
from tui.ui.fixing.words import Words, pieces, words_near
from tui.ui.handling import handles
from tui.ui.i18n import _
from tui.ui.periods import period_in_words
from tui.ui.reviewing.saving import Saving
from tui.ui.values import show_value
from tui.ui.widgets.fix_form import DIGITS, Hint, Hints

if TYPE_CHECKING:
    from tui.ui.reviewing.screen import ReviewScreen

IN_WORDS = frozenset({"subject", "place"})  # fields in the article's own words
_NARROW, _WRAPPED = 36, 6  # cells: a line before the form has its size, and what the end of a line may waste


class Offering(Saving):
    """Knows what is offered for the open field, and takes what is chosen of it."""

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(screen)
        self.active = ""
        self.at_once = False  # one field is fixed: what is taken for it is saved
        self.suggestions: list[str] = []
        self.marked = -1
        self.words: Words | None = None
        self.spoken = ""  # what a time that was just taken was read as, in words

    def cancel(self, _count: int) -> None:
        """Leave without a change."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the draft as it is now."""
        raise NotImplementedError

    def typed(self) -> None:
        """Offer what may be meant by what is typed, and say what it stands for."""
        draft, article = self.draft, self.screen.article
        if draft is None or self.screen.mode != "edit":
            return
        field = self.screen.fix_form.field
        typed = "" if field.fresh else field.value
        self.marked, self.words = -1, None
        self.suggestions = []
        if self.active in OPEN_FIELDS and article is not None:
            now = str(draft[self.active] or "")
            found = offers(self._known(draft, article, typed), typed, leave_out=now)
            self.suggestions = found[: self._room]
        self._hint()

    @property
    def _room(self) -> int:
        """How many lines there are for what is offered; all that is offered can be seen."""
        return self.screen.fix_form.lines - (self.active == "period" or self.at_once)

    def _known(self, draft: Draft, article: Article, typed: str) -> Known:
        """What may be offered for the open field."""
        name, claim = self.active, draft.claim
        found: list[str] = []
        if name in IN_WORDS and typed.strip():
            from tui.ui.fixing.phrases import phrases  # noqa: PLC0415 - nobody types before the first text

            low, high = self.screen.desk.around(article, claim)
            whole = self.screen.desk.may_end
            found = phrases(
                article.text[low:high],
                typed,
                lambda start, end: whole(article, claim, low + start, low + end),
            )
        changed = self.last.fields() if self.last is not None else {}
        was = getattr(self.last_fixed, name, None) if name in changed else None
        last = str(changed.get(name) or "")
        return Known(
            likewise=(likewise(str(was or ""), last, str(draft[name] or "")), last),
            meant=self.screen.desk.alternatives(article, claim.start, claim.end).get(name, ()),
            phrases=found,
            seen=self.seen.suggest(name, article.id, typed, called=self._called),
        )

    def _called(self, value: str) -> Sequence[str]:
        """What a value of the open field is called besides: indicators have names in each language."""
        return self.screen.desk.called(value) if self.active == "indicator" else ()

    def _begins(self, value: str, typed: str) -> bool:
        """Whether a value, or something that it is called, begins with what is typed."""
        return any(text.casefold().startswith(typed) for text in (value, *self._called(value)))

    def labelled(self, character: str) -> int | None:
        """Which suggestion a character takes; none where what is offered goes on with it and it is typed."""
        field = self.screen.fix_form.field
        at = field.labels.find(character)
        if not 0 <= at < len(self.suggestions) or (not field.fresh and field.labels != DIGITS):
            return None
        typed = field.value.casefold() + character
        goes_on = not field.fresh and any(self._begins(value, typed) for value in self.suggestions)
        return None if goes_on else at

    def takes(self, character: str) -> bool:
        """Take a character for a label; says whether it was one."""
        if self.words is not None:
            self._choose(self.words, character)
            return True
        at = self.labelled(character)
        if at is not None:
            self.picked(at)
        return at is not None

    # Words of the sentence

    @handles("edit.words")
    def choose_words(self, _count: int) -> None:
        """Put labels on the words of the sentence, or take them away."""
        draft, article = self.draft, self.screen.article
        if draft is None or article is None or self.active not in IN_WORDS:
            return
        if self.words is not None:
            self.typed()
            return
        claim = draft.claim
        sentence = self.screen.desk.sentence(article, claim)
        width = self.screen.query_one(Hints).size.width or _NARROW
        room = (self.screen.fix_form.lines - 1) * (width - _WRAPPED)
        self.words = words_near(article.text, sentence, (claim.start, claim.end), room)
        self._show_words(self.words)

    def _choose(self, words: Words, label: str) -> None:
        """Begin the phrase at a word, or end it there and take it."""
        at = words.at(label)
        if at is None:
            return
        if words.first is None:
            self.words = replace(words, first=at)
            self._show_words(self.words)
            return
        if self._take(words.phrase(words.first, at)) and self.at_once:
            self.save(1)

    def _show_words(self, words: Words) -> None:
        remark = _("its last word, or the same again")
        if words.first is None:
            remark = _("first word's label, then last's")
        self.screen.fix_form.hint(Hint(remark, words=pieces(words)))

    def _hint(self, wrong: str = "") -> None:
        field = self.screen.fix_form.field
        fresh = field.fresh and (self.at_once or self.active != "period")
        remark = wrong or ("" if fresh else self._meaning(field.value))
        if self.at_once and not remark and self.suggestions:
            labels = field.labels[: len(self.suggestions)]
            labels = (
                "\u2013".join(dict.fromkeys((labels[0], labels[-1])))
                if labels in DIGITS
                else " ".join(labels)
            )
            tab = self.screen.keymap.way_to("edit.take")
            remark = _("{labels} takes and saves, {key} only takes").format(labels=labels, key=tab)
        self.screen.fix_form.hint(
            Hint(
                remark,
                wrong=bool(wrong),
                choices=[self.shown(each) for each in self.suggestions],
                marked=self.marked,
                taken=self._tab_takes(),
                labels=field.labels or DIGITS,
            )
        )

    def shown(self, value: str) -> str:
        """What is offered as it is shown: indicators with their names."""
        return self.screen.desk.indicator_shown(value) if self.active == "indicator" else value

    def _meaning(self, typed: str) -> str:
        """What the typed text stands for; what is wrong with it is told when it is entered."""
        if self.active == "period":
            return period_in_words(typed.strip())
        if self.active == "value":
            try:
                value = self._read("value", typed)
            except EntryError:
                return ""
            return "= " + show_value(value) if value is not None and not isinstance(value, (str, int)) else ""
        return ""

    def _read(self, name: str, typed: str) -> FieldValue:
        present = self.draft[name] if self.draft is not None else None
        value = read_field(name, typed, self._read_number, present)
        if name == "indicator" and isinstance(value, str):
            return self._indicator(value, present)
        return value

    def _read_spoken(self, typed: str) -> str | None:
        """The period that is written as articles write it."""
        article = self.screen.article
        if self.active != "period" or article is None:
            return None
        from tui.ui.fixing.spoken import read_as, spoken_period  # noqa: PLC0415 - few type so

        period = spoken_period(typed.strip(), article, self.screen.desk.rules)
        if period is not None:
            self.spoken = read_as(typed, period, self.screen.keymap.way_to("fix.save"))
        return period

    def _read_number(self, typed: str) -> Value | None:
        article = self.screen.article
        return self.screen.desk.read_number(typed, article) if article is not None else None

    def _indicator(self, typed: str, present: FieldValue) -> str:
        """The indicator that is called so; else one that claims have already, though no rule knows it."""
        meant = self.screen.desk.indicator_meant(typed)
        if meant is None and typed != present and typed not in self.suggestions:
            raise EntryError(
                _("no indicator is called {typed}; leave it empty if none fits").format(typed=typed)
            )
        return meant or typed

    def _tab_takes(self) -> int:
        """Which suggestion tab would take, -1 for none: the marked one, or the best of the obvious ones."""
        if self.marked >= 0 or not self.suggestions:
            return self.marked
        field = self.screen.fix_form.field
        typed = field.value.strip().casefold()
        return 0 if field.fresh or self._begins(self.suggestions[0], typed) else -1

    @handles("edit.down")
    def down(self, _count: int) -> None:
        """Mark the next suggestion."""
        if self.words is not None:
            return
        self.marked = min(self.marked + 1, len(self.suggestions) - 1)
        self._hint()

    @handles("edit.up")
    def up(self, _count: int) -> None:
        """Mark the suggestion before, or none."""
        if self.words is not None:
            return
        self.marked = max(self.marked - 1, -1)
        self._hint()

    def picked(self, at: int) -> None:
        """Take a suggestion, and save where only one field is fixed."""
        if self._take(self.suggestions[at]) and self.at_once:
            self.save(1)

    @handles("edit.take")
    def take(self, _count: int) -> None:
        """Take the suggestion that tab marks, or what is typed, and stay in the form."""
        if self.words is not None:
            return
        at, self.at_once = self._tab_takes(), False
        self._take(self.suggestions[at] if at >= 0 else self.screen.fix_form.field.value)

    @handles("edit.save")
    def take_and_save(self, _count: int) -> None:
        """Take what is typed and save the claim."""
        if self.words is not None:
            return
        typed = self.suggestions[self.marked] if self.marked >= 0 else self.screen.fix_form.field.value
        if self._take(typed):
            if self.spoken:  # it is saved once it was seen how that was read
                self.screen.say(self.spoken)
            else:
                self.save(1)

    @handles("edit.cancel")
    def stop_typing(self, _count: int) -> None:
        """Drop what is typed; the form stays open if something was changed in it, else all is left."""
        if self.words is not None:
            self.typed()
            return
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
        self.spoken = ""
        try:
            value = self._read(self.active, typed)
        except EntryError as error:
            value = self._read_spoken(typed)
            if value is None:
                self._hint(wrong=str(error))
                return False
        if not self.screen.fix_form.field.fresh or typed != self.screen.fix_form.field.value:
            draft.set(**{self.active: value})
        self.words = None
        self.screen.fix_form.stop_typing()
        self.screen.set_mode("fix")
        self.refresh()
        return True
