"""Stage: what a number counts, per what, and how it limits the truth."""

import re
from collections.abc import Sequence
from decimal import Decimal

from tui.extract.document import Document, Draft, Sentence
from tui.extract.number.exact import times
from tui.extract.number.numerals import Numerals, numerals
from tui.extract.packs.rules import RuleSet
from tui.extract.quantity.bounds import bound_of
from tui.extract.quantity.choosing import LEFT, RIGHT, read, units_of
from tui.extract.quantity.counting import unit_before, unit_behind
from tui.extract.quantity.lexicon import Lexicon, lexicon
from tui.extract.quantity.per import assign_per
from tui.extract.quantity.sharing import (
    begins_clause,
    half_said,
    is_list,
    share,
    share_scale,
    share_unit,
)
from tui.extract.units import is_currency

# The unit of a row of a table, in brackets or a cell of its own before the numbers.
_ROW_HEADING = re.compile(r"[(\uff08\s|]([^\s()\uff08\uff09|\d]{1,6})[)\uff09\s|]+(?:[\d.,\[\]]+[\s|]+)*$")

# Why a sum in brackets has the bound that it has.
RESTATED = "bound.restated"
# From a sum with its currency into the brackets behind it.
_BRACKETED = re.compile(r"\s?[(\uff08][^\d()\uff08\uff09]{0,16}")


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
    whole = read(sentence)
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
    counted = next(units_of(draft, text, span, words, document), None)
    if counted is None:
        return 0
    draft.set("unit", counted.unit, counted.rule)
    if counted.factor != 1:
        draft.value = times(draft.value, counted.factor)
    if not counted.sure:
        draft.guessed = True
        if words.spaced:
            draft.noun_at = max(draft.start - LEFT, draft.start - span[0]) + (counted.at or 0)
    return counted.end
