"""The time in force: carried from sentence to sentence until another takes over or its passage ends."""

from tui.extract.document import Dated, Draft, Sentence
from tui.extract.time.reckoning import MONTHS
from tui.extract.time.timereach import Reach
from tui.extract.time.timescene import Scene
from tui.model.edtf import Point, parse_period

# The time an article begins with is named in so many of its first paragraphs.
_BEGINS = 5
# A time so many years before the article is none that it begins with.
_BACKGROUND = 3
_HEADS = frozenset({"title", "heading", "boilerplate"})


class Force:
    """The time in force, carried from sentence to sentence until another takes over or its passage ends."""

    def __init__(self, now: Point | None) -> None:
        self.now = now
        self.mention: Dated | None = None
        # The time the article begins with, which later paragraphs come back to.
        self.main: Dated | None = None
        # Whether a numbered heading names it, below which others may stand.
        self.headed = False
        # A time to come, which beyond its sentence is that of planned numbers only.
        self.plan: Dated | None = None
        # The last paragraph that went on with it, and the one that said it.
        self.plan_paragraph = self.planned_in = 0
        self.plan_leads = False
        self.listing = False
        self.resumed = False
        self.paragraph = 0
        self.place = ""
        self.seen = -1
        # The paragraph of a numbered item or another topic, whose times are its own.
        self.item = -1
        self.long = False
        # A time by which something was reached ("by May it had 5"): later sentences of that form keep it.
        self.reached: Dated | None = None
        # The time of the last amount of the sentence before, and the same where parts of that are told of.
        self.told: Dated | None = None
        self.part: Dated | None = None
        # Whether the text has begun, and whether only a list above it has named times: a summary, whose items
        # are read by themselves.
        self.begun = False
        self.summary = False
        # Whether the article begins with a time that it gives no date to count from.
        self.undated = False
        # The time that an article says its figures in brackets are for: "September figures in brackets".
        self.bracketed: Dated | None = None
        # A time that goes on since a year before, and the paragraph that says so.
        self.since: tuple[Dated, int] | None = None
        # The time in force at home, kept while a sentence tells of another place.
        self.left: Dated | None = None
        # Whether the time in force is a day that the text tells of, not one of the lines above it.
        self.day = False

    def enter(self, scene: Scene, place: str, home: str) -> None:
        """Forget the time where a sentence turns to something else, but not to the article's ``home``."""
        sentence = scene.sentence
        self._set_apart(sentence, scene.reach)
        # "Forty of them were men": parts are of the time of what they are parts of.
        self.part = self.told if scene.reach.aside.match(sentence.text) else None
        if self.summary and sentence.role == "body":
            self.mention = self.main = self.plan = None
            self.summary = False
        self.begun = self.begun or sentence.role == "body"
        self._end_plan(scene)
        if self.listing and self.mention is not None and sentence.role == "list":
            self.paragraph = sentence.paragraph  # the list goes on with the sentence that announced it
        elif scene.reach.returns and sentence.paragraph != self.seen and sentence.role not in _HEADS:
            self._return(sentence.paragraph)
        self.seen = sentence.paragraph
        if self.undated and sentence.paragraph != self.paragraph:
            self.mention = None  # how long ago a year was, nobody knows
        if self.mention is None:
            self.mention, self.left = self._left(scene, place, home), None
        if self.mention is None:
            return
        paragraphs = sentence.paragraph - self.paragraph
        self.resumed = paragraphs > 0
        if paragraphs and self.main is not None and scene.reach.resumes:
            self.mention = self.main
        main = scene.reach.resumes and self.mention is self.main
        # What has gone on since some day of this year is told of in that paragraph.
        near_only = self.long or (self.mention.kind != "time" and not main) or self.mention.goes_on
        far = (near_only or not main) and paragraphs > (0 if near_only else scene.reach.passage)
        turned = place and self.place and not _same_place(place, self.place)
        # "Among them, A and B ... respectively" tells of parts of what was told before.
        at_home = (home and _same_place(place, home)) or scene.reach.aside.match(sentence.text)
        elsewhere = scene.reach.by_place and turned and not at_home
        # A clock says when on the day that is told of, and ends any longer time.
        clock = not self.day and any(mention.kind == "clock" for mention in scene.times)
        # The items of a list go on with the sentence that announced it.
        self.listing = self.listing and sentence.role == "list"
        turns = None if self.listing or sentence.role == "table" else scene.reach.topic.match(sentence.text)
        # An item of a list without an announcement still holds for the article's time.
        item = sentence.role == "list" and self.mention is self.main
        if (turns or (sentence.role == "heading" and self.headed)) and scene.reach.resumes:
            self.mention = self.main
        elif far or elsewhere or clock or (turns and not item) or sentence.role == "heading":
            self.left = self.mention if elsewhere and not far and not clock else None
            self.mention = None

    def _end_plan(self, scene: Scene) -> None:
        """Forget the time of a plan where its passage ends."""
        sentence = scene.sentence
        since = sentence.paragraph - self.plan_paragraph
        # Where paragraphs come back to the article's time, only a list goes on with a plan's, or what is
        # planned behind a time that no number came before: "to 5 next year" is that number's.
        back = scene.reach.resumes or (scene.reach.returns and not self.plan_leads)
        others = back and since and sentence.role != "list"
        if since > scene.reach.passage or others or sentence.role == "heading":
            self.plan = None

    def pass_by(self, sentence: Sentence, reach: Reach) -> None:
        """Come back to the article's time where a sentence without figures turns to another topic."""
        self._set_apart(sentence, reach)
        self.told = None
        self.begun = self.begun or sentence.role == "body"
        turns = self.mention is not None and reach.resumes and sentence.role != "table"
        if turns and (sentence.role == "heading" or reach.topic.match(sentence.text)):
            self.mention = self.main

    def _set_apart(self, sentence: Sentence, reach: Reach) -> None:
        """Note the paragraph of a numbered item or of another topic."""
        if sentence.role not in _HEADS and reach.topic.match(sentence.text):
            self.item = sentence.paragraph

    def _left(self, scene: Scene, place: str, home: str) -> Dated | None:
        """The time that was in force at home, where a sentence comes back to it from elsewhere."""
        if self.left is None or not scene.reach.resumes or scene.sentence.role == "heading":
            return None
        back = not place or (home and _same_place(place, home))
        return self.left if back else None

    def _return(self, paragraph: int) -> None:
        """Come back to the time the article begins with where another paragraph says none."""
        if self.main is not None and self.mention is not self.main:
            self.mention, self.long = self.main, False
        if self.mention is self.main:
            self.paragraph = paragraph

    def of(self, draft: Draft, scene: Scene, apart: set[str]) -> Dated | None:
        """The time in force for a number; ``apart`` are places that the article as a whole is not about."""
        if self.bracketed is not None and scene.is_bracketed_alone(draft):
            return self.bracketed
        if self.part is not None:
            return self.part
        if self.plan is not None and draft.fields.get("status") == "planned":
            # A list of measures goes on through paragraphs for as long as it tells of plans.
            self.plan_paragraph = scene.sentence.paragraph
            return self.plan
        if self._is_to_come() and draft.fields.get("status") == "actual":
            return None
        if self.since is not None and scene.sentence.paragraph == self.since[1]:
            return self.since[0] if scene.has_come_about(draft) else self.mention
        resumed = self.mention is self.main and self.resumed
        return None if resumed and draft.fields.get("place") in apart else self.mention

    def _is_to_come(self) -> bool:
        """Whether the time in force is that of a projection, beyond the article's year."""
        if self.mention is None or (self.plan is not None and self.planned_in == self.seen):
            return False
        last = self.mention.last
        return self.now is not None and last is not None and last.year > self.now.year

    def leave(self, scene: Scene, place: str, *, long: bool) -> None:
        """Take over the last time that governs in a sentence of a ``long`` paragraph or a short one."""
        self.told = _told(scene)
        self.bracketed = next((m for m in scene.times if m.kind == "bracket"), self.bracketed)
        # "Among them, 5 were built in 2023" tells of a part, whose time is its own.
        part = scene.reach.aside.match(scene.sentence.text) and (self.mention or self.plan)
        if scene.sentence.role == "boilerplate" or part:
            return
        self.listing = self.listing or scene.sentence.text.endswith((":", "\uff1a"))
        governing = self._reaching(scene)
        if governing and _began_before(governing[-1], self.now):
            # What has gone on since a year before is told of in that sentence, and ends the time before it.
            self.mention = None
            # Where that holds no number, what has come about since then is told behind it.
            self.since = None if scene.drafts else (governing[-1], scene.sentence.paragraph)
        elif governing:
            last, self.since = governing[-1], None
            if last.period is None and self.now is None:
                # "This year" of an article without a date is its time, not a year named in passing.
                self.main, self.undated = None, True
            # "The holidays", said again without their name, are those the article began with.
            again = self.main is not None and self.main.period == last.period and scene.reach.resumes
            self.mention, self.paragraph = self.main if again else last, scene.sentence.paragraph
            self.day = _is_day(governing[-1]) and scene.sentence.role not in _HEADS
            self.place = self.place if again else place
            self.reached = self.mention if scene.says_by_then(last) else None
            self.long = long
            alone = self.summary or self.main is None
            self.summary = scene.sentence.role == "list" and alone and not self.begun
            numbered = scene.sentence.role == "heading" and scene.reach.topic.match(scene.sentence.text)
            if numbered or self._is_main(governing[0], scene):
                self.main = governing[0]
                self.headed = bool(numbered)

    def _reaching(self, scene: Scene) -> list[Dated]:
        """The times of a sentence that reach beyond it; the last one, if it is to come, is kept for plans."""
        governing = [m for m in scene.governing if m.kind != "back" and not scene.in_brackets(m)]
        governing = [m for m in governing if not scene.is_aside(m)]
        if scene.reach.plans_apart:
            # "5 were built since 2011" reaches no further.
            first = scene.drafts[0].start if scene.drafts else scene.sentence.end
            governing = [m for m in governing if m.start < first or not _began_long_ago(m, self.now)]
        if scene.reach.plans_apart and governing:
            self.plan = governing[-1] if governing[-1].ahead else None
            self.plan_paragraph = self.planned_in = scene.sentence.paragraph
            self.plan_leads = self.plan is not None and scene.comes_first(self.plan)
            governing = [m for m in governing if not m.ahead]
            # "The best since May" reaches no further; "since May" in the first clause does.
            near = scene.clause(scene.sentence.start)[1]
            governing = [m for m in governing if not m.goes_on or m.start < near]
        if scene.reach.returns and self.main is not None:
            # "In 2016 there were 5": what lies years back is told of its own sentence only.
            governing = [m for m in governing if not _is_background(m, self.now)]
            # The twelve months up to the one that the article tells of are looked back on from there.
            governing = [m for m in governing if not _looks_back(m, self.main)]
        return governing

    def _is_main(self, mention: Dated, scene: Scene) -> bool:
        """Whether a time is the one that the article comes back to."""
        if self.undated or mention.goes_on or scene.sentence.paragraph == self.item:
            return False
        if scene.reach.returns:
            return self.main is None and _is_told_of(mention, scene, self.now)
        if self.main is None:
            early = scene.sentence.paragraph <= _BEGINS and mention.period is not None
            # "It has 94 ships, held 16 fairs in 2024": what is told of behind other figures begins nothing.
            leads = not scene.drafts or mention.start < scene.drafts[0].start
            return early and leads and not _is_background(mention, self.now)
        named = self.main.kind == "vague" and mention.kind == "time"
        return (named and not _is_background(mention, self.now)) or _closes(mention, self.main)


