"""Reads the rules about heads of articles and about languages: ``headers.yaml`` and ``language.yaml``."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from tui.model.backtracking import runaway
from tui.model.rule import ANY_DATE, ANY_MONTH, HeaderRule, LanguageRule, PackInfo
from tui.model.rulefile import RuleFileError, entries
from tui.resources import rules_folder

R = TypeVar("R", HeaderRule, LanguageRule)

DEFAULT_LANGUAGE = "en"
# What stands for a date where the surroundings of one are looked at; the text's own are taken away before.
MARK = "\ue000"
FLAGS = re.MULTILINE | re.IGNORECASE
_PART = re.compile(r"\(\?P<(year|month|day)>")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A header rule made ready: its compiled expression, and whether that has a mark in place of a date."""

    rule: HeaderRule
    regex: re.Pattern[str]
    marked: bool = False


def parts(match: re.Match[str]) -> dict[str, str]:
    """What the named groups hold, whichever way a date is written."""
    return {name.rstrip("0123456789"): text for name, text in match.groupdict().items() if text}


@dataclass(frozen=True)
class HeaderRules:
    """All header and language rules of the packs: patterns by role, languages by code."""

    patterns: dict[str, tuple[Pattern, ...]]
    languages: dict[str, LanguageRule]

    def of(self, role: str) -> tuple[Pattern, ...]:
        """The patterns of a role, strongest first."""
        return self.patterns.get(role, ())

    @cached_property
    def form(self) -> re.Pattern[str]:
        """A whole date in any form; its groups are numbered, as no name may stand twice."""
        forms = (pattern.regex.pattern for pattern in self.of("form"))
        numbered = (_PART.sub(rf"(?P<\g<1>{n}>", form) for n, form in enumerate(forms, 1))
        return re.compile("|".join(numbered) or r"(?!)", FLAGS)

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
    used = [rule for rule in found.values() if rule.id not in off]
    patterns: dict[str, list[Pattern]] = {}
    for pattern in _compiled(used, languages.values()):
        patterns.setdefault(pattern.rule.role, []).append(pattern)
    return HeaderRules(
        {role: tuple(sorted(some, key=lambda p: p.rule.rank)) for role, some in patterns.items()}, languages
    )


def _compiled(rules: Iterable[HeaderRule], languages: Iterable[LanguageRule]) -> Iterator[Pattern]:
    names = sorted((name for language in languages for name in language.months), key=len, reverse=True)
    month = f"(?:{'|'.join(map(re.escape, names))})"
    for rule in rules:
        expression = rule.match.replace(ANY_DATE, MARK).replace(ANY_MONTH, month)
        yield Pattern(rule, re.compile(expression, FLAGS), marked=ANY_DATE in rule.match)


def _packs(root: Path) -> list[Path]:
    return [root] if (root / "pack.yaml").is_file() else sorted(p.parent for p in root.glob("*/pack.yaml"))


def _read(path: Path, kind: type[msgspec.Struct]) -> list:  # type: ignore[type-arg]
    found = []
    with suppress(RuleFileError):
        for row, _ in entries(path):
            with suppress(msgspec.ValidationError):
                found.append(msgspec.convert(row, kind))
    return found
