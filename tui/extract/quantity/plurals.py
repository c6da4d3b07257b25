"""Plurals and their singulars, in languages that tell the two apart by endings."""

from dataclasses import dataclass

from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import SingularRule
from tui.extract.possessive import possessive

# No plural is shorter.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Plurals:
    """How the plurals of a language are made singular: words by themselves, others by their ending."""

    words: dict[str, str]
    endings: tuple[tuple[str, str], ...]
    never: frozenset[str]
    # What no plural of the endings ends in, and these as ``str.endswith`` takes them.
    never_endings: tuple[str, ...]
    any_ending: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Whether a word looks like a plural noun."""
        if word in self.words:
            return True
        return (
            len(word) >= _SHORTEST
            and word not in self.never
            and word.endswith(self.any_ending)
            and word[-2] not in "0123456789"  # a model, as in A320s, says nothing of what it is
            and not word.endswith(self.never_endings)
        )

    def singular(self, word: str) -> str:
        """The singular of a plural word, or the word itself."""
        lower = word.lower()
        if lower in self.words:
            return self.words[lower]
        if not self.has(lower):
            return lower
        for ending, new in self.endings:
            if lower.endswith(ending):
                return lower[: len(lower) - len(ending)] + new
        return lower


def plurals(rules: RuleSet, language: str) -> Plurals:
    """The plurals of a language; later rules about an ending take the place of earlier ones."""
    entries = rules.of(SingularRule, language)
    endings = {ending: new for rule in entries for ending, new in rule.endings.items()}
    return Plurals(
        words={plural: word for rule in entries for plural, word in rule.words.items()},
        endings=tuple(endings.items()),
        never=frozenset(word for rule in entries for word in rule.never),
        never_endings=(
            *possessive(rules, language).endings,
            *(ending for rule in entries for ending in rule.never_endings),
        ),
        any_ending=tuple(endings),
    )
