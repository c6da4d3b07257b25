"""Reads the rules that articles are read with: ``headers.yaml``, ``language.yaml`` and ``sentences.yaml``."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from tui.model.caseless import compiled
from tui.model.rule import ANY_DATE, ANY_DAY, ANY_MONTH, HeaderRule, LanguageRule, PackInfo, SentenceRule
from tui.model.rulefile import RuleFileError, entries
from tui.resources import rules_folder

if TYPE_CHECKING:
    from tui.model.rulecache import Rows

R = TypeVar("R", HeaderRule, LanguageRule)

DEFAULT_LANGUAGE = "en"
# What stands for a date with its year, and for one without, where the surroundings of one are looked at; the
# text's own are taken away before.
MARK, DAY_MARK = "\ue000", "\ue001"
_DATES = {ANY_DATE: MARK, ANY_DAY: MARK + DAY_MARK}
FLAGS = re.MULTILINE | re.IGNORECASE
_PART = re.compile(r"\(\?P<(year|month|day)>")


@dataclass(frozen=True)
class Pattern:
    """A header rule made ready: its expression, and the marks that stand in it for a date."""

    rule: HeaderRule
    expression: str
    marks: str = ""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled when an article first asks for it."""
        return compiled(self.expression, FLAGS)


def parts(match: re.Match[str]) -> dict[str, str]:
    """What the named groups hold, whichever way a date is written."""
    return {name.rstrip("0123456789"): text for name, text in match.groupdict().items() if text}


class HeaderRules:
    """All header and language rules of the packs, read when they are first asked for.

    Packs of ``folders`` lie over the built-in ones, as rule packs are laid. An entry that can't be understood
    is left out: ``factdesk rules lint`` tells what is wrong with it, and a broken pack must not keep anybody
    from reading an article.
    """

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        self._roots = (rules_folder(), *folders)

    @cached_property
    def _rules(self) -> tuple[list[HeaderRule], dict[str, LanguageRule]]:
        found: dict[str, HeaderRule] = {}
        languages: dict[str, LanguageRule] = {}
        off: set[str] = set()
        from tui.model.rulecache import RuleCache  # noqa: PLC0415 - nobody asks at the start

        cache = RuleCache()
        for pack in (pack for root in self._roots for pack in _packs(root)):
            own = not pack.is_relative_to(rules_folder())
            read = partial(_read, entries if own else cache.entries)
            info = next(iter(read(pack / "pack.yaml", PackInfo)), None)
            for file in sorted(pack.glob("headers*.yaml")):
                # The built-in expressions are checked by their tests.
                good = (rule for rule in read(file, HeaderRule) if not (own and _is_bad(rule)))
                found.update((rule.id, rule) for rule in good)
            for file in sorted(pack.glob("language*.yaml")):
                if info and info.language:
                    languages.update((info.language, rule) for rule in read(file, LanguageRule))
            off.update(info.off if info else ())
        return [rule for rule in found.values() if rule.id not in off], languages

    @property
    def languages(self) -> dict[str, LanguageRule]:
        """The rules about languages, by code."""
        return self._rules[1]

    @cached_property
    def patterns(self) -> dict[str, tuple[Pattern, ...]]:
        """The patterns by role, strongest first."""
        rules, languages = self._rules
        names = sorted((name for rule in languages.values() for name in rule.months), key=len, reverse=True)
        month = f"(?:{'|'.join(map(re.escape, names))})"
        patterns: dict[str, list[Pattern]] = {}
        for rule in sorted(rules, key=lambda rule: rule.rank):
            expression = rule.match.replace(ANY_MONTH, month)
            date = next((name for name in _DATES if name in expression), None)
            marks = _DATES[date] if date else ""
            if date:
                expression = expression.replace(date, f"[{marks}]")
            patterns.setdefault(rule.role, []).append(Pattern(rule, expression, marks))
        return {role: tuple(some) for role, some in patterns.items()}

    @cached_property
    def leading(self) -> frozenset[str]:
        """The commonest words of all languages: a line that ends with one goes on in the next."""
        return frozenset(word.casefold() for rule in self.languages.values() for word in rule.words)

    @cached_property
    def sentences(self) -> dict[str, list[SentenceRule]]:
        """Where sentences end in each language of the built-in packs."""
        from tui.model.rulecache import RuleCache  # noqa: PLC0415 - nobody asks at the start

        read = partial(_read, RuleCache().entries)
        found: dict[str, list[SentenceRule]] = {}
        for pack in _packs(rules_folder()):
            info = next(iter(read(pack / "pack.yaml", PackInfo)), None)
            if info and info.language:
                files = sorted(pack.glob("sentences*.yaml"))
                found[info.language] = [rule for file in files for rule in read(file, SentenceRule)]
        return found

    def of(self, role: str) -> tuple[Pattern, ...]:
        """The patterns of a role, strongest first."""
        return self.patterns.get(role, ())

    @cached_property
    def form(self) -> re.Pattern[str]:
        """A whole date in any form; its groups are numbered, as no name may stand twice."""
        forms = (pattern.expression for pattern in self.of("form"))
        numbered = (_PART.sub(rf"(?P<\g<1>{n}>", form) for n, form in enumerate(forms, 1))
        return re.compile("|".join(numbered) or r"(?!)", FLAGS)

    @cached_property
    def months(self) -> dict[str, int]:
        """The number of every name of a month, in lower case, in all languages."""
        return {name.casefold(): n for rule in self.languages.values() for name, n in rule.months.items()}


@cache
def header_rules(*folders: Path) -> HeaderRules:
    """The rules of the built-in packs with those of ``folders`` over them."""
    return HeaderRules(folders)


def _is_bad(rule: HeaderRule) -> bool:
    from tui.model.backtracking import runaway  # noqa: PLC0415 - few have rules of their own

    return bool(rule.fault() or runaway(rule.match))


def _packs(root: Path) -> list[Path]:
    return [root] if (root / "pack.yaml").is_file() else sorted(p.parent for p in root.glob("*/pack.yaml"))


def _read(rows: Callable[[Path], "Rows"], path: Path, kind: type[msgspec.Struct]) -> list:  # type: ignore[type-arg]
    found = []
    with suppress(RuleFileError):
        for row, _ in rows(path):
            with suppress(msgspec.ValidationError):
                found.append(msgspec.convert(row, kind))
    return found
