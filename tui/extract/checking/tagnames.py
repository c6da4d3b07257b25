"""The tags that words may have, and those of which patterns speak."""

import re

from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema import Rule
from tui.extract.packs.schema.tags import ChunkRule, PatternRule, RetagRule, TagRule

# What the program itself gives words: numbers, times, places, and what no list has.
_OWN = frozenset({"num", "time", "place", "noun", "figure", "unit", "counter"})
_TAGS = re.compile(r"<\^?([^<>]+)>")


def given(rules: RuleSet, language: str) -> set[str]:
    """All tags that a word of a language may have."""
    words, retags = rules.of(TagRule, language), rules.of(RetagRule, language)
    return {rule.tag for rule in words} | {rule.tag for rule in retags} | _OWN


def named(rule: Rule) -> set[str]:
    """The tags of which the pattern of a rule speaks; none if it has no pattern over tags."""
    if not isinstance(rule, ChunkRule | RetagRule | PatternRule):
        return set()
    return {tag for tags in _TAGS.findall(rule.pattern) for tag in tags.split("|")}
