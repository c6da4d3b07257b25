"""Weighs what the times in a text tell of the year that it was written in."""

from collections.abc import Iterator, Sequence
from math import fsum

from tui.extract.time.evidence import DUE, MONTHLY, PLANS, ROW, TOLD, WHOLE, likelihood, weight
from tui.extract.time.named import (
    Months,
    is_late,
    last_year_of_span,
    months_of_item,
    year_of_item,
)
from tui.extract.time.reckoning import LAST_MONTH, years_of_plan
from tui.extract.time.timerules import Found
from tui.extract.time.weekdays import Weekdays
from tui.extract.time.yearspoken import LEAD, NEW, bare_of, in_words, lead_days
from tui.model.article import EARLIEST, LATEST

_YEARS = range(EARLIEST, LATEST + 1)
# A year to come that ends by this month mostly begins in the year before.
_EARLY = 6
# What is planned for the months up to this one is mostly planned in the year before.
_SPRING = 3
# A year that is less likely dates no article.
_LIKELY = 0.37
# A year that is less likely is wrong as often as not.
_CLEAR = 0.7


class YearSigns:
    """What a text tells of years: kinds of evidence, each with the year that it is about."""

    def __init__(self, found: Sequence[Found], month: int | None = None, day: Months | None = None) -> None:
        """``month`` is that of the article and ``day`` its month and day, if they are known."""
        told = [item for item in found if item.kind == "time" and item.rule.gives != "none"]
        # The first year that is planned for: spans up to it or beyond are plans.
        self._soonest = min(
            (i.numbers["y"] for i in told if i.ahead and "y" in i.numbers), default=_YEARS.stop
        )
        self._words = in_words(told)
        self._bare = bare_of(found, told)
        self._lead = lead_days(found)
        self._month = month
        self._weekdays = Weekdays(found, day)
        signs = {*_counted(found), *(sign for item in found for sign in self._of(item))}
        self._signs = _in_a_row(signs, running=self._bare.begins is not None)

    def year(self) -> int | None:
        """The year for which most speaks; None where none is likely."""
        best = max(self._years(), key=lambda year: (self._weight(year), -year), default=None)
        return best if best is not None and self._likelihood(best) >= _LIKELY else None

    def is_clear(self, year: int) -> bool:
        """Whether a year is far likelier than any other."""
        return self._likelihood(year) >= _CLEAR

    def _likelihood(self, year: int) -> float:
        return likelihood(self._weight(year), map(self._weight, self._years()))

    def _years(self) -> set[int]:
        return {named + later for _, named in self._signs for later in (-1, 0, 1, 2)}

    def looks_back(self, year: int) -> bool:
        """Whether months named without a year are those of the year before: it is what the text tells of."""
        told = {kind for kind, named in self._signs if named == year - 1}
        late = all(map(is_late, self._bare.months))
        return late and not told.isdisjoint({"over", "late"} if self._words.this else TOLD)

    def new_month(self, year: int) -> int | None:
        """The first or second month of the year, where it is told of beside late ones of the year before."""
        over = not {("over", year - 1), ("late", year - 1)}.isdisjoint(self._signs)
        early = [last for _, last in self._bare.months if last <= NEW]
        return max(early) if over and early and any(map(is_late, self._bare.months)) else None

    def _weight(self, year: int) -> float:
        told = fsum(weight(kind, year - named, self._month) for kind, named in self._signs)
        return told + self._weekdays.weight(year)

    def _of(self, item: Found) -> Iterator[tuple[str, int]]:
        """What an expression with a year tells."""
        numbers = item.numbers
        year = year_of_item(item)
        if year not in _YEARS or item.rule.gives == "later":
            return
        if "y" in item.rule.set or "ry" in numbers.keys() - item.rule.set.keys():
            yield "outright", year - numbers.get("ry", 0)
            return
        if "m2" in numbers and ("m" in numbers or not item.ahead):
            # What is told of from November to March ends in the second year.
            year = numbers.get("y2", year + (numbers["m2"] < numbers.get("m", 0)))
        elif item.rule.season:
            year += 1
        kind = self._kind(item)
        if kind == "spanned":
            year = last_year_of_span(item)
        if kind in MONTHLY and self._is_to_come(item):
            # Told of in January, December is that of the year before.
            year, kind = year + 1, "part" if kind == "late" else kind
        if kind in DUE and item.sentence in self._words.this:
            kind = "after this"
        elif kind in WHOLE and item.sentence in self._words.this:
            kind = "before" if item.start < self._words.this[item.sentence] else "beside this"
        elif kind == "compared" and item.sentence in self._words.last:
            kind = "beside last"
        elif kind == "compared" and item.sentence in self._words.this:
            kind = "below this"
        yield kind, year

    def _kind(self, item: Found) -> str:
        """What kind of evidence an expression with a year is."""
        months = months_of_item(item)
        if item.bygone:
            return "since" if months else "later"
        if item.kind in {"compare", "back"}:
            return self._compared(item)
        if item.ahead and item.kind != "vague":
            return self._planned(item, months)
        if item.kind in {"vague", "name"}:
            if item.kind == "vague" and self._is_of_lead_day(item):
                return "part"
            # A report on a month or quarter comes out when that is over.
            return "named" if months is None or item.kind == "name" else _in_part(months)
        return _reported(item) if item.kind == "report" else self._told(item)

    def _planned(self, item: Found, months: Months | None) -> str:
        """What kind of evidence a time to come is."""
        early = months is not None and months[1] <= (_EARLY if item.rule.gives == "upto" else _SPRING)
        if item.ends == "open" or early:
            return "begins"
        if item.aim and months is None and item.ends != "end":
            return "aim"
        return "planned part" if months and self._words.this and "y2" not in item.numbers else "planned"

    def _is_to_come(self, item: Found) -> bool:
        """Whether months come later in the year than that of the article."""
        months = months_of_item(item)
        return self._month is not None and months is not None and months[1] > self._month

    def _is_of_lead_day(self, item: Found) -> bool:
        """Whether a year is that of a day of the lead: "in 2022 the fair was opened on 20 January".

        What is called by its year may come behind the day: "today the 2022 fair was opened".
        """
        day = self._lead.days.get(item.sentence)
        return day is not None and (item.kind == "vague" or item.start < day)

    def _compared(self, item: Found) -> str:
        """What kind of evidence a time is that something is compared with."""
        months = months_of_item(item)
        again = months in self._bare.months or months in self._words.months
        if item.rule.gives == "back" or (months and again):
            return "again"
        if months:
            return "compared part"
        if item.over:
            return "exceeded"
        return "measured" if item.ahead and item.sentence not in self._words.this else "compared"

    def _told(self, item: Found) -> str:
        """What kind of evidence a time is of which something is told."""
        months = months_of_item(item)
        # Since the beginning of 2022, since January 2022.
        since_start = item.ends == "open" and (item.rule.end == "start" or months == (1, 1))
        # The months of a financial year are told while it runs.
        if item.rule.season or item.rule.part or since_start or "fy" in item.numbers:
            return "season" if item.rule.season else "part"
        if "y2" in item.numbers and months is None:
            return "spanned" if last_year_of_span(item) < self._soonest else "spans"
        if months and self._is_before_bare(item, months):
            return "over"
        if item.ends == "open":
            return self._since(item)
        if months:
            return self._of_months(item, months)
        return "over" if item.over or item.ends == "end" else self._whole(item)

    def _is_before_bare(self, item: Found, months: Months) -> bool:
        """Whether late months with their year come before early ones without, which are of the next year."""
        if "d" in item.numbers or not item.sentence:
            return False  # a caption names the day of its picture, a headline the month of its news
        return is_late(months) and bool(self._bare.months) and months[0] > self._bare.last()

    def _of_months(self, item: Found, months: Months) -> str:
        """What kind of evidence months or a day are of which something is told."""
        if not item.sentence:
            return "part" if months[1] < LAST_MONTH else "over"
        ended = item.rule.gives == "upto"
        if ended and months[1] == LAST_MONTH:
            return "over"  # in the half-year ended 31 December 2022
        # A whole date in the lead is mostly that of the news.
        news = "d" in item.numbers and item.sentence <= LEAD and not ended
        again = months in self._words.months and (year_of_item(item), months) not in self._words.called
        late = is_late(months) and months[1] > self._lead.reached  # "on 10 November", after October 2022
        return "day" if news else "again" if again else "late" if late else "part"

    def _since(self, item: Found) -> str:
        """What kind of evidence a time is from which on something is told."""
        months = months_of_item(item)
        if months is not None and item.sentence > self._bare.months.get(months, item.sentence):
            return "again"  # up in March; twice as many since March 2022
        return "from day" if "d" in item.numbers and item.sentence <= LEAD else "since"

    def _whole(self, item: Found) -> str:
        """What a year is of which something is told, by how else the text speaks of years."""
        if self._is_of_lead_day(item):
            return "part"
        named = self._words.first
        if named is not None and not (self._lead.ending and item.sentence <= LEAD and item.start < named):
            if not self._words.is_near(item):
                return "apart"
            return "earlier" if self._words.last else "before"
        if self._bare.closed:
            return "over"
        return "whole" if self._bare.begins is None or item.start < self._bare.begins else "running"


