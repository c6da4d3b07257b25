"""Joins numbers to ranges: 5 to 8, between 5 and 8, 5 mg-8 mg."""

import re
from decimal import Decimal

from tui.extract.document import Draft, Sentence
from tui.extract.number.numberpatterns import TEN
from tui.extract.number.numerals import LONGEST_JOINT, Numerals
from tui.model import Value

# Ends of a range lie this near to each other at most when only a word joins them.
WIDEST_RANGE = 100
# Ends of a range by which something may rise lie nearer still.
WIDEST_RISE = 5
# A number with a scale of its own shares no smaller one.
LEAST_SHARED = Decimal(999)
# No year is as large, and no range from a year reaches it.
LEAST_BEYOND_YEARS = 2100
# So many characters before a pair of numbers may tell that it is a range.
RANGE_SIGHT = 40
# What numbers have been written as that a range may join.
_PLAIN = frozenset({"digits", "words"})
_SIGNS = ("+", "-", "\u2212", "+$", "-$")


def join_ranges(drafts: list[Draft], sentence: Sentence, text: str, grammar: Numerals) -> list[Draft]:
    """The numbers of a sentence with those joined that make a range."""
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
    gap, before, apart = _around(one, two, sentence, text, grammar)
    # A signed number that isn't below zero is a difference, and what follows is what it led to.
    below_zero = isinstance(one.value, Decimal) and one.value < 0
    if len(gap) > LONGEST_JOINT or (before.endswith(_SIGNS) and not below_zero):
        return None
    behind = grammar.ranging_behind.match(text, two.end - sentence.start)
    joint = _joint(gap, before, grammar, told=behind is not None)
    if joint is None:
        return None
    signed = joint["mark"] is not None
    ends = _ends(one, two, grammar, apart=apart, beside=signed and not gap.strip().isalpha())
    worded = not signed or gap.strip().isalpha()
    # "Rose by 10 to 15 percent": what rises to a share rises by points or another share.
    shares = worded and one.fields.get("unit") is None and two.fields.get("unit") == "%"
    shares = shares and grammar.compared.search(before) is None
    shares = shares and ends is not None and ends[1] < ends[0] * WIDEST_RISE
    told = shares or behind is not None or grammar.ranging.search(before) is not None
    if ends is None or not (told or _is_range(ends, before[-RANGE_SIGHT:], grammar, worded=worded)):
        return None
    # "Up 12% to 40,000" tells how far, and to where.
    ahead = signed and "unit" not in two.fields and _leads(one, grammar)
    parted = not ahead and (not signed or one.fields.get("unit") == "%")
    if parted and one.fields.get("unit") != two.fields.get("unit") and one.fields.get("unit"):
        return None
    merged = _merged(one, two, ends, sentence, grammar)
    if ahead:
        merged.fields, merged.why["unit"] = dict(one.fields), one.why["unit"]
    return merged


def _leads(draft: Draft, grammar: Numerals) -> bool:
    """Whether a word before a number makes it a share, as well as the other end of its range."""
    words = (word for word, rule in grammar.percents.items() if rule.prefix and rule.factor == 1)
    return draft.text.startswith(tuple(words))


def _around(
    one: Draft, two: Draft, sentence: Sentence, text: str, grammar: Numerals
) -> tuple[str, str, bool]:
    """What stands between two numbers and before them, without a sign that both have, and the unit.

    And whether both have a unit.
    """
    gap = text[one.end - sentence.start : two.start - sentence.start]
    before = text[max(0, one.start - sentence.start - RANGE_SIGHT) : one.start - sentence.start]
    unit = ""
    if grammar.changed.search(before) is None:
        unit = _unit_of_both(gap, text, two.end - sentence.start, grammar)
        gap = gap[len(unit) :]
    for sign in grammar.range_signs:
        if gap.endswith(sign) and before.endswith(sign):
            return gap[: -len(sign)], before[: -len(sign)], bool(unit)
    return gap, before, bool(unit)


def _unit_of_both(gap: str, text: str, end: int, grammar: Numerals) -> str:
    """The unit, with its space, that stands behind both of two numbers; empty if none does."""
    joint = grammar.joint.search(gap)
    unit = gap[: joint.start()] if joint else ""
    if unit.strip(" -").lower() not in grammar.range_units or not text.startswith(unit, end):
        return ""
    following = text[end + len(unit) : end + len(unit) + 1]
    goes_on = f"{unit[-1:]}{following}".isascii() and following.isalnum()
    return "" if goes_on else unit


def _joint(gap: str, before: str, grammar: Numerals, *, told: bool) -> re.Match[str] | None:
    """What joins two numbers; a mere "and" does only within words that tell a range: between 5 and 8."""
    joint = grammar.joint.fullmatch(gap)
    if joint is None or joint["sign"]:
        return None
    within = (joint["within"] or "").strip().lower()
    opened = (word for word, other in grammar.grammar.between.items() if within == other)
    ahead = before.rstrip().lower().endswith(tuple(opened))
    return joint if not within or ahead or (told and within in grammar.grammar.ranging_joints) else None


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


def _shared_scale(one: Draft, two: Draft, grammar: Numerals) -> Decimal:
    """What the scales that end the second number multiply the first by, which stands without them.

    A number without a scale takes all but ten; one with a scale (sixteen to twenty million) only larger ones.
    """
    multipliers = grammar.multipliers
    own = max((multipliers.get(word, Decimal(1)) for word in grammar.words(one.text)), default=Decimal(1))
    shared, least = Decimal(1), Decimal(TEN) if own == 1 else max(own, LEAST_SHARED)
    for word in reversed(grammar.words(two.text)):
        scale = multipliers.get(word, Decimal(1))
        if scale <= least:
            break
        shared, least = shared * scale, least if own == 1 else LEAST_SHARED * TEN
    return shared


def _thousands(one: Draft, two: Draft, grammar: Numerals) -> int:
    """By how much the first number falls short of what it leaves out: a thousand in "55-60,000"."""
    head, *groups = two.text.split(grammar.grammar.thousands)
    short = one.text.isdigit() and head.isdigit() and int(one.text) < int(head)
    return 1000 ** len(groups) if short and set(groups) == {"000"} else 1


def _ends(
    one: Draft, two: Draft, grammar: Numerals, *, apart: bool, beside: bool
) -> tuple[Decimal, Decimal] | None:
    """The ends of a range; a scale or per cent sign at the second one counts for the first as well.

    It does not where they stand ``apart``, each with its unit; where a mere mark stands between them, they
    are ``beside`` each other, and thousands count for both too. None where one of the numbers is a range
    itself, or the first is no smaller and not below zero.
    """
    low, high = one.value, two.value
    if isinstance(low, tuple) or isinstance(high, tuple):
        return None
    shared = low if apart else low * _shared_scale(one, two, grammar)
    shared *= _thousands(one, two, grammar) if beside else 1
    # What is told in full is as small as it stands: 500 to 10 thousand.
    low = shared if shared < high else low
    if two.fields.get("unit") == "%" and not one.fields.get("unit") and two.kind == "words":
        low *= Decimal(10) if high > low * 10 and not grammar.grammar.spaced else Decimal(1)
    if max(low, high) < 0:  # colder is lower
        low, high = min(low, high), max(low, high)
    return (low, high) if low < high else None
