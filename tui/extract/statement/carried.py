"""What was measured before, and is so again where a number names nothing itself."""

from dataclasses import dataclass, field

from tui.extract.document import Document, Draft
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.subjects import SubjectRule
from tui.extract.quantity.elliptic import unit_named
from tui.extract.quantity.lexicon import lexicon
from tui.extract.units import POINTS, TIMES
from tui.extract.words.tagging import tagged
from tui.extract.words.tagrules import unit_class
from tui.extract.words.tagwords import tag_words

# A subject taken over from before stays at most this many sentences old.
REACH = 2
# How many sentences back the people that a share is of may be named, and the units of those who do things.
POLLED = 4
DOERS = frozenset({"person", "household", "enterprise", "company", "school"})
# A count of these ("in 3 regions") only says where another number of the sentence holds.
PLACES = frozenset({"country", "state", "region", "province", "city", "county", "district", "industry"})
# A sentence of so many characters may open a paragraph with what it is about.
LONGEST_OPENING = 16


@dataclass(slots=True)
class Earlier:
    """The numbers of a document whose subjects are already known, and what of them may be carried on."""

    document: Document
    rules: RuleSet
    drafts: list[Draft] = field(default_factory=list)

    def carried(self, rule: SubjectRule, draft: Draft) -> str:
        """What was measured before, and is so again."""
        phrase = self._told_again(rule, draft)
        if "[" not in rule.pattern:
            return phrase
        # "200 moved, 700 stayed": what a rule adds takes the place of what was added before.
        like = (other for other in reversed(self.drafts) if other.fields.get("subject") == phrase)
        return next((other.whole for other in like if other.whole), phrase)

    def _told_again(self, rule: SubjectRule, draft: Draft) -> str:
        if rule.take == "counted":
            return self._counted(draft)
        if rule.take == "kin":
            return self._kin(draft)
        fellows = 0
        while rule.part and fellows < len(self.drafts) - 1 and self._told_by(rule, draft, fellows):
            fellows += 1  # the parts of one whole that were told before
        return self._changed(draft) or self.subject_before(draft, 1 + fellows)

    def subject_before(self, draft: Draft, count: int, reach: int = REACH) -> str:
        """The subject of the number ``count`` places before, if it is near enough to be carried on.

        What opens the number's own paragraph is nearer than what another tells.
        """
        if title := self._opening(draft):
            return title
        if len(self.drafts) < count or self.document.apart(self.drafts[-count], draft) > reach:
            return ""
        return self._whole(draft, len(self.drafts) - count).fields.get("subject") or ""

    def kindred(self, draft: Draft) -> str:
        """The subject of the nearest number before this one in its sentence that has its unit."""
        for other in reversed(self.drafts):
            if other.sentence != draft.sentence:
                break
            if other.fields.get("unit") == draft.fields.get("unit"):
                return other.fields.get("subject") or ""
        return ""

    def those(self, draft: Draft, language: str) -> str:
        """The subject of the nearest number before this one that names people or firms."""
        words = lexicon(self.rules, language)
        for other in reversed(self.drafts):
            if self.document.apart(other, draft) > POLLED:
                break
            subject = other.fields.get("subject") or ""
            if unit_named(subject, words) in DOERS:
                return subject
        return ""

    def _told_by(self, rule: SubjectRule, draft: Draft, back: int) -> bool:
        """Whether a rule told the subject of the number so many before the last, in the same sentence."""
        other = self.drafts[-1 - back]
        return other.sentence == draft.sentence and rule.id in other.why.get("subject", ())

    def _kin(self, draft: Draft) -> str:
        """The subject of the nearest number before this one, in these sentences, that has its unit."""
        for other in reversed(self.drafts):
            if self.document.apart(other, draft) > REACH:
                break
            part = other.sentence != draft.sentence and self._names_part(other)
            if other.fields.get("unit") == draft.fields.get("unit") and not part:
                return other.fields.get("subject") or ""
        return ""

    def _changed(self, draft: Draft) -> str:
        """What a change is one of if the number right before counts something else than it."""
        change = draft.fields.get("measure") == "change" and draft.fields.get("unit") not in POINTS
        last = self.drafts[-1] if self.drafts else None
        # "Costs rose by 7%, or 9 dollars": a share of a change tells of the same.
        other = last is not None and last.fields.get("unit") not in {draft.fields.get("unit"), "%"}
        return self.kindred(draft) if change and other else ""

    def _counted(self, draft: Draft) -> str:
        """The subject of the nearest number before this one that counts things, no sums and no shares."""
        found: Draft | None = None
        for other in reversed(self.drafts):
            unit = other.fields.get("unit")
            # "300 nurses from 6 cities": cities are what counts only where nothing before them does.
            near = other.sentence == found.sentence if found else self.document.apart(other, draft) <= REACH
            if not near:
                break
            if unit_class(unit) == "count" and unit != TIMES and (unit or "").islower():
                found = other
                if unit not in PLACES:
                    break
        return (found.fields.get("subject") or "") if found else ""

    def _beside(self, at: int, draft: Draft) -> bool:
        """Whether the number at ``at`` ranks what others tell of, or counts where that is: "in 3 regions"."""
        other = self.drafts[at]
        with_another = at > 0 and self.drafts[at - 1].sentence == other.sentence
        # "It trained 300, 78% of a task of 400, up 4%": what is so far from done has not risen.
        if (
            with_another
            and draft.fields.get("measure") in {"growth", "change"}
            and _only_planned(other, draft)
        ):
            return True
        if other.fields.get("unit") not in PLACES:
            return other.fields.get("measure") == "rank" and draft.fields.get("measure") != "rank"
        counts = unit_class(draft.fields.get("unit")) == "count"
        return not counts and with_another

    def _names_part(self, other: Draft) -> bool:
        """Whether a number's subject is a part of a whole of which later sentences go on to tell."""
        language = self.document.sentences[other.sentence].language
        parts = self.rules.cached(("parts", language), lambda: _parts(self.rules, language))
        return not parts.isdisjoint(other.why.get("subject", ()))

    def _whole(self, draft: Draft, at: int) -> Draft:
        """The number at ``at``, or the last before it that tells of the whole if it is a part told before."""
        found = last = self.drafts[at]
        while self._beside(at, draft) or (found.sentence != draft.sentence and self._names_part(found)):
            at -= 1
            if at < 0 or self.document.apart(self.drafts[at], draft) > REACH:
                return last
            found = self.drafts[at]
        return found

    def _opening(self, draft: Draft) -> str:
        """What the first number of a paragraph is about by its opening: "1. Bridges. 5 were built"."""
        sentences = self.document.sentences
        paragraph = sentences[draft.sentence].paragraph
        if self.drafts and sentences[self.drafts[-1].sentence].paragraph == paragraph:
            return ""
        first = draft.sentence
        while first and sentences[first - 1].paragraph == paragraph:
            first -= 1
        words = tag_words(self.rules, sentences[first].language)
        if first == draft.sentence or words.joint or len(sentences[first].text) > LONGEST_OPENING:
            return ""
        opening = tagged(self.document, first, self.rules)
        spans = filter(None, (words.cut(opening.tags, *span) for span in words.stretches(opening.tags)))
        low, high = max(spans, key=lambda span: span[1] - span[0], default=(0, 0))
        return self.document.text[opening.starts[low] : opening.ends[high - 1]] if high else ""


def _only_planned(other: Draft, draft: Draft) -> bool:
    return other.fields.get("status") == "planned" != draft.fields.get("status")


def _parts(rules: RuleSet, language: str) -> set[str]:
    return {rule.id for rule in rules.of(SubjectRule, language) if rule.part}
