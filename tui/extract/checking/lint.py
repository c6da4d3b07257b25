"""What ``factdesk rules lint`` tells: all that is wrong in rule packs, by file and line, with the mend."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from tui.extract.checking.fuzz import slow
from tui.extract.checking.nearmiss import far
from tui.extract.checking.ruletest import unproven
from tui.extract.checking.soundness import unusable
from tui.extract.checking.tagnames import given, named
from tui.extract.packs.rules import Pack, Problem, RuleSet
from tui.resources import rules_folder


def faults(rules: RuleSet, packs: Iterable[Pack]) -> list[Problem]:
    """The problems of some packs besides those that loading them tells, in the order of files and lines."""
    packs = list(packs)
    found = [*unproven(packs), *far(packs), *_unknown_off(rules, packs), *_unknown_tags(rules, packs)]
    for pack in packs:
        # Loading leaves out what is unusable in packs of the user's own, and says so.
        if pack.path.is_relative_to(rules_folder()):
            found += [problem for _, problem in unusable(pack, rules)]
    if not any(" is left out: " in problem.message for problem in found):
        found += slow(packs, rules)
    return sorted(found, key=lambda problem: (problem.path, problem.line))


def _unknown_tags(rules: RuleSet, packs: Iterable[Pack]) -> Iterator[Problem]:
    """Patterns that speak of a tag which no word ever gets."""
    for pack in packs:
        languages = (pack.info.language,) if pack.info.language else rules.languages
        tags = {tag for language in languages for tag in given(rules, language)}
        for entries in pack.entries.values():
            for rule in entries.values():
                for tag in sorted(named(rule) - tags):
                    near = get_close_matches(tag, sorted(tags), 1)
                    meant = f": did you mean {near[0]!r}?" if near else ": take it out"
                    path, line = pack.where.get(rule.id, (pack.path, 1))
                    yield Problem(path, line, f"{rule.id}: no word has the tag {tag!r}{meant}")


def _unknown_off(rules: RuleSet, packs: Iterable[Pack]) -> Iterator[Problem]:
    """Entries that a pack switches off although there are none of that id."""
    ids = {name for pack in rules.packs for entries in pack.entries.values() for name in entries}
    for pack in packs:
        for name in pack.info.off:
            if name not in ids:
                near = get_close_matches(name, ids, 1)
                meant = f": did you mean {near[0]!r}?" if near else ""
                yield Problem(pack.path / "pack.yaml", 1, f"off: there is no entry {name!r}{meant}")
