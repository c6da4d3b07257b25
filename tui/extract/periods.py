"""Gives each claim the time it holds for: the time expression that governs it."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from tui.extract.document import Document, Draft, Mention, Sentence
from tui.extract.rules import RuleSet
from tui.extract.schema.times import TimeReach
from tui.extract.times import spaced
from tui.model.edtf import Period, parse_period

_GOVERNS = frozenset({"time", "now"})
_OLDER = frozenset({"compare", "back"})
# How far before and behind a number its own words are looked for.
_NEAR = 60
NONE = "period.none"
NOW = "period.by-now"
OLD = "period.old-value"


@dataclass(frozen=True, slots=True)
class _Reach:
    """A language's entry of reach, compiled."""

    rule: str
    trailing: bool
    clause: re.Pattern[str]
    topic: re.Pattern[str]
    bracket: re.Pattern[str]
    of: re.Pattern[str]
    to: re.Pattern[str]
    old: re.Pattern[str]
    new: re.Pattern[str]
    by_now: re.Pattern[str]


@dataclass(slots=True)
class _Scene:
    """What a sentence says about time: its mentions, and where its clauses begin."""

    sentence: Sentence
    reach: _Reach
    times: list[Mention]
    breaks: list[int] = field(default_factory=list)

    def clause(self, offset: int) -> tuple[int, int]:
        """The clause around an offset into the article."""
        at = bisect_right(self.breaks, offset)
        start = self.breaks[at - 1] if at else self.sentence.start
        end = self.breaks[at] if at < len(self.breaks) else self.sentence.end
        return start, end


def assign(document: Document, rules: RuleSet) -> None:
    """Set ``period`` of every claim, and none where the article says no time."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in document.claims:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    starts = [mention.start for mention in document.times]
    now = document.date
    force: Mention | None = None
    for index, sentence in enumerate(document.sentences):
        reach = _reach(rules, sentence.language)
        times = document.times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if reach.topic.match(sentence.text):
            force = None
        drafts = by_sentence.get(index)
        if drafts:
            scene = _scene(sentence, reach, times)
            for draft in drafts:
                _assign(draft, scene, force, now)
        governing = [mention for mention in times if mention.kind in _GOVERNS]
        if governing and sentence.role != "boilerplate":
            force = governing[-1]


def _scene(sentence: Sentence, reach: _Reach, times: list[Mention]) -> _Scene:
    breaks = [
        sentence.start + found.end()
        for found in reach.clause.finditer(sentence.text)
        if not any(m.start <= sentence.start + found.start() < m.end for m in times)
    ]
    return _Scene(sentence, reach, times, breaks)


def _assign(draft: Draft, scene: _Scene, force: Mention | None, now: str) -> None:
    own = _own(draft, scene)
    if own is not None:
        _set(draft, own)
    elif _is_old(draft, scene):
        draft.set("period", None, OLD)
    else:
        mention = _in_sentence(draft, scene)
        if mention is None and scene.sentence.role != "title":
            mention = force
        if mention is not None:
            _set(draft, mention)
        elif now and _says_by_now(draft, scene):
            draft.set("period", now, NOW)
        else:
            draft.set("period", None, NONE)


def _own(draft: Draft, scene: _Scene) -> Mention | None:
    """The time of this one number only: in brackets behind it, or the earlier of a comparison."""
    text, offset = scene.sentence.text, scene.sentence.start
    for mention in scene.times:
        if mention.end <= draft.start:
            between = text[mention.end - offset : draft.start - offset]
            if mention.kind in _OLDER and len(between) <= _NEAR and scene.reach.of.match(between):
                return mention
        elif mention.start >= draft.end:
            between = text[draft.end - offset : mention.start - offset]
            if len(between) > _NEAR:
                break
            if mention.kind in _GOVERNS and scene.reach.bracket.match(between):
                return mention
            if scene.reach.to.match(between) and _says_old(draft, scene):
                return mention
    return None


def _says_old(draft: Draft, scene: _Scene) -> bool:
    at = draft.start - scene.sentence.start
    return scene.reach.old.search(scene.sentence.text, max(0, at - _NEAR), at) is not None


def _is_old(draft: Draft, scene: _Scene) -> bool:
    """Whether it is the earlier of two values, as 5 in "from 5 to 8"."""
    at = draft.end - scene.sentence.start
    behind = scene.sentence.text[at : at + _NEAR]
    return _says_old(draft, scene) and scene.reach.new.match(behind) is not None


def _in_sentence(draft: Draft, scene: _Scene) -> Mention | None:
    """The governing time: before the number in its clause, behind it there, then in the other clauses."""
    governing = [mention for mention in scene.times if mention.kind in _GOVERNS]
    if not governing:
        return None
    before = [mention for mention in governing if mention.start <= draft.start]
    start, end = scene.clause(draft.start)
    if before and before[-1].start >= start:
        return before[-1]
    if scene.reach.trailing:
        for mention in governing:
            if draft.end <= mention.start < end:
                return mention
    if before:
        return before[-1]
    if scene.reach.trailing:
        for mention in governing:
            begins, _ = scene.clause(mention.start)
            if (
                scene.sentence.text[
                    begins - scene.sentence.start : mention.start - scene.sentence.start
                ].count(" ")
                > 2
            ):
                return mention
    return None


def _says_by_now(draft: Draft, scene: _Scene) -> bool:
    start, end = scene.clause(draft.start)
    offset = scene.sentence.start
    return scene.reach.by_now.search(scene.sentence.text, start - offset, end - offset) is not None


def _set(draft: Draft, mention: Mention) -> None:
    value: str | None = mention.value or None
    if value is not None and draft.fields.get("measure") in {"change", "growth"}:
        value = later_end(value)
    draft.set("period", value, mention.rule)


def later_end(value: str) -> str:
    """A difference over the twelve months to March holds for March; other periods stay as they are."""
    period = parse_period(value)
    start, end = period.start, period.end
    if start is None or end is None or start.month is None or end.month is None:
        return value
    if start.month == 1 or (end.year - start.year) * 12 + end.month - start.month != 11:
        return value
    return str(Period(end, end))


def _reach(rules: RuleSet, language: str) -> _Reach:
    return rules.cached(("timereach", language), lambda: _compile(rules.of(TimeReach, language)))


def _compile(entries: tuple[TimeReach, ...]) -> _Reach:
    rule = entries[-1] if entries else TimeReach(id=NONE, clause=r"[;:!?]")

    def pattern(source: str) -> re.Pattern[str]:
        return re.compile(spaced(source) or r"(?!)")

    return _Reach(
        rule.id,
        rule.trailing,
        pattern(rule.clause),
        pattern(rule.topic),
        pattern(rule.bracket),
        pattern(rule.of),
        pattern(rule.to),
        pattern(rule.old),
        pattern(rule.new),
        pattern(rule.by_now),
    )
