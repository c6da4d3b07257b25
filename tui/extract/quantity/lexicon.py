"""The units, counters and nouns of a language, compiled for looking up."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TypeVar

from msgspec.structs import replace

from tui.extract.expressions.expression import Expression
from tui.extract.expressions.patterns import NEVER, at_end, words_pattern
from tui.extract.expressions.shape import shape
from tui.extract.expressions.wordlist import WordList, lengths_by
from tui.extract.number.numerals import Numerals, numerals
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import (
    CounterRule,
    Counting,
    NounRule,
    StopRule,
    UnitRule,
    Words,
)
from tui.extract.packs.schema.tags import TagRule
from tui.extract.possessive import Possessive, possessive
from tui.extract.quantity.plurals import Plurals, plurals
from tui.extract.units import SPANS

Told = TypeVar("Told", bound=Counting)
LETTER = r"[^\W\d_]"
_PIECE = re.compile(rf"(?<!{LETTER})(?:{LETTER}+|(?!\s)[\W\d_])")


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of phrase around a number that tell what it counts."""

    inner: re.Pattern[str]
    count_of: re.Pattern[str]
    determiners: re.Pattern[str]
    count_behind: re.Pattern[str]
    helpers: re.Pattern[str]
    parts: re.Pattern[str]
    attributive: re.Pattern[str]
    compared: re.Pattern[str]
    again: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What numbers count in one language; words are in lower case where they are spaced."""

    spaced: bool
    behind: WordList
    behind_rules: dict[str, tuple[UnitRule | CounterRule, Expression | None]]
    counters: dict[str, CounterRule]
    before: dict[str, UnitRule]
    untold: tuple[tuple[Expression, UnitRule], ...]
    lengths_before: dict[str, tuple[int, ...]]
    numerals: frozenset[str]
    nouns: dict[str, NounRule]
    # Finds nouns; in languages without spaces also links and stop words, unless a noun begins there.
    chunk: WordList
    stops: frozenset[str]
    links: frozenset[str]
    parting: frozenset[str]
    barring: frozenset[str]
    joins: frozenset[str]
    doers: dict[str, str]
    turns: Turns
    wholes: frozenset[str]
    totals: frozenset[str]
    after_percent: dict[str, str]
    rate_before: dict[str, re.Pattern[str]]
    plurals: Plurals
    possessive: Possessive
    kind_of: dict[str, tuple[str, str]]
    ended: re.Pattern[str]

    def key(self, word: str) -> str:
        """The form under which a word is looked up."""
        return word.lower() if self.spaced else word

    def is_noun(self, word: str) -> bool:
        """Whether a word in lower case is a noun of the list or looks like a plural one."""
        return word in self.nouns or self.plurals.has(word)

    def unit_of(self, word: str) -> tuple[str, str] | None:
        """The unit that a noun stands for and the rule that says so."""
        rule = self.nouns.get(word)
        return (rule.unit, rule.id) if rule is not None else self.unit_by_ending(word)

    def unit_by_ending(self, phrase: str) -> tuple[str, str] | None:
        """The unit that the ending of a phrase's last word tells, and the rule that says so."""
        found = self.ended.search(phrase)
        return self.kind_of[found[0]] if found else None

    def words_to_head(self, phrase: str) -> list[str]:
        """The words of a phrase in lower case up to its head, before the first that ends a phrase."""
        words = [word.strip("'\u2019,()").lower() for word in phrase.split()]
        return words[: next((at for at, word in enumerate(words) if at and word in self.stops), None)]

    def tells_when(self, word: str, text: str, end: int) -> bool:
        """Whether a word right behind a number belongs to a time with which that is compared.

        In "9,400 two years before" another number begins, in "up 9 year on year" a spell is repeated.
        """
        if word in self.numerals:
            return True
        rule, guard = self.behind_rules.get(word, (None, None))
        span = rule is not None and rule.unit in SPANS
        return span and guard is not None and guard.pattern.match(text, end) is not None

    def measure(self, word: str) -> str:
        """The unit that a word names as such, as km does; empty if it names none."""
        rule = self.behind_rules.get(word, (None, None))[0]
        return rule.unit if isinstance(rule, UnitRule) else ""


def lexicon(rules: RuleSet, language: str) -> Lexicon:
    """The lexicon of a language, compiled once for a rule set."""
    return rules.cached(("lexicon", language), lambda: _compile(rules, language))


