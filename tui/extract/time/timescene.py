"""What one sentence says about time: which mention governs which number in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tui.extract.document import Dated, Draft, Sentence
from tui.extract.number.brackets import is_alone
from tui.extract.time.reckoning import whole
from tui.extract.time.timereach import Reach
from tui.model.edtf import Point
from tui.model.scripts import CLOSING, OPENING

GOVERNS = frozenset({"time", "now", "vague"})
_WEAK = frozenset({"now", "vague"})
DIFFERENCES = frozenset({"change", "growth"})
# How far before and behind a number its own words are looked for.
NEAR = 60
# What a whole sentence says counts so many characters on: a table in one line is one sentence too.
_FAR = 1000
# So many times around a number are looked at, at most.
FEW = 8
# So many words before a time make it stand behind its verb, not at the head of its clause.
_TRAILS = 2
# What a number counts is named in so many characters, at most, before the time at which that did something.
_COUNTED = 12
_FULL_STOPS = " .!?\"'\u201d\u2019"


@dataclass(slots=True)
class Scene:
    """A sentence with its times and numbers.

    ``breaks`` are where its clauses begin; ``owned`` gives by its start the time of a number that has one of
    its own; ``governing`` are the times that may govern others. Offsets count in the article.
    """

    sentence: Sentence
    reach: Reach
    times: Sequence[Dated]
    drafts: Sequence[Draft]
    breaks: list[int] = field(default_factory=list)
    owned: dict[int, Dated] = field(default_factory=dict)
    governing: list[Dated] = field(default_factory=list)

    def text(self, start: int, end: int) -> str:
        """The text between two offsets into the article."""
        return self.sentence.text[max(0, start - self.sentence.start) : max(0, end - self.sentence.start)]

    def clause(self, offset: int) -> tuple[int, int]:
        """Where the clause around ``offset`` begins and ends."""
        at = bisect_right(self.breaks, offset)
        start = self.breaks[at - 1] if at else self.sentence.start
        end = self.breaks[at] if at < len(self.breaks) else self.sentence.end
        return start, end

    def in_brackets(self, mention: Dated) -> bool:
        """Whether a time stands in brackets, and so only belongs to what is before them."""
        before = self.text(mention.start - 16, mention.start)
        return any(c in before for c in OPENING) and self.reach.bracket.search(before) is not None

    def is_bracketed_alone(self, draft: Draft) -> bool:
        """Whether a number has brackets of its own behind another number, as 5.2 in "5 per cent (5.2)"."""
        behind = bool(self.drafts) and self.drafts[0].start < draft.start
        start = self.sentence.start
        return behind and is_alone(self.sentence.text, draft.start - start, draft.end - start)

    def is_aside(self, mention: Dated) -> bool:
        """Whether a time only belongs to a clause put in: "who graduated in 2020"."""
        start, _ = self.clause(mention.start)
        before = self.text(start, mention.start).lstrip()
        # "Hit by the drought since July, ...": that is how long there has been a drought.
        cause = mention.goes_on and self.reach.cause.match(before) is not None
        return cause or self.reach.aside.match(before) is not None

    def leads(self, mention: Dated) -> bool:
        """Whether a time counted back stands first in its clause, and so is that of what follows there."""
        start, _ = self.clause(mention.start)
        return mention.kind == "back" and bool(self.reach.leads.fullmatch(self.text(start, mention.start)))

    def comes_first(self, mention: Dated) -> bool:
        """Whether no number stands before a time in its clause."""
        at = bisect_left(self.drafts, self.clause(mention.start)[0], key=start_of)
        return at == len(self.drafts) or self.drafts[at].start > mention.start

    def says_old(self, draft: Draft) -> bool:
        """Whether the words before a number make it the earlier one of two values."""
        at = draft.start - self.sentence.start
        return self.reach.old.search(self.sentence.text, max(0, at - NEAR), at) is not None

    def says_how_it_stands(self, draft: Draft) -> bool:
        """Whether the words before a number say how much something comes to, as they do of the present."""
        at = draft.start - self.sentence.start
        return self.reach.stands.search(self.sentence.text, max(0, at - NEAR), at) is not None

    def is_old(self, draft: Draft) -> bool:
        """Whether it is the earlier of two values, as 5 in "from 5 to 8"."""
        if isinstance(draft.value, tuple) or not self.says_old(draft):
            return False
        at = bisect_left(self.drafts, draft.start, key=start_of)
        if at and self.reach.then.fullmatch(self.text(self.drafts[at - 1].end, draft.start)):
            return self.drafts[at - 1].fields.get("unit") == draft.fields.get("unit")
        return self.reach.new.match(self.text(draft.end, draft.end + NEAR)) is not None

    def is_new(self, draft: Draft) -> bool:
        """Whether it is the later of two values, as 8 in "from 5 to 8"."""
        at = bisect_left(self.drafts, draft.start, key=start_of)
        old = self.drafts[at - 1] if at else None
        if old is None or not self.says_old(old):
            return False
        return self.reach.new.match(self.text(old.end, draft.start)) is not None

    def is_from(self, mention: Dated) -> bool:
        """Whether the words before a time make it that of the earlier one of two values; no span is."""
        if not self.reach.old_time or mention.is_interval:
            return False
        at = mention.start - self.sentence.start
        return self.reach.old.search(self.sentence.text, max(0, at - NEAR), at) is not None

    def says_by_now(self, draft: Draft) -> bool:
        """Whether the clause says that something has come about by the article's date."""
        start, end = self.clause(draft.start)
        if not self.times and (ends := self.reach.clause.search(self.text(draft.end, end))):
            end = draft.end + ends.start()
        at = bisect_left(self.drafts, draft.start, key=start_of)
        carried = draft.fields.get("measure") in DIFFERENCES or draft.fields.get("unit") == "%"
        if at and (carried or self.reach.aside.match(self.text(start, end))):
            # "Has passed 5 million, 2 % more": differences, shares and parts are told of what came before.
            start = self.clause(self.drafts[at - 1].start)[0]
        return self.reach.by_now.search(self.text(start, end)) is not None

    def is_against_last_year(self, draft: Draft, now: Point) -> bool:
        """Whether a difference is one from the year before the article's, and so is that of the article's."""
        at = bisect_left(self.times, draft.start, key=start_of)
        if not at:
            return False
        if draft.fields.get("measure") not in DIFFERENCES:
            # "3 points up from last year, at 5": that is what it came to.
            before = self.drafts[max(bisect_left(self.drafts, draft.start, key=start_of) - 1, 0)]
            differs = before.fields.get("measure") in DIFFERENCES
            reached = self.reach.new.match(self.text(before.end, draft.start)) is not None
            return differs and reached and self.is_against_last_year(before, now)
        mention = self.times[at - 1]
        return mention.kind == "compare" and mention.period == whole(Point(now.year - 1))

    def says_since_then(self, draft: Draft) -> bool:
        """Whether the sentence says, before the number, what has come about since some time before."""
        return self.reach.since_then.search(self.text(draft.start - _FAR, draft.start)) is not None

    def has_come_about(self, draft: Draft) -> bool:
        """Whether the words around a number say what has come about since some time before."""
        behind = self.text(draft.end, min(self.clause(draft.start)[1], draft.end + NEAR))
        return self.says_since_then(draft) or self.reach.since_then.search(behind) is not None

    def says_by_then(self, mention: Dated) -> bool:
        """Whether the sentence says, behind a time, what has come about by then."""
        return any(draft.start > mention.end and self.says_since_then(draft) for draft in self.drafts)

    def says_at_present(self, draft: Draft) -> bool:
        """Whether a number is that of something that somebody has or does now."""
        at = draft.start - self.sentence.start
        if self.reach.has.search(self.sentence.text, max(0, at - NEAR), at) is not None:
            return True
        return self.reach.does.match(self.text(draft.end, draft.end + NEAR)) is not None

    def _before(self, draft: Draft, behind: int) -> Dated | None:
        """The last governing time before a number, but none of a bracket that the number is not in."""
        begins = self.clause(draft.start)[0]
        for mention in reversed(self.governing[:behind]):
            # What can't be worked out goes no further than its clause, if that holds a number.
            if mention.period is None and mention.start < begins and self.is_of_another(mention, draft):
                continue
            between = self.text(mention.end, draft.start)
            closed = any(c in between for c in CLOSING) and self.in_brackets(mention)
            # A time in brackets is that of the number in front, or of the one that ends its clause.
            if closed and (self.reach.trailing or self.is_of_another(mention, draft)):
                continue
            return mention
        return None

    def is_of_another(self, mention: Dated, draft: Draft) -> bool:
        """Whether the clause of a time has a number behind it that comes before this one."""
        at = bisect_left(self.drafts, mention.end, key=start_of)
        first = self.drafts[at].start if at < len(self.drafts) else draft.start
        return first < draft.start and first < self.clause(mention.start)[1]

    def time_of(self, draft: Draft) -> Dated | None:
        """The governing time: before the number in its clause, behind it there, then in other clauses."""
        behind = bisect_right(self.governing, draft.start, key=start_of)
        before = self._before(draft, behind)
        start, end = self.clause(draft.start)
        if before is not None and before.start < start and self.is_aside(before):
            before = next((m for m in reversed(self.governing[: behind - 1]) if not self.is_aside(m)), None)
        own = before if before is not None and before.start >= start else None
        if own is not None and own.kind not in _WEAK:
            return self._next_own(draft, own, start, end) or own
        for at in range(behind, bisect_left(self.governing, end, key=start_of)):
            mention = self.governing[at]
            # Where times don't trail, "300 workers now have homes" still holds now.
            trails = self.reach.trailing or mention.kind == "now" or self._acts(draft, mention, end)
            if self.in_brackets(mention) or not trails:
                continue
            if mention.start >= draft.end and (own is None or mention.kind == "time"):
                return mention
        if before is not None:
            return before
        return self._trailing() if self.reach.trailing else None

    def _acts(self, draft: Draft, mention: Dated, end: int) -> bool:
        """Whether a time behind a number is when those counted did something: "20 next year start work"."""
        at = bisect_right(self.drafts, draft.start, key=start_of)
        another = at < len(self.drafts) and self.drafts[at].start < mention.start
        near = 0 <= mention.start - draft.end <= _COUNTED and not another
        return near and self.reach.acts.match(self.text(mention.end, end)) is not None

    def named_before(self, draft: Draft) -> Dated | None:
        """The last time that governs before a number in its sentence."""
        behind = bisect_right(self.governing, draft.start, key=start_of)
        return self.governing[behind - 1] if behind else None

    def _next_own(self, draft: Draft, own: Dated, start: int, end: int) -> Dated | None:
        """The time behind a number, where the one before it in its clause stands behind another number.

        "It hired 5 since May and spent 3 last year": each number has the time that follows it.
        """
        first = bisect_left(self.drafts, start, key=start_of)
        at = bisect_left(self.drafts, draft.start, key=start_of)
        if not self.reach.trailing or first >= at or self.drafts[first].start > own.start:
            return None
        limit = min(end, self.drafts[at + 1].start if at + 1 < len(self.drafts) else end)
        behind = bisect_right(self.governing, draft.start, key=start_of)
        following = self.governing[behind] if behind < len(self.governing) else None
        return following if following is not None and following.start < limit else None

    def _trailing(self) -> Dated | None:
        """A time that ends a clause about the same: "the rate, at 5%, changed little in March"."""
        for mention in self.governing[:FEW]:
            start, end = self.clause(mention.start)
            told = self.drafts[
                bisect_left(self.drafts, start, key=start_of) : bisect_left(self.drafts, end, key=start_of)
            ]
            # "The firm cut 5 jobs, taking its losses since May to 300": a number behind a time is the time's.
            on = not told or self.reach.goes_on.match(self.text(start, end).lstrip())
            if not on or (told and told[-1].start > mention.end):
                continue
            alone = not self.text(mention.end, end).strip(_FULL_STOPS + ",")
            if alone or len(self.text(start, mention.start).split()) >= _TRAILS:
                return mention
        return None

    def chain(self, mention: Dated) -> list[Dated]:
        """The times listed together with this one, as "March, April and May"."""
        at = bisect_left(self.governing, mention.start, key=start_of)
        first = last = at
        while first > 0 and self._listed(self.governing[first - 1], self.governing[first]):
            first -= 1
        while last + 1 < len(self.governing) and self._listed(self.governing[last], self.governing[last + 1]):
            last += 1
        return self.governing[first : last + 1]

    def share(self, draft: Draft, chain: list[Dated]) -> Dated | None:
        """The one of ``chain`` that is a number's, where a list of numbers goes with that of times."""
        if len(chain) == 1:
            chain = _years(chain[0])
        if len(chain) < 2 or not self.reach.respectively.search(self.sentence.text):
            return None
        at = bisect_left(self.drafts, draft.start, key=start_of)
        first = last = at
        while first > 0 and self.are_joint(self.drafts[first - 1], self.drafts[first]):
            first -= 1
        while last + 1 < len(self.drafts) and self.are_joint(self.drafts[last], self.drafts[last + 1]):
            last += 1
        return chain[at - first] if last - first + 1 == len(chain) else None

    def _listed(self, one: Dated, two: Dated) -> bool:
        return (
            one.kind == two.kind == "time"
            and self.reach.listed.match(self.text(one.end, two.start)) is not None
        )

    def are_joint(self, one: Draft, two: Draft) -> bool:
        """Whether two numbers stand next to each other in a list."""
        near = two.start - one.end <= NEAR
        return near and self.reach.joint.match(self.text(one.end, two.start)) is not None


def _years(mention: Dated) -> list[Dated]:
    """The years of a span of whole years, as in "in 2021-2023 it was 3, 4 and 5 respectively"."""
    first, last = mention.first, mention.last
    if first is None or last is None or {first.precision, last.precision} != {"year"}:
        return []
    if not 0 < last.year - first.year <= FEW:
        return []
    return [replace(mention, period=whole(Point(year))) for year in range(first.year, last.year + 1)]


def start_of(item: Dated | Draft) -> int:
    """Where something begins, for looking it up in a list."""
    return item.start
