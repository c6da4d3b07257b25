"""What the numerals of a language are worth, and the pattern that finds them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from math import prod
from typing import NamedTuple

from tui.extract.expressions.beginnings import begun_by
from tui.extract.expressions.expression import Expression, Sieve, matches
from tui.extract.expressions.patterns import words_pattern
from tui.extract.expressions.shape import Item, leads, loose, shape
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.numbers import (
    FixedRule,
    FractionRule,
    GrammarRule,
    NumeralRule,
    PercentRule,
    ScaleRule,
)
from tui.model import Value

_HALF_WIDTH = str.maketrans("０１２３４５６７８９．％～＋－", "0123456789.%~+-")
# So many characters behind a word tell whether it is a number.
SIGHT = 80
# Numbers longer than this are identifiers; it also keeps the arithmetic bounded.
LONGEST_NUMERAL, LONGEST_WORDS = 40, 160
BASE, HUNDRED, THOUSAND = 10, 100, 1000
_FULL_WIDTH = re.compile(f"[{''.join(map(chr, _HALF_WIDTH))}]")


def half_width(text: str) -> str:
    """A text with its full-width digits and signs in ASCII, one to one, so that offsets stay."""
    # A look is quicker than a translation, which most texts don't need.
    return text.translate(_HALF_WIDTH) if _FULL_WIDTH.search(text) else text


@dataclass(frozen=True, slots=True)
class Numerals:
    """The numerals of one language, compiled."""

    grammar: GrammarRule
    # All numbers but fractions, which are looked for where a text may hold one.
    pattern: re.Pattern[str]
    token: re.Pattern[str]
    units: dict[str, Decimal]
    multipliers: dict[str, Decimal]
    ordinals: dict[str, Decimal]
    percents: dict[str, PercentRule]
    fixed: dict[str, tuple[FixedRule, ...]]
    fractions: tuple[tuple[FractionRule, Expression], ...]
    sieve: Sieve
    range_joint: re.Pattern[str]
    word_ranges: re.Pattern[str]
    no_range: re.Pattern[str]
    range_anyway: re.Pattern[str]
    changes: re.Pattern[str] | None
    minus: Expression
    below_zero: Expression

    def found_in(self, text: str, plain: str) -> Iterator[tuple[FractionRule | None, re.Match[str]]]:
        """The numbers of a text, which ``shape.plain`` made plain; with its rule where one is a fraction."""
        fractions = [self.fractions[number] for number in self.sieve.may_match(plain)]
        for number, match in matches([*(known.pattern for _, known in fractions), self.pattern], text):
            yield fractions[number][0] if number < len(fractions) else None, match

    def value(self, text: str) -> Value | None:
        """What a numeral is worth; a pair where two digits stand side by side to name a range."""
        text = text.lower()
        point = next((word for word in self.grammar.point if word in text), None)
        whole, *decimals = text.split(point, 1) if point else (text,)
        tokens = self.token.findall(whole)
        if not tokens or len(text) > (LONGEST_NUMERAL if text[:1].isdigit() else LONGEST_WORDS):
            return None
        if decimals:
            return self._pointed(tokens, self.token.findall(decimals[0]))
        pair = self._pair(tokens)
        if pair is not None:
            return pair
        return self._worth(tokens)

    def _pointed(self, whole: list[str], decimals: list[str]) -> Decimal | None:
        """What words with a decimal mark are worth: whole, decimals, and the scales behind them."""
        worth = self._worth(whole)
        digits = "".join(str(self.units[word]) for word in decimals if word in self.units)
        scale = prod((self.multipliers.get(word, Decimal(1)) for word in decimals), start=Decimal(1))
        return None if worth is None else (worth + Decimal(f"0.{digits}")) * scale

    def _pair(self, tokens: list[str]) -> Value | None:
        if self.grammar.spaced:
            return None
        for i in range(len(tokens) - 1):
            low, high = self.units.get(tokens[i]), self.units.get(tokens[i + 1])
            if low is None or high is None or not 0 < low < high < 10:
                continue
            lone = (i == 0 or tokens[i - 1] in self.multipliers) and (
                i + 2 == len(tokens) or tokens[i + 2] in self.multipliers
            )
            if lone and (high - low == 1 or (low == 3 and high == 5)):
                head, tail = tokens[:i], tokens[i + 2 :]
                one = self._worth([*head, tokens[i], *tail])
                two = self._worth([*head, tokens[i + 1], *tail])
                return None if one is None or two is None else (one, two)
        return None

    def _worth(self, tokens: list[str]) -> Decimal | None:
        if len(tokens) > 1 and all(t in self.units and self.units[t] < 10 for t in tokens):
            return None if self.grammar.spaced else Decimal("".join(str(self.units[t]) for t in tokens))
        stack: list[Decimal] = []
        last: Decimal | None = None
        gap = False
        for token in tokens:
            multiplier = self.multipliers.get(token)
            if multiplier is not None:
                # What stands right before a scale is multiplied however large it is.
                part = stack.pop() if stack else Decimal(0)
                while stack and stack[-1] < multiplier:
                    part += stack.pop()
                stack.append((part or Decimal(1)) * multiplier)
                last, gap = multiplier, False
                continue
            number = self.units.get(token)
            if number is None:
                plain = token.replace(self.grammar.thousands, "").replace(self.grammar.decimal, ".")
                number = Decimal("".join(plain.split()))
            if not number:
                gap = True
                if len(tokens) > 1:
                    continue
            if self.grammar.spaced and number >= BASE and stack and stack[-1] < HUNDRED:
                return None  # nineteen eighty-four is a year
            tenths = (
                self.grammar.elliptic and token is tokens[-1] and last is not None and last >= 100 and not gap
            )
            stack.append(number * last / 10 if tenths and last and number < 10 else number)
        return sum(stack, Decimal(0))


@dataclass(frozen=True, slots=True)
class _Words:
    """All words that numbers are written with in one language."""

    grammar: GrammarRule
    units: dict[str, Decimal]
    ordinals: dict[str, Decimal]
    scales: tuple[ScaleRule, ...]
    percents: dict[str, PercentRule]
    fixed: dict[str, tuple[FixedRule, ...]]

    @property
    def multipliers(self) -> dict[str, Decimal]:
        """What each scale multiplies by."""
        return {w.lower(): r.value for r in self.scales for w in (*r.match, *r.plural)}

    @property
    def alone(self) -> set[str]:
        """The scales that a number may begin with."""
        return {word for rule in self.scales for word in rule.plural + (rule.match if rule.alone else ())}


class _Parts(NamedTuple):
    """What the expressions for numbers are made of; ``number`` is any numeral within another."""

    begin: str
    body: str
    number: str
    percent: str


def numerals(rules: RuleSet, language: str) -> Numerals:
    """The numerals of a language, compiled once for a rule set."""
    return rules.cached(("numerals", language), lambda: _compile(rules, language))


def _compile(rules: RuleSet, language: str) -> Numerals:
    words = _words_of(rules, language)
    grammar = words.grammar
    parts = _spaced(words) if grammar.spaced else _unspaced(words)
    fractions = tuple(
        (rule, rules.expression(partial(_ratio, rule, words, parts), re.IGNORECASE, loose(rule.pattern)))
        for rule in rules.of(FractionRule, language)
    )
    return Numerals(
        grammar=grammar,
        pattern=re.compile(rf"(?=\d|{_starts(words)}){parts.body}{parts.percent}", re.IGNORECASE),
        token=re.compile(_token(words)),
        units=words.units,
        multipliers=words.multipliers,
        ordinals=words.ordinals,
        percents=words.percents,
        fixed=words.fixed,
        fractions=fractions,
        sieve=Sieve(expression for _, expression in fractions),
        range_joint=re.compile(rf"\s?(?:{words_pattern(grammar.ranges)})\s?"),
        word_ranges=re.compile(rf"\s{{0,2}}(?:{words_pattern(grammar.word_ranges)})\s{{0,2}}", re.IGNORECASE),
        range_anyway=re.compile(rf"(?:{grammar.range_anyway or '(?!)'})\Z", re.IGNORECASE),
        changes=_whole_words(grammar.changes),
        minus=rules.expression(rf"(?:{grammar.minus})\Z", re.IGNORECASE),
        below_zero=rules.expression(grammar.below_zero, re.IGNORECASE),
        no_range=re.compile(
            rf"(?:{words_pattern(grammar.no_range_after)})(?:{grammar.no_range_gap})\Z", re.IGNORECASE
        ),
    )


def _words_of(rules: RuleSet, language: str) -> _Words:
    numerals = rules.of(NumeralRule, language)
    fixed: dict[str, tuple[FixedRule, ...]] = {}
    for rule in rules.of(FixedRule, language):
        for word in rule.match:
            fixed[word.lower()] = (*fixed.get(word.lower(), ()), rule)
    return _Words(
        next(iter(rules.of(GrammarRule, language)), GrammarRule(id="none")),
        {w.lower(): v for r in numerals if not r.ordinal for w, v in r.words.items()},
        {w.lower(): v for r in numerals if r.ordinal for w, v in r.words.items()},
        rules.of(ScaleRule, language),
        {w.lower(): r for r in rules.of(PercentRule, language) for w in r.match},
        fixed,
    )


def _token(words: _Words) -> str:
    """An expression for the digits and words that a numeral is made of, one at a time."""
    behind_digits = {w.lower() for r in words.scales if r.digital for w in r.match}
    return "|".join(
        (
            rf"(?<=\d[\s-])(?:{words_pattern(behind_digits)})",
            _digits(words.grammar),
            words_pattern({*words.units, *words.multipliers} - behind_digits),
        )
    )


def _starts(words: _Words) -> str:
    """What an expression for numbers looks at first: how any of them begins."""
    grammar = words.grammar
    begins = {*words.units, *words.ordinals, *words.fixed, *words.percents, *words.alone}
    begins |= {*grammar.vague, *grammar.ordinal_prefix}
    if not grammar.spaced:
        return rf"[\d{''.join(sorted({re.escape(c) for w in begins for c in (w[0], w[0].upper())}))}]"
    # Where words are spaced, those of numbers begin where words do; a few letters tell most others apart.
    return rf"(?<![^\W\d_])(?:{begun_by(begins)})"


def _whole_words(words: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{words_pattern(words)})(?!\w)", re.IGNORECASE) if words else None


def _digits(grammar: GrammarRule) -> str:
    """Numbers in digits, with the marks that the language groups thousands and parts decimals by."""
    thousands, decimal = re.escape(grammar.thousands), re.escape(grammar.decimal)
    plain = rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?![\d])(?:{decimal}\d+)?|\d+(?:{decimal}\d+)?"
    if not grammar.spaces:
        return f"(?:{plain})"
    spaces = "".join(map(re.escape, grammar.spaces))
    after = "".join(f"(?<!{re.escape(word)}\\s)" for word in grammar.ungrouped_after)
    grouped = rf"\d{{1,3}}(?:[{spaces}]\d{{3}}(?![\d{thousands}]))+(?:{decimal}\d+)?"
    # One look at the first group spares most numbers the looks at what stands before them.
    spaced = rf"(?=\d{{1,3}}[{spaces}]\d)(?<![\d.,:/])(?<!\d-){after}{grouped}"
    return f"(?:{spaced}|{plain})"


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


def fixed_at(entries: tuple[FixedRule, ...], text: str, start: int, end: int) -> FixedRule:
    """Which of the entries for one word holds where it stands in a text: the first whose guards let it."""
    for rule in entries:
        after = any(
            text[max(0, start - 2 * len(word)) : start].lower().endswith(word.lower())
            for word in rule.not_after
        )
        behind = text[end : end + SIGHT]
        if not after and not (rule.not_before and re.match(rule.not_before, behind, re.IGNORECASE)):
            return rule
    return entries[0]


def _spaced(words: _Words) -> _Parts:
    grammar, units, scales, digits = words.grammar, words.units, words.scales, _digits(words.grammar)
    joint = grammar.joint or r"\s"
    spelled = words_pattern(w for r in scales if not r.glued for w in r.match)
    abbreviated = _guarded((w, r.not_before, ()) for r in scales if r.glued for w in r.match)
    alone = words_pattern({*units, *(w for r in scales if r.alone for w in r.match)})
    plural = words_pattern(w for r in scales for w in r.plural)
    any_word = words_pattern({*units, *(w for r in scales if not (r.glued or r.digital) for w in r.match)})
    number = rf"(?:{digits}|(?:{alone})(?:{joint}(?:{any_word})(?![^\W\d_]))*)"
    free = r"(?<![^\W\d_])"
    end = r"(?![^\W\d_])"
    point = _guarded((w, "", grammar.not_point_after) for w in grammar.point)
    decimals = rf"(?:\s(?:{point})(?:[\s-](?:{_ones(units)}){end})+(?:\s(?:{spelled}){end})*)"
    rest = _rest(scales, joint, end)
    body = (
        rf"(?:{free}(?:(?P<fixed>{_fixed(words.fixed)}){end}"
        rf"|(?P<ordinal>(?:{words_pattern(words.ordinals)}){end}|\d+(?:{words_pattern(grammar.ordinal_suffix)}){end})"
        rf"|(?P<vague>(?:{plural}){end}(?:\s(?:{words_pattern(grammar.scale_joints)})\s(?:{plural}){end})?)"
        rf"|(?P<words>(?:{alone})(?:{joint}(?:{any_word}){end})*{end}{decimals}?))"
        rf"|(?P<digits>{digits}(?:[\s-]{{0,2}}(?:{spelled}){end}|\s?(?:{abbreviated}){end})*{rest}{{0,2}}))"
    )
    suffixes = words_pattern(w for w, r in words.percents.items() if not r.prefix)
    percent = rf"(?P<percent>(?:\s{{0,4}}|-)(?:{suffixes})(?:(?<!\w)|{end}))?"
    return _Parts(free, body, number, percent)


def _rest(scales: Iterable[ScaleRule], joint: str, end: str) -> str:
    """The lower part of a number in digits: "1 million 900 thousand", "92 thousand and 300"."""
    parts = []
    for rule in (full := [rule for rule in scales if rule.alone and rule.value >= THOUSAND]):
        below = words_pattern(word for other in full if other.value < rule.value for word in other.match)
        hundreds = rf"{joint}[1-9]\d\d(?![\d.,]*\d|%|\s(?:{words_pattern(rule.match)}))"
        part = hundreds if rule.value == THOUSAND else rf"\s\d{{1,3}}\s(?:{below}){end}"
        parts += [f"(?<={re.escape(word)}){part}" for word in rule.match]
    return f"(?:{'|'.join(parts) or '(?!)'})"


def _unspaced(words: _Words) -> _Parts:
    grammar, units, scales, digits = words.grammar, words.units, words.scales, _digits(words.grammar)
    inner = words_pattern(grammar.inner)
    scale = f"(?:{_guarded((w, r.not_before, ()) for r in scales if not r.spelled for w in r.match)})"
    any_scale = f"(?:{_guarded((w, r.not_before, ()) for r in scales for w in r.match)})"
    word = f"(?:{words_pattern(units)}|{any_scale})"
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
    return _Parts("", body, number, rf"(?P<percent>\s?(?:{suffixes})(?:{tails})?)?")


def _ones(units: dict[str, Decimal]) -> str:
    """The words for single digits."""
    return words_pattern(word for word, value in units.items() if value < BASE)


def _ratio(rule: FractionRule, words: _Words, parts: _Parts) -> str:
    """An expression for a fraction, tried where one may begin, which a few letters tell of most places."""
    # A number in it begins with a digit or a word.
    number = (Item(frozenset({"0", *words.units, *words.alone})), Item(low=0))
    begins = leads(shape(rule.pattern, lambda _: (number,)))
    ratio = rule.pattern.replace("{n}", parts.number)
    return f"{parts.begin}(?={begun_by(begins)})(?P<fraction>{ratio}){parts.percent}"
