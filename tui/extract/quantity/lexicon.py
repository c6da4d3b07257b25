"""The units, counters and nouns of a language, compiled for looking up."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tui.extract.expressions.expression import Expression
from tui.extract.expressions.patterns import words_pattern
from tui.extract.expressions.shape import shape
from tui.extract.expressions.wordlist import WordList
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.numbers import GrammarRule
from tui.extract.packs.schema.quantity import CounterRule, NounRule, SingularRule, StopRule, UnitRule

LETTER = r"[^\W\d_]"
_PIECE = re.compile(rf"(?<!{LETTER})(?:{LETTER}+|(?!\s)[\W\d_])")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What numbers count in one language; words are in lower case where they are spaced."""

    spaced: bool
    behind: WordList
    behind_rules: dict[str, tuple[UnitRule | CounterRule, Expression | None]]
    counters: dict[str, CounterRule]
    before: dict[str, UnitRule]
    untold: tuple[tuple[Expression, UnitRule], ...]
    longest_before: int
    nouns: dict[str, NounRule]
    # A noun; where words aren't spaced also a link or stop that no noun begins.
    chunk: WordList
    stops: frozenset[str]
    links: frozenset[str]
    parting: frozenset[str]
    barring: frozenset[str]
    joins: frozenset[str]
    inner: re.Pattern[str]
    count_of: re.Pattern[str]
    determiners: re.Pattern[str]
    count_behind: re.Pattern[str]
    parts: re.Pattern[str]
    attributive: re.Pattern[str]
    compared: re.Pattern[str]
    wholes: frozenset[str]
    totals: frozenset[str]
    after_percent: dict[str, str]
    rate_before: dict[str, re.Pattern[str]]
    again: re.Pattern[str]
    plurals: dict[str, str]
    endings: tuple[tuple[str, str], ...]
    never: frozenset[str]
    never_endings: tuple[str, ...]
    kinds: tuple[tuple[str, NounRule], ...]
    kind_of: dict[str, tuple[str, str]]
    ended: re.Pattern[str] | None

    def key(self, word: str) -> str:
        """The form under which a word is looked up."""
        return word.lower() if self.spaced else word

    def singular(self, word: str) -> str:
        """The singular of a plural word, or the word itself."""
        lower = word.lower()
        if lower in self.plurals:
            return self.plurals[lower]
        if not self.is_plural(lower):
            return lower
        for ending, new in self.endings:
            if lower.endswith(ending):
                return lower[: len(lower) - len(ending)] + new
        return lower

    def is_plural(self, word: str) -> bool:
        """Whether a word looks like a plural noun."""
        if word in self.plurals:
            return True
        return (
            len(word) > 3
            and word not in self.never
            and not word.endswith(("'s", "’s", *self.never_endings))
            and any(word.endswith(ending) for ending, _ in self.endings)
        )

    def is_noun(self, word: str) -> bool:
        """Whether a word in lower case is a noun of the list or looks like a plural one."""
        return word in self.nouns or self.is_plural(word)

    def unit_of(self, word: str) -> tuple[str, str] | None:
        """The unit that a noun stands for and the rule that says so."""
        rule = self.nouns.get(word)
        if rule is not None:
            return rule.unit, rule.id
        for ending, kind in self.kinds:
            if word.endswith(ending):
                return kind.unit, kind.id
        return None

    def measure(self, word: str) -> str:
        """The unit that a word names as such, as km does; empty if it names none."""
        rule = self.behind_rules.get(word, (None, None))[0]
        return rule.unit if isinstance(rule, UnitRule) else ""


def lexicon(rules: RuleSet, language: str) -> Lexicon:
    """The lexicon of a language, compiled once for a rule set."""
    return rules.cached(("lexicon", language), lambda: _compile(rules, language))


