"""Reads the rules about heads of articles and about languages: ``headers.yaml`` and ``language.yaml``."""

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from tui.model.backtracking import runaway
from tui.model.rule import HeaderRule, LanguageRule, PackInfo
from tui.model.rulefile import RuleFileError, entries
from tui.resources import rules_folder

R = TypeVar("R", HeaderRule, LanguageRule)

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A header rule made ready: its compiled expression."""

    rule: HeaderRule
    regex: re.Pattern[str]


@dataclass(frozen=True)
class HeaderRules:
    """All header and language rules of the packs: patterns by role, languages by code."""

    patterns: dict[str, tuple[Pattern, ...]]
    languages: dict[str, LanguageRule]

    def of(self, role: str) -> tuple[Pattern, ...]:
        """The patterns of a role, strongest first."""
        return self.patterns.get(role, ())

    @cached_property
    def months(self) -> dict[str, int]:
        """The number of every name of a month, in lower case, in all languages."""
        return {name.casefold(): n for rule in self.languages.values() for name, n in rule.months.items()}


@cache
def header_rules(*folders: Path) -> HeaderRules:
    """The rules of the built-in packs with those of ``folders`` over them, as rule packs are laid.

    An entry that can't be understood is left out: ``factdesk rules lint`` tells what is wrong with it, and a
    broken pack must not keep anybody from reading an article.
    """
    found: dict[str, HeaderRule] = {}
    languages: dict[str, LanguageRule] = {}
    off: set[str] = set()
    for pack in (pack for root in (rules_folder(), *folders) for pack in _packs(root)):
        info = next(iter(_read(pack / "pack.yaml", PackInfo)), None)
        own = not pack.is_relative_to(rules_folder())
        for file in sorted(pack.glob("headers*.yaml")):
            read = _read(file, HeaderRule)
            # The built-in expressions are checked by their tests.
            found.update((rule.id, rule) for rule in read if not (own and runaway(rule.match)))
        for file in sorted(pack.glob("language*.yaml")):
            if info and info.language:
                languages.update((info.language, rule) for rule in _read(file, LanguageRule))
        off.update(info.off if info else ())
    patterns: dict[str, list[Pattern]] = {}
    for rule in found.values():
        if rule.id not in off:
            pattern = Pattern(rule, re.compile(rule.match, re.MULTILINE | re.IGNORECASE))
            patterns.setdefault(rule.role, []).append(pattern)
    return HeaderRules(
        {role: tuple(sorted(some, key=lambda p: p.rule.rank)) for role, some in patterns.items()}, languages
    )


def _packs(root: Path) -> list[Path]:
    return [root] if (root / "pack.yaml").is_file() else sorted(p.parent for p in root.glob("*/pack.yaml"))


def _read(path: Path, kind: type[msgspec.Struct]) -> list:  # type: ignore[type-arg]
    found = []
    with suppress(RuleFileError):
        for row, _ in entries(path):
            with suppress(msgspec.ValidationError):
                found.append(msgspec.convert(row, kind))
    return found
