"""What a name or noun ends with to which something belongs: the 's of "Norway's coast"."""

from dataclasses import dataclass

from tui.extract.expressions.patterns import NEVER, words_pattern
from tui.extract.packs.rules import RuleSet
from tui.model.rule import LanguageRule


@dataclass(frozen=True, slots=True)
class Possessive:
    """The endings of a language for it; ``source`` is an expression for one of them."""

    endings: tuple[str, ...]
    source: str

    def end(self, text: str, at: int) -> int:
        """Where an ending that stands at a place of a text ends; that place itself if none does."""
        return next((at + len(ending) for ending in self.endings if text.startswith(ending, at)), at)

    def without(self, word: str) -> str:
        """The name or noun that a word is the possessive of; empty if it is none."""
        return next((word.removesuffix(ending) for ending in self.endings if word.endswith(ending)), "")

    def is_mark(self, sign: str, word: str) -> bool:
        """Whether a sign alone makes a word one, which has the letters of the ending: "workers'"."""
        return any(
            ending.startswith(sign) and word.endswith(ending.removeprefix(sign)) for ending in self.endings
        )


def possessive(rules: RuleSet, language: str) -> Possessive:
    """The possessive endings of a language, none where it has none."""
    return rules.cached(("possessive", language), lambda: _compile(rules, language))


def _compile(rules: RuleSet, language: str) -> Possessive:
    endings = [ending for rule in rules.of(LanguageRule, language) for ending in rule.possessive]
    return Possessive(tuple(endings), f"(?:{words_pattern(endings)})" if endings else NEVER.pattern)
