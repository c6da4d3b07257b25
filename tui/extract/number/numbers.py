"""Stage: find every number of an article, whatever it may turn out to be."""

import re
import unicodedata
from decimal import Decimal

from tui.extract.document import Document, Draft, Sentence, between
from tui.extract.number.exact import times
from tui.extract.number.numerals import (
    LONGEST_NUMERAL,
    Numerals,
    as_read,
    fixed_at,
    numerals,
)
from tui.extract.number.ranges import join_ranges
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.numbers import FractionRule
from tui.model import Value

PLACES_OF_A_FRACTION = Decimal("0.0001")
LEAST_ROUNDED = Decimal("0.001")
# So many characters before a vague scale may tell that it is none.
VAGUE_SIGHT = 40
# So many characters before a number may tell that it is below zero.
MINUS_SIGHT = 12
# How numbers are written that expressions find.
_KINDS = ("digits", "words", "ordinal", "vague")
_MINUS = re.compile(r"(?:^|[\s|(])[-\u2212\u2013\uff0d]\Z")
# A sign that belongs to what stands right behind it.
_DASHES = "-\u2212\u2013"
_GLUED = re.compile(rf"(?:^|[\s(])[{_DASHES}]\Z")
# A decimal mark without a nought before it.
_BARE_POINT = re.compile(r"(?:^|[\s(\[$\u20ac\u00a3\u00a5+\u2212-])\.\Z")


def find(document: Document, rules: RuleSet) -> None:
    """Fill ``document.drafts`` with the numbers of all sentences."""
    for index, sentence in enumerate(document.sentences):
        if sentence.role == "boilerplate":
            continue
        found = find_in(sentence, index, numerals(rules, sentence.language))
        document.drafts += _by_cells(found, sentence, index, document, rules) if document.tables else found


def _by_cells(
    found: list[Draft], sentence: Sentence, index: int, document: Document, rules: RuleSet
) -> list[Draft]:
    """The numbers of a line, those in cells of a table each read by itself: single spaces may part them."""
    cells = [cell for g in document.tables for cell in between(g.numbers, sentence.start, sentence.end)]
    if not cells:
        return found
    outside = [d for d in found if not any(c.start < d.end and d.start < c.end for c in cells)]
    for cell in cells:
        alone = Sentence(cell.start, cell.end, cell.text, sentence.language, sentence.paragraph, "table")
        outside += find_in(alone, index, numerals(rules, sentence.language))[:1]
    return sorted(outside, key=lambda draft: draft.start)


def find_in(sentence: Sentence, index: int, grammar: Numerals) -> list[Draft]:
    """The numbers of one sentence, ranges joined."""
    drafts = []
    text, said = as_read(sentence)
    signed = _may_be_below_zero(sentence, grammar)
    for fraction, match in grammar.found_in(text, said):
        if fraction is not None:
            draft = _fraction(match, fraction, sentence, index, grammar)
        else:
            draft = _draft(match, sentence, index, grammar)
        if draft is None:
            continue
        if signed and isinstance(draft.value, Decimal) and _is_below_zero(draft, sentence, grammar):
            draft.value = -draft.value
        drafts.append(draft)
    return join_ranges(drafts, sentence, text, grammar) if len(drafts) > 1 else drafts


def _draft(match: re.Match[str], sentence: Sentence, index: int, grammar: Numerals) -> Draft | None:
    if match["fixed"] is not None:
        rule = fixed_at(grammar.fixed[match["fixed"].lower()], sentence.text, *match.span("fixed"))
        draft = _new(match.span("fixed"), sentence, index, rule.value, "fixed" if rule.unit else "words")
        if rule.unit:
            draft.set("unit", rule.unit, rule.id)
        if rule.measure:
            draft.set("measure", rule.measure, rule.id)
        if rule.bound:
            draft.set("bound", rule.bound, rule.id)
        return draft
    groups = match.groupdict()
    kind = next(kind for kind in _KINDS if groups.get(kind) is not None)
    value = _value_of(groups[kind], kind, grammar)
    if value is None:
        return None
    start, end = match.start(kind), match.end(kind)
    if kind == "digits" and isinstance(value, Decimal) and _is_decimal(sentence.text, start, end):
        start, value = start - 1, value.scaleb(start - end)
    if sentence.role == "table" and _MINUS.search(sentence.text, max(0, start - 2), start):
        value = (-value[0], -value[1]) if isinstance(value, tuple) else -value
    draft = _new((start, end), sentence, index, value, kind)
    if kind == "vague":
        draft.set("bound", "over", grammar.grammar.id)
    if groups.get("lead"):
        _lead(draft, match, sentence, grammar)
    _percent(draft, match, sentence, grammar)
    return draft


def _is_decimal(text: str, start: int, end: int) -> bool:
    """Whether digits stand behind a bare decimal mark, as in .5 mm."""
    before = text[max(0, start - 2) : start]
    return before.endswith(".") and _BARE_POINT.search(before) is not None and text[start:end].isdigit()


def _may_be_below_zero(sentence: Sentence, grammar: Numerals) -> bool:
    """Whether anything in a sentence may put a number below zero."""
    if grammar.minus.may_match(sentence.plain) or grammar.below_zero.may_match(sentence.plain):
        return True
    return any(map(sentence.plain.__contains__, _DASHES)) and grammar.degrees.may_match(sentence.plain)


