"""Loads rules so that no pack of a user's can take extraction down: what fails in a trial is left out."""

import gc
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tui.extract.engine import draft_document
from tui.extract.packs import rules as reading
from tui.extract.packs.rules import Pack, Problem, RuleSet
from tui.extract.packs.schema import KINDS, Rule
from tui.model import Article
from tui.resources import rules_folder

Entry = tuple[type[Rule], Rule]


def load_rules(extra: Iterable[Path] = ()) -> RuleSet:
    """The built-in rules with those of the ``extra`` folders over them, as ``rules.load_rules`` reads them.

    Of the user's own rules those that extraction can't work with, such as an expression with an open bracket
    or one that may never end, are left out and told in ``problems``; what remains is tried on their examples.
    """
    loaded = reading.load_rules(extra)
    builtin = rules_folder()
    packs = [pack for pack in loaded.packs if pack.path.is_relative_to(builtin)]
    own = [pack for pack in loaded.packs if pack not in packs]
    if not own:
        return loaded
    from tui.extract.checking.soundness import unusable  # noqa: PLC0415 - few have rules of their own

    problems = list(loaded.problems)
    own = [_without(pack, list(unusable(pack, loaded)), problems) for pack in own]
    loaded = _made_of(loaded, (*packs, *own), problems)
    if _failure(loaded) is None:
        return loaded
    for pack in own:
        packs.append(_sound(pack, packs, loaded, problems))
    return _made_of(loaded, packs, problems)


def load_lasting_rules(extra: Iterable[Path] = ()) -> RuleSet:
    """The rules as `load_rules` gives them, for a process that works with them until its end.

    The garbage collector passes them by, and all else that is there by now: to look through them takes longer
    than to read a short article.
    """
    loaded = load_rules(extra)
    gc.freeze()
    return loaded


def _made_of(loaded: RuleSet, packs: Iterable[Pack], problems: Iterable[Problem] = ()) -> RuleSet:
    """The rules of other packs, with nothing kept of what was compiled before."""
    return replace(loaded, packs=tuple(packs), problems=tuple(problems), _cache={})


def _sound(pack: Pack, before: list[Pack], loaded: RuleSet, problems: list[Problem]) -> Pack:
    """The pack without the entries that fail on top of the packs before it."""
    kept: list[Entry] = []

    def keep(entries: list[Entry]) -> None:
        failure = _failure(_made_of(loaded, (*before, _with(pack, [*kept, *entries]))))
        if failure is None:
            kept.extend(entries)
        elif len(entries) == 1:
            problems.append(_problem(pack, entries[0][1], failure))
        else:
            keep(entries[: len(entries) // 2])
            keep(entries[len(entries) // 2 :])

    keep([(kind, rule) for kind, rules in pack.entries.items() for rule in rules.values()])
    return _with(pack, kept)


def _without(pack: Pack, refused: list[tuple[Rule, Problem]], problems: list[Problem]) -> Pack:
    problems += [problem for _, problem in refused]
    ids = {rule.id for rule, _ in refused}
    kept = [
        (kind, rule) for kind, rules in pack.entries.items() for rule in rules.values() if rule.id not in ids
    ]
    return _with(pack, kept)


def _with(pack: Pack, entries: list[Entry]) -> Pack:
    chosen: dict[type[Rule], dict[str, Rule]] = {}
    for kind, rule in entries:
        chosen.setdefault(kind, {})[rule.id] = rule
    return Pack(pack.path, pack.info, chosen, pack.where)


def _failure(rules: RuleSet) -> str | None:
    """What goes wrong when the rules are used, in one line; none if nothing does."""
    rules.eager = True
    for language in rules.languages:
        try:
            text = _probe(rules, language)
            draft_document(Article(id="trial", path="trial", text=text, sha256="", language=language), rules)
        except Exception as error:  # noqa: BLE001  (whatever a rule file makes go wrong, it must not go further)
            return " ".join(f"{error}".split()) or type(error).__name__
    rules.eager = False  # what the trial did not ask for is compiled when an article does
    return None


def _probe(rules: RuleSet, language: str) -> str:
    """A text in a language: an example of each kind of its rules."""
    first = (rule for kind in KINDS.values() for rule in rules.of(kind, language)[:1])
    return "\n".join(str(example["text"]) for rule in first for example in rule.examples[:1])


def _problem(pack: Pack, rule: Rule, failure: str) -> Problem:
    path, line = pack.where.get(rule.id, (pack.path, 1))
    return Problem(path, line, f"{rule.id} was left out, it can't be used: {failure}")
