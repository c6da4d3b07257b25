"""Gives each claim the time it holds for: the time expression that governs it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tui.extract.document import Document, Draft, Mention
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.status import StatusRule
from tui.extract.packs.schema.times import TimeRule
from tui.extract.time.reckoning import months_back
from tui.extract.time.staging import scene_of
from tui.extract.time.status import DEFAULT
from tui.extract.time.timeforce import Force
from tui.extract.time.timereach import reach_of
from tui.extract.time.timescene import DIFFERENCES, Scene
from tui.extract.words.tagrules import unit_class
from tui.model.edtf import OPEN, Period, parse_period, parse_point

NONE = "period.none"
NOW = "period.by-now"
COMPARED = "period.compared"
OLD = "period.old-value"
PAST = "status.past"
AHEAD = "status.ahead"
# A paragraph of more sentences is a passage of its own: its times end with it.
_LONG = 5
_MONTHS = re.compile(r"\d{4}-\d\d(?:/\d{4}-\d\d)?")
_SMALL = frozenset({"site", "town", "body", "firm"})
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
    force = Force(document.date)
    title = _of_title(document)
    apart = _apart(document)
    plans = _plans_of(document, rules)
    for index, sentence in enumerate(document.sentences):
        first = bisect_left(starts, sentence.start)
        times = document.times[first : bisect_left(starts, sentence.end, first)]
        drafts = by_sentence.get(index, [])
        if not times and not drafts:
            force.pass_by(sentence, reach_of(rules, sentence.language))
            continue
        scene = scene_of(sentence, reach_of(rules, sentence.language), times, drafts)
        place = _place(document, place_starts, scene)
        force.enter(scene, place, "" if document.home is None else document.home.value)
        headed = sentence.role in {"title", "heading"} or not scene.reach.by_title
        for draft in drafts:
            in_force = force.of(draft, scene, apart)
            # What a paragraph of a plan tells of years gone by has come about, and is no plan.
            gone = force.paragraph == sentence.paragraph and plans.only_headed(draft)
            if not gone and not plans.look_back(draft) and not plans.is_set_beside(draft, drafts):
                in_force = _not_before_plan(draft, in_force, document)
            if scene.reach.resumes and _is_rate(draft):
                in_force = None
            if in_force is not force.reached and _is_bygone(draft, scene, in_force, document.date):
                in_force = None
            _assign(draft, scene, in_force, document.date, plans)
            bare = draft.why["period"] == [NONE] and draft.fields.get("status") != "planned"
            if bare and title is not None and not headed:
                _set(draft, title.value, title.rule)
            if plans.are_over(draft):
                draft.set("status", "actual", PAST)
        force.leave(scene, place, document.ahead, long=sizes[sentence.paragraph] > _LONG)


def _apart(document: Document) -> set[str]:
    """The firms, sites and villages of an article that is about something larger."""
    if document.home is None or document.home.kind in _SMALL:
        return set()
    return {mention.value for mention in document.places if mention.kind in _SMALL}


@dataclass(frozen=True, slots=True)
class _Plans:
    """The status rules whose words name a plan, those that speak for a whole article, and those of the past.

    ``year`` is the article's, ``seasons`` is where crop, school and fiscal years stand, ``aims`` where times
    do that words make aims; ``lengths`` are the rules for so many years up to the article's date.
    """

    holding: set[str]
    general: set[str]
    past: set[str]
    year: str
    seasons: set[int]
    aims: set[int]
    lengths: frozenset[str]

    def are_past(self, value: str, now: str) -> bool:
        """Whether a period ends before the article's date, or its year where that is all that is known."""
        end = value.rpartition("/")[2]
        return bool(now) and end[:4].isdigit() and end[: len(now)] < now[: len(end)]

    def only_headed(self, draft: Draft) -> bool:
        """Whether only a headline says that a number is planned."""
        return not self.general.isdisjoint(draft.why.get("status", ()))

    def look_back(self, draft: Draft) -> bool:
        """Whether a number is what was once expected of a time that is over."""
        return not self.past.isdisjoint(draft.why.get("status", ()))

    def is_set_beside(self, draft: Draft, drafts: Sequence[Draft]) -> bool:
        """Whether a number is the target of which others before it are a share: "70 % of the 300 target"."""
        held = not self.holding.isdisjoint(draft.why.get("status", ()))
        return held and any(d.start < draft.start and d.fields.get("unit") == "%" for d in drafts)

    def are_over(self, draft: Draft) -> bool:
        """Whether a number is planned by the headline only and holds for years before the article's."""
        if not self.only_headed(draft) or not self.year:
            return False
        end = (draft.fields.get("period") or "").rpartition("/")[2]
        return end[:4].isdigit() and end[:4] < self.year


def _plans_of(document: Document, rules: RuleSet) -> _Plans:
    language = document.article.language
    speaking = rules.of(StatusRule, language)
    return _Plans(
        {rule.id for rule in speaking if rule.holds},
        {rule.id for rule in speaking if rule.reach in {"document", "section"}},
        {rule.id for rule in speaking if rule.past},
        document.date[:4] or next((mention.value[:4] for mention in document.times if mention.value), ""),
        document.seasons,
        document.aims,
        rules.cached(("lengths", language), lambda: _lengths(rules, language)),
    )


