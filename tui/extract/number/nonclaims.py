"""Stage: drop the numbers that are no claims."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from tui.extract.document import Document, Draft, Sentence
from tui.extract.expressions.beginnings import Surroundings
from tui.extract.expressions.expression import Expression, Side
from tui.extract.expressions.patterns import factored, says_case, uncased, words_pattern
from tui.extract.expressions.shape import Shape, alternatives, loose
from tui.extract.expressions.sought import Entry, Sought
from tui.extract.expressions.wordlist import small
from tui.extract.number.numerals import as_read
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.nonclaims import NonclaimRule
from tui.extract.packs.schema.quantity import CounterRule, UnitRule

# How far a rule sees to the left and to the right of a number.
WINDOW = 48


@dataclass(frozen=True, slots=True)
class _Beside:
    """A rule about a number's neighbourhood, compiled."""

    rule: NonclaimRule
    before: Expression | None
    after: Expression | None
    number: Expression | None

    def holds(self, number: Side, left: Side, right: Side) -> bool:
        return (
            (self.number is None or self.number.may_match(number.plain))
            and (self.after is None or self.after.may_match(right.plain))
            and (self.before is None or self.before.may_match(left.plain))
            and (self.number is None or self.number.pattern.fullmatch(number.text) is not None)
            # Behind a number rules speak of any unit: what takes long to compile is asked last.
            and (self.before is None or self.before.pattern.search(left.text) is not None)
            and (self.after is None or self.after.pattern.match(right.text) is not None)
        )

    def unit(self, left: Side, right: Side) -> str | None:
        """The unit of a number that the rule keeps, as it says or the word before or behind the number.

        Of a word with none it is left to what else is said.
        """
        told = self.rule.unit
        if not isinstance(told, dict):
            return told
        before = self.before and self.before.pattern.search(left.text)
        behind = self.after and self.after.pattern.match(right.text)
        named = {**(before.groupdict() if before else {}), **(behind.groupdict() if behind else {})}
        return told.get((named["word"] or "").lower())


class _Within(NamedTuple):
    """Rules about stretches of text, and their expressions."""

    rules: tuple[str, ...]
    sought: Sought


@dataclass(frozen=True, slots=True)
class Nonclaims:
    """What is no claim in one language: stretches of text, and numbers beside something."""

    # Of stretches: those for small letters and those about a case.
    within: tuple[_Within, _Within]
    # Those that keep a number come first.
    beside: tuple[_Beside, ...]
    surroundings: Surroundings


def drop(document: Document, rules: RuleSet) -> None:
    """Mark with the rule's id each number that a rule, a date or a time of day takes for itself."""
    ends = [mention.end for mention in document.times]
    last, whole, spans = -1, Side("", ""), []
    for draft in document.drafts:
        if document.number_cell(draft.start) is not None:
            continue
        sentence = document.sentences[draft.sentence]
        known = compiled(rules, sentence.language)
        if draft.sentence != last:
            last, whole, spans = draft.sentence, as_read(sentence), _taken(sentence, known)
        draft.dropped = _kept_or_dropped(draft, whole, draft.start - sentence.start, known, spans)
        if draft.dropped is None and "kept" not in draft.why:
            index = bisect_right(ends, draft.end - 1)
            if index < len(ends) and document.times[index].start <= draft.start:
                draft.dropped = document.times[index].rule


def _taken(sentence: Sentence, known: Nonclaims) -> list[tuple[int, int, str]]:
    """The stretches of a sentence inside which numbers are no claims, in order and apart."""
    found = []
    for within, text in zip(known.within, (small(sentence.text), sentence.text), strict=True):
        for number, match in within.sought.found_in(Side(text, sentence.plain)):
            start, end = match.span("name" if "name" in match.re.groupindex else 0)
            if start >= 0:
                found.append((sentence.start + start, sentence.start + end, within.rules[number]))
    merged: list[tuple[int, int, str]] = []
    for start, end, rule in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]), merged[-1][2])
        else:
            merged.append((start, end, rule))
    return merged


