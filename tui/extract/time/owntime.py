"""The time of one number only, which governs no other: in brackets behind it, or that of an earlier value."""

from bisect import bisect_left
from dataclasses import replace

from tui.extract.document import Dated, Draft
from tui.extract.time.reckoning import whole
from tui.extract.time.timescene import FEW, GOVERNS, NEAR, Scene, start_of
from tui.model.scripts import CLOSING

# The kinds of times that something is compared with.
OLDER = frozenset({"compare", "back"})
# Characters before a clause within which a time ("since May, when ...") belongs to that clause.
_DIRECT = 4
# So near before the earlier of two values its own time stands: "2020's monthly 185 a head" has more between.
_PRICED = 8


def own_time(scene: Scene, draft: Draft) -> Dated | None:
    """The time of this one number only: in brackets behind it, or the earlier of a comparison."""
    at = bisect_left(scene.times, draft.start, key=start_of)
    # The hour of a day is part of when that was: "as against 1 November 2000, at midnight, with 5".
    before = next((m for m in reversed(scene.times[max(0, at - FEW) : at]) if m.kind != "clock"), None)
    if before is not None:
        near = before.kind in OLDER and draft.start - before.end <= NEAR
        of = near and scene.reach.of.match(scene.text(before.end, draft.start)) is not None
        if of or _is_old_time(scene, before, draft):
            return before
        if before.period is not None and _is_bracketed(scene, before, draft):
            return _begun(before)
    for mention in scene.times[at : at + FEW]:
        if mention.start < draft.end:
            continue
        if mention.start - draft.end > NEAR:
            break
        between = scene.text(draft.end, mention.start)
        if mention.kind in GOVERNS and scene.reach.bracket.match(between):
            return None if _has_number_in_brackets(scene, mention) else mention
        if _is_told_for(scene, draft, mention, between):
            return mention
    return _when(scene, draft)


def _when(scene: Scene, draft: Draft) -> Dated | None:
    """The time right before a clause that says what was then: "since May, when it touched 470"."""
    start = scene.clause(draft.start)[0]
    at = bisect_left(scene.times, draft.start, key=start_of)
    mention = scene.times[at - 1] if at else None
    if mention is None or mention.period is None or start - mention.end > _DIRECT:
        return None
    behind = scene.text(mention.end, min(draft.start, mention.end + NEAR)).lstrip(" ,")
    return _begun(mention) if scene.reach.when.match(behind) else None


def _is_old_time(scene: Scene, mention: Dated, draft: Draft) -> bool:
    """Whether a time right before a number is the earlier value's, as in "from 2022's 3,012"."""
    first = bisect_left(scene.drafts, mention.end, key=start_of)
    near = 0 <= draft.start - mention.end <= _PRICED and scene.drafts[first] is draft
    return near and scene.is_from(mention)


def _has_number_in_brackets(scene: Scene, mention: Dated) -> bool:
    """Whether a bracket holds a number behind its time: "3% (December: 2%)"."""
    at = bisect_left(scene.drafts, mention.end, key=start_of)
    if at == len(scene.drafts):
        return False
    return not any(c in scene.text(mention.end, scene.drafts[at].start) for c in CLOSING)


def _is_bracketed(scene: Scene, mention: Dated, draft: Draft) -> bool:
    """Whether only a bracket stands between a time and its number: "its lowest since May (22%)"."""
    return scene.reach.opened.fullmatch(scene.text(mention.end, draft.start)) is not None


def _is_told_for(scene: Scene, draft: Draft, mention: Dated, between: str) -> bool:
    """Whether the time behind a number is that of an earlier value, such as "from 5 in May"."""
    value = mention.kind in OLDER and mention.of_value
    if scene.reach.to.match(between) and (value or scene.says_old(draft)):
        return True
    return mention.kind == "back" and _holds_behind(scene, draft, between)


def _holds_behind(scene: Scene, draft: Draft, between: str) -> bool:
    """Whether an amount is that of the time right behind it: "it was 3 million a year earlier"."""
    level = scene.reach.trailing and draft.fields.get("measure") == "level"
    return level and scene.reach.adjacent.fullmatch(between) is not None


def _begun(mention: Dated) -> Dated:
    """When a time began that goes on from then: May of "since May"."""
    if mention.first is None or not mention.goes_on:
        return mention
    return replace(mention, period=whole(mention.first))
