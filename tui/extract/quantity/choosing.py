"""What a number may count: the signs, units and nouns around it, the surest first."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from tui.extract.document import Document, Draft, Sentence
from tui.extract.expressions.expression import Side
from tui.extract.expressions.wordlist import small
from tui.extract.number.numerals import as_read
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import PERSON, CounterRule, UnitRule
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

# What a number sees of its sentence.
RIGHT, LEFT = 90, 220
# So much of an article's head tells whose currency is meant.
_HEAD = 200
_NEXT_WORD = re.compile(r"\s(\w+)")
# A noun that a unit counts ends so near behind it.
_PHRASE = re.compile(r"\w{1,8}")


def units_of(
    draft: Draft, text: str, span: tuple[int, int], words: Lexicon, document: Document
) -> Iterator[Counted]:
    """What the number at ``span`` of a sentence's ``text`` may count; the first is taken if no list tells."""
    start, end = span
    left, right = text[max(0, start - LEFT) : start], text[end : end + RIGHT]
    sign, found = unit_before(words, left), unit_behind(words, right)
    money = sign is not None and found is not None and _tells_money(found[0], sign[0])
    if sign is not None and not money:
        yield Counted(_national(sign[0], text, document), sign[0].id, 0)
    if found is not None and (isinstance(found[0], UnitRule) or found[0].fixed):
        rule, reach = found
        other = _also_counted(rule, left, right, reach, words) if isinstance(rule, UnitRule) else None
        if other is not None:
            yield replace(other, end=reach)
        factor = rule.factor if isinstance(rule, UnitRule) else Decimal(1)
        yield Counted(_national(rule, text, document), rule.id, reach, factor=factor)
    elif found is None and (untold := _untold(draft, left, words)) is not None:
        yield Counted(_national(untold, text, document), untold.id, 0)
    if sign is not None and money:
        yield Counted(_national(sign[0], text, document), sign[0].id, 0)
    if words.spaced:
        yield from _spaced(words, left, right, single=draft.value == 1)
    else:
        yield from _unspaced(words, left, right, found)


def read(sentence: Sentence) -> Side:
    """A sentence as numbers look at it: a line that was wrapped goes on as if it weren't."""
    return Side(*(each.replace("\n", " ") for each in as_read(sentence)))


def candidates(draft: Draft, document: Document, rules: RuleSet) -> Iterator[Counted]:
    """All that a number of a document may count by what stands around it, the surest first."""
    sentence = document.sentences[draft.sentence]
    span = draft.start - sentence.start, draft.end - sentence.start
    yield from units_of(draft, read(sentence).text, span, lexicon(rules, sentence.language), document)


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
            if _holds(text, word) or word in document.text[:_HEAD]:
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
) -> Iterator[Counted]:
    if found is None:
        begin = words.turns.inner.match(right)
        yield from _known(counted_noun(words, right, begin.end() if begin else 0))
        yield from _known(noun_before(words, left))
        return
    rule, reach = found
    people = isinstance(rule, CounterRule) and rule.people
    # What another number follows is not what that number counts.
    counted = None if right[reach : reach + 1].isdigit() else counted_noun(words, right, reach, people=people)
    if counted is None:
        unlisted = names_something(words, right, reach)
        counted = noun_before(words, left, people=people, adjoining=unlisted)
    if counted is not None and (not isinstance(rule, CounterRule) or rule.may_count(counted.unit)):
        yield replace(counted, end=reach)
    yield Counted(rule.unit, rule.id, reach, sure=counted is not None)


def _spaced(words: Lexicon, left: str, right: str, *, single: bool) -> Iterator[Counted]:
    yield from _known(counted_head(words, right, single=single))
    yield from _known(_doing(words, right))
    yield from _known(head_before(words, left))
    # "a rise of 200,000 in payrolls": what rose may follow a preposition.
    parted = words.turns.count_behind.match(right)
    counted = counted_head(words, right[parted.end() :]) if parted else None
    if counted is not None and counted.sure:
        yield replace(counted, end=0, sure=False)


def _known(counted: Counted | None) -> tuple[Counted, ...]:
    return () if counted is None else (counted,)


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
