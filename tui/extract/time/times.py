"""Stage: find what the text says about time and work out the dates."""

from collections.abc import Sequence
from itertools import pairwise

from tui.extract.document import Dated, Document, Sentence
from tui.extract.packs.rules import RuleSet
from tui.extract.time.anchor import article_date
from tui.extract.time.apposition import tell_months
from tui.extract.time.dating import take_end, work_out
from tui.extract.time.halves import first_half
from tui.extract.time.named import last_year_of_span, months_of_item, year_of_item
from tui.extract.time.reckoning import Context, day_of, whole
from tui.extract.time.tense import is_after_year
from tui.extract.time.timereach import reach_of
from tui.extract.time.timerules import Found, compiled, in_sentence
from tui.model.edtf import Period, Point

# How many of the times before one may ask for, as in "the previous quarter".
_SPOKEN = 6
# The head of an article has at most so many sentences before its text.
_HEAD = 8
# From a month on that is at most so many months ahead.
_SOON = 2
# What gives these names no time of its own.
_NAMELESS = frozenset({"none", "spoken", "later"})
_LINES = frozenset({"heading", "list", "table"})
# The kinds of times that something is compared with.
_OLDER = frozenset({"compare", "back"})
# What may close such a line behind its date.
_ENDS = " )\uff09]\u3011"
# A line so near the top may hold the article's own month.
_TOP = 2
# Captions are sentences; other furniture is shorter.
_CAPTION = 60
# News are told of within so many days.
_RECENT = 31


def find(document: Document, rules: RuleSet) -> None:
    """Fill ``document.times`` with every time expression and its EDTF date (empty where none is known).

    Dates are counted from the article's date; an article without one is dated by the years it speaks of.
    """
    found = [
        item
        for index, sentence in enumerate(document.sentences)
        for item in in_sentence(index, sentence, compiled(rules, sentence.language))
        if document.number_cell(item.start) is None
    ]
    _compare_together(found, document, rules)
    tell_months(found, document)
    _pass_by_captions(found, document)
    days = {item.sentence for item in found if "d" in item.numbers}
    told = [
        item for item in found if _tells(document.sentences[item.sentence], names_day=item.sentence in days)
    ]
    anchor = article_date(document.article, told)
    document.now, document.year_guessed = anchor.date, anchor.guessed
    half = first_half(told)
    worked = None if half is None else work_out(half.rule, half.numbers, Context(anchor.date, anchor.bare))
    said = _Said(anchor.date, anchor.bare, worked)
    for item in found:
        period = said.work_out(item, document.sentences[item.sentence])
        # "It takes three years", "on the first day": of which span, nobody told.
        span = item.rule.gives == "spoken" and ("n" in item.numbers or item.rule.unit == "day")
        if period is not None or not span:
            document.times.append(_dated(item, period, document))


def _tells(sentence: Sentence, *, names_day: bool) -> bool:
    """Whether a sentence may tell of the article's date; of furniture a caption does, which names a day."""
    return sentence.role != "boilerplate" or (names_day and len(sentence.text) >= _CAPTION)


def _dated(item: Found, period: Period | None, document: Document) -> Dated:
    """An expression with the period that it stands for."""
    kind = "report" if _is_dateline(item, document, period) else item.kind
    time = Dated(item.start, item.end, item.why, kind, period, season=item.rule.season)
    ahead = item.ahead or is_after_year(time, document.now)
    time.ahead = ahead and item.kind == "time" and not time.ends_before(document.now)
    time.aim = time.ahead and item.ahead
    time.window = item.rule.gives == "window"
    time.of_value = item.of_value
    return time


def _compare_together(found: Sequence[Found], document: Document, rules: RuleSet) -> None:
    """Make of times that are listed behind one that is compared with the same: "up on May and on April"."""
    last = -1
    for at, item in enumerate(found):
        if item.kind not in _OLDER or item.rule.gives == "none" or at < last:
            continue
        reach = reach_of(rules, document.sentences[item.sentence].language)
        last = at
        for number, (one, two) in enumerate(pairwise(found[at : at + _SPOKEN]), at + 1):
            between = document.text[one.end : two.start] if one.sentence == two.sentence else ""
            if reach.alike.fullmatch(between):
                last = number
            elif not reach.listed.fullmatch(between):
                break
        for other in found[at + 1 : last + 1]:
            if other.kind in {"time", "vague"}:
                other.kind = "compare"


def _pass_by_captions(found: Sequence[Found], document: Document) -> None:
    """Let the years of a figure's caption govern nothing: some up to the one of which the title tells."""
    roles = [sentence.role for sentence in document.sentences]
    titled = {year_of_item(item) for item in found if roles[item.sentence] == "title"}
    for item in found:
        spans = {"y", "y2"} <= item.numbers.keys() and months_of_item(item) is None
        if spans and roles[item.sentence] == "heading" and last_year_of_span(item) in titled:
            item.kind = "name"