def _lengths(rules: RuleSet, language: str) -> frozenset[str]:
    return frozenset(rule.id for rule in rules.of(TimeRule, language) if rule.gives == "window")


def _of_title(document: Document) -> Mention | None:
    """The month or quarter that a release names in its title."""
    title = document.article.title
    start = document.text.find(title) if title else -1
    inside = [m for m in document.times if start <= m.start < start + len(title)] if start >= 0 else []
    named = [m for m in inside if m.kind in {"time", "vague"} and _MONTHS.fullmatch(m.value)]
    return named[0] if len(named) == 1 and named[0].start not in document.ahead else None


def _is_rate(draft: Draft) -> bool:
    """Whether a number is money paid for each of something, or at most: it holds whenever that is paid."""
    if unit_class(draft.fields.get("unit")) != "money" or draft.fields.get("measure") != "level":
        return False
    planned = draft.fields.get("status") == "planned" and bool(draft.fields.get("per"))
    return planned or draft.fields.get("bound") == "at_most"


def _not_before_plan(draft: Draft, force: Mention | None, document: Document) -> Mention | None:
    """The time in force; none for a plan where it is over."""
    if force is None or draft.fields.get("status") != "planned" or not document.date or not force.value:
        return force
    to_come = force.start in document.ahead
    over = _is_over(force.value, document.date) or _is_by_now(force, document.date)
    return force if to_come or not over else None


def _is_by_now(mention: Mention, now: str) -> bool:
    """Whether a time is that of what has come about by the article's day: "so far", "as of today"."""
    day = len(mention.value) == len(now) == len("YYYY-MM-DD")
    return mention.kind == "now" or (day and mention.value <= now)


def _is_over(period: str, now: str) -> bool:
    """Whether a period ended before the article's month."""
    end = parse_period(period).end if period and now else None
    if end is None:
        return False
    # Where only the article's year is known, what it tells of a month or quarter is over.
    part = end.month is not None and len(now) == len("YYYY") and end.year == int(now)
    return part or end.month_of_end() < parse_point(now).month_of_start()


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


def _assign(draft: Draft, scene: Scene, force: Mention | None, now: str, plans: _Plans) -> None:
    """Set the period of a number: its own time, else one its sentence names, else the one in force."""
    if _is_settled(draft, scene, now, plans):
        return
    mention = _time_of(draft, scene, now, plans)
    if mention is not None:
        _set_named(draft, mention, scene, force, plans)
    elif (
        now
        and scene.says_by_now(draft)
        and (force is None or force.value[:7] > now[:7] or _spans_years(force.value, now))
    ):
        draft.set("period", now, NOW)
    elif force is not None and scene.sentence.role != "title":
        _set(draft, force.value, force.rule, season=force.start in plans.seasons)
    elif scene.is_against_last_year(draft, now):
        draft.set("period", now[: len("YYYY")], COMPARED)
    else:
        draft.set("period", None, NONE)


def _is_settled(draft: Draft, scene: Scene, now: str, plans: _Plans) -> bool:
    """Whether a number has a time of its own, or is an old value, which has none; if so, it is set."""
    own = scene.owned.get(draft.start)
    if own is not None:
        _set(draft, own.value, own.rule)
        bygone = own.value in {"", now} or plans.are_past(own.value, now)
        if bygone and scene.says_old(draft):
            # "Will grow from 5 in 2023 to 8": the old value has come about.
            draft.set("status", "actual", OLD)
        return True
    if scene.is_old(draft) and plans.holding.isdisjoint(draft.why.get("status", ())):
        draft.set("period", _began(scene.named_before(draft), plans), OLD)
        # What is planned is the new value.
        draft.set("status", "actual", OLD)
        return True
    return False


def _began(mention: Mention | None, plans: _Plans) -> str | None:
    """When a time of more than a year began: there the earlier of two values stood.

    The past twelve months began with the end of the month before them. Where "in five years" began the
    article doesn't say, and "from 1 July on" it is the new value that holds.
    """
    start, _, end = mention.value.partition("/") if mention is not None else ("", "", "")
    if mention is not None and not plans.lengths.isdisjoint(mention.rule.split()):
        return str(months_back(parse_point(start), 1)) if len(start) == len("YYYY-MM") else None
    day = end == OPEN and len(start) == len("YYYY-MM-DD")
    return start if end and end[:4] != start[:4] and not day else None


def _time_of(draft: Draft, scene: Scene, now: str, plans: _Plans) -> Mention | None:
    """The time that the sentence names for a number; one to come makes a plan of what nobody calls a fact."""
    mention = scene.time_of(draft)
    if mention is not None and _is_of_past(mention, draft, scene, now, plans):
        mention = None
    told = draft.why.get("status") != [DEFAULT]
    if mention is not None and now and _is_future(mention, now) and draft.fields.get("status") == "actual":
        # "Half plan to move next year": what is told as a fact holds for no time to come.
        aim = not told and mention.start in plans.aims
        mention = mention if aim or _is_set_for(mention, draft, scene, plans) else None
    to_come = mention is not None and (_is_to_come(mention, now) or mention.start in plans.aims)
    ahead = mention is not None and (mention.start < draft.start or (bool(now) and _is_future(mention, now)))
    if ahead and not told and to_come:
        # "From next April the rate rises to 5", "the rules require 5 beds by 2030".
        draft.set("status", "planned", AHEAD)
    return mention


