"""Stage: find every number of an article, whatever it may turn out to be."""

import re
import unicodedata
from decimal import Decimal

from tui.extract.document import Document, Draft, Sentence
from tui.extract.number.exact import times
from tui.extract.number.numerals import (
    LONGEST_JOINT,
    LONGEST_NUMERAL,
    Numerals,
    as_read,
    fixed_at,
    numerals,
)
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.numbers import FractionRule
from tui.model import Value

PLACES_OF_A_FRACTION = Decimal("0.0001")
# Ends of a range lie this near to each other at most when only a word joins them.
WIDEST_RANGE = 100
# Ends of a range by which something may rise lie nearer still.
WIDEST_RISE = 5
# No year is as large, and no range from a year reaches it.
LEAST_BEYOND_YEARS = 2100
# So many characters before a pair of numbers may tell that it is a range.
RANGE_SIGHT = 40
# So many characters before a number may tell that it is below zero.
MINUS_SIGHT = 12
# How numbers are written that expressions find.
_KINDS = ("digits", "words", "ordinal", "vague")
# What numbers have been written as that a range may join.
_PLAIN = frozenset({"digits", "words"})
_SIGNS = ("+", "-", "\u2212", "+$", "-$")
_MINUS = re.compile(r"(?:^|[\s|(])[-\u2212]\Z")
# A decimal mark without a nought before it.
_BARE_POINT = re.compile(r"(?:^|[\s(\[$\u20ac\u00a3\u00a5+\u2212-])\.\Z")


def find(document: Document, rules: RuleSet) -> None:
    """Fill ``document.drafts`` with the numbers of all sentences."""
    for index, sentence in enumerate(document.sentences):
        if sentence.role == "boilerplate":
            continue
        document.drafts += find_in(sentence, index, numerals(rules, sentence.language))


def find_in(sentence: Sentence, index: int, grammar: Numerals) -> list[Draft]:
    """The numbers of one sentence, ranges joined."""
    drafts = []
    text, said = as_read(sentence)
    signed = any(sign.may_match(sentence.plain) for sign in (grammar.minus, grammar.below_zero))
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
    return _join_ranges(drafts, sentence, text, grammar) if len(drafts) > 1 else drafts


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


def _is_below_zero(draft: Draft, sentence: Sentence, grammar: Numerals) -> bool:
    start, end = draft.start - sentence.start, draft.end - sentence.start
    before = sentence.text[max(0, start - MINUS_SIGHT) : start]
    if grammar.minus.pattern.search(before) is not None:
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
    before = sentence.text[max(0, match.start("lead") - RANGE_SIGHT) : match.start("lead")]
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
    if rule is None or (tail and not rule.tail):
        if rule is None:
            return
        tail = ""
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
        part = Decimal(unicodedata.numeric(parts["sign"])).quantize(PLACES_OF_A_FRACTION).normalize()
    elif under > over:
        part = (over / under).quantize(PLACES_OF_A_FRACTION).normalize()
    else:
        return None
    return (whole + part) * grammar.scale(grammar.words(parts["scale"] or ""))


def _new(span: tuple[int, int], sentence: Sentence, index: int, value: Value, kind: str) -> Draft:
    start, end = span
    return Draft(sentence.start + start, sentence.start + end, sentence.text[start:end], index, value, kind)


def _join_ranges(drafts: list[Draft], sentence: Sentence, text: str, grammar: Numerals) -> list[Draft]:
    joined = [drafts[0]]
    for draft in drafts[1:]:
        near = draft.start - joined[-1].end <= grammar.longest_gap
        merged = _range(joined[-1], draft, sentence, text, grammar) if near else None
        if merged is None:
            joined.append(draft)
        else:
            joined[-1] = merged
    return joined


