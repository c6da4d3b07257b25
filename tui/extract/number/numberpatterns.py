"""The expressions that find numbers, built from the words that a language writes them with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from msgspec.structs import replace

from tui.extract.expressions.beginnings import begun_by
from tui.extract.expressions.patterns import loose_words, words_pattern
from tui.extract.expressions.shape import Item, leads, shape
from tui.extract.number.digits import digits_pattern
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.numbers import (
    FixedRule,
    FractionRule,
    GrammarRule,
    NumeralRule,
    PercentRule,
    ScaleRule,
)

TEN, THOUSAND = 10, 1000


@dataclass(frozen=True, slots=True)
class Words:
    """All words that numbers are written with in one language."""

    grammar: GrammarRule
    units: dict[str, Decimal]
    ordinals: dict[str, Decimal]
    scales: tuple[ScaleRule, ...]
    percents: dict[str, PercentRule]
    fixed: dict[str, tuple[FixedRule, ...]]
    # An expression for the words of ``units``, each where it is a numeral.
    digit: str

    @property
    def multipliers(self) -> dict[str, Decimal]:
        """What each scale multiplies by."""
        return {w.lower(): r.value for r in self.scales for w in (*r.match, *r.plural)}

    @property
    def alone(self) -> set[str]:
        """The scales that a number may begin with."""
        return {word for rule in self.scales for word in rule.plural + (rule.match if rule.alone else ())}


class Parts(NamedTuple):
    """What the expressions for numbers are made of; ``number`` is any numeral within another."""

    begin: str
    body: str
    number: str
    percent: str


def words_of(rules: RuleSet, language: str) -> Words:
    """The words that the rules give a language for its numbers."""
    numerals = rules.of(NumeralRule, language)
    fixed: dict[str, tuple[FixedRule, ...]] = {}
    for rule in rules.of(FixedRule, language):
        for word in rule.match:
            told = replace(rule, value=rule.match[word]) if isinstance(rule.match, dict) else rule
            fixed[word.lower()] = (*fixed.get(word.lower(), ()), told)
    return Words(
        next(iter(rules.of(GrammarRule, language)), GrammarRule(id="none")),
        {w.lower(): v for r in numerals if not r.ordinal for w, v in r.words.items()},
        {w.lower(): v for r in numerals if r.ordinal for w, v in r.words.items()},
        rules.of(ScaleRule, language),
        {w.lower(): r for r in rules.of(PercentRule, language) for w in r.match},
        fixed,
        "|".join(
            (
                words_pattern(w for r in numerals if not (r.ordinal or r.where) for w in r.words),
                *(r.where for r in numerals if r.where),
            )
        ),
    )


def parts_of(words: Words) -> Parts:
    """What the expressions for the numbers of a language are made of."""
    return _spaced(words) if words.grammar.spaced else _unspaced(words)


def any_number(words: Words, parts: Parts) -> str:
    """An expression for all numbers but fractions."""
    return rf"(?=\d|{_starts(words)}){parts.body}{parts.percent}"


def token_pattern(words: Words) -> str:
    """An expression for the digits and words that a numeral is made of, one at a time."""
    behind_digits = {w.lower() for r in words.scales if r.digital for w in r.match}
    any_word = words_pattern({*words.units, *words.multipliers} - behind_digits)
    return "|".join(
        (
            rf"(?<=\d[\s-])(?:{words_pattern(behind_digits)})",
            digits_pattern(words.grammar),
            # No part of another word, as the t of per cent is.
            rf"(?<![^\W\d_])(?:{any_word})(?![^\W\d_])" if words.grammar.spaced else any_word,
        )
    )


def _starts(words: Words) -> str:
    """What an expression for numbers looks at first: how any of them begins."""
    grammar = words.grammar
    begins = {*words.units, *words.ordinals, *words.fixed, *words.percents, *words.alone}
    begins |= {*grammar.vague, *grammar.ordinal_prefix}
    if not grammar.spaced:
        return rf"[\d{''.join(sorted({re.escape(c) for w in begins for c in (w[0], w[0].upper())}))}]"
    # Where words are spaced, those of numbers begin where words do; a few letters tell most others apart.
    return rf"(?<![^\W\d_])(?:{begun_by(begins)})"


def _guarded(entries: Iterable[tuple[str, str, tuple[str, ...]]]) -> str:
    """Words with what may not stand behind and before them, joined to one alternation.

    Each stands there once: one that is there twice, as in two spellings, doubles the ways to read a repeat.
    """
    return (
        "|".join(
            "".join(f"(?<!{re.escape(word)})" for word in after)
            + re.escape(word)
            + (f"(?!{before})" if before else "")
            for word, before, after in sorted(dict.fromkeys(entries), key=lambda e: -len(e[0]))
        )
        or r"(?!)"
    )


def _fixed(fixed: dict[str, tuple[FixedRule, ...]]) -> str:
    any_word = _guarded((w, r.not_before, r.not_after) for w, entries in fixed.items() for r in entries)
    return f"(?={begun_by(fixed)})(?:{any_word})"


def _spaced(words: Words) -> Parts:
    grammar, units, scales, digits = words.grammar, words.units, words.scales, digits_pattern(words.grammar)
    joint = grammar.joint or r"\s"
    spelled = words_pattern(w for r in scales if not r.glued for w in r.match)
    abbreviated = _guarded((w, r.not_before, ()) for r in scales if r.glued for w in r.match)
    alone = words_pattern({*units, *(w for r in scales if r.alone for w in r.match)})
    plural = words_pattern(w for r in scales for w in r.plural)
    any_word = words_pattern({*units, *(w for r in scales if not (r.glued or r.digital) for w in r.match)})
    number = rf"(?:{digits}|(?:{alone})(?:{joint}(?:{any_word})(?![^\W\d_]))*)"
    free = r"(?<![^\W\d_])"
    end = r"(?![^\W\d_])"
    # "Seven six-row pickers" are seven: a small number that a hyphen ties to another word goes on with none.
    tied = rf"(?:{words_pattern(units)}){end}-(?!(?:{any_word}){end})[^\W\d_]"
    more = rf"(?:-(?:{any_word}){end}|{joint}(?!{tied})(?:{any_word}){end})"
    point = _guarded((w, "", grammar.not_point_after) for w in grammar.point)
    decimals = rf"(?:\s(?:{point})(?:[\s-](?:{_ones(units)}){end})+(?:\s(?:{spelled}){end})*)"
    rest = _rest(scales, joint, end)
    body = (
        rf"(?:{free}(?:(?P<fixed>{_fixed(words.fixed)}){end}"
        rf"|(?P<ordinal>(?:{words_pattern(words.ordinals)}){end}|\d+(?:{words_pattern(grammar.ordinal_suffix)}){end})"
        rf"|(?P<vague>(?:{plural}){end}(?:\s(?:{words_pattern(grammar.scale_joints)})\s(?:{plural}){end})?"
        rf"|(?:{words_pattern(grammar.vague)})(?:\s(?:{words_pattern(words.alone)}){end})+)"
        rf"|(?P<words>(?:{alone}){more}*{end}{decimals}?))"
        rf"|(?P<digits>{digits}(?:[\s-]{{0,2}}(?:{spelled}){end}|\s?(?:{abbreviated}){end})*{rest}{{0,2}}))"
    )
    suffixes = loose_words(w for w, r in words.percents.items() if not r.prefix)
    percent = rf"(?P<percent>(?:\s{{0,4}}|-)(?:{suffixes})(?:(?<!\w)|{end}))?"
    return Parts(free, body, number, percent)


def _rest(scales: Iterable[ScaleRule], joint: str, end: str) -> str:
    """The lower part of a number in digits: "1 million 900 thousand", "92 thousand and 300"."""
    parts = []
    for rule in (full := [rule for rule in scales if rule.alone and rule.value >= THOUSAND]):
        below = words_pattern(word for other in full if other.value < rule.value for word in other.match)
        hundreds = rf"{joint}[1-9]\d\d(?![\d.,]*\d|%|\s(?:{words_pattern(rule.match)}))"
        part = hundreds if rule.value == THOUSAND else rf"\s\d{{1,3}}\s(?:{below}){end}"
        parts += [f"(?<={re.escape(word)}){part}" for word in rule.match]
    return f"(?:{'|'.join(parts) or '(?!)'})"


def _unspaced(words: Words) -> Parts:
    grammar, units, scales, digits = words.grammar, words.units, words.scales, digits_pattern(words.grammar)
    inner = words_pattern(grammar.inner)
    scale = f"(?:{_guarded((w, r.not_before, ()) for r in scales if not r.spelled for w in r.match)})"
    any_scale = f"(?:{_guarded((w, r.not_before, ()) for r in scales for w in r.match)})"
    word = f"(?:{words.digit}|{any_scale})"
    number = rf"(?:{digits}(?:{scale})*|(?:{word})+)"
    prefix = words_pattern(w for w, r in words.percents.items() if r.prefix)
    ones = _ones(units)
    decimals = rf"(?:{words_pattern(grammar.point)})(?:{ones})+(?!{ones}|{grammar.not_point})(?:{any_scale})*"
    tails = words_pattern({*units, *(tail for r in words.percents.values() for tail in r.tails)})
    body = (
        rf"(?:(?P<fixed>{_fixed(words.fixed)})"
        rf"|(?P<lead>{prefix}|{words_pattern(grammar.ordinal_prefix)}|{words_pattern(grammar.vague)})?"
        rf"(?:(?P<digits>{digits}(?:\s?(?:{inner})?(?:{scale})+(?:(?:\s?\d,\d{{3}}\s?|\d{{1,4}})(?:{scale})+)*(?:(?:\d,)?\d{{3}}(?!\d)|\d{{4}}(?!\d|{words_pattern(grammar.year_marks)})|\s\d,\d{{3}}(?![\d,]))?)?)"
        rf"|(?P<words>(?:{word})+(?:{decimals}|(?:{inner})(?:{any_scale})+)?)))"
    )
    suffixes = words_pattern(w for w, r in words.percents.items() if not r.prefix)
    tailed = words_pattern(w for w, r in words.percents.items() if r.tails)
    tail = rf"(?:{tails}|\d(?![\d.]|{any_scale}))"
    return Parts("", body, number, rf"(?P<percent>\s?(?:(?:{tailed}){tail}|(?:{suffixes})))?")


def _ones(units: dict[str, Decimal]) -> str:
    """The words for single digits."""
    return words_pattern(word for word, value in units.items() if value < TEN)


def ratio_pattern(rule: FractionRule, words: Words, parts: Parts) -> str:
    """An expression for a fraction, tried where one may begin, which a few letters tell of most places."""
    # A number in it begins with a digit or a word.
    number = (Item(frozenset({"0", *words.units, *words.alone})), Item(low=0))
    begins = leads(shape(rule.pattern, lambda _: (number,)))
    ratio = rule.pattern.replace("{n}", parts.number)
    return f"{parts.begin}(?={begun_by(begins)})(?P<fraction>{ratio}){parts.percent}"
