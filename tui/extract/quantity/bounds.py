"""How a number limits the truth: over, under, about, at least, at most."""

import re
from dataclasses import dataclass

from tui.extract.document import Draft, Sentence
from tui.extract.expressions.patterns import at_end, words_pattern
from tui.extract.expressions.wordlist import lengths_by
from tui.extract.number.numerals import half_width, numerals
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import BoundRule
from tui.extract.quantity.counting import unit_before
from tui.extract.quantity.lexicon import lexicon

WINDOW = 44
# What may stand between a bound and its number, besides a unit such as a currency sign.
_SIGNS = ' \n"\u201c\u2018'
_MINUS = re.compile(r"(?<![A-Za-z\d])[-\u2212]\Z")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Bounds:
    before: dict[str, BoundRule]
    after: dict[str, BoundRule]
    across: tuple[tuple[re.Pattern[str], BoundRule], ...]
    # How long those are that end or begin with a letter.
    lengths_before: dict[str, tuple[int, ...]]
    lengths_after: dict[str, tuple[int, ...]]
    spaced: bool
    guards: dict[str, re.Pattern[str]]
    guards_behind: dict[str, re.Pattern[str]]


def bound_of(
    draft: Draft, text: str, sentence: Sentence, end_of_unit: int, rules: RuleSet
) -> tuple[str, str] | None:
    """The bound of a number and the id of the rule that gives it; None where nothing limits it."""
    known = rules.cached(("bounds", sentence.language), lambda: _compile(rules, sentence.language))
    start, end = draft.start - sentence.start, draft.end - sentence.start
    left = _MINUS.sub("", text[max(0, start - WINDOW) : start])
    sign = unit_before(lexicon(rules, sentence.language), left.rstrip(_SIGNS))
    left = (left if sign is None else left[: sign[1]]).lower()
    unit = draft.fields.get("unit")
    found = _before(known, left, unit)
    guard = known.guards_behind.get(found.id) if found is not None else None
    if guard is not None and guard.match(text, end_of_unit):
        found = None
    if found is None:
        found = next(
            (r for p, r in known.across if (r.unit is None or r.unit == unit) and p.search(left)), None
        )
    if found is None:
        for at in dict.fromkeys((end, end_of_unit)):
            found = _after(known, text[at : at + WINDOW].lower(), unit)
            if found is not None:
                break
    if found is None:
        inner = numerals(rules, sentence.language).grammar.inner
        if inner and draft.kind in {"digits", "words"}:
            folded = half_width(draft.text)
            found = next((known.after[w] for w in inner if w in folded and w in known.after), None)
    return None if found is None else (found.bound, found.id)


def _before(known: _Bounds, left: str, unit: str | None) -> BoundRule | None:
    # "close to, but below, 2%": a comma behind a bound parts it from nothing.
    text = _SPACES.sub(" ", left.rstrip(_SIGNS).removesuffix(","))
    for length in known.lengths_before.get(text[-1:], ()):
        rule = known.before.get(text[-length:])
        if rule is None or (rule.unit is not None and rule.unit != unit):
            continue
        if known.spaced and length < len(text) and text[-length - 1].isalpha() and text[-length].isalpha():
            continue
        guard = known.guards.get(rule.id)
        if guard is not None and guard.search(text[:-length]):
            continue
        return rule
    return None


def _after(known: _Bounds, right: str, unit: str | None) -> BoundRule | None:
    text = right.lstrip(" ")
    for length in known.lengths_after.get(text[:1], ()):
        rule = known.after.get(text[:length])
        if rule is None or length > len(text) or (rule.unit is not None and rule.unit != unit):
            continue
        if known.spaced and text[length - 1].isalpha() and text[length : length + 1].isalpha():
            continue
        return rule
    return None


def _compile(rules: RuleSet, language: str) -> _Bounds:
    entries = rules.of(BoundRule, language)
    before = {w.lower(): r for r in entries for w in r.before if not r.across}
    after = {w.lower(): r for r in entries for w in r.after}
    return _Bounds(
        before,
        after,
        tuple(
            (re.compile(f"(?:{words_pattern(w.lower() for w in r.before)})(?:{r.across})\\Z"), r)
            for r in entries
            if r.across
        ),
        lengths_by(before, -1),
        lengths_by(after, 0),
        numerals(rules, language).grammar.spaced,
        {r.id: at_end(r.not_after) for r in entries if r.not_after},
        {r.id: re.compile(r.not_behind, re.IGNORECASE) for r in entries if r.not_behind},
    )
