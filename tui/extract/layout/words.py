"""What the words of tables say, as a language's rules tell."""

import re
from dataclasses import dataclass

from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.tables import TableRule


@dataclass(frozen=True, slots=True)
class TableWords:
    """The expressions of a language by what their words say."""

    known: dict[str, list[tuple[str, re.Pattern[str]]]]

    def whole(self, role: str, text: str) -> str:
        """The id of the rule by which a text as a whole plays a part; empty if it doesn't."""
        return next((name for name, each in self.known.get(role, ()) if each.fullmatch(text)), "")

    def within(self, role: str, text: str) -> str:
        """The id of the rule that has words of a part somewhere in a text; empty if none has."""
        return next((name for name, each in self.known.get(role, ()) if each.search(text)), "")

    def without(self, role: str, text: str) -> tuple[str, str]:
        """A text without what plays a part in it, and what that was."""
        taken = ""
        for _, each in self.known.get(role, ()):
            taken += "".join(match[0] for match in each.finditer(text))
            text = each.sub("", text)
        return text.strip(), taken.strip()


def table_words(rules: RuleSet, language: str) -> TableWords:
    """The expressions of a language for words of tables, compiled once."""
    return rules.cached(("tables", language), lambda: _compile(rules, language))


def _compile(rules: RuleSet, language: str) -> TableWords:
    known: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for rule in rules.of(TableRule, language):
        known.setdefault(rule.role, []).append((rule.id, re.compile(rule.match, re.IGNORECASE)))
    return TableWords(known)