def _is_set_for(mention: Mention, draft: Draft, scene: Scene, plans: _Plans) -> bool:
    """Whether a sum is set for a year to come that its clause names: "the fee for 2025 is 300 dollars"."""
    sum_ = unit_class(draft.fields.get("unit")) == "money" and draft.fields.get("measure") == "level"
    start, _ = scene.clause(draft.start)
    return sum_ and mention.start not in plans.aims and start <= mention.start < draft.start


def _is_of_past(mention: Mention, draft: Draft, scene: Scene, now: str, plans: _Plans) -> bool:
    """Whether a time of another clause is over before a plan: "in May it lost 3%, and will cut 40 jobs"."""
    if not scene.reach.plans_apart or plans.only_headed(draft):
        return False
    planned = draft.fields.get("status") == "planned"
    apart = mention.start < scene.clause(draft.start)[0] and scene.is_of_another(mention, draft)
    return planned and apart and _is_over(mention.value, now) and plans.are_past(mention.value, now)


def _set_named(draft: Draft, mention: Mention, scene: Scene, force: Mention | None, plans: _Plans) -> None:
    """Set the period that a time and those joined to it make for a number."""
    chain = scene.chain(mention)
    share = scene.share(draft, chain)
    season = len(chain) == 1 and mention.start in plans.seasons
    later = scene.named_before(draft) or force
    if draft.fields.get("measure") in DIFFERENCES and _only_begins(mention, draft, later):
        mention = later or mention
        chain, share = [mention], None
    _set(draft, share.value if share else _joined(chain), mention.rule, season=season)


def _is_bygone(draft: Draft, scene: Scene, force: Mention | None, now: str) -> bool:
    """Whether an amount is what has come about since the time in force is over, or holds now.

    What something "has grown by" is told of then, too.
    """
    if force is None or not _is_over(force.value, now):
        return False
    told = draft.fields.get("status") != "planned" and draft.fields.get("measure") not in DIFFERENCES
    return told and (scene.says_since_then(draft) or scene.says_at_present(draft))


def _spans_years(value: str, now: str) -> bool:
    """Whether a time goes from a year before the article's up to it or beyond."""
    start, _, end = value.partition("/")
    return bool(end) and start[:4] < now[:4] and (not end[:4].isdigit() or end[:4] >= now[:4])


def _only_begins(mention: Mention, draft: Draft, force: Mention | None) -> bool:
    """Whether a difference goes on from a month behind it to the one in force: "in May up 3 since March"."""
    if force is None or not mention.value.endswith(OPEN) or mention.start < draft.end:
        return False
    since, held = mention.value.removesuffix(OPEN).rstrip("/"), force.value
    return bool(_MONTHS.fullmatch(held) and _MONTHS.fullmatch(since)) and since < held


def _is_to_come(mention: Mention, now: str) -> bool:
    """Whether a time begins after the article's month, or after its day where both are known."""
    period = parse_period(mention.value) if mention.value and len(now) > len("YYYY") else None
    start = period.start if period else None
    if start is None or not start.month:
        return False
    if start.day and len(now) == len("YYYY-MM-DD"):
        return str(start) > now
    return start.month_of_start() > parse_point(now).month_of_end()


def _is_future(mention: Mention, now: str) -> bool:
    """Whether a time begins after the article's year."""
    return mention.value[:4].isdigit() and mention.value[:4] > now[:4]


def _set(draft: Draft, value: str, rule: str, *, season: bool = False) -> None:
    if value and not season and draft.fields.get("measure") in DIFFERENCES:
        value = _later_end(value)
    draft.set("period", value or None, rule)


def _later_end(value: str) -> str:
    """A difference between two times holds for the later one; one within a period holds for all of it.

    Between two are: from May to June, from June to June of another year, the twelve months to March.
    """
    period = parse_period(value)
    start, end = period.start, period.end
    if start is None or end is None or not period.is_interval:
        return value
    years = end.year - start.year
    if start.month is None or end.month is None:
        between = years == 1
    else:
        months = years * 12 + end.month - start.month
        between = (start.month != 1 and months in {1, 11}) or (years > 0 and months % 12 == 0)
    return str(Period(end, end)) if between else value


def _joined(chain: list[Mention]) -> str:
    """The period of times listed one after another: from the first to the last."""
    if len(chain) == 1 or not all(mention.value for mention in chain):
        return chain[-1].value
    first, last = parse_period(chain[0].value), parse_period(chain[-1].value)
    if first.start is None or last.end is None or first.start.day_of_start() >= last.end.day_of_end():
        return chain[-1].value
    return str(Period(first.start, last.end))
