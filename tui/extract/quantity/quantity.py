"""Stage: what a number counts, per what, and how it limits the truth."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from tui.extract.document import Document, Draft, Sentence
from tui.extract.expressions.expression import Side
from tui.extract.expressions.wordlist import small
from tui.extract.number.exact import times
from tui.extract.number.numerals import Numerals, as_read, numerals
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import PERSON, CounterRule, UnitRule
from tui.extract.quantity.bounds import bound_of
from tui.extract.quantity.counting import (
    Counted,
    counted_head,
    counted_noun,
    head_before,
    names_something,
    noun_before,
    unit_before,
    unit_behind,
)
from tui.extract.quantity.lexicon import Lexicon, lexicon
from tui.extract.quantity.per import assign_per
from tui.extract.quantity.sharing import (
    LEFT,
    RIGHT,
    begins_clause,
    half_said,
    is_list,
    share,
    share_scale,
    share_unit,
)
from tui.extract.units import is_currency

# So much of an article's head tells whose currency is meant.
HEAD = 200
# The unit of a row of a table, in brackets or a cell of its own before the numbers.
_ROW_HEADING = re.compile(r"[(\uff08\s|]([^\s()\uff08\uff09|\d]{1,6})[)\uff09\s|]+(?:[\d.,\[\]]+[\s|]+)*$")

# Why a sum in brackets has the bound that it has.
RESTATED = "bound.restated"
# From a sum with its currency into the brackets behind it.
_BRACKETED = re.compile(r"\s?[(\uff08][^\d()\uff08\uff09]{0,16}")

_NEXT_WORD = re.compile(r"\s(\w+)")

# A noun that a unit counts ends so near behind it.
_PHRASE = re.compile(r"\w{1,8}")


def assign(document: Document, rules: RuleSet) -> None:
    """Give every claim its unit, denominator and bound."""
    drafts = document.claims
    first = 0
    while first < len(drafts):
        last = first
        while last < len(drafts) and drafts[last].sentence == drafts[first].sentence:
            last += 1
        sentence = document.sentences[drafts[first].sentence]
        _assign_sentence(drafts[first:last], sentence, document, rules)
        first = last


def _assign_sentence(drafts: Sequence[Draft], sentence: Sentence, document: Document, rules: RuleSet) -> None:
    words = lexicon(rules, sentence.language)
    grammar = numerals(rules, sentence.language)
    # A line that was wrapped goes on as if it weren't.
    whole = Side(*(each.replace("\n", " ") for each in as_read(sentence)))
    text = whole.text
    ends: list[int] = [0] * len(drafts)
    for index in range(len(drafts) - 1, -1, -1):
        draft = drafts[index]
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        start, end = draft.start - sentence.start, draft.end - sentence.start
        ends[index] = end
        gap = text[end : following.start - sentence.start] if following is not None else None
        if following is not None and gap and unit_before(words, text[max(0, start - LEFT) : start]) is None:
            before = text[drafts[index - 1].end - sentence.start : start] if index else ""
            if is_list(gap, rules, sentence.language) and not begins_clause(gap, before):
                share_scale(draft, following, grammar)
                shared = share_unit(draft, following, gap, grammar.grammar.word_ranges)
            else:
                right = text[following.end - sentence.start :][:RIGHT]
                shared = half_said(words, gap, right, grammar) and share_unit(draft, following, "", ())
            if shared:
                continue
        if "unit" not in draft.fields and not _headed(draft, text, (start, end), words, grammar):
            ends[index] = end + _assign_unit(draft, text, (start, end), words, document)
    share(drafts, text, sentence, words, grammar)
    for index, draft in enumerate(drafts):
        bound = bound_of(draft, text, sentence, ends[index], rules)
        if (
            bound is None
            and index
            and _restates(drafts[index - 1], draft, text[ends[index - 1] : draft.start - sentence.start])
        ):
            bound = (drafts[index - 1].fields["bound"] or "", RESTATED)
        if bound is not None:
            draft.set("bound", *bound)
    assign_per(drafts, whole, sentence, ends, rules)


def _restates(one: Draft, two: Draft, between: str) -> bool:
    """Whether a sum in brackets is the one before it in other money, and so limited like it."""
    units = {one.fields.get("unit") or "", two.fields.get("unit") or ""}
    money = len(units) > 1 and all(is_currency(unit) for unit in units)
    return money and "bound" in one.fields and _BRACKETED.fullmatch(between) is not None


def _take_heading(draft: Draft, left: str, words: Lexicon, grammar: Numerals) -> bool:
    """Take scale and unit from the heading of a row: "(ten thousand persons) 5.2"."""
    heading = _ROW_HEADING.search(left)
    if heading is None or draft.kind != "digits":
        return False
    found = heading_unit(heading[1], words, grammar)
    if found is None:
        return False
    unit, rule, scale = found
    draft.value = times(draft.value, scale)
    draft.set("unit", unit, rule)
    return True


def heading_unit(text: str, words: Lexicon, grammar: Numerals) -> tuple[str, str, Decimal] | None:
    """The unit that a heading names and nothing else, the rule that knows it, and its scale."""
    scale = Decimal(1)
    while text[:1] in grammar.multipliers and text[1:]:
        scale *= grammar.multipliers[text[0]]
        text = text[1:]
    if (percent := grammar.percents.get(text)) is not None:
        return percent.unit, percent.id, scale
    rule = words.behind_rules.get(text)
    return (rule[0].unit, rule[0].id, scale) if rule else None


def _headed(draft: Draft, text: str, span: tuple[int, int], words: Lexicon, grammar: Numerals) -> bool:
    """Whether a number without a unit beside it has that of its row's heading; if so, it is set."""
    start, end = span
    if words.spaced or unit_behind(words, text[end : end + RIGHT]) is not None:
        return False
    left = text[max(0, start - LEFT) : start]
    return unit_before(words, left) is None and _take_heading(draft, left, words, grammar)


