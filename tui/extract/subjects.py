"""Finds what each number measures, in the article's own words."""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.extract.document import Document, Draft
from tui.extract.lexicon import lexicon
from tui.extract.rules import RuleSet
from tui.extract.schema.subjects import SubjectRule
from tui.extract.tagrules import Sight, rulebook, sights, unit_class

# A subject taken over from before stays at most this many sentences old.
REACH = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be the subject, and the rule that found it."""

    phrase: str
    rule: str


def assign(document: Document, rules: RuleSet) -> None:
    """Set ``subject`` of every claim: the phrase of the first rule that finds one."""
    finder = Finder(document, rules)
    previous: Draft | None = None
    for draft, sight in sights(document, rules):
        found = next(finder.candidates(draft, sight, previous), None)
        if found:
            draft.set("subject", found.phrase, found.rule)
        else:
            draft.set("subject", "", "subject.none")
            draft.doubts.append("no subject found")
        previous = draft


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds candidates for the subjects of a document's numbers."""

    document: Document
    rules: RuleSet

    def candidates(self, draft: Draft, sight: Sight, previous: Draft | None) -> Iterator[Candidate]:
        """The phrases that rules find for a number, the best first; ``previous`` is the number before it."""
        language = self.document.sentences[draft.sentence].language
        joint = lexicon(self.rules, language).joint
        measure = draft.fields.get("measure")
        book = rulebook(self.rules, SubjectRule, language)
        for rule, regex in book.for_unit[unit_class(draft.fields.get("unit"))]:
            if rule.measures and measure not in rule.measures:
                continue
            match = regex.search(sight.window)
            if match is None:
                continue
            parts = [self._phrase(sight, language, *match.span(n + 1)) for n in range(regex.groups)]
            if rule.take == "previous":
                if previous is None or draft.sentence - previous.sentence > REACH:
                    continue
                parts.insert(0, previous.fields.get("subject") or "")
            phrase = joint.join(part for part in parts if part)
            if phrase:
                yield Candidate(phrase, rule.id)

    def _phrase(self, sight: Sight, language: str, low: int, high: int) -> str:
        """The text of some words of the window, cut at both ends of what belongs to no subject."""
        cut = lexicon(self.rules, language).cut(sight.window, low, high) if low >= 0 else None
        if cut is None:
            return ""
        start = sight.words.starts[cut[0] + sight.offset]
        end = sight.words.ends[cut[1] - 1 + sight.offset]
        return " ".join(self.document.text[start:end].split())
