"""Reads rule packs: folders of YAML files that hold all knowledge about languages and fields."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from tui.extract.expressions.expression import Expression, Known, Source
from tui.extract.packs.folding import Folding, Table, table_of
from tui.extract.packs.schema import KINDS, PackInfo, Rule
from tui.extract.packs.schema.text import SpellingRule
from tui.model.rule import HeaderRule, LanguageRule
from tui.model.rulecache import Change, RuleCache, changed
from tui.model.rulefile import RuleFileError
from tui.resources import rules_folder

R = TypeVar("R", bound=Rule)
T = TypeVar("T")

# These are about articles as they are written.
_UNFOLDED = (HeaderRule, LanguageRule, SpellingRule)
_NO_ENTRY = re.compile(r"^Expected `object`, got `([a-z]+)`$")
_NO_CHOICE = re.compile(r"^Invalid enum value (.+) - at `\$\.(\w+)`$")
_UNKNOWN_FIELD = re.compile(r"^Object contains unknown field `([^`]*)`$")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a rule file: where, and what would mend it."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Pack:
    """One folder of rules, its entries by kind and id, and the file and line where each stands."""

    path: Path
    info: PackInfo
    entries: dict[type[Rule], dict[str, Rule]]
    where: dict[str, tuple[Path, int]] = field(default_factory=dict)


@dataclass
class RuleSet:
    """All packs laid over each other; later packs win, entry by entry.

    ``spelling`` are the characters that rules and articles are read with.
    """

    packs: tuple[Pack, ...]
    problems: tuple[Problem, ...] = ()
    spelling: Table = field(default_factory=dict, repr=False)
    # Whether expressions are compiled at once, so that those that can't be are found out.
    eager: bool = False
    _cache: dict[object, Any] = field(default_factory=dict, repr=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages for which there is a pack, in the order the packs were read."""
        return tuple(dict.fromkeys(p.info.language for p in self.packs if p.info.language))

    @property
    def own(self) -> tuple[Path, ...]:
        """The folders of the packs that are the user's own."""
        builtin = rules_folder()
        return tuple(pack.path for pack in self.packs if not pack.path.is_relative_to(builtin))

    def of(self, kind: type[R], language: str | None = None) -> tuple[R, ...]:
        """The entries of a kind in force for a language: its own packs' and those that serve all."""
        merged: dict[str, Rule] = {}
        off: set[str] = set()
        for pack in self.packs:
            if pack.info.language in {None, language}:
                merged.update(pack.entries.get(kind, {}))
            off.update(pack.info.off)
        return tuple(rule for name, rule in merged.items() if name not in off)  # type: ignore[misc]

    def cached(self, key: object, build: Callable[[], T]) -> T:
        """What ``build`` makes of the rules, made once: stages keep their compiled patterns here."""
        try:
            return self._cache[key]  # type: ignore[no-any-return]
        except KeyError:
            self._cache[key] = build()
            return self._cache[key]  # type: ignore[no-any-return]

    def without(self, name: str, stale: Collection[str]) -> "RuleSet":
        """The rules with one entry off; what was made under keys that begin with ``stale`` is made again."""
        off = Pack(Path(), PackInfo(name=name, off=(name,)), {})
        kept = {
            key: made for key, made in self._cache.items() if not (isinstance(key, tuple) and key[0] in stale)
        }
        return replace(self, packs=(*self.packs, off), _cache=kept)

    def expression(self, source: Source, flags: int = 0, known: Known | None = None) -> Expression:
        """An expression of a rule, see :class:`Expression`."""
        made = Expression(source, flags, known)
        if self.eager:
            made.compile()
        return made


def load_rules(extra: Iterable[Path] = ()) -> RuleSet:
    """Read the built-in packs and lay the packs of ``extra`` folders over them.

    A folder is a pack if it holds ``pack.yaml``, else each of its sub-folders that does is one. What can't be
    read is left out and told in ``problems``; nothing here raises for a broken file.
    """
    folders: list[Path] = []
    problems: list[Problem] = []
    for root in (rules_folder(), *extra):
        inside = (
            [root] if (root / "pack.yaml").is_file() else sorted(p.parent for p in root.glob("*/pack.yaml"))
        )
        if not inside:
            problems.append(Problem(root, 1, "no rule pack here: a pack is a folder with a pack.yaml"))
        folders += inside
    cache = RuleCache()
    table = _spelling(folders, cache)
    folding = Folding(table)
    packs = tuple(_read_pack(folder, folding, cache, problems) for folder in folders)
    cache.keep()
    return RuleSet(packs, tuple(problems), table)