def _is_below_zero(draft: Draft, sentence: Sentence, grammar: Numerals) -> bool:
    start, end = draft.start - sentence.start, draft.end - sentence.start
    before = sentence.text[max(0, start - MINUS_SIGHT) : start]
    if grammar.minus.pattern.search(before) is not None:
        return True
    if _GLUED.search(before) and grammar.degrees.pattern.match(sentence.text, end) is not None:
        return True
    return grammar.below_zero.pattern.match(sentence.text, end) is not None


def _value_of(text: str, kind: str, grammar: Numerals) -> Value | None:
    if kind == "ordinal":
        word = text.lower()
        return grammar.ordinals.get(word) or Decimal(re.match(r"\d*", word)[0] or 0)  # type: ignore[index]
    if kind == "vague":
        return grammar.scale(grammar.words(text))
    if kind == "digits" and text.isdigit() and len(text) <= LONGEST_NUMERAL:
        return Decimal(text)
    return grammar.value(text)


def _lead(draft: Draft, match: re.Match[str], sentence: Sentence, grammar: Numerals) -> None:
    """What stands before a numeral and belongs to it: an ordinal sign, a per cent word, a vague scale."""
    lead = match["lead"]
    if lead in grammar.grammar.ordinal_prefix:
        draft.kind = "ordinal"
        return
    rule = grammar.percents.get(lead)
    if rule is not None:
        draft.start = sentence.start + match.start("lead")
        draft.text = sentence.text[match.start("lead") : match.end()]
        draft.value = times(draft.value, rule.factor)
        draft.set("unit", rule.unit, rule.id)
        return
    before = sentence.text[max(0, match.start("lead") - VAGUE_SIGHT) : match.start("lead")]
    if draft.kind == "digits" or before.endswith(grammar.grammar.not_vague_after):
        return
    if any(word in grammar.multipliers for word in grammar.words(draft.text)):
        draft.kind = "vague"
        draft.set("bound", "over", grammar.grammar.id)


def _percent(draft: Draft, match: re.Match[str], sentence: Sentence, grammar: Numerals) -> None:
    sign = match["percent"]
    if not sign:
        return
    word = sign.strip(" \n\t-").lower()
    word = re.sub(r"\s+", " ", word)
    tail = ""
    rule = grammar.percents.get(word)
    if rule is None and len(word) > 1:
        word, tail = word[:-1], word[-1]
        rule = grammar.percents.get(word)
    if rule is None:
        return
    tail = tail if rule.tails else ""
    end = match.start("percent") + sign.lower().index(word.split(" ")[0]) + len(word) + len(tail)
    if " " in word or "\n" in sign:
        end = match.end("percent")
    behind = sentence.text[end : end + 12]
    if rule.not_before and not tail and re.match(rule.not_before, behind):
        return
    high = draft.value[1] if isinstance(draft.value, tuple) else draft.value
    if rule.below is None or high < rule.below:
        draft.value = times(draft.value, rule.factor)
    if isinstance(draft.value, Decimal):
        more = rule.tails.get(tail, grammar.units.get(tail, Decimal(0)))
        draft.value += Decimal(tail) if tail.isdecimal() else more
    draft.end = sentence.start + end
    draft.text = sentence.text[draft.start - sentence.start : end]
    draft.set("unit", rule.unit, rule.id)


def _fraction(
    match: re.Match[str], rule: FractionRule, sentence: Sentence, index: int, grammar: Numerals
) -> Draft | None:
    groups = match.groupdict()
    parts = {name: groups.get(name) for name in ("num", "den", "whole", "tenths", "sign", "scale", "unit")}
    told = parts["den"] or parts["tenths"] or parts["sign"]
    value = _fraction_value(parts, rule, grammar) if told else None
    if value is None:
        return None
    mixed = rule.numeral or parts["whole"] is not None
    draft = _new(match.span("fraction"), sentence, index, value, "words" if mixed else "fraction")
    draft.why["value"] = [rule.id]
    unit = rule.units.get(parts["unit"] or "", "" if mixed else "x")
    if unit:
        draft.set("unit", unit, rule.id)
    elif mixed:
        _percent(draft, match, sentence, grammar)
    return draft


def _fraction_value(parts: dict[str, str | None], rule: FractionRule, grammar: Numerals) -> Decimal | None:
    def worth(name: str, default: int) -> Value | None:
        text = (parts[name] or "").lower()
        return rule.names.get(text, grammar.value(text)) if text else Decimal(default)

    whole, over, under = worth("whole", 0), worth("num", 1), worth("den", 0)
    if not isinstance(whole, Decimal) or not isinstance(over, Decimal) or not isinstance(under, Decimal):
        return None
    if parts["tenths"]:
        digits = (grammar.value(digit) for digit in parts["tenths"])
        part = Decimal("0." + "".join(f"{digit}" for digit in digits if digit is not None))
    elif parts["sign"]:
        part = _rounded(Decimal(unicodedata.numeric(parts["sign"])))
    elif under > over:
        part = _rounded(over / under)
    else:
        return None
    return (whole + part) * grammar.scale(grammar.words(parts["scale"] or ""))


def _rounded(part: Decimal) -> Decimal:
    """A part to four decimals; of one that is smaller than a thousandth, to four digits that count."""
    least = Decimal(1).scaleb(part.adjusted() - 3) if 0 < part < LEAST_ROUNDED else PLACES_OF_A_FRACTION
    return part.quantize(least).normalize()


def _new(span: tuple[int, int], sentence: Sentence, index: int, value: Value, kind: str) -> Draft:
    start, end = span
    return Draft(sentence.start + start, sentence.start + end, sentence.text[start:end], index, value, kind)
