"""Runs rules written over tags: measures and subjects share this."""

from collections.abc import Iterator
from functools import cache
from typing import Generic, TypeVar

from tui.extract.document import Document, Draft
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.tags import PatternRule
from tui.extract.units import LENGTHS, PERCENT, SPANS, TIMES, is_currency, is_noun
from tui.extract.words.gate import Gate
from tui.extract.words.tagging import Sight, tagged
from tui.extract.words.tagpatterns import TagPattern
from tui.extract.words.tagwords import tag_words

P = TypeVar("P", bound=PatternRule)

# Those whose counters say what is counted without a noun.
_PEOPLE = frozenset({"person", "person-time", "household"})


def unit_class(unit: str | None) -> str:
    """Percent, money, time, rank or count: what a rule may ask of the unit."""
    if unit in PERCENT:
        return "percent"
    if unit == "rank":
        return "rank"
    if unit in SPANS:
        return "time"
    return "money" if unit and is_currency(unit) else "count"


@cache
def unit_classes(unit: str | None) -> frozenset[str]:
    """What a rule may ask of the unit: its class, and of counts whether they are parts, lengths or things."""
    thing = unit_class(unit) == "count" and unit is not None and is_noun(unit) and unit not in _PEOPLE
    kinds = {"part": unit == TIMES, "length": unit in LENGTHS, "thing": thing}
    return frozenset({unit_class(unit), *(kind for kind, holds in kinds.items() if holds)})


class Rulebook(Generic[P]):
    """Rules of one kind and language with their patterns compiled, by class of unit."""

    def __init__(self, rules: RuleSet, kind: type[P], language: str) -> None:
        self.words = tag_words(rules, language)
        self._compiled = [
            (rule, regex) for rule in rules.of(kind, language) if (regex := self.words.compiled(rule.pattern))
        ]
        # By class of unit and the tags beside a number: few, and the same ones again and again.
        self._fitting: dict[tuple[frozenset[str], str, str], Gate[tuple[P, TagPattern]]] = {}

    def fitting(self, unit: str | None, sight: Sight) -> Iterator[tuple[P, TagPattern]]:
        """The rules that may speak of a number, in order, as far as its unit and the tags before it tell."""
        key = unit_classes(unit), sight.backwards[:1], sight.forwards[:1]
        if key not in self._fitting:
            self._fitting[key] = Gate(
                ((rule, pattern), pattern.needed)
                for rule, pattern in self._compiled
                if (not rule.units or not key[0].isdisjoint(rule.units)) and pattern.may_match(*key[1:])
            )
        return self._fitting[key].let_in(sight.held)


def rulebook(rules: RuleSet, kind: type[P], language: str) -> Rulebook[P]:
    """The compiled rules of a kind for a language, made once."""
    return rules.cached(("rulebook", kind, language), lambda: Rulebook(rules, kind, language))


def sights(document: Document, rules: RuleSet) -> list[tuple[Draft, Sight]]:
    """Every claim with the words round it."""
    return [(draft, sight_of(document, draft, rules)) for draft in document.drafts if draft.dropped is None]


def sight_of(document: Document, draft: Draft, rules: RuleSet) -> Sight:
    """One number with the words round it."""
    return tagged(document, draft.sentence, rules).sight(draft.start)