def _spelling(folders: Iterable[Path], cache: RuleCache) -> Table:
    """The characters that rules and articles are read with, of all packs."""
    table: Table = {}
    for path in [path for folder in folders for path in sorted(folder.glob("spellings*.yaml"))]:
        for row, line in _read_yaml(path, cache, []):
            rule = _convert(row, SpellingRule, path, line, [])
            table.update(table_of(rule) if rule and not rule.beside else {})
    return table


def _read_pack(folder: Path, folding: Folding, cache: RuleCache, problems: list[Problem]) -> Pack:
    info = PackInfo(name=folder.name)
    for number, (row, line) in enumerate(_read_yaml(folder / "pack.yaml", cache, problems)):
        if number:
            problems.append(Problem(folder / "pack.yaml", line, "more than one entry: a pack has one"))
            break
        info = _convert(row, PackInfo, folder / "pack.yaml", line, problems) or info
    entries: dict[type[Rule], dict[str, Rule]] = {}
    where: dict[str, tuple[Path, int]] = {}
    for path in sorted(folder.glob("*.y*ml")):
        if path.name == "pack.yaml":
            continue
        if path.suffix != ".yaml":
            problems.append(Problem(path, 1, f"not read: call it {path.stem}.yaml"))
            continue
        kind = KINDS.get(path.stem.partition("-")[0])
        if kind is None:
            problems.append(
                Problem(path, 1, f"unknown kind of rule file; known are {', '.join(sorted(KINDS))}")
            )
            continue
        found = entries.setdefault(kind, {})
        change = None if kind in _UNFOLDED else folding
        for row, line in _read_yaml(path, cache, problems, change):
            rule = _convert(row, kind, path, line, problems)
            if rule is None:
                continue
            if rule.id in where:
                first = f"{where[rule.id][0].name}:{where[rule.id][1]}"
                problems.append(
                    Problem(path, line, f"the id {rule.id!r} is given twice, first in {first}: change one")
                )
            found[rule.id] = rule
            where[rule.id] = path, line
    return Pack(folder, info, entries, where)


def _read_yaml(
    path: Path, cache: RuleCache, problems: list[Problem], change: Change | None = None
) -> Iterator[tuple[Any, int]]:
    """The entries of a file with their lines; what is wrong with it ends it and is told."""
    try:
        builtin = path.is_relative_to(rules_folder())
        yield from cache.entries(path, change) if builtin else changed(path, change)
    except RuleFileError as error:
        problems.append(Problem(path, error.line, str(error)))


def _convert(row: Any, kind: type[T], path: Path, line: int, problems: list[Problem]) -> T | None:
    try:
        return msgspec.convert(row, kind)
    except msgspec.ValidationError as error:
        problems.append(Problem(path, line, _mend(str(error), kind)))
        return None


def _choices(hint: Any) -> Iterator[object]:
    """The values that a type allows, of those that are named one by one."""
    for part in get_args(hint):
        yield from _choices(part) if get_args(part) else () if isinstance(part, type) else (part,)


def _mend(message: str, kind: type[Any]) -> str:
    """The message with the fields that there are, where one is named that there is not."""
    if (wrong := _NO_ENTRY.search(message)) is not None:
        return f"an entry has fields, as in 'id: my.rule'; this is {wrong[1]}"
    if (value := _NO_CHOICE.search(message)) is not None:
        choices = [str(choice) for choice in _choices(get_type_hints(kind).get(value[2]))]
        return f"{value[2]}: there is no {value[1]} here; known are {', '.join(choices)}"
    unknown = _UNKNOWN_FIELD.search(message)
    if unknown is None:
        return message
    known = [field.encode_name for field in msgspec.structs.fields(kind)]
    from difflib import get_close_matches  # noqa: PLC0415 - for mistakes only

    near = get_close_matches(unknown[1], known, 1)
    meant = f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(known)}"
    return f"there is no field {unknown[1]!r} here{meant}"