def _range(one: Draft, two: Draft, sentence: Sentence, text: str, grammar: Numerals) -> Draft | None:
    """The range that two numbers make, if what stands between and before them joins them."""
    if one.kind not in _PLAIN or two.kind not in _PLAIN or _is_year(one.text, two.value):
        return None
    gap, before = _around(one, two, sentence, text, grammar)
    # A signed number that isn't below zero is a difference, and what follows is what it led to.
    below_zero = isinstance(one.value, Decimal) and one.value < 0
    if len(gap) > LONGEST_JOINT or (before.endswith(_SIGNS) and not below_zero):
        return None
    signed = grammar.range_joint.fullmatch(gap) is not None
    if not signed and not _is_worded(gap, before, grammar):
        return None
    ends = _ends(one, two, grammar)
    worded = not signed or gap.strip().isalpha()
    # "Rose by 10 to 15 percent": what rises to a share rises by points or another share.
    shares = worded and one.fields.get("unit") is None and two.fields.get("unit") == "%"
    shares = shares and grammar.compared.search(before) is None
    shares = shares and ends is not None and ends[1] < ends[0] * WIDEST_RISE
    ranging = grammar.ranging.search(before) or grammar.ranging_behind.match(text, two.end - sentence.start)
    told = shares or ranging is not None
    if ends is None or not (told or _is_range(ends, before[-RANGE_SIGHT:], grammar, worded=worded)):
        return None
    # "Up 12% to 40,000" tells how far, and to where.
    parted = not signed or one.fields.get("unit") == "%"
    if parted and one.fields.get("unit") != two.fields.get("unit") and one.fields.get("unit"):
        return None
    return _merged(one, two, ends, sentence, grammar)


def _around(one: Draft, two: Draft, sentence: Sentence, text: str, grammar: Numerals) -> tuple[str, str]:
    """What stands between two numbers and before them, without a unit or sign that both have."""
    gap = text[one.end - sentence.start : two.start - sentence.start]
    for unit in grammar.grammar.range_units:
        if gap.startswith(unit) and text.startswith(unit, two.end - sentence.start):
            gap = gap[len(unit) :]
            break
    before = text[max(0, one.start - sentence.start - RANGE_SIGHT) : one.start - sentence.start]
    for sign in grammar.range_signs:
        if gap.endswith(sign) and before.endswith(sign):
            return gap[: -len(sign)], before[: -len(sign)]
    return gap, before


def _is_worded(gap: str, before: str, grammar: Numerals) -> bool:
    """Whether words join two numbers: 5 to 8, between 5 and 8."""
    paired = any(
        gap.strip().lower() == joint and before.rstrip().lower().endswith(word)
        for word, joint in grammar.grammar.between.items()
    )
    return paired or grammar.word_ranges.fullmatch(gap) is not None


def _is_range(ends: tuple[Decimal, Decimal], before: str, grammar: Numerals, *, worded: bool) -> bool:
    low, high = ends
    if low >= 0 and low * WIDEST_RANGE < high and (low or worded):
        return False
    # Who may rise "by 8 to 10" rises by a range; "by 8 to 300" tells how far, and to where.
    anyway = grammar.range_anyway.search(before) and high < low * WIDEST_RISE
    return not worded or bool(anyway) or grammar.no_range.search(before) is None


def _merged(
    one: Draft, two: Draft, ends: tuple[Decimal, Decimal], sentence: Sentence, grammar: Numerals
) -> Draft:
    merged = Draft(
        one.start,
        two.end,
        sentence.text[one.start - sentence.start : two.end - sentence.start],
        one.sentence,
        ends,
        "range",
        dict(two.fields),
        {k: list(v) for k, v in two.why.items()},
    )
    merged.why["value"] = [grammar.grammar.id]
    return merged


def _is_year(text: str, other: Value) -> bool:
    """Whether a number may be a year, and the other one is none: "from 12 in 2023 to 40,000"."""
    year = len(text) == len("2023") and text.isdigit() and text[:2] in {"19", "20"}
    return year and isinstance(other, Decimal) and other >= LEAST_BEYOND_YEARS


def _ends(one: Draft, two: Draft, grammar: Numerals) -> tuple[Decimal, Decimal] | None:
    """The ends of a range; a scale or per cent sign at the second one counts for the first as well.

    None where one of the numbers is a range itself, or the first is no smaller.
    """
    low, high = one.value, two.value
    if isinstance(low, tuple) or isinstance(high, tuple):
        return None
    scale = grammar.scale(grammar.words(two.text)[1:])
    bare = not any(word in grammar.multipliers for word in grammar.words(one.text))
    if scale > 1 and bare and low < 1000:
        low *= scale
    if two.fields.get("unit") == "%" and not one.fields.get("unit") and two.kind == "words":
        low *= Decimal(10) if high > low * 10 and not grammar.grammar.spaced else Decimal(1)
    return (low, high) if low < high else None
