"""The time in force: carried from sentence to sentence until another takes over or its passage ends."""

from dataclasses import replace

from tui.extract.document import Dated, Draft, Sentence
from tui.extract.time.reckoning import MONTHS
from tui.extract.time.tense import (
    began_long_ago,
    ends_after_year,
    has_gone_on,
    is_background,
    is_by_now,
    reaches_now,
)
from tui.extract.time.timeheld import HEADS, Beside, Course, Held, Plan, is_elsewhere, same_place
from tui.extract.time.timereach import Reach
from tui.extract.time.timescene import Scene
from tui.model.edtf import Point
from tui.model.scripts import COLONS

# The time an article begins with is named in so many of its first paragraphs.
_BEGINS = 5


class Force:
    """The time in force, carried from sentence to sentence until another takes over or its passage ends."""

    def __init__(self, now: Point | None) -> None:
        self.now = now
        self._held: Held | None = None
        # The time in force at home, kept while a sentence tells of another place.
        self._left: Held | None = None
        # The time the article begins with, which later paragraphs come back to.
        self._main: Dated | None = None
        # Whether a numbered heading names it, below which others may stand.
        self._headed = False
        # Whether only a list above the text has named times: a summary, whose items are read by themselves.
        self._summary = False
        # Whether the article begins with a time that it gives no date to count from.
        self._undated = False
        # Whether a paragraph goes on with a time of an earlier one.
        self._resumed = False
        self._plan: Plan | None = None
        # A time that goes on since a year before, and the paragraph that says so.
        self._since: tuple[Dated, int] | None = None
        # A time by which something was reached ("by May it had 5"): later sentences of that form keep it.
        self.reached: Dated | None = None
        self._beside = Beside()
        self._course = Course()

    def is_of(self, paragraph: int) -> bool:
        """Whether the time in force is told in a paragraph, or goes on there."""
        return self._held is not None and self._held.paragraph == paragraph

    def enter(self, scene: Scene, place: str, home: str) -> None:
        """Forget the time where a sentence turns to something else, but not to the article's ``home``."""
        sentence = scene.sentence
        self._beside.enter(scene)
        self._course.enter(sentence, scene.reach)
        if self._summary and sentence.role == "body":
            self._held = self._main = self._plan = None
            self._summary = False
        self._end_plan(scene)
        self._go_on(sentence, scene.reach)
        self._course.seen = sentence.paragraph
        if self._undated and not self.is_of(sentence.paragraph):
            self._held = None  # how long ago a year was, nobody knows
        if self._held is None:
            self._held, self._left = self._at_home(scene, place, home), None
        if self._held is not None:
            self._turn(self._held, scene, place, home)

    def _turn(self, held: Held, scene: Scene, place: str, home: str) -> None:
        """End the time in force, or come back to the article's, where a sentence turns to something else."""
        sentence, reach = scene.sentence, scene.reach
        paragraphs = sentence.paragraph - held.paragraph
        self._resumed = paragraphs > 0
        if paragraphs and self._main is not None and reach.resumes:
            held = self._held = replace(held, mention=self._main, long=False)
        main = reach.resumes and held.mention is self._main
        # What has gone on since some day of this year is told of in that paragraph.
        near_only = held.long or (held.mention.kind != "time" and not main) or held.mention.goes_on
        far = (near_only or not main) and paragraphs > (0 if near_only else reach.passage)
        elsewhere = is_elsewhere(held, scene, place, home)
        # A clock says when on the day that is told of, and ends any longer time.
        clock = not held.day and any(mention.kind == "clock" for mention in scene.times)
        # The items of a list go on with the sentence that announced it.
        self._course.listing = listing = self._course.listing and sentence.role == "list"
        turns = None if listing or sentence.role == "table" else reach.topic.match(sentence.text)
        # An item of a list without an announcement still holds for the article's time.
        item = sentence.role == "list" and held.mention is self._main
        if (turns or (sentence.role == "heading" and self._headed)) and reach.resumes:
            self._come_back()
        elif far or elsewhere or clock or (turns and not item) or sentence.role == "heading":
            self._left = held if elsewhere and not far and not clock else None
            self._held = None

    def _come_back(self) -> None:
        """Let the time that the article begins with be in force instead of another one, if there is one."""
        if self._held is not None:
            self._held = None if self._main is None else replace(self._held, mention=self._main)

    def _end_plan(self, scene: Scene) -> None:
        """Forget the time of a plan where its passage ends."""
        if self._plan is None:
            return
        sentence, reach = scene.sentence, scene.reach
        since = sentence.paragraph - self._plan.paragraph
        # Where paragraphs come back to the article's time, only a list goes on with a plan's, or what is
        # planned behind a time that no number came before: "to 5 next year" is that number's.
        back = reach.resumes or (reach.returns and not self._plan.leads)
        others = back and since and sentence.role != "list"
        if since > reach.passage or others or sentence.role == "heading":
            self._plan = None

    def pass_by(self, sentence: Sentence, reach: Reach) -> None:
        """Come back to the article's time where a sentence without figures turns to another topic."""
        self._course.enter(sentence, reach)
        self._beside.told = None
        if not reach.resumes or sentence.role == "table":
            return
        if sentence.role == "heading" or reach.topic.match(sentence.text):
            self._come_back()

    def _at_home(self, scene: Scene, place: str, home: str) -> Held | None:
        """The time that was in force at home, where a sentence comes back to it from elsewhere."""
        if self._left is None or not scene.reach.resumes or scene.sentence.role == "heading":
            return None
        back = not place or (home and same_place(place, home))
        return self._left if back else None

    def _go_on(self, sentence: Sentence, reach: Reach) -> None:
        """Let a list go on with the time of what announced it, and a new paragraph with the article's."""
        if self._course.listing and self._held is not None and sentence.role == "list":
            self._held = replace(self._held, paragraph=sentence.paragraph)
        elif reach.returns and sentence.paragraph != self._course.seen and sentence.role not in HEADS:
            if self._main is None:
                return
            if self._held is None or self._held.mention is not self._main:
                held = self._held or Held(self._main, sentence.paragraph)
                self._held = replace(held, mention=self._main, long=False)
            self._held = replace(self._held, paragraph=sentence.paragraph)

    def of(self, draft: Draft, scene: Scene, apart: set[str]) -> Dated | None:
        """The time in force for a number; ``apart`` are places that the article as a whole is not about."""
        mention = self._held.mention if self._held is not None else None
        paragraph = scene.sentence.paragraph
        if (beside := self._beside.of(draft, scene)) is not None:
            return beside
        if self._plan is not None and draft.fields.get("status") == "planned":
            # A list of measures goes on through paragraphs for as long as it tells of plans.
            self._plan.paragraph = paragraph
            return self._plan.mention
        planning = self._plan is not None and self._plan.told_in == self._course.seen
        projected = mention is not None and not planning and ends_after_year(mention, self.now)
        if projected and draft.fields.get("status") == "actual":
            return None
        if self._since is not None and paragraph == self._since[1]:
            return self._since[0] if scene.has_come_about(draft) else mention
        resumed = mention is self._main and self._resumed
        return None if resumed and draft.fields.get("place") in apart else mention

    def leave(self, scene: Scene, place: str, *, long: bool) -> None:
        """Take over the last time that governs in a sentence of a ``long`` paragraph or a short one."""
        self._beside.leave(scene)
        sentence = scene.sentence
        # "Among them, 5 were built in 2023" tells of a part, whose time is its own.
        part = scene.reach.aside.match(sentence.text) and (self._held or self._plan)
        if sentence.role == "boilerplate" or part:
            return
        self._course.listing = self._course.listing or sentence.text.endswith(COLONS)
        governing = self._reaching(scene)
        if governing and has_gone_on(governing[-1], self.now):
            # What has gone on since a year before is told of in that sentence, and ends the time before it.
            self._held = None
            # Where that holds no number, what has come about since then is told behind it.
            self._since = None if scene.drafts else (governing[-1], sentence.paragraph)
        elif governing:
            self._since = None
            self._take(governing, scene, place, long=long)

    def _take(self, governing: list[Dated], scene: Scene, place: str, *, long: bool) -> None:
        """Let the last time of a sentence be in force; the first one may be what the article begins with."""
        sentence, last = scene.sentence, governing[-1]
        if last.period is None and self.now is None:
            # "This year" of an article without a date is its time, not a year named in passing.
            self._main, self._undated = None, True
        if self._main is not None and self._is_overtaken(self._main, governing):
            self._main = None
        # "The holidays", said again without their name, are those the article began with.
        again = self._main is not None and self._main.period == last.period and scene.reach.resumes
        mention = self._main if again and self._main is not None else last
        told_of = self._held.place if again and self._held is not None else place
        day = _is_day(last) and sentence.role not in HEADS
        self._held = Held(mention, sentence.paragraph, told_of, long, day)
        self.reached = mention if scene.says_by_then(last) else None
        alone = self._summary or self._main is None
        self._summary = sentence.role == "list" and alone and not self._course.begun
        numbered = sentence.role == "heading" and scene.reach.topic.match(sentence.text)
        if numbered or self._is_main(governing[0], scene):
            self._main, self._headed = governing[0], bool(numbered)

    def _is_overtaken(self, main: Dated, governing: list[Dated]) -> bool:
        """Whether the article's time was but how what it tells of began: "two years on, 5 are open"."""
        if self.now is None or not main.ends_before(Point(self.now.year - 1)):
            return False
        return any(is_by_now(time, self.now) or reaches_now(time, self.now) for time in governing)

    def _reaching(self, scene: Scene) -> list[Dated]:
        """The times of a sentence that reach beyond it; the last one, if it is to come, is kept for plans."""
        governing = [m for m in scene.governing if m.kind != "back" and not scene.in_brackets(m)]
        governing = [m for m in governing if not scene.is_aside(m)]
        if scene.reach.plans_apart:
            # "5 were built since 2011" reaches no further.
            first = scene.drafts[0].start if scene.drafts else scene.sentence.end
            governing = [m for m in governing if m.start < first or not began_long_ago(m, self.now)]
        if scene.reach.plans_apart and governing:
            last, paragraph = governing[-1], scene.sentence.paragraph
            self._plan = Plan(last, paragraph, paragraph, scene.comes_first(last)) if last.ahead else None
            governing = [m for m in governing if not m.ahead]
            # "The best since May" reaches no further; "since May" in the first clause does.
            near = scene.clause(scene.sentence.start)[1]
            governing = [m for m in governing if not m.goes_on or m.start < near]
        if scene.reach.returns and self._main is not None:
            # "In 2016 there were 5": what lies years back is told of its own sentence only.
            governing = [m for m in governing if not is_background(m, self.now)]
            # The twelve months up to the one that the article tells of are looked back on from there.
            governing = [m for m in governing if not _looks_back(m, self._main)]
        return governing

    def _is_main(self, mention: Dated, scene: Scene) -> bool:
        """Whether a time is the one that the article comes back to."""
        if self._undated or mention.goes_on or scene.sentence.paragraph == self._course.item:
            return False
        if scene.reach.returns:
            return self._main is None and _is_told_of(mention, scene, self.now)
        if self._main is None:
            early = scene.sentence.paragraph <= _BEGINS and mention.period is not None
            # "It has 94 ships, held 16 fairs in 2024": what is told of behind other figures begins nothing.
            leads = not scene.drafts or mention.start < scene.drafts[0].start
            return early and leads and not is_background(mention, self.now)
        named = self._main.kind == "vague" and mention.kind == "time"
        return (named and not is_background(mention, self.now)) or _closes(mention, self._main)


def _is_told_of(mention: Dated, scene: Scene, now: Point | None) -> bool:
    """Whether a time is the holiday, month or longer that an article tells of from its beginning on."""
    if scene.sentence.paragraph > _BEGINS or scene.sentence.role == "boilerplate" or mention.kind != "time":
        return False
    bygone = is_background(mention, now) or began_long_ago(mention, now)
    return mention.period is not None and not (_is_day(mention) or bygone)


def _is_day(mention: Dated) -> bool:
    return mention.period is not None and mention.period.precision == "day" and not mention.is_interval


def _looks_back(mention: Dated, main: Dated) -> bool:
    """Whether a time is the year that ends with the month of another."""
    year, month = mention.period, main.period
    if year is None or month is None or not year.is_interval:
        return False
    return year.end == month.end and year.months == MONTHS["year"] and month.months == 1


def _closes(one: Dated, other: Dated) -> bool:
    """Whether a time says the end that another, beginning with it, leaves open: a plan's whole period."""
    if one.period is None or one.goes_on or not other.goes_on:
        return False
    return one.is_interval and one.first == other.first
