"""Gives each claim the time it holds for: the time expression that governs it."""

from bisect import bisect_left
from collections import Counter

from tui.extract.document import Dated, Document, Draft
from tui.extract.packs.rules import RuleSet
from tui.extract.placekinds import SMALL_OR_FIRM
from tui.extract.time.plans import Plans, not_before_plan, plans_of
from tui.extract.time.reckoning import months_back, whole
from tui.extract.time.staging import scene_of
from tui.extract.time.status import DEFAULT
from tui.extract.time.tense import is_after_year, is_over, is_to_come, reaches_now
from tui.extract.time.timeforce import Force
from tui.extract.time.timereach import reach_of
from tui.extract.time.timescene import DIFFERENCES, Scene
from tui.extract.words.tagrules import unit_class
from tui.model.edtf import Period, Point

NONE = "period.none"
NOW = "period.by-now"
COMPARED = "period.compared"
OLD = "period.old-value"
PAST = "status.past"
AHEAD = "status.ahead"
# A paragraph of more sentences is a passage of its own: its times end with it.
_LONG = 5
# A sentence is about a place that is named among its first characters.
_BEGINNING = 4


def assign(document: Document, rules: RuleSet) -> None:
    """Set ``period`` of every claim, and none where the article says no time."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in document.claims:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    starts = [mention.start for mention in document.times]
    place_starts = [mention.start for mention in document.places]
    sizes = Counter(sentence.paragraph for sentence in document.sentences)
    force = Force(document.now)
    titled = [mention.period for mention in _in_title(document)]
    title = _of_title(document)
    apart = _apart(document)
    plans = plans_of(document, rules)
    for index, sentence in enumerate(document.sentences):
        first = bisect_left(starts, sentence.start)
        times = document.times[first : bisect_left(starts, sentence.end, first)]
        drafts = by_sentence.get(index, [])
        if not times and not drafts:
            force.pass_by(sentence, reach_of(rules, sentence.language))
            continue
        if sentence.role == "heading" and not drafts and all(time.kind == "name" for time in times):
            continue  # the caption of a figure
        scene = scene_of(sentence, reach_of(rules, sentence.language), times, drafts)
        place = _place(document, place_starts, scene)
        force.enter(scene, place, "" if document.home is None else document.home.value)
        headed = sentence.role in {"title", "heading"} or not scene.reach.by_title
        for draft in drafts:
            # What a paragraph of a plan tells of years gone by has come about, and is no plan.
            gone = force.is_of(sentence.paragraph) and plans.only_headed(draft)
            in_force = force.of(draft, scene, apart)
            if not gone and not plans.look_back(draft) and not plans.is_set_beside(draft, drafts):
                in_force = not_before_plan(draft, in_force, document.now)
            # A report on a year tells in its words of today what that year was like.
            reported = in_force is None or in_force.period in titled
            bygone = not reported and in_force is not force.reached
            bygone = bygone and _is_bygone(draft, scene, in_force, document.now)
            rate = scene.reach.resumes and _is_rate(draft)
            _assign(draft, scene, None if bygone or rate else in_force, document.now, plans)
            bare = draft.why["period"] == [NONE] and draft.fields.get("status") != "planned"
            if bare and title is not None and not headed:
                _set(draft, title.period, title.rule)
            if plans.are_over(draft):
                draft.set("status", "actual", PAST)
        force.leave(scene, place, long=sizes[sentence.paragraph] > _LONG)


def _apart(document: Document) -> set[str]:
    """The firms, sites and villages of an article that is about something larger."""
    if document.home is None or document.home.kind in SMALL_OR_FIRM:
        return set()
    return {mention.value for mention in document.places if mention.kind in SMALL_OR_FIRM}


def _in_title(document: Document) -> list[Dated]:
    """The times that the title names."""
    titles = [sentence for sentence in document.sentences if sentence.role == "title"]
    return [m for m in document.times if any(title.start <= m.start < title.end for title in titles)]


def _of_title(document: Document) -> Dated | None:
    """The month or quarter that a release names in its title."""
    named = [
        m
        for m in _in_title(document)
        if m.kind in {"time", "vague"} and m.period is not None and m.period.precision == "month"
    ]
    return named[0] if len(named) == 1 and not named[0].ahead else None


def _is_rate(draft: Draft) -> bool:
    """Whether a number is money paid for each of something, or at most: it holds whenever that is paid."""
    if unit_class(draft.fields.get("unit")) != "money" or draft.fields.get("measure") != "level":
        return False
    planned = draft.fields.get("status") == "planned" and bool(draft.fields.get("per"))
    return planned or draft.fields.get("bound") == "at_most"


def _place(document: Document, starts: list[int], scene: Scene) -> str:
    """The place with which a sentence begins."""
    at = bisect_left(starts, scene.sentence.start)
    if at == len(starts) or not scene.reach.by_place:
        return ""
    mention = document.places[at]
    start = scene.clause(scene.sentence.start)
    times = [time.end for time in scene.governing if time.start <= start[1]]
    if mention.kind == "country":
        return ""
    return mention.value if mention.start <= max(scene.sentence.start, *times, 0) + _BEGINNING else ""


def _assign(draft: Draft, scene: Scene, force: Dated | None, now: Point | None, plans: Plans) -> None:
    """Set the period of a number: its own time, else one its sentence names, else the one in force."""
    if _is_settled(draft, scene, now, plans):
        return
    mention = _time_of(draft, scene, now, plans)
    if mention is not None:
        _set_named(draft, mention, scene, force)
    elif now is not None and (force is None or reaches_now(force, now)) and scene.says_by_now(draft):
        draft.set("period", str(now), NOW)
    elif force is not None and scene.sentence.role != "title":
        _set(draft, force.period, force.rule, season=force.season)
    elif now is not None and scene.is_against_last_year(draft, now):
        draft.set("period", str(now.reduced("year")), COMPARED)
    else:
        draft.set("period", None, NONE)


def _is_settled(draft: Draft, scene: Scene, now: Point | None, plans: Plans) -> bool:
    """Whether a number has a time of its own, or is an old value, which has none; if so, it is set."""
    own = scene.owned.get(draft.start)
    if own is not None:
        _set(draft, own.period, own.rule)
        bygone = own.ends_before(now) or own.period in {None, whole(now) if now is not None else None}
        if bygone and scene.says_old(draft):
            # "Will grow from 5 in 2023 to 8": the old value has come about.
            draft.set("status", "actual", OLD)
        return True
    if scene.is_old(draft) and plans.holding.isdisjoint(draft.why.get("status", ())):
        began = _began(scene.named_before(draft))
        draft.set("period", None if began is None else str(began), OLD)
        # What is planned is the new value.
        draft.set("status", "actual", OLD)
        return True
    return False


def _began(mention: Dated | None) -> Point | None:
    """When a time of more than a year began: there the earlier of two values stood.

    The past twelve months began with the end of the month before them. Where "in five years" began the
    article doesn't say, and "from 1 July on" it is the new value that holds.
    """
    if mention is None or mention.first is None:
        return None
    start, end = mention.first, mention.last
    if mention.window:
        return months_back(start, 1) if start.precision == "month" else None
    years = start.precision != "day" if end is None else start.year != end.year
    return start if years else None


def _time_of(draft: Draft, scene: Scene, now: Point | None, plans: Plans) -> Dated | None:
    """The time that the sentence names for a number; one to come makes a plan of what nobody calls a fact."""
    mention = scene.time_of(draft)
    if mention is not None and _is_of_past(mention, draft, scene, now, plans):
        mention = None
    told = draft.why.get("status") != [DEFAULT]
    if mention is not None and not told and mention.ahead and mention.start >= scene.clause(draft.start)[1]:
        mention = None  # "40 moved in, and others will before May"
    future = mention is not None and is_after_year(mention, now)
    if mention is not None and future and draft.fields.get("status") == "actual":
        # "Half plan to move next year": what is told as a fact holds for no time to come.
        aim = not told and mention.aim
        mention = mention if aim or _is_set_for(mention, draft, scene) else None
    to_come = mention is not None and (is_to_come(mention, now) or mention.aim)
    ahead = mention is not None and (mention.start < draft.start or future)
    if ahead and not told and to_come:
        # "From next April the rate rises to 5", "the rules require 5 beds by 2030".
        draft.set("status", "planned", AHEAD)
    return mention


def _is_set_for(mention: Dated, draft: Draft, scene: Scene) -> bool:
    """Whether a sum is set for a year to come that its clause names: "the fee for 2025 is 300 dollars"."""
    sum_ = unit_class(draft.fields.get("unit")) == "money" and draft.fields.get("measure") == "level"
    start, _ = scene.clause(draft.start)
    return sum_ and not mention.aim and start <= mention.start < draft.start


def _is_of_past(mention: Dated, draft: Draft, scene: Scene, now: Point | None, plans: Plans) -> bool:
    """Whether a time of another clause is over before a plan: "in May it lost 3%, and will cut 40 jobs"."""
    if not scene.reach.plans_apart or plans.only_headed(draft):
        return False
    planned = draft.fields.get("status") == "planned"
    apart = mention.start < scene.clause(draft.start)[0] and scene.is_of_another(mention, draft)
    return planned and apart and mention.ends_before(now) and is_over(mention.period, now)


def _set_named(draft: Draft, mention: Dated, scene: Scene, force: Dated | None) -> None:
    """Set the period that a time and those joined to it make for a number."""
    chain = scene.chain(mention)
    share = scene.share(draft, chain)
    season = len(chain) == 1 and mention.season
    later = scene.named_before(draft) or force
    if draft.fields.get("measure") in DIFFERENCES and _only_begins(mention, draft, later):
        mention = later or mention
        chain, share = [mention], None
    period = share.period if share else _joined(chain)
    if period is not None and not season and scene.is_new(draft):
        told = draft.fields.get("measure") == "level" and not mention.window
        period = _last_year(period) if told else _later_end(period)
    _set(draft, period, mention.rule, season=season)


def _is_bygone(draft: Draft, scene: Scene, force: Dated | None, now: Point | None) -> bool:
    """Whether an amount is what has come about since the time in force is over, or holds now.

    What something "has grown by" is told of then, too.
    """
    if force is None or not is_over(force.period, now):
        return False
    told = draft.fields.get("status") != "planned" and draft.fields.get("measure") not in DIFFERENCES
    # Of a year or a month just gone news tells in the present, too.
    long_ago = force.ends_before(Point(now.year - 1)) if now is not None else False
    present = scene.says_at_present(draft) or (long_ago and scene.says_how_it_stands(draft))
    return told and (scene.says_since_then(draft) or present)


def _only_begins(mention: Dated, draft: Draft, force: Dated | None) -> bool:
    """Whether a difference goes on from a month behind it to the one in force: "in May up 3 since March"."""
    since = mention.first if mention.goes_on and mention.start >= draft.end else None
    if since is None or force is None or force.period is None or force.last is None:
        return False
    months = since.precision == force.period.precision == "month"
    return months and whole(since).ends_before(force.last)


def _set(draft: Draft, period: Period | None, rule: str, *, season: bool = False) -> None:
    if period is not None and not season and draft.fields.get("measure") in DIFFERENCES:
        period = _later_end(period)
    draft.set("period", None if period is None else str(period), rule)


def _later_end(period: Period) -> Period:
    """A difference between two times holds for the later one; one within a period holds for all of it.

    Between two are: from May to June, from June to June of another year, the twelve months to March.
    """
    start, end = period.start, period.end
    if start is None or end is None or not period.is_interval:
        return period
    years = end.year - start.year
    if start.month is None or end.month is None:
        between = years == 1
    else:
        months = years * 12 + end.month - start.month
        between = (start.month != 1 and months in {1, 11}) or (years > 0 and months % 12 == 0)
    return whole(end) if between else period


def _last_year(period: Period) -> Period:
    """Of the two values between which something went in some years the new one holds for the last."""
    years = period.end is not None and period.is_interval and period.precision == "year"
    return whole(period.end) if years and period.end is not None else _later_end(period)


def _joined(chain: list[Dated]) -> Period | None:
    """The period of times listed one after another: from the first to the last."""
    first, last = chain[0].period, chain[-1].period
    if first is None or last is None or any(mention.period is None for mention in chain):
        return last
    if first.start is None or last.end is None or first.start.day_of_start() >= last.end.day_of_end():
        return last
    return Period(first.start, last.end)