def _compile(rules: RuleSet, language: str) -> Lexicon:
    grammar = next(iter(rules.of(GrammarRule, language)), GrammarRule(id="none"))
    spaced = grammar.spaced
    key = str.lower if spaced else str
    units, counters = rules.of(UnitRule, language), rules.of(CounterRule, language)
    nouns, stops = rules.of(NounRule, language), rules.of(StopRule, language)
    singular = rules.of(SingularRule, language)
    behind: dict[str, tuple[UnitRule | CounterRule, Expression | None]] = {}
    entries: tuple[UnitRule | CounterRule, ...] = (*counters, *units)
    for rule in entries:
        guard = rules.expression(rule.not_before, re.IGNORECASE, ()) if rule.not_before else None
        behind.update({key(word): (rule, guard) for word in rule.match})
    before = {key(word): rule for rule in units for word in rule.before}
    known = {key(word): rule for rule in nouns for word in rule.match}
    edge = rf"(?!{LETTER})" if spaced else ""
    start = rf"(?<!{LETTER})" if spaced else ""
    links = {word for rule in stops if rule.link for word in rule.match}
    stop = {key(word) for rule in stops for word in rule.match}
    ending = {e: r for s in singular for e, r in s.endings.items()}
    return Lexicon(
        spaced=spaced,
        behind=WordList(behind, edge=edge),
        behind_rules=behind,
        counters={rule.id: rule for rule in counters},
        before=before,
        untold=tuple(
            (rules.expression(rf"(?:{rule.untold})\Z", 0, shape(rule.untold)), rule)
            for rule in units
            if rule.untold
        ),
        longest_before=max(map(len, before), default=0),
        nouns=known,
        chunk=WordList(known, _PIECE, edge)
        if spaced
        else WordList((*known, *_not_begun(known, links), *_not_begun({*known, *links}, stop))),
        stops=frozenset(stop),
        links=frozenset(links),
        parting=frozenset(key(word) for rule in stops if rule.part for word in rule.match),
        barring=frozenset(key(word) for rule in stops if rule.bar for word in rule.match),
        joins=frozenset(key(word) for rule in stops if rule.join for word in rule.match),
        inner=re.compile(rf"(?:{words_pattern(grammar.inner)}|\s{{1,3}}|-)?"),
        count_of=re.compile(
            rf"{start}(?:{words_pattern(key(w) for w in grammar.count_of)})\s(?:the\s)?", re.IGNORECASE
        ),
        determiners=re.compile(rf"(?:(?:{words_pattern(grammar.determiners)})\s+)*", re.IGNORECASE),
        count_behind=re.compile(rf"\s(?:{words_pattern(grammar.count_behind)})\s", re.IGNORECASE),
        parts=re.compile(rf"{start}(?:{words_pattern(key(w) for w in grammar.parts)}){edge}", re.IGNORECASE),
        attributive=re.compile(grammar.attributive or "(?!)", re.IGNORECASE),
        compared=re.compile(rf"(?:{grammar.compared or '(?!)'})\Z", re.IGNORECASE),
        totals=frozenset(rule.id for rule in nouns if not rule.behind),
        wholes=frozenset(rule.id for rule in nouns if rule.whole),
        after_percent={rule.id: rule.after_percent for rule in units if rule.after_percent},
        rate_before={
            rule.id: re.compile(rf"(?:{rule.rate_before})\Z", re.IGNORECASE)
            for rule in units
            if rule.rate_before
        },
        again=re.compile(rf"[(\uff08]|{start}(?:{words_pattern(key(w) for w in grammar.again)}){edge}"),
        plurals={p: s for rule in singular for p, s in rule.words.items()},
        endings=tuple(ending.items()),
        never=frozenset(w for rule in singular for w in rule.never),
        never_endings=tuple(e for rule in singular for e in rule.never_endings),
        kinds=tuple((e, rule) for rule in nouns for e in rule.endings),
        kind_of={e: (rule.unit, rule.id) for rule in nouns for e in rule.endings},
        ended=_at_end(e for rule in nouns for e in rule.endings),
    )


def _not_begun(by: Collection[str], words: Iterable[str]) -> list[str]:
    """The words that begin with none of others, which are matched before them."""
    return [word for word in words if not any(word[:end] in by for end in range(1, len(word) + 1))]


def _at_end(endings: Iterable[str]) -> re.Pattern[str] | None:
    """The longest of some endings at the end of a text, behind at least one character more."""
    longest_first = sorted(endings, key=len, reverse=True)
    return re.compile(rf"(?<=.)(?:{'|'.join(map(re.escape, longest_first))})$") if longest_first else None
