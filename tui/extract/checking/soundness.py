"""Tells which entries of a pack can't be used: expressions and patterns that are none, or that never end."""

import re
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from tui.extract.packs.rules import Pack, Problem, RuleSet
from tui.extract.packs.schema import Rule
from tui.extract.packs.schema.places import PlaceCueRule
from tui.extract.packs.schema.tags import ChunkRule, PatternRule, RetagRule
from tui.extract.packs.schema.times import TRAITS, FeastRule, TimeFrame, TimePart, TimeRule
from tui.extract.time import timerules
from tui.extract.words.tagpatterns import Alphabet, Group, PatternError
from tui.model import BOUNDS, MEASURES
from tui.model.backtracking import runaway
from tui.model.rule import HeaderRule

# Fields that list words.
_LISTS = frozenset({"match", "words", "before", "after", "plural", "endings", "suffixes", "stops"})
# Measures that a rule leaves to be found out.
_FOUND_OUT = ("difference", "same", "alike", "carried")
LARGEST = Decimal("1e30")
_TIMES = (TimeFrame, TimePart, TimeRule)
_GROUP = re.compile(r"\(\?P<\w+>")

Unusable = tuple[Rule, Problem]


def unusable(pack: Pack, rules: RuleSet) -> Iterator[Unusable]:
    """The entries of a pack that extraction must not work with, each with what mends it.

    ``rules`` are all that are in force, as patterns name phrases and parts of other packs.
    """
    languages = [pack.info.language] if pack.info.language else list(rules.languages)
    phrases = {language: _Phrases(rules, language) for language in languages}
    for entries in pack.entries.values():
        for rule in entries.values():
            for language in languages:
                message = (
                    (rule.fault() if isinstance(rule, HeaderRule) else None)
                    or _bad_value(rule)
                    or _bad_name(rule, rules, language)
                    or _bad_expression(rule, rules, language)
                    or phrases[language].fault(rule)
                )
                if message:
                    path, line = pack.where.get(rule.id, (pack.path, 1))
                    yield rule, Problem(path, line, f"{rule.id} is left out: {message}")
                    break


def _bad_value(rule: Rule) -> str | None:
    """A word without letters or signs, or a number with which nothing can be counted."""
    for field in msgspec.structs.fields(rule):
        value = getattr(rule, field.name)
        if field.name in _LISTS and isinstance(value, tuple) and "" in value:
            return f"{field.name}: an empty word, which stands everywhere: take it out"
        numbers = value.values() if isinstance(value, dict) else (value,)
        if any(isinstance(n, Decimal) and not (n.is_finite() and abs(n) < LARGEST) for n in numbers):
            return f"{field.name}: no number below {LARGEST:e}"
        choices = {"bound": BOUNDS, "measure": (*MEASURES, *_FOUND_OUT)}.get(field.name)
        if choices and value and value not in choices:
            return f"{field.name}: {value!r} is none of {', '.join(choices)}"
    return None


def _bad_name(rule: Rule, rules: RuleSet, language: str) -> str | None:
    """A feast of a time expression, or what a frame calls expressions that it leaves alone, nobody knows."""
    if isinstance(rule, TimeRule) and rule.feast:
        field, named = "feast", {rule.feast}
        known = {feast.name for feast in rules.of(FeastRule, language)}
    elif isinstance(rule, TimeFrame) and rule.unless:
        field, named = "unless", set(rule.unless)
        known = set(TRAITS).union(*(expression.called for expression in rules.of(TimeRule, language)))
    else:
        return None
    unknown = min(named - known, default="")
    return f"{field}: {unknown!r} is none of {', '.join(sorted(known))}" if unknown else None


def _bad_expression(rule: Rule, rules: RuleSet, language: str) -> str | None:
    for name in rule.expressions:
        for source in _sources(rule, name):
            try:
                fault = runaway(_whole(rule, source, rules, language), cased=rule.cased)
            except (ValueError, re.error, RecursionError, OverflowError) as error:
                fault = f"no valid regular expression, {error}"
            if fault:
                return f"{name}: {fault}"
    return None


def expressions(rule: Rule, rules: RuleSet, language: str) -> Iterator[tuple[str, str]]:
    """The regular expressions of a rule as extraction uses them, each with its field; the rule is sound."""
    for name in rule.expressions:
        for source in _sources(rule, name):
            yield name, _whole(rule, source, rules, language)


def _sources(rule: Rule, name: str) -> Iterator[str]:
    value = getattr(rule, name)
    yield from filter(None, (value,) if isinstance(value, str) else value or ())


def _whole(rule: Rule, source: str, rules: RuleSet, language: str) -> str:
    """An expression as extraction uses it, with the pieces that it names."""
    if isinstance(rule, _TIMES):
        return _GROUP.sub("(?:", timerules.expand(source, timerules.parts_of(rules, language)))
    if isinstance(rule, PlaceCueRule) and rule.role == "lead":
        return f"(?:{source})*"
    return source


class _Phrases:
    """The chunks of a language, and what is wrong with patterns over tags."""

    def __init__(self, rules: RuleSet, language: str) -> None:
        self._alphabet = Alphabet()
        self._chunks: dict[str, Group] = {}
        self._faults: dict[str, str] = {}
        for chunk in rules.of(ChunkRule, language):
            try:
                self._chunks[chunk.name] = self._alphabet.read(chunk.pattern, self._chunks)
            except PatternError as error:
                self._faults[chunk.id] = f"pattern: {error}"

    def fault(self, rule: Rule) -> str | None:
        """What is wrong with the pattern of a rule; None if nothing is, or it has none."""
        if not isinstance(rule, ChunkRule | RetagRule | PatternRule):
            return None
        if isinstance(rule, ChunkRule) and rule.id in self._faults:
            return self._faults[rule.id]
        try:
            if isinstance(rule, PatternRule):
                halves = self._alphabet.compile(rule.pattern, self._chunks).compile()
                sources = [half.pattern for half in halves]
            else:
                sources = [self._alphabet.expression(rule.pattern, self._chunks).pattern]
        except PatternError as error:
            return f"pattern: {error}"
        if isinstance(rule, RetagRule) and rule.pattern.count("[") != 1:
            return "pattern: one part, that which gets the tag, must stand in square brackets"
        fault = next(filter(None, (runaway(source, cased=True) for source in sources)), None)
        return fault and f"pattern: {fault}"