def _kept_or_dropped(
    draft: Draft, sentence: Side, start: int, known: Nonclaims, spans: list[tuple[int, int, str]]
) -> str | None:
    """The rule that drops a number, which begins at ``start`` of its sentence, or None for one that stays."""
    index = bisect_right(spans, draft.start, key=lambda span: span[0]) - 1
    if index >= 0 and draft.end <= spans[index][1]:
        return spans[index][2]
    end = start + draft.end - draft.start
    found = known.surroundings.round(sentence.plain, start, end, draft.kind)
    if not found:
        return None
    left, right = sentence.cut(max(0, start - WINDOW), start), sentence.cut(end, end + WINDOW)
    number = sentence.cut(start, end)
    for index in found:
        beside = known.beside[index]
        if not beside.holds(number, left, right):
            continue
        if not beside.rule.keep:
            return beside.rule.id if draft.fields.get("unit") != "%" else None
        draft.why["kept"] = [beside.rule.id]
        for name, value in (("unit", beside.unit(left, right)), ("measure", beside.rule.measure)):
            if value:
                draft.set(name, value, beside.rule.id)
        return None
    return None


def compiled(rules: RuleSet, language: str) -> Nonclaims:
    """The rules of a language about what is no claim, read once."""
    return rules.cached(("nonclaims", language), lambda: _compile(rules, language))


def _holes(rules: RuleSet, language: str) -> dict[str, str]:
    """What stands in the expressions for any counter, any unit, and any unit before its number."""
    units, counters = rules.of(UnitRule, language), rules.of(CounterRule, language)
    signs = {w for r in rules.of(UnitRule, language) for w in r.before}
    return {
        "{counter}": _guarded((*counters, *units)),
        "{unit}": _guarded(units),
        "{sign}": words_pattern(signs),
    }


def _guarded(entries: Iterable[CounterRule | UnitRule]) -> str:
    """An expression for the words of some rules where nothing follows that makes others of them."""
    words: dict[str, list[str]] = {}
    for rule in entries:
        words.setdefault(rule.not_before, []).extend(rule.match)
    parts = (f"(?:{words_pattern(each)})(?!{guard or '(?!)'})" for guard, each in words.items())
    return f"(?:{'|'.join(parts) or '(?!)'})"


def _worded(rule: NonclaimRule, source: str) -> str:
    """An expression of a rule with the words in it for which the rule tells units."""
    words = words_pattern(rule.unit) if isinstance(rule.unit, dict) else ""
    return source.replace("{word}", f"(?P<word>{words})")


def _compile(rules: RuleSet, language: str) -> Nonclaims:
    holes = _holes(rules, language)

    def filled(source: str, end: str = "") -> str:
        for hole, words in holes.items():
            source = source.replace(hole, words)
        return f"(?:{factored(source)}){end}"

    def regex(source: str, end: str = "", known: Shape | None = None) -> Expression | None:
        if not source:
            return None
        return rules.expression(partial(filled, source, end), re.IGNORECASE, known or partial(loose, source))

    def stretch(source: str, *, cased: bool) -> Entry:
        known = loose(source)
        if cased:
            return Entry(rules.expression(partial(filled, source), re.IGNORECASE, known), source, known)
        return Entry(rules.expression(lambda: uncased(filled(source)), 0, known), source, known)

    entries = rules.of(NonclaimRule, language)
    about = [r for r in sorted(entries, key=lambda r: not r.keep) if not r.within]
    sides = [(_worded(r, r.before), _worded(r, r.after)) for r in about]
    after = [loose(behind) for _, behind in sides]
    beside = tuple(
        _Beside(r, regex(left, r"\Z"), regex(right, "", known), regex(r.number))
        for r, (left, right), known in zip(about, sides, after, strict=True)
    )
    parts = [
        (r.id, part)
        for r in entries
        # Alternatives beside a name keep each other from it, so they stay together.
        for part in ([r.within] if "(?P<name>" in r.within else alternatives(r.within))
        if part
    ]

    def within(*, cased: bool) -> _Within:
        named = [(name, part) for name, part in parts if says_case(part) == cased]
        return _Within(
            tuple(name for name, _ in named), Sought(stretch(part, cased=cased) for _, part in named)
        )

    return Nonclaims(
        (within(cased=False), within(cased=True)),
        beside,
        Surroundings((loose(left) for left, _ in sides), after, (r.kinds for r in about)),
    )