def _assign_unit(draft: Draft, text: str, span: tuple[int, int], words: Lexicon, document: Document) -> int:
    """Set the unit; returns how far behind the number the phrase with its unit reaches."""
    start, end = span
    left, right = text[max(0, start - LEFT) : start], text[end : end + RIGHT]
    sign = unit_before(words, left)
    found = unit_behind(words, right)
    if sign is not None and not (found and _tells_money(found[0], sign[0])):
        draft.set("unit", _national(sign[0], text, document), sign[0].id)
        return 0
    if found is not None and (isinstance(found[0], UnitRule) or found[0].fixed):
        rule, reach = found
        if (
            isinstance(rule, UnitRule)
            and (other := _also_counted(rule, left, right, reach, words)) is not None
        ):
            draft.set("unit", other.unit, other.rule)
            return reach
        draft.set("unit", _national(rule, text, document), rule.id)
        if isinstance(rule, UnitRule) and rule.factor != 1:
            draft.value = times(draft.value, rule.factor)
        return reach
    if found is None and (untold := _untold(draft, left, words)) is not None:
        draft.set("unit", _national(untold, text, document), untold.id)
        return 0
    if words.spaced:
        counted = _spaced(words, left, right, single=draft.value == 1)
    else:
        counted = _unspaced(words, left, right, found)
    if counted is None:
        return 0
    draft.set("unit", counted.unit, counted.rule)
    if not counted.sure:
        draft.guessed = True
        if words.spaced:
            draft.noun_at = draft.start - len(left) + (counted.at or 0)
    return found[1] if found is not None and not words.spaced else counted.end


def _tells_money(rule: UnitRule | CounterRule, sign: UnitRule) -> bool:
    """Whether a unit behind a number tells more of its money than the sign before.

    What other countries call so, too, as yuan are, tells less.
    """
    open_to = isinstance(rule, UnitRule) and bool(rule.national) and rule.unit != sign.unit
    return isinstance(rule, UnitRule) and rule.unit.isupper() and not open_to


