"""How numbers of one sentence take their units from each other."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from tui.extract.document import Draft, Sentence
from tui.extract.number.brackets import is_alone
from tui.extract.number.numerals import Numerals, numerals
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import CounterRule
from tui.extract.quantity.choosing import LEFT, RIGHT
from tui.extract.quantity.counting import counted_noun, unit_behind
from tui.extract.quantity.lexicon import Lexicon
from tui.extract.units import SHARES, SPANS, is_currency

# How many numbers to each side may tell what one without a noun counts.
NEIGHBOURS = 6
LIST = "list"
# A number of a list from here on shares no per cent sign with the ones behind it.
LARGE = 1000
# No rate moves by as many percentage points.
WHOLE = 100
# How far apart two numbers of a list stand when only the last one has its noun.
HALF_SAID = 12
# How many times larger or smaller than a sum before it a sum without its unit may be, and how small.
SIZE, SMALLEST_SUM = 20, 10
# What `why` says where a number has the unit of the one that it is compared with,
COMPARED = "compared"
# and where nothing tells what it counts and the nearest unit is guessed.
UNTOLD = "untold"
# Between a number and the bracket behind it stand at most a few words of one clause.
_SAME_CLAUSE = re.compile(r"[^\d()\uff08\uff09,;:.\uff0c\uff1b\u3002]{0,24}[(\uff08][^()\uff08\uff09]*")
_PLAIN = SHARES | {"point"}


def share(drafts: Sequence[Draft], text: str, sentence: Sentence, words: Lexicon, grammar: Numerals) -> None:
    """Give the numbers of a sentence the units that they have from others of it."""
    _points_of_percent(drafts, sentence, words)
    _compare(drafts, sentence, words)
    _follow_brackets(drafts, sentence)
    _follow_counters(drafts, text, sentence, words)
    _fill_gaps(drafts, words)
    _follow_parts(drafts, sentence, words, grammar)
    _follow_whole(drafts)


def is_list(gap: str, rules: RuleSet, language: str) -> bool:
    """Whether what stands between two numbers makes them a list."""
    if len(gap) > 8:
        return False
    return rules.cached(("list", language), lambda: _joints(rules, language)).fullmatch(gap) is not None


def begins_clause(gap: str, before: str) -> bool:
    """Whether a comma and a word behind a number begin a clause: "150, and 43 mills opened", no list."""
    comma, _, word = gap.strip().partition(",")
    return not comma and word.strip().isalpha() and not before.strip().startswith(",")


def _joints(rules: RuleSet, language: str) -> re.Pattern[str]:
    grammar = numerals(rules, language).grammar
    # What a range is not, as in "rose from 3 to 5 million yuan", is still told with one unit.
    joints = {*grammar.list_joints, *(grammar.word_ranges if grammar.spaced else ())}
    words = "|".join(re.escape(w) for w in sorted(joints, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"\s{{0,2}}(?:{words})(?:\s?(?:{words}))?\s{{0,2}}")


def half_said(words: Lexicon, gap: str, right: str, grammar: Numerals) -> bool:
    """Whether a counter and a joint part two numbers whose noun comes only behind the second."""
    if words.spaced or len(gap) > HALF_SAID or gap[-1] not in grammar.grammar.list_joints:
        return False
    found, other = unit_behind(words, gap), unit_behind(words, right)
    return (
        found is not None
        and other is not None
        and (other[0] is found[0] or right.startswith(gap[: found[1]]))
        and isinstance(found[0], CounterRule)
        and not found[0].fixed
        and gap[-1] not in "，,"
        and counted_noun(words, gap, found[1]) is None
    )


def share_unit(draft: Draft, following: Draft, gap: str, alternatives: Sequence[str]) -> bool:
    """A number of a list without a unit of its own takes that of the next number.

    ``alternatives`` are words that join two numbers in the place of one.
    """
    unit = following.fields.get("unit")
    if "unit" in draft.fields or unit is None or draft.kind == "ordinal":
        return False
    # A count beside a share ("211,000, or 6.4 %") is none itself.
    if unit in {"%", "x"} and isinstance(draft.value, Decimal):
        # Alternatives rise: "5 or 6% fewer", but "12 or 3.5% fewer".
        other = following.value if gap.strip() in alternatives and "." not in draft.text else LARGE
        if isinstance(other, tuple) or draft.value >= other:
            return False
    # A comma alone may also part two statements: it joins a list only before numbers that are one already.
    if gap.strip() in {",", "\uff0c"} and LIST not in following.why["unit"]:
        return False
    draft.set("unit", unit, following.why["unit"][0])
    draft.why["unit"].append(LIST)
    draft.guessed = following.guessed
    return True


def share_scale(draft: Draft, following: Draft, grammar: Numerals) -> None:
    """A small number of a list takes the scale that only the last one has ("3, 5 and 8 million")."""
    if not isinstance(draft.value, Decimal) or draft.value >= 1000 or draft.kind != "digits":
        return
    scales = grammar.words(following.text)[1:]
    scale = grammar.scale(scales)
    if (
        scale < 1000
        or len(grammar.words(draft.text)) > 1
        or "unit" in draft.fields
        or following.kind != "digits"
    ):
        return
    if isinstance(following.value, Decimal) and following.value / scale < 1000:
        draft.value *= scale
        draft.text = f"{draft.text} {''.join(scales)}"
        draft.why["value"] = [LIST]


def _is_count(unit: str | None) -> bool:
    return bool(unit) and unit not in _PLAIN and unit not in SPANS and not is_currency(str(unit))


def _points_of_percent(drafts: Sequence[Draft], sentence: Sentence, words: Lexicon) -> None:
    """Points behind a percentage are percentage points, unless they say the same again."""
    for draft in drafts:
        rule = draft.why.get("unit", [""])[0]
        rate = words.rate_before.get(rule)
        left = sentence.text[: draft.start - sentence.start]
        if rate is not None and _is_part(draft) and rate.search(left[-LEFT:]):
            draft.set("unit", words.after_percent[rule], rule)
    for one, two in pairwise(drafts):
        unit = words.after_percent.get(two.why.get("unit", [""])[0])
        if unit is None or one.fields.get("unit") != "%" or not _is_part(two):
            continue
        gap = sentence.text[one.end - sentence.start : two.start - sentence.start]
        if words.turns.again.search(gap) is None:
            two.set("unit", unit, two.why["unit"][0])


def _is_part(draft: Draft) -> bool:
    """Whether a number is small enough for percentage points: an index stands at thousands."""
    return not isinstance(draft.value, Decimal) or abs(draft.value) < WHOLE


def _follow_parts(drafts: Sequence[Draft], sentence: Sentence, words: Lexicon, grammar: Numerals) -> None:
    """Numbers without a noun that are listed behind "among which" count what the number before it does."""
    if not any(draft.guessed for draft in drafts):
        return
    joints = tuple(grammar.grammar.list_joints)
    for mark in words.turns.parts.finditer(sentence.text):
        at = sentence.start + mark.start()
        # "40 people of six counties, of whom 12": the counties only say where.
        before = [d for d in reversed(drafts) if d.end <= at]
        counted = (d for d in before if words.wholes.isdisjoint(d.why.get("unit", ())))
        whole = next(counted, before[0] if before else None)
        unit = whole.fields.get("unit") if whole is not None and not whole.guessed else None
        if not unit or not _is_count(unit):
            continue
        for draft in drafts:
            left = sentence.text[mark.end() : max(0, draft.start - sentence.start)].rstrip()
            guess = draft.start > at and draft.guessed
            if guess and (not left or left.endswith(joints)):
                draft.noun_at = None
                draft.set("unit", unit, "whole")
                draft.guessed = False


def _follow_whole(drafts: Sequence[Draft]) -> None:
    """A number without a noun of its own ("of which 20") counts what the number before it does.

    Unless the noun that was guessed for it stands between the two.
    """
    for one, two in pairwise(drafts):
        at = two.noun_at
        unit = one.fields.get("unit")
        if at is None or not unit or not _is_count(unit) or one.guessed:
            continue
        if at < one.end and one.kind != "ordinal":
            two.set("unit", unit, "nearest")


def _compare(drafts: Sequence[Draft], sentence: Sentence, words: Lexicon) -> None:
    """A bare number that another is held against is of its unit: 239 days, versus an average of 134."""
    for index, two in enumerate(drafts[1:], 1):
        # "300 days were lost in 4 strikes, compared with 900": what it is held against is of its size.
        near = drafts[max(0, index - NEIGHBOURS) : index][::-1]
        one = next((other for other in near if alike_in_size(other, two)), None)
        unit = one.fields.get("unit") if one is not None else None
        if one is None or unit is None:
            continue
        bare = "unit" not in two.fields or (two.guessed and two.noun_at is not None)
        share = unit == "%" or (unit in _PLAIN and (one.kind == "fixed" or not _is_part(two)))
        # What fell "for a ninth month, to 950,000" is not counted in months, nor any number in halves.
        streak = one.kind == "ordinal" or (one.kind == "fraction" and unit == "x")
        if not bare or share or streak or one.guessed:
            continue
        left = sentence.text[one.end - sentence.start : two.start - sentence.start]
        if words.turns.compared.search(left[-LEFT:]):
            two.noun_at = None
            two.guessed = False
            two.set("unit", unit, COMPARED)


def _follow_brackets(drafts: Sequence[Draft], sentence: Sentence) -> None:
    """A bare number alone in brackets is of the unit of the one it stands behind: "5.0 per cent (5.2)"."""
    for one, two in pairwise(drafts):
        unit = one.fields.get("unit")
        bare = "unit" not in two.fields or two.guessed
        if unit is None or not bare or one.kind == "ordinal" or not alike_in_size(one, two):
            continue
        start, end = two.start - sentence.start, two.end - sentence.start
        # "Up 5.2% (12)": no share of one decimal has another without.
        exact = unit != "%" or "." in two.text or "." not in one.text
        near = _SAME_CLAUSE.fullmatch(sentence.text, one.end - sentence.start, start) is not None
        if near and exact and is_alone(sentence.text, start, end, bare=True):
            two.noun_at = None
            two.guessed = one.guessed
            two.set("unit", unit, COMPARED)


def _follow_counters(drafts: Sequence[Draft], text: str, sentence: Sentence, words: Lexicon) -> None:
    """A number with a counter and no noun counts what the last one with that counter and a noun does."""
    if words.spaced or not any(draft.guessed for draft in drafts):
        return
    known: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        found = unit_behind(words, text[draft.end - sentence.start :][:RIGHT])
        if found is None or not isinstance(found[0], CounterRule):
            continue
        counter = found[0].id, found[0].unit
        told = draft.why["unit"][0] != found[0].id
        last = known.get(counter)
        if last is not None and draft.guessed and (not told or not last.guessed):
            draft.set("unit", last.fields["unit"], "nearest")
            draft.guessed = False
        elif not draft.guessed or (told and last is None):
            known[counter] = draft


def alike_in_size(one: Draft, two: Draft) -> bool:
    """Whether neither of two numbers is so many times larger that they can't be sums of one thing."""
    if isinstance(one.value, tuple) or isinstance(two.value, tuple) or not one.value or not two.value:
        return False
    return 1 / SIZE < abs(two.value / one.value) < SIZE