def _compile(rules: RuleSet, language: str) -> Lexicon:
    numbers = numerals(rules, language)
    grammar = numbers.grammar
    key = str.lower if grammar.spaced else str
    edge = rf"(?!{LETTER})" if grammar.spaced else ""
    units, counters = rules.of(UnitRule, language), rules.of(CounterRule, language)
    nouns, stops = rules.of(NounRule, language), rules.of(StopRule, language)
    behind = _behind(rules, (*counters, *units), key)
    before = {key(word): told for rule in units for word, told in _of(rule, rule.before)}
    known = {key(word): told for rule in nouns for word, told in _of(rule, rule.match)}
    links = {word for rule in stops if rule.link for word in rule.match}
    stop = {key(word) for rule in stops for word in rule.match}
    # A verb that begins with a stop ends nothing that it doesn't end.
    verbs = frozenset(() if grammar.spaced else _not_begun(stop, _verbs(rules, language)))
    stop |= verbs
    return Lexicon(
        spaced=grammar.spaced,
        # Before a number and a hyphen a letter is the name of a model, as in F-16s.
        behind=WordList(behind, edge=rf"{edge}(?!(?<=\s\w)-\d)" if edge else ""),
        behind_rules=behind,
        counters={rule.id: rule for rule in counters},
        before=before,
        untold=tuple((_before(rules, rule.untold), rule) for rule in units if rule.untold),
        lengths_before=lengths_by(before, -1),
        numerals=frozenset(numbers.units),
        nouns=known,
        chunk=WordList(known, _PIECE, edge) if grammar.spaced else _unspaced(known, links, stop),
        stops=frozenset(stop),
        links=frozenset(links),
        parting=frozenset(key(word) for rule in stops if rule.part for word in rule.match) | verbs,
        barring=frozenset(key(word) for rule in stops if rule.bar for word in rule.match),
        joins=frozenset(key(word) for rule in stops if rule.join for word in rule.match),
        doers={key(word): rule.unit for rule in stops if rule.unit for word in rule.match},
        turns=_turns(numbers, rf"(?<!{LETTER})" if grammar.spaced else "", edge),
        totals=frozenset(rule.id for rule in nouns if not rule.behind),
        wholes=frozenset(rule.id for rule in nouns if rule.whole),
        after_percent={rule.id: rule.after_percent for rule in units if rule.after_percent},
        rate_before={rule.id: at_end(rule.rate_before) for rule in units if rule.rate_before},
        plurals=plurals(rules, language),
        possessive=possessive(rules, language),
        kind_of={e: (rule.unit, rule.id) for rule in nouns for e in rule.endings},
        ended=_ended(e for rule in nouns for e in rule.endings),
    )


def _verbs(rules: RuleSet, language: str) -> set[str]:
    """The words that only tell what those counted do: behind its noun they end a phrase, as stops do."""
    verbs = (rule for rule in rules.of(TagRule, language) if rule.tag in {"verb", "act"} and not rule.only)
    return {word for rule in verbs for word in rule.words}


def _behind(
    rules: RuleSet, entries: Iterable[UnitRule | CounterRule], key: Callable[[str], str]
) -> dict[str, tuple[UnitRule | CounterRule, Expression | None]]:
    """The units and counters by their words, each with what may not follow it."""
    behind: dict[str, tuple[UnitRule | CounterRule, Expression | None]] = {}
    for rule in entries:
        guard = rules.expression(rule.not_before, re.IGNORECASE, ()) if rule.not_before else None
        behind.update({key(word): (told, guard) for word, told in _of(rule, rule.match)})
    return behind


def _of(rule: Told, words: Words) -> Iterable[tuple[str, Told]]:
    """The rule for each of its words: of a family each has its own unit."""
    if not isinstance(words, dict):
        return ((word, rule) for word in words)
    made = {unit: replace(rule, unit=unit) for unit in dict.fromkeys(words.values())}
    return ((word, made[unit]) for word, unit in words.items())


def _turns(known: Numerals, start: str, edge: str) -> Turns:
    """What the grammar says of the words around numbers; words stand between ``start`` and ``edge``."""
    grammar = known.grammar

    def words(listed: Iterable[str]) -> str:
        return f"(?:{words_pattern(listed)})"

    def whole(listed: Iterable[str]) -> str:
        return f"{start}{words(word.lower() if grammar.spaced else word for word in listed)}"

    return Turns(
        inner=re.compile(rf"(?:{words_pattern(grammar.inner)}|\s{{1,3}}|-)?"),
        count_of=re.compile(rf"{whole(grammar.count_of)}\s", re.IGNORECASE),
        determiners=re.compile(rf"(?:{words(grammar.determiners)}\s+)*", re.IGNORECASE),
        count_behind=re.compile(rf"\s{words(grammar.count_behind)}\s", re.IGNORECASE),
        helpers=re.compile(rf"\s(?:{words(grammar.helpers)}\s)*", re.IGNORECASE),
        parts=re.compile(f"{whole(grammar.parts)}{edge}", re.IGNORECASE),
        attributive=re.compile(grammar.attributive or "(?!)", re.IGNORECASE),
        compared=known.compared,
        again=re.compile(rf"[(\uff08]|{whole(grammar.again)}{edge}"),
    )


def _before(rules: RuleSet, source: str) -> Expression:
    return rules.expression(rf"(?:{source})\Z", 0, shape(source))


def _unspaced(nouns: Collection[str], links: Collection[str], stops: Collection[str]) -> WordList:
    return WordList((*nouns, *_not_begun(nouns, links), *_not_begun({*nouns, *links}, stops)))


def _not_begun(by: Collection[str], words: Iterable[str]) -> list[str]:
    """The words that begin with none of others, which are matched before them."""
    return [word for word in words if not any(word[:end] in by for end in range(1, len(word) + 1))]


def _ended(endings: Iterable[str]) -> re.Pattern[str]:
    """The longest of some endings at the end of a text, behind at least one character more."""
    longest_first = sorted(endings, key=len, reverse=True)
    return re.compile(rf"(?<=.)(?:{'|'.join(map(re.escape, longest_first)) or NEVER.pattern})$")