def _told(scene: Scene) -> Dated | None:
    """The time of the last amount of a sentence, as one that governs; but none that is only compared with."""
    amounts = (d for d in reversed(scene.drafts) if d.fields.get("measure") == "level")
    amount = next((d for d in amounts if d.start not in scene.owned), None)
    period = amount.fields.get("period") if amount else None
    if amount is None or not period:
        return None
    return Dated(amount.start, amount.end, amount.why["period"][0], "time", parse_period(period))


def _is_told_of(mention: Dated, scene: Scene, now: Point | None) -> bool:
    """Whether a time is the holiday, month or longer that an article tells of from its beginning on."""
    if scene.sentence.paragraph > _BEGINS or scene.sentence.role == "boilerplate" or mention.kind != "time":
        return False
    bygone = _is_background(mention, now) or _began_long_ago(mention, now)
    return mention.period is not None and not (_is_day(mention) or bygone)


def _is_day(mention: Dated) -> bool:
    return mention.period is not None and mention.period.precision == "day" and not mention.is_interval


def _began_long_ago(mention: Dated, now: Point | None) -> bool:
    """Whether a time goes from a year before the article's up to it: "5 were built since 2011"."""
    if now is None or mention.first is None or not mention.is_interval:
        return False
    return mention.first.year < now.year and mention.last in {None, now.reduced("year")}


def _began_before(mention: Dated, now: Point | None) -> bool:
    """Whether a time goes on that began before the article's year, or before one that isn't known."""
    if mention.first is None or not mention.goes_on:
        return False
    return now is None or mention.first.year != now.year


def _is_background(mention: Dated, now: Point | None) -> bool:
    """Whether a time ended three years before the article's or more: "three years ago, he came back"."""
    return now is not None and mention.ends_before(Point(now.year - _BACKGROUND + 1))


def _looks_back(mention: Dated, main: Dated) -> bool:
    """Whether a time is the year that ends with the month of another."""
    year, month = mention.period, main.period
    if year is None or month is None or not year.is_interval:
        return False
    return year.end == month.end and year.months == MONTHS["year"] and month.months == 1


def _closes(one: Dated, other: Dated) -> bool:
    """Whether a time says the end that another, beginning with it, leaves open: a plan's whole period."""
    if one.period is None or other.period is None or one.goes_on or not other.goes_on:
        return False
    return one.period.is_interval and one.period.start == other.period.start


def _same_place(one: str, other: str) -> bool:
    return one in other or other in one