def _also_counted(rule: UnitRule, left: str, right: str, reach: int, words: Lexicon) -> Counted | None:
    """What a unit that counts other things too counts beside them, such as firms beside households."""
    if not rule.of:
        return None
    phrase = _PHRASE.match(right, reach)
    _, end, first = next(words.chunk.found_in(right, *phrase.span()), (0, 0, "")) if phrase else (0, 0, "")
    noun = words.nouns.get(first)
    if noun is not None and noun.unit in rule.of:
        return Counted(noun.unit, rule.id, end)
    before = noun_before(words, left, adjoining=True)
    return before if before is not None and before.unit in rule.of else None


@lru_cache(maxsize=64)
def _holds(sentence: str, word: str) -> bool:
    """Whether a sentence holds a word: asked for every number of it, and looked for once."""
    return word in sentence


def _untold(draft: Draft, left: str, words: Lexicon) -> UnitRule | None:
    """The unit that a number leaves out behind what has no other: a fund of 5 million."""
    size = abs(draft.value[0] if isinstance(draft.value, tuple) else draft.value)
    before = Side.of(left)
    return next((rule for ending, rule in words.untold if size >= rule.least and ending.ends(before)), None)


def _national(rule: UnitRule | CounterRule, text: str, document: Document) -> str:
    if isinstance(rule, UnitRule):
        for word, unit in rule.national.items():
            if _holds(text, word) or word in document.text[:HEAD]:
                return unit
        if rule.home:
            return _home(rule, document)
    return rule.unit


def _home(rule: UnitRule, document: Document) -> str:
    """Whose currency is meant in an article that tells of one country only; worked out once for it."""
    known = document.homes.get(rule.id)
    if known is None:
        text, known = document.text, rule.unit
        if re.search(rule.not_home or "(?!)", text) is None:
            places = [(at, unit) for word, unit in rule.home.items() if (at := text.find(word)) >= 0]
            known = min(places)[1] if places else rule.unit
        document.homes[rule.id] = known
    return known


def _unspaced(
    words: Lexicon, left: str, right: str, found: tuple[UnitRule | CounterRule, int] | None
) -> Counted | None:
    if found is None:
        begin = words.turns.inner.match(right)
        return counted_noun(words, right, begin.end() if begin else 0) or noun_before(words, left)
    rule, reach = found
    people = isinstance(rule, CounterRule) and rule.people
    # What another number follows is not what that number counts.
    counted = None if right[reach : reach + 1].isdigit() else counted_noun(words, right, reach, people=people)
    if counted is None:
        unlisted = names_something(words, right, reach)
        counted = noun_before(words, left, people=people, adjoining=unlisted)
    if counted is not None and isinstance(rule, CounterRule) and not rule.may_count(counted.unit):
        return Counted(rule.unit, rule.id, reach)
    return counted or Counted(rule.unit, rule.id, reach, sure=False)


def _spaced(words: Lexicon, left: str, right: str, *, single: bool) -> Counted | None:
    counted = counted_head(words, right, single=single) or _doing(words, right) or head_before(words, left)
    if counted is None:
        # "a rise of 200,000 in payrolls": what rose may follow a preposition.
        parted = words.turns.count_behind.match(right)
        counted = counted_head(words, right[parted.end() :]) if parted else None
        counted = replace(counted, end=0, sure=False) if counted and counted.sure else None
    return counted


def _doing(words: Lexicon, right: str) -> Counted | None:
    """Who are counted where only what happened to them follows: "15 were hired", not "15 hired cooks"."""
    helped = words.turns.helpers.match(right)
    if helped is None:
        return None
    at, end, told = next(words.chunk.found_in(small(right), helped.end(), len(right)), (0, 0, ""))
    noun = words.nouns.get(told) if at == helped.end() else None
    if noun is None or noun.id not in words.totals or noun.unit != PERSON:
        return None
    other = _NEXT_WORD.match(right, end)
    alone = other is None or words.key(other[1]) in words.stops
    return Counted(noun.unit, noun.id, 0) if alone else None
