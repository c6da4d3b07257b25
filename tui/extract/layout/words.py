"""What the words of tables say, as a language's rules tell."""

import re
from collections.abc import Iterable

from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.tables import TableRule


class TableWords:
    """The expressions of a language by what their words say, each compiled once a table asks for it."""

    def __init__(self, rules: Iterable[TableRule]) -> None:
        self._sources: dict[str, list[tuple[str, str]]] = {}
        self._known: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for rule in rules:
            self._sources.setdefault(rule.role, []).append((rule.id, rule.match))

    def whole(self, role: str, text: str) -> str:
        """The id of the rule by which a text as a whole plays a part; empty if it doesn't."""
        return next((name for name, each in self._of(role) if each.fullmatch(text)), "")

    def within(self, role: str, text: str) -> str:
        """The id of the rule that has words of a part somewhere in a text; empty if none has."""
        return next((name for name, each in self._of(role) if each.search(text)), "")

    def without(self, role: str, text: str) -> tuple[str, str]:
        """A text without what plays a part in it, and what that was."""
        taken = ""
        for _, each in self._of(role):
            taken += "".join(match[0] for match in each.finditer(text))
            text = each.sub("", text)
        return text.strip(), taken.strip()

    def _of(self, role: str) -> list[tuple[str, re.Pattern[str]]]:
        if role not in self._known:
            sources = self._sources.get(role, ())
            self._known[role] = [(name, re.compile(source, re.IGNORECASE)) for name, source in sources]
        return self._known[role]


def table_words(rules: RuleSet, language: str) -> TableWords:
    """The expressions of a language for words of tables."""
    return rules.cached(("tables", language), lambda: TableWords(rules.of(TableRule, language)))