def _reported(item: Found) -> str:
    """What kind of evidence a time is at which something was said, signed or agreed."""
    months = months_of_item(item)
    if months is None:
        return "document" if item.rule.kind == "report" else "since"
    return "day" if "d" in item.numbers else _in_part(months)


def _in_a_row(signs: set[tuple[str, int]], *, running: bool) -> set[tuple[str, int]]:
    """What years tell together that stand in a row; ``running`` says that another year is told of too."""
    if running:
        # A year that stands beside the one before it is over.
        ended = {y + 1 for kind, y in signs if kind in {"whole", "running", "compared"}}
        signs |= {
            ("over", year) for year in ended if not {("whole", year), ("running", year)}.isdisjoint(signs)
        }
    last = max((year for kind, year in signs if kind in TOLD), default=0)
    past = max((year for kind, year in signs if kind not in PLANS), default=0)
    soon = min((year for kind, year in signs if kind in DUE), default=0)

    def placed(kind: str, year: int) -> str:
        # What begins before another year that is over has begun.
        if (kind in ROW and year < last) or (kind == "begins" and year < past):
            return "later"
        return "further" if kind in DUE and year > soon else kind

    return {(placed(kind, year), year) for kind, year in signs}


def _counted(found: Sequence[Found]) -> Iterator[tuple[str, int]]:
    """The years counted from one named before, as by "ten years later", and those of five-year plans."""
    named, begun = None, -2
    for item in found:
        numbers, gives = item.numbers, item.rule.gives
        if gives == "later":
            first = numbers.get("y", named)
            if first is not None:
                yield "reached", first + numbers.get("n", 1)
        elif gives == "window" and item.rule.unit == "year":
            if named is not None and item.sentence - begun <= 1:
                yield "counted", named + numbers.get("n", 1)
        elif "p" in numbers and gives in {"first", "last"} and numbers.get("n") == 1 and not item.ahead:
            yield "outright", years_of_plan(numbers["p"])[0 if gives == "first" else -1]
        elif numbers.get("y", 0) in _YEARS and not item.ahead:
            begins = item.ends == "open" or item.bygone or item.kind == "report"
            named, begun = numbers["y"], item.sentence if begins else -2


def _in_part(months: Months) -> str:
    return "late" if is_late(months) else "part"
