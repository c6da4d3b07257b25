"""Sets the scene of a sentence: its clauses, the times that govern, and those of one number only."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from tui.extract.document import Dated, Draft, Sentence
from tui.extract.time.owntime import OLDER, own_time
from tui.extract.time.reckoning import whole
from tui.extract.time.timereach import Reach
from tui.extract.time.timescene import DIFFERENCES, GOVERNS, Scene
from tui.model.edtf import Period

_BRACKETS = re.compile("[(\uff08][^()\uff08\uff09]*[)\uff09]")
_SAME_SUM = re.compile(r"[^()\uff08\uff09,;.\d]{0,20}[(\uff08][^()\uff08\uff09\d]{0,12}")
_RATIO_SIGNS = frozenset({":", "\uff1a", "\u2236"})


def scene_of(sentence: Sentence, reach: Reach, times: Sequence[Dated], drafts: Sequence[Draft]) -> Scene:
    """Look at the times and numbers of a sentence together."""
    scene = Scene(sentence, reach, times, drafts)
    if times:
        start = sentence.start
        inside = [(start + found.start(), start + found.end()) for found in _BRACKETS.finditer(sentence.text)]
        inside += [(mention.start, mention.end) for mention in times]
        breaks = (start + found.end() for found in reach.clause.finditer(sentence.text))
        scene.breaks = _outside(breaks, sorted(inside))
        scene.owned = {d.start: own for d in drafts if (own := own_time(scene, d)) is not None}
        for one, two in pairwise(drafts):
            # All parts of a ratio are of one time, as is the same sum in other money: "1,499 yuan ($226)".
            between = scene.text(one.end, two.start)
            if one.start in scene.owned and (between.strip() in _RATIO_SIGNS or _SAME_SUM.fullmatch(between)):
                scene.owned.setdefault(two.start, scene.owned[one.start])
        _own_together(scene)
    times = scene.times = [_later_month(mention, scene) for mention in times]
    spent = {
        mention.start
        for start, mention in scene.owned.items()
        if (mention.start > start and not scene.in_brackets(mention)) or scene.is_from(mention)
    }
    governing = [m for m in times if m.start not in spent and (m.kind in GOVERNS or scene.leads(m))]
    scene.governing = [m for m in governing if m.kind != "vague"] or governing
    return scene


def _own_together(scene: Scene) -> None:
    """Give the time of the last of several earlier values to all: "compared with 3 and 5 a year earlier"."""
    drafts = scene.drafts
    for last in range(len(drafts) - 1, 0, -1):
        own = scene.owned.get(drafts[last].start)
        if own is None or own.kind not in OLDER or own.start < drafts[last].end:
            continue
        first = last
        while first and scene.are_joint(drafts[first - 1], drafts[first]):
            first -= 1
        if first < last and scene.says_old(drafts[first]):
            for draft in drafts[first:last]:
                scene.owned.setdefault(draft.start, own)


def _later_month(mention: Dated, scene: Scene) -> Dated:
    """The second of two months where a difference before them is told: "fell 2% from May to June"."""
    period = mention.period
    if mention.kind != "time" or period is None or period.end is None:
        return mention
    if not scene.reach.trailing or not _is_from_month_to_month(period):
        return mention
    at = bisect_right(scene.drafts, mention.start, key=lambda draft: draft.start)
    told = scene.drafts[at - 1] if at else None
    if told is None or told.start < scene.clause(mention.start)[0]:
        return mention
    return (
        replace(mention, period=whole(period.end)) if told.fields.get("measure") in DIFFERENCES else mention
    )


def _is_from_month_to_month(period: Period) -> bool:
    """Whether a period goes from a month to the next one, or to the same one of a later year."""
    between = period.months - 1
    return period.precision == "month" and (between == 1 or (between > 0 and between % 12 == 0))


def _outside(places: Iterable[int], stretches: Sequence[tuple[int, int]]) -> list[int]:
    """The places, in rising order, that are inside none of the stretches."""
    found, at, covered = [], 0, 0
    for place in places:
        while at < len(stretches) and stretches[at][0] < place:
            covered = max(covered, stretches[at][1])
            at += 1
        if place >= covered:
            found.append(place)
    return found
