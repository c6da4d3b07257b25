"""What a desk asks of the rules besides claims: to read a typed number, to name what they know."""

from collections import Counter

from tui.extract.document import Sentence
from tui.extract.number.numbers import find_in
from tui.extract.number.numerals import numerals
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.catalogue import IndicatorRule
from tui.model import Value


def read_number(text: str, rules: RuleSet, first: str) -> Value | None:
    """A number as articles write it (``4.2 million``), None if it is none in any of the rules' languages.

    The language ``first`` has the say: "20,000" is not the same number in English and in German.
    """
    text = text.translate(rules.spelling)
    for language in sorted(rules.languages, key=lambda language: language != first):
        sentence = Sentence(0, len(text), text, language, 0)
        for draft in find_in(sentence, 0, numerals(rules, language)):
            if draft.start == 0 and draft.end == len(text):
                return draft.value
    return None


def vocabulary(rules: RuleSet) -> dict[str, list[str]]:
    """The units, the denominators and the ids of indicators that rules know, what most of them tell first."""
    known: dict[str, Counter[str]] = {"unit": Counter(), "per": Counter(), "indicator": Counter()}
    for pack in rules.packs:
        for kind, entries in pack.entries.items():
            for rule in entries.values():
                for name in ("unit", "per"):
                    value = getattr(rule, name, None)
                    if isinstance(value, str) and value:
                        known[name][value] += 1
                if kind is IndicatorRule:
                    known["indicator"][rule.id] += 1
    return {name: [value for value, _rules in values.most_common()] for name, values in known.items()}


def indicator_names(rules: RuleSet, language: str) -> dict[str, tuple[str, ...]]:
    """What each indicator is called in all languages, the best name first: in this one (``en``, ``zh``)."""
    names: dict[str, tuple[str, ...]] = {}
    for pack in rules.packs:
        for rule in pack.entries.get(IndicatorRule, {}).values():
            if isinstance(rule, IndicatorRule):
                known = {"en": rule.en, "zh": rule.zh, **rule.names}
                ordered = (known.pop(language, ()), known.pop("en", ()), *known.values())
                names[rule.id] = tuple(dict.fromkeys(name for each in ordered for name in each))
    return names
