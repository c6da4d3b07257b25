"""What a text tells of years without naming them: in words, by months alone, and by the days of its lead."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.extract.time.halves import first_half
from tui.extract.time.named import Months, is_day, is_relative, months_of_item, year_of_item
from tui.extract.time.reckoning import LAST_MONTH
from tui.extract.time.timerules import Found

# Sentences at the beginning in which a day is likely that of the article.
LEAD = 4
# Told of up to this month, the year is a new one.
NEW = 2
# From this month on the news tells of the year that is ending.
_ENDING = 11


@dataclass(frozen=True, slots=True)
class Bare:
    """The months told of without a year, each with the sentence that first does.

    ``begins`` is where the text begins to tell of such, or of weekdays. Where December is told of, or no
    month but the first ones, a whole year that is told of is over, and the months have ``closed`` it.
    """

    months: dict[Months, int]
    begins: int | None
    closed: bool

    def last(self) -> int:
        """The last month that any of them reaches, or 0."""
        return max((last for _, last in self.months), default=0)


@dataclass(frozen=True, slots=True)
class InWords:
    """Where the text speaks of "this year" and "last year": in which sentences ``this`` and ``last``.

    ``months`` are those told of as this year's, with the sentence that first does, and ``called`` such that
    the text names by their year before. ``first`` is where a year of the article is first spoken of in any
    words, and ``beside`` and ``paragraphs`` are the sentences and paragraphs near such words.
    """

    this: dict[int, int]
    last: frozenset[int]
    months: dict[Months | None, int]
    called: frozenset[tuple[int, Months | None]]
    first: int | None
    beside: frozenset[int]
    paragraphs: frozenset[int]

    def is_near(self, item: Found) -> bool:
        """Whether this year or the last one is told of in the same paragraph, or one sentence away."""
        return item.paragraph in self.paragraphs or item.sentence in self.beside


@dataclass(frozen=True, slots=True)
class Lead:
    """What days without a year the lead names: in the year's ``ending`` months, or none.

    ``reached`` is the last month of one that is over, and ``days`` are those on which something took place,
    by their sentences.
    """

    ending: bool
    reached: int
    days: dict[int, int]


def bare_of(found: Sequence[Found], told: Sequence[Found]) -> Bare:
    """The months without a year among the times of which something is ``told``, of all that were found."""
    dated_by = {"y", "y2", "fy", "ry", "p"} | ({"h"} if first_half(told) else set())
    bare = [
        (item, months_of_item(item)) for item in told if not item.ahead and not item.numbers.keys() & dated_by
    ]
    ends = [months[1] for item, months in bare if months and "d" not in item.numbers]
    near = (item for item in found if item.numbers.keys() & {"w", "rd"} and "y" not in item.numbers)
    dated = _dated(told)
    begun = [item.start for item, months in bare if months and item.sentence not in dated]
    return Bare(
        {months: item.sentence for item, months in reversed(bare) if months},
        min((*begun, *(item.start for item in near)), default=None),
        LAST_MONTH in ends or 0 < max(ends, default=0) <= NEW,
    )


def in_words(told: Sequence[Found]) -> InWords:
    """What the times of which something is ``told`` say of this year and the last one in words."""
    relative = [item for item in told if is_relative(item)]
    this = [item for item in told if (item in relative and item.numbers["ry"] == 0) or _runs(item)]
    # A headline is told with the lead, which says in full what it shortens.
    months = {months_of_item(item): LEAD for item in this if not item.sentence}
    months |= {months_of_item(item): item.sentence for item in reversed(this) if item.sentence}
    # "So far this year" and "this spring" name this year too, "at the year's end" may be that of any.
    named = [i for i in told if "ry" in i.numbers and "y" not in i.numbers and not i.rule.focus]
    dated = _dated(told)
    # Months that the text has called this year's are so where it names them again.
    again = months.keys() - {None}
    near = named + [i for i in told if months_of_item(i) in again and not year_of_item(i)]
    return InWords(
        {item.sentence: item.start for item in this},
        frozenset(item.sentence for item in relative if item.numbers["ry"] == -1),
        months,
        frozenset(
            (year, of)
            for item in told
            if (year := year_of_item(item)) and item.sentence < months.get(of := months_of_item(item), 0)
        ),
        min((i.start for i in named if i.numbers["ry"] >= 0 or i.sentence not in dated), default=None),
        frozenset(item.sentence + step for item in near for step in (-1, 0, 1)),
        frozenset(item.paragraph for item in near),
    )


def _runs(item: Found) -> bool:
    """Whether an expression names this year as one that goes on: "the year to date"."""
    return item.rule.set.get("ry") == 0 and item.rule.end == "open" and "y" not in item.numbers


def lead_days(found: Sequence[Found]) -> Lead:
    """The days without a year that the lead names."""
    days = [item for item in found if 0 < item.sentence <= LEAD and is_day(item)]
    over = (i.numbers.get("m", 0) for i in days if i.kind in {"time", "report"} and not i.ahead)
    return Lead(
        any(item.numbers.get("m", 0) >= _ENDING for item in days),
        max(over, default=0),
        {i.sentence: i.start for i in days if i.kind == "time" and not (i.ahead or i.ends)},
    )


def _dated(told: Sequence[Found]) -> set[int]:
    """The sentences that name the year of which they tell."""
    return {item.sentence for item in told if year_of_item(item) and not item.ahead}
