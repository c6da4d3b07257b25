"""Stage: drop the numbers that are no claims."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from tui.extract.document import Document, Draft, Sentence
from tui.extract.numerals import FOLD
from tui.extract.patterns import factored, words_pattern
from tui.extract.rules import RuleSet
from tui.extract.schema.nonclaims import NonclaimRule
from tui.extract.schema.quantity import CounterRule, UnitRule

# How far a rule sees to the left and to the right of a number.
WINDOW = 48


@dataclass(frozen=True, slots=True)
class _Beside:
    """A rule about a number's neighbourhood, compiled."""

    rule: NonclaimRule
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    number: re.Pattern[str] | None

    def holds(self, draft: Draft, left: str, right: str) -> bool:
        return (
            (not self.rule.kinds or draft.kind in self.rule.kinds)
            and (self.number is None or self.number.fullmatch(draft.text) is not None)
            and (self.after is None or self.after.match(right) is not None)
            and (self.before is None or self.before.search(left) is not None)
        )


@dataclass(frozen=True, slots=True)
class _Rules:
    within: tuple[tuple[str, re.Pattern[str]], ...]
    keep: tuple[_Beside, ...]
    drop: tuple[_Beside, ...]


def drop(document: Document, rules: RuleSet) -> None:
    """Mark with the rule's id each number that a rule, a date or a time of day takes for itself."""
    ends = [mention.end for mention in document.times]
    last, spans = -1, []
    for draft in document.drafts:
        sentence = document.sentences[draft.sentence]
        known = rules.cached(
            ("nonclaims", sentence.language),
            lambda lang=sentence.language: _compile(rules, lang),  # type: ignore[misc]
        )
        if draft.sentence != last:
            last, spans = draft.sentence, _taken(sentence, known)
        draft.dropped = _kept_or_dropped(draft, sentence, known, spans)
        if draft.dropped is None and "kept" not in draft.why:
            index = bisect_right(ends, draft.end - 1)
            if index < len(ends) and document.times[index].start <= draft.start:
                draft.dropped = document.times[index].rule


def _taken(sentence: Sentence, known: _Rules) -> list[tuple[int, int, str]]:
    """The stretches of a sentence inside which numbers are no claims, in order and apart."""
    found = []
    for rule, pattern in known.within:
        for match in pattern.finditer(sentence.text):
            name = "name" if "name" in pattern.groupindex else 0
            start, end = match.span(name)
            if start >= 0:
                found.append((sentence.start + start, sentence.start + end, rule))
    merged: list[tuple[int, int, str]] = []
    for start, end, rule in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]), merged[-1][2])
        else:
            merged.append((start, end, rule))
    return merged


def _kept_or_dropped(
    draft: Draft, sentence: Sentence, known: _Rules, spans: list[tuple[int, int, str]]
) -> str | None:
    index = bisect_right(spans, draft.start, key=lambda span: span[0]) - 1
    if index >= 0 and draft.end <= spans[index][1]:
        return spans[index][2]
    start, end = draft.start - sentence.start, draft.end - sentence.start
    left = sentence.text[max(0, start - WINDOW) : start].translate(FOLD)
    right = sentence.text[end : end + WINDOW].translate(FOLD)
    for beside in known.keep:
        if beside.holds(draft, left, right):
            draft.why["kept"] = [beside.rule.id]
            for name, value in (("unit", beside.rule.unit), ("measure", beside.rule.measure)):
                if value is not None:
                    draft.set(name, value, beside.rule.id)
            return None
    if draft.fields.get("unit") == "%":
        return None
    return next((b.rule.id for b in known.drop if b.holds(draft, left, right)), None)


def _compile(rules: RuleSet, language: str) -> _Rules:
    counters = {w for r in rules.of(CounterRule, language) for w in r.match}
    units = {w for r in rules.of(UnitRule, language) for w in r.match}
    holes = {"{counter}": words_pattern(counters | units), "{unit}": words_pattern(units)}

    def regex(source: str, end: str = "") -> re.Pattern[str] | None:
        if not source:
            return None
        for hole, words in holes.items():
            source = source.replace(hole, words)
        return re.compile(f"(?:{factored(source)}){end}", re.IGNORECASE)

    entries = rules.of(NonclaimRule, language)
    beside = [
        _Beside(r, regex(r.before, r"\Z"), regex(r.after), regex(r.number)) for r in entries if not r.within
    ]
    within = tuple((r.id, p) for r in entries if (p := regex(r.within)) is not None)
    return _Rules(
        within, tuple(b for b in beside if b.rule.keep), tuple(b for b in beside if not b.rule.keep)
    )
