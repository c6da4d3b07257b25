"""What the stages of extraction work on: an article, its sentences, and the claims being drafted."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from tui.extract.expressions.shape import plain
from tui.model import Article, Value
from tui.model.edtf import Period, Point

# A doubt: no noun of a number was found, and its unit may be another.
GUESSED = "unit guessed"

# What parts a name from what is said of it.
COMMA = ", "

Role = Literal["title", "heading", "body", "list", "table", "boilerplate"]


@dataclass(slots=True)
class Sentence:
    """A sentence and where it stands; offsets are code points into the article's text, end exclusive.

    ``paragraph`` counts from 0; ``role`` says what kind of line it is part of.
    """

    start: int
    end: int
    text: str
    language: str
    paragraph: int
    role: Role = "body"
    # The text for looking words up in, see ``shape.plain``.
    plain: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.plain = plain(self.text)


@dataclass(slots=True)
class Mention:
    """A place or time named in the text: where, what it stands for, and the rule that found it.

    ``parts`` are where more is said of it behind a comma: "Hangzhou, a city in Zhejiang".
    """

    start: int
    end: int
    value: str
    rule: str
    kind: str = ""
    parts: tuple[int, ...] = field(default=(), kw_only=True)


@dataclass(slots=True)
class Dated(Mention):
    """A time with the ``period`` that it stands for, None where nobody knows; ``value`` is that in EDTF.

    It may be still to come (``ahead``), words may make it the ``aim`` of what is told ("by 2030"), it may be
    a crop, school or fiscal year that two years name (``season``), so many years or months up to the
    article's date (``window``), or that of an earlier value before it (``of_value``).
    """

    value: str = field(init=False)
    period: Period | None = None
    ahead: bool = False
    aim: bool = False
    season: bool = False
    window: bool = False
    of_value: bool = False

    def __post_init__(self) -> None:
        self.value = "" if self.period is None else str(self.period)

    @property
    def first(self) -> Point | None:
        """The date that it begins with, None where that isn't known."""
        return None if self.period is None else self.period.start

    @property
    def last(self) -> Point | None:
        """The date that it ends with, None where that isn't known or it goes on."""
        return None if self.period is None else self.period.end

    @property
    def goes_on(self) -> bool:
        """Whether it has no end, as "since 2021"."""
        return self.period is not None and self.period.goes_on

    @property
    def is_interval(self) -> bool:
        """Whether it goes from one date to another, or on from one."""
        return self.period is not None and self.period.is_interval

    def ends_before(self, date: Point | None) -> bool:
        """Whether it is known to be over when a date begins."""
        return self.period is not None and date is not None and self.period.ends_before(date)

    def begins_after(self, date: Point | None) -> bool:
        """Whether it is known to begin when a date is over."""
        return self.period is not None and date is not None and self.period.begins_after(date)


@dataclass(slots=True)
class Draft:
    """A number on its way to become a claim. ``sentence`` is an index into the document's sentences.

    ``kind`` says how the number is written (``digits``, ``words``, ``ordinal``, ``fraction``, ``range`` …);
    ``dropped`` is the id of the rule that found it to be no claim; ``noun_at`` is where in the article the
    noun stands by which its unit was guessed; ``whole`` is what its subject says something of.
    """

    start: int
    end: int
    text: str
    sentence: int
    value: Value
    kind: str = "digits"
    fields: dict[str, str | None] = field(default_factory=dict)
    why: dict[str, list[str]] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    dropped: str | None = None
    noun_at: int | None = None
    whole: str = ""

    @property
    def guessed(self) -> bool:
        """Whether its unit is a guess."""
        return GUESSED in self.doubts

    @guessed.setter
    def guessed(self, is_one: bool) -> None:
        self.doubts[:] = [doubt for doubt in self.doubts if doubt != GUESSED] + [GUESSED] * is_one

    def set(self, name: str, value: str | None, rule: str) -> None:
        """Give a field its value and note the rule that said so; a later stage may set it again."""
        self.fields[name] = value
        self.why[name] = [rule]


Standing = TypeVar("Standing", Mention, Dated, Draft, "Cell")


def between(found: Sequence[Standing], start: int, end: int) -> Sequence[Standing]:
    """Those of what is found, in the order of the text, that begin from ``start`` on and before ``end``."""
    first = bisect_left(found, start, key=lambda one: one.start)
    return found[first : bisect_left(found, end, lo=first, key=lambda one: one.start)]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; offsets are code points into the article's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, its name first; ``section`` is the line that heads it and others, if there is one."""

    cells: list[Cell]
    section: Cell | None = None


@dataclass(slots=True)
class Grid:
    """A flattened table: from the ``first`` of its lines to the ``last``, as indices of sentences.

    ``heads`` are the cells over each column, the outermost first; a column may have none, and a list with
    names and numbers has none at all. ``numbering`` are the cells that only number the rows.
    """

    first: int
    last: int
    heads: list[list[Cell]]
    rows: list[Row]
    numbering: list[Cell] = field(default_factory=list)
    # The cells that hold numbers, whatever these look like beside others.
    numbers: list[Cell] = field(default_factory=list)


@dataclass(slots=True)
class Document:
    """An article on its way through the stages; every list is in the order of the text."""

    article: Article
    sentences: list[Sentence] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    times: list[Dated] = field(default_factory=list)
    # Whether it is read with other characters than it is written with, as traditional Chinese is.
    respelled: bool = False
    # What times are counted from: the article's own date, or what its text tells; None if unknown.
    now: Point | None = None
    # Whether its year is one for which the text speaks hardly more than for another.
    year_guessed: bool = False
    places: list[Mention] = field(default_factory=list)
    # What the article as a whole is about.
    home: Mention | None = None
    # Tables flattened to lines.
    tables: list[Grid] = field(default_factory=list)
    # Sentences cut into tagged words, by index: made by the first stage that needs them.
    words: dict[int, object] = field(default_factory=dict)
    # Whose money a bare sign or name is throughout, by the id of its rule.
    homes: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @property
    def date(self) -> str:
        """The date that times are counted from, in EDTF; empty if unknown."""
        return "" if self.now is None else str(self.now)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds ``offset``, or the last one that begins before it."""
        index = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return self.sentences[max(index, 0)]

    def number_cell(self, offset: int) -> Cell | None:
        """The cell of a table that an offset lies in, if it holds a number, which may look like a year."""
        for grid in self.tables:
            at = bisect_right(grid.numbers, offset, key=lambda cell: cell.start) - 1
            if at >= 0 and offset < grid.numbers[at].end:
                return grid.numbers[at]
        return None

    def apart(self, one: Draft, two: Draft) -> int:
        """How many sentences a number stands behind another, page furniture not counted."""
        between = self.sentences[one.sentence + 1 : two.sentence + 1]
        return sum(sentence.role != "boilerplate" for sentence in between)

    @property
    def claims(self) -> list[Draft]:
        """The drafts that are still claims."""
        return [draft for draft in self.drafts if draft.dropped is None]
