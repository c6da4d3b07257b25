"""Finds what each number measures, in the article's own words."""

from dataclasses import dataclass

from tui.extract.document import Document, Draft
from tui.extract.rules import RuleSet
from tui.extract.schema.subjects import SubjectRule
from tui.extract.tagging import Lexicon, lexicon
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
    previous: Draft | None = None
    for draft, sight in sights(document, rules):
        found = candidates(document, rules, draft, sight, previous, first=True)
        if found:
            draft.set("subject", found[0].phrase, found[0].rule)
        else:
            draft.set("subject", "", "subject.none")
            draft.doubts.append("no subject found")
        previous = draft


def candidates(
    document: Document,
    rules: RuleSet,
    draft: Draft,
    sight: Sight,
    previous: Draft | None,
    *,
    first: bool = False,
) -> list[Candidate]:
    """The phrases that rules find for a number, the winner first; only the winner if ``first``."""
    language = document.sentences[draft.sentence].language
    words = lexicon(rules, language)
    measure = draft.fields.get("measure")
    found: list[Candidate] = []
    for rule, regex in rulebook(rules, SubjectRule, language).for_unit[unit_class(draft.fields.get("unit"))]:
        if rule.measures and measure not in rule.measures:
            continue
        match = regex.search(sight.window)
        if match is None:
            continue
        parts = [
            _phrase(document, sight, words, *match.span(group))
            for group in range(1, match.re.groups + 1)
            if match.start(group) >= 0
        ]
        if rule.take == "previous":
            if previous is None or draft.sentence - previous.sentence > REACH:
                continue
            parts.insert(0, previous.fields.get("subject") or "")
        phrase = words.joint.join(part for part in parts if part)
        if phrase:
            found.append(Candidate(phrase, rule.id))
            if first:
                break
    return found


def _phrase(document: Document, sight: Sight, words: Lexicon, low: int, high: int) -> str:
    """The text of some words of the window, cut at both ends of what belongs to no subject."""
    cut = words.cut(sight.window, low, high)
    if cut is None:
        return ""
    start = sight.words.starts[cut[0] + sight.offset]
    end = sight.words.ends[cut[1] - 1 + sight.offset]
    return " ".join(document.text[start:end].split())