def _is_sum_like(one: Draft, two: Draft) -> bool:
    """Whether a number is of the size of a sum of money before it."""
    money = is_currency(one.fields.get("unit") or "")
    return money and isinstance(two.value, Decimal) and two.value >= SMALLEST_SUM and alike_in_size(one, two)


def _fill_gaps(drafts: Sequence[Draft], words: Lexicon) -> None:
    """A number nothing tells about counts what the one before it does, else the one behind.

    Right behind a sum a number of its size is a sum, where units follow their numbers unparted.
    """
    for index, draft in enumerate(drafts):
        if "unit" in draft.fields:
            continue
        before = drafts[max(0, index - NEIGHBOURS) : index]
        if before and before[-1].fields.get("unit") == "x" and "." in draft.text:
            # What a ratio rises or falls by is a ratio.
            draft.set("unit", "x", "ratio")
            continue
        if before and not words.spaced and _is_sum_like(before[-1], draft):
            draft.set("unit", before[-1].fields["unit"], "nearest")
            draft.guessed = True
            continue
        near = [*reversed(before), *drafts[index + 1 : index + NEIGHBOURS]]
        other = next((d for d in near if d.fields.get("unit") and _is_count(d.fields["unit"])), None)
        draft.set("unit", *(("item", UNTOLD) if other is None else (other.fields["unit"], "nearest")))
        draft.guessed = True
