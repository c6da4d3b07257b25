"""The numerals of a language: what finds them, and what each is worth."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from math import prod
from string import ascii_letters, digits

from tui.extract.document import Sentence
from tui.extract.expressions.expression import Expression, Side
from tui.extract.expressions.patterns import at_end, says_case, uncased, words_pattern
from tui.extract.expressions.shape import loose
from tui.extract.expressions.sought import Entry, Sought
from tui.extract.expressions.wordlist import small
from tui.extract.number.digits import worth
from tui.extract.number.numberpatterns import (
    TEN,
    any_number,
    parts_of,
    ratio_pattern,
    token_pattern,
    words_of,
)
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.numbers import FixedRule, FractionRule, GrammarRule, PercentRule
from tui.extract.packs.schema.quantity import UnitRule
from tui.model import Value

# How far behind a character of ASCII its full-width form stands.
FULL_WIDTH = 0xFEE0
_HALF_WIDTH = {ord(c) + FULL_WIDTH: c for c in f"{digits}{ascii_letters}.%~+-$"}
# So many characters behind a word tell whether it is a number.
SIGHT = 80
# Numbers longer than this are identifiers; it also keeps the arithmetic bounded.
LONGEST_NUMERAL, LONGEST_WORDS = 40, 160
# So many characters stand between the ends of a range at most, where no unit or sign does.
LONGEST_JOINT = 6
HUNDRED = 100
_FULL_GROUP = re.compile("(?<=[\uff10-\uff19])\uff0c(?=[\uff10-\uff19]{3}(?![\uff10-\uff19]))")
_FULL_WIDTH = re.compile(f"[{''.join(map(chr, _HALF_WIDTH))}]")


def half_width(text: str) -> str:
    """A text with its full-width digits and signs in ASCII, one to one, so that offsets stay."""
    # A look is quicker than a translation, which most texts don't need.
    if text.isascii() or not _FULL_WIDTH.search(text):
        return text
    return _FULL_GROUP.sub(",", text).translate(_HALF_WIDTH)


def as_read(sentence: Sentence) -> Side:
    """A sentence as the rules about numbers are written, with half-width digits and signs."""
    text = half_width(sentence.text)
    return Side(text, sentence.plain) if text is sentence.text else Side.of(text)


@dataclass(frozen=True, slots=True)
class Numerals:
    """The numerals of one language, compiled."""

    grammar: GrammarRule
    # All numbers but fractions, which are looked for where a text may hold one; all in small letters unless
    # one of them is about a case.
    pattern: re.Pattern[str]
    cased: bool
    token: re.Pattern[str]
    units: dict[str, Decimal]
    multipliers: dict[str, Decimal]
    ordinals: dict[str, Decimal]
    percents: dict[str, PercentRule]
    fixed: dict[str, tuple[FixedRule, ...]]
    fractions: tuple[FractionRule, ...]
    ratios: Sought
    range_signs: tuple[str, ...]
    # The words for units that both ends of a range may have, in small letters.
    range_units: frozenset[str]
    # So many characters stand between the ends of a range at most, with a unit and a sign that both have.
    longest_gap: int
    # What joins two numbers at the end of what stands between them: a ``mark``, a ``word``, or one that does
    # so only ``within`` words that tell a range; with the ``sign`` of the second.
    joint: re.Pattern[str]
    no_range: re.Pattern[str]
    changed: re.Pattern[str]
    range_anyway: re.Pattern[str]
    compared: re.Pattern[str]
    ranging: re.Pattern[str]
    ranging_behind: re.Pattern[str]
    minus: Expression
    plus: Expression
    below_zero: Expression
    degrees: Expression

    def found_in(self, text: str, plain: str) -> Iterator[tuple[FractionRule | None, re.Match[str]]]:
        """The numbers of a text, which ``shape.plain`` made plain; with its rule where one is a fraction."""
        text = text if self.cased else small(text)
        at = 0
        for number, ratio in self.ratios.first_in(Side(text, plain)):
            while (match := self.pattern.search(text, at)) is not None and match.start() < ratio.start():
                yield None, match
                at = match.end()
            if at <= ratio.start():
                yield self.fractions[number], ratio
                at = ratio.end()
        yield from ((None, match) for match in self.pattern.finditer(text, at))

    def words(self, text: str) -> list[str]:
        """The digits and words that a numeral is made of."""
        return self.token.findall(text.lower())

    def scale(self, words: Iterable[str]) -> Decimal:
        """What the scales among some words multiply by."""
        return prod((self.multipliers.get(word, Decimal(1)) for word in words), start=Decimal(1))

    def value(self, text: str) -> Value | None:
        """What a numeral is worth; a pair where two digits stand side by side to name a range."""
        text = text.lower()
        spelled = not text[:1].isdigit()
        point = next((word for word in self.grammar.point if word in text), None) if spelled else None
        whole, *decimals = text.split(point, 1) if point else (text,)
        tokens = self.token.findall(whole)
        if not tokens or len(text) > (LONGEST_WORDS if spelled else LONGEST_NUMERAL):
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
        return None if worth is None else (worth + Decimal(f"0.{digits}")) * self.scale(decimals)

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
        ones = [self.units[t] for t in takewhile(lambda t: self.units.get(t, TEN) < TEN, tokens)]
        if len(ones) > 1 and self.grammar.spaced and len(ones) == len(tokens):
            return None
        if len(ones) > 1 and not self.grammar.spaced:  # digits said one by one
            tokens = ["".join(map(str, ones)), *tokens[len(ones) :]]
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
                number = worth(token, self.grammar)
            if not number:
                gap = True
                if len(tokens) > 1:
                    continue
            if self.grammar.spaced and number >= TEN and stack and stack[-1] < HUNDRED:
                return None  # nineteen eighty-four is a year
            tenths = (
                self.grammar.elliptic and token is tokens[-1] and last is not None and last >= 100 and not gap
            )
            stack.append(number * last / 10 if tenths and last and number < 10 else number)
        return sum(stack, Decimal(0))


def numerals(rules: RuleSet, language: str) -> Numerals:
    """The numerals of a language, compiled once for a rule set."""
    return rules.cached(("numerals", language), lambda: _compile(rules, language))


def _compile(rules: RuleSet, language: str) -> Numerals:
    words = words_of(rules, language)
    grammar = words.grammar
    parts = parts_of(words)
    ratios = rules.of(FractionRule, language)
    number = any_number(words, parts)
    cased = any(map(says_case, (number, *(rule.pattern for rule in ratios))))
    flags = re.IGNORECASE if cased else 0

    def ratio(rule: FractionRule) -> Entry:
        def source() -> str:
            pattern = ratio_pattern(rule, words, parts)
            return pattern if cased else uncased(pattern)

        known = loose(rule.pattern)
        return Entry(rules.expression(source, flags, known), parts.begin + rule.pattern, known)

    units = _range_units(rules, language, grammar)

    return Numerals(
        grammar=grammar,
        pattern=re.compile(number if cased else uncased(number), flags),
        cased=cased,
        token=re.compile(token_pattern(words)),
        units=words.units,
        multipliers=words.multipliers,
        ordinals=words.ordinals,
        percents=words.percents,
        fixed=words.fixed,
        fractions=ratios,
        ratios=Sought(map(ratio, ratios)),
        range_signs=tuple(sorted(grammar.range_signs, key=len, reverse=True)),
        range_units=units,
        longest_gap=LONGEST_JOINT
        + sum(max(map(len, listed), default=0) for listed in (units, grammar.range_signs)),
        joint=_joint(grammar),
        range_anyway=at_end(grammar.range_anyway),
        compared=at_end(grammar.compared),
        ranging=at_end(grammar.ranging),
        ranging_behind=re.compile(grammar.ranging_behind or "(?!)", re.IGNORECASE),
        minus=rules.expression(rf"(?:{grammar.minus})\Z", re.IGNORECASE),
        plus=rules.expression(rf"(?:{grammar.plus})\Z", re.IGNORECASE),
        below_zero=rules.expression(grammar.below_zero, re.IGNORECASE),
        degrees=rules.expression(grammar.degrees, re.IGNORECASE),
        changed=at_end(grammar.changed),
        no_range=at_end(f"(?:{words_pattern(grammar.no_range_after)})(?:{grammar.no_range_gap})"),
    )


def _joint(grammar: GrammarRule) -> re.Pattern[str]:
    # A hyphen hangs where the word that it ties is told with the other end: "8- to 16-metre masts".
    edge = r"-?\s{0,2}"
    word, within = words_pattern(grammar.word_ranges), (*grammar.between.values(), *grammar.ranging_joints)
    joint = rf"(?P<word>{edge}(?:{word}){edge})|(?P<within>{edge}(?:{words_pattern(within)}){edge})"
    joint = rf"(?P<mark>\s?(?:{words_pattern(grammar.ranges)})\s?)|{joint}"
    return re.compile(rf"(?:{joint})(?P<sign>{words_pattern(grammar.range_signs)})?\Z", re.IGNORECASE)


def _range_units(rules: RuleSet, language: str, grammar: GrammarRule) -> frozenset[str]:
    """The words for measures, money and what else both ends of a range may have behind them."""
    measures = (word for rule in rules.of(UnitRule, language) for word in rule.match)
    return frozenset(word.lower() for word in (*measures, *grammar.range_units)) - set(grammar.no_range_units)


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
