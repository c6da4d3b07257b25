"""How far times reach in a language, compiled from its entry."""

import re
from dataclasses import dataclass, fields
from typing import Any

from tui.extract.expressions.patterns import NEVER
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.times import TimeReach
from tui.extract.time.timerules import spaced


@dataclass(frozen=True, slots=True)
class Reach:
    """A language's entry of reach, compiled: see ``TimeReach``."""

    trailing: bool
    by_place: bool
    resumes: bool
    returns: bool
    old_time: bool
    passage: int
    plans_apart: bool
    by_title: bool
    clause: re.Pattern[str]
    topic: re.Pattern[str]
    bracket: re.Pattern[str]
    of: re.Pattern[str]
    to: re.Pattern[str]
    old: re.Pattern[str]
    new: re.Pattern[str]
    then: re.Pattern[str]
    by_now: re.Pattern[str]
    since_then: re.Pattern[str]
    has: re.Pattern[str]
    does: re.Pattern[str]
    listed: re.Pattern[str]
    alike: re.Pattern[str]
    joint: re.Pattern[str]
    respectively: re.Pattern[str]
    goes_on: re.Pattern[str]
    aside: re.Pattern[str]
    adjacent: re.Pattern[str]
    leads: re.Pattern[str]
    when: re.Pattern[str]
    opened: re.Pattern[str]
    acts: re.Pattern[str]
    cause: re.Pattern[str]
    stands: re.Pattern[str]


def reach_of(rules: RuleSet, language: str) -> Reach:
    """The entry of reach of a language, compiled once."""
    return rules.cached(("timereach", language), lambda: _compile(rules.of(TimeReach, language)))


def _compile(entries: tuple[TimeReach, ...]) -> Reach:
    rule = entries[-1] if entries else TimeReach(id="", clause=r"[;:!?]")

    def pattern(source: str) -> re.Pattern[str]:
        return re.compile(spaced(source)) if source else NEVER

    made: dict[str, Any] = {}
    for name in (field.name for field in fields(Reach)):
        told = getattr(rule, name)
        made[name] = pattern(told) if isinstance(told, str) else told
    return Reach(**made)