def _is_dateline(item: Found, document: Document, period: Period | None) -> bool:
    """Whether an expression is the article's own date in a line of its head, and no time of what is told."""
    own = None if document.now is None else whole(document.now)
    if item.sentence > _HEAD or period != own or item.kind != "time":
        return False
    sentence = document.sentences[item.sentence]
    before = sentence.text[: item.start - sentence.start]
    alone = not before and not sentence.text[item.end - sentence.start :].strip(_ENDS)
    dated = {"y", "m", "d"} <= item.numbers.keys() or "w" in item.numbers
    # The line below the headline may have been taken for more of it.
    below = sentence.role == "title" and "\n" in before
    return (dated or alone) and (below or sentence.role in _LINES)


def _crosses_years(period: Period) -> bool:
    """Whether a period begins in one year and ends in a later one."""
    return period.start is not None and period.end is not None and period.start.year < period.end.year


def _begins_soon(item: Found, base: Point | None) -> bool:
    """Whether what holds from a month on begins after the article: one long gone is said with its year."""
    if item.ends != "open" or base is None or base.month is None or "m" not in item.numbers:
        return False
    return 0 < (item.numbers["m"] - base.month) % 12 <= _SOON


class _Said:
    """What has been said about time so far, which later expressions count on."""

    def __init__(self, base: Point | None, year: int | None, half: Period | None) -> None:
        self.base, self.default_year, self.half = base, year, half
        self.year = year
        self.spoken: list[Period] = []
        self.named: list[Period] = []
        self.said: list[Period] = []
        self.spans: list[Period] = []
        self.title: list[Period] = []
        self.section: list[Period] = []
        self.day: Period | None = None
        self.sentence: Sentence | None = None

    def work_out(self, item: Found, sentence: Sentence) -> Period | None:
        """The period of an expression, which is from then on the last one spoken of."""
        self._enter(sentence)
        context = Context(
            self.base,
            self.year,
            self.spoken[-_SPOKEN:],
            ahead=item.ahead or _begins_soon(item, self.base),
            named=self.named[-_SPOKEN:],
            said=self.said,
            spans=self.spans,
            half=self.half,
            feast=item.feast,
            day=self.day,
        )
        period = work_out(item.rule, item.numbers, context)
        if period is None:
            if self.base is None and item.kind == "time" and item.rule.gives not in _NAMELESS:
                # "The same period" after a this year that nobody knows isn't one told of before.
                self.said.clear()
                self.spoken.clear()
            return None
        self._note(item, period, sentence)
        return take_end(period, item.ends)

    def _note(self, item: Found, period: Period, sentence: Sentence) -> None:
        """Keep a period for the expressions that count on it."""
        if item.kind in {"time", "compare"}:
            self.named.append(period)
        if item.kind in {"time", "vague"} and _crosses_years(period):
            self.spans.append(period)
            if item.kind == "vague":
                self.said.append(period)
        if item.kind in {"time", "now"}:
            self.spoken.append(period)
            self.said.append(period)
            self._govern(item, period, sentence)
        if item.kind == "time" and self._is_news(period):
            self.day = period
        # The year of an event or a name ("the 2019 campaign") is none of the months told of behind it.
        named = "y" in item.numbers and item.kind in {"time", "report"} and item.ends != "open"
        if named and not item.bygone and period.end is not None:
            self.year = period.end.year

    def _is_news(self, period: Period) -> bool:
        """Whether a period is a day of which an article may be the news: none long before its own."""
        day, base = period.end, self.base
        if day is None or day.day is None or base is None or base.day is None or period.start != day:
            return False
        return 0 <= (day_of(base) - day_of(day)).days <= _RECENT

    def _govern(self, item: Found, period: Period, sentence: Sentence) -> None:
        """Let the period of a title or heading count for what is below, unless it is the article's own."""
        if self._is_own(item, period, sentence):
            return
        if sentence.role == "title":
            self.title.append(period)
        elif sentence.role == "heading" and item.kind == "time":
            self.section = [period]

    def _is_own(self, item: Found, period: Period, sentence: Sentence) -> bool:
        """Whether a period is the article's own date: a day, or a month that ends a line of its head."""
        if self.base is not None and period == whole(self.base):
            return True
        closes = not sentence.text[item.end - sentence.start :].strip(_ENDS)
        single = period.start == period.end and period.start is not None and period.start.month
        return bool(single) and closes and 0 < item.sentence <= _TOP

    def _enter(self, sentence: Sentence) -> None:
        if sentence is self.sentence:
            return
        self.year = self.default_year
        if self.sentence is None or self.sentence.paragraph != sentence.paragraph:
            # "The whole year" under a heading that names a year is that one.
            self.spoken = self.section[:] or self.title[-1:]
        self.sentence = sentence
