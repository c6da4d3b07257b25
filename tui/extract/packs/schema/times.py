"""Records of the rule files about time: expressions, what surrounds them, and how far they reach."""

from typing import Annotated, ClassVar, Literal, get_args

from msgspec import Meta, field

from tui.extract.packs.schema.base import Rule

Shape = Literal[
    "date",
    "range",
    "first",
    "last",
    "window",
    "upto",
    "now",
    "vague",
    "back",
    "spoken",
    "ago",
    "season",
    "ahead",
    "later",
    "none",
]
Unit = Literal["year", "quarter", "month", "week", "day"]
# What a mention of time does: govern numbers (time, now, and weakest vague), or those that stand in brackets
# (bracket), or stand for something else.
TimeKind = Literal["time", "now", "vague", "compare", "back", "report", "name", "clock", "bracket"]
End = Literal["", "start", "end", "open"]
# What expressions are called besides what rules name them, see ``TimeFrame``.
TRAITS = frozenset({*get_args(Unit), *get_args(Shape), *get_args(End)} - {""}) | {
    "season",
    "half",
    "relative",
    "named",
    "feast",
}


class FeastRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A feast by ``name``, which time expressions of any language name as their ``feast``.

    ``months`` gives the month of a feast whose date moves, by year, and ``days`` its days off, as MM-DD/MM-DD
    (year 0: all others).
    """

    name: str
    months: dict[int, int] = field(default_factory=dict)
    days: dict[int, Annotated[str, Meta(pattern=r"^\d\d-\d\d(/\d\d-\d\d)?$")]] = field(default_factory=dict)


class TimePart(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A piece of time expressions, used in other patterns as ``{name}``; ``{name2}`` is the later of two.

    ``match`` is a regular expression with the groups y m d q h n w p (year, month, day, quarter, half, count,
    weekday, five-year plan), ry rm rd rq rw (the same, counted from the article's date), sy (years counted
    from the one told of) and fy (the first of the two years that name a financial year). ``words`` says
    which number a word in the group ``group`` stands for; without ``match`` the words are the pattern.
    ``{unit}`` is known without an entry: any word of a unit.
    """

    expressions: ClassVar[tuple[str, ...]] = ("match",)

    unproven: ClassVar[str] = "it is a piece of time expressions, whose examples show it"

    name: str
    match: str = ""
    group: str = ""
    words: dict[str, int] = field(default_factory=dict)
    exact_case: bool = False


class TimeRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A time expression: ``match`` with the groups of its parts, and what EDTF date they give.

    ``set`` gives fixed values to groups that the pattern lacks; ``unit`` is what ``n`` counts; ``feast``
    names one of ``feasts.yaml``; ``focus`` counts from the time last spoken of instead of the article's date;
    ``end`` takes its first or last month, or leaves its end open; with ``season`` two years make one crop,
    school or fiscal year, which is not the time between them, and ``part`` says that it names a part of a
    year without its months. One that is ``closing`` ends a time that is over. ``called`` are names by which
    timeframes leave it alone, besides those that all have.
    """

    expressions: ClassVar[tuple[str, ...]] = ("match",)

    match: str
    gives: Shape = "date"
    kind: TimeKind = "time"
    unit: Unit = "year"
    set: dict[str, int] = field(default_factory=dict)
    feast: str = ""
    focus: bool = False
    season: bool = False
    part: bool = False
    closing: bool = False
    called: tuple[str, ...] = ()
    end: End = ""


class TimeFrame(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What the words before or after a time expression make of it.

    ``before`` must match right up to the expression, ``after`` right behind it. ``precise`` asks for a day;
    ``unless`` says which expressions it leaves alone: by the smallest part of time that they name (year,
    season, half, quarter, month, week, day), by what they give (window, upto, ahead, range ...) and which end
    of it they take (start, end, open), by whether their words count from the article's date (relative) or
    name a date (named), names of feasts (feast), and by what else they are ``called``.
    ``kind`` and ``end`` change the mention; ``target`` says that the time is one to come, ``aim`` that
    something is to be done by then, ``over`` that it is past, ``bygone`` that it tells no more of the
    article's date than that it is later, ``of_value`` that it is the time of an earlier value before it.
    """

    expressions: ClassVar[tuple[str, ...]] = ("before", "after")

    before: str = ""
    after: str = ""
    precise: bool = False
    unless: tuple[str, ...] = ()
    kind: TimeKind | None = None
    end: End = ""
    target: bool = False
    aim: bool = False
    over: bool = False
    bygone: bool = False
    of_value: bool = False


class TimeReach(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """How far a time reaches: one entry serves a language, its fields are regular expressions.

    ``begins`` matches, in small letters, wherever a time expression may begin: other places are not searched.
    ``clause`` separates clauses; ``topic`` begins a sentence about something else; with ``trailing`` a time
    may stand behind what it governs; ``bracket`` leads from a number to the time in brackets behind it;
    ``of`` from a time to the one number it belongs to, as in "November's 4.2%"; ``to`` from the number of a
    comparison to its time, as in "13,719 yuan in 2021"; ``old`` stands before the earlier of two values and
    ``new`` between them, or ``then`` if the later one comes first; ``by_now`` in a clause without a time
    means up to the article's date, and a sentence with ``since_then`` is about no year before that is over,
    unless things have come about by then, nor is a number before which ``has`` stands or behind which
    ``does`` follows: what somebody has, runs or pays, they do now. ``listed`` stands between times and
    ``joint`` between numbers of one list, ``respectively`` says that two lists go together; ``aside`` begins
    a clause put in, whose times are its own; ``adjacent`` is all that stands between an amount and a time
    before another one that is its own, as a unit; ``alike`` stands between a time that something is compared
    with and another one with which it is compared, too; ``goes_on`` begins a clause that goes on with the
    same statement. ``leads`` stands between the beginning of a clause and a time counted back, which is then
    the clause's. ``when`` begins a clause that tells of the time right before it, and ``opened`` is all that
    stands between a time and the number that is told for it in brackets. ``acts`` begins what follows a time
    at which the things counted right before it did something: "another 20 next year start work", where times
    don't trail. ``cause`` begins a clause that says why, in which what has gone on since some time says how
    long the cause has; ``stands`` stands before what something comes to at present, where years ago were told
    of. ``passage`` is for how many paragraphs more a time reaches on, and with ``resumes`` they come back to
    the time the article begins with, as with ``returns`` where that is a month or longer and nothing turns to
    another topic; with
    ``plans_apart`` a time to come reaches beyond its sentence for planned numbers only; with ``by_title`` the
    month or quarter in the title of a release governs where nothing else does; with ``old_time`` the words of
    ``old`` before a time make it that of the earlier value only. ``by_place`` ends its reach where a sentence
    turns to another place.
    """

    expressions: ClassVar[tuple[str, ...]] = (
        "clause",
        "begins",
        "topic",
        "bracket",
        "of",
        "to",
        "old",
        "new",
        "then",
        "by_now",
        "since_then",
        "has",
        "does",
        "listed",
        "alike",
        "joint",
        "respectively",
        "goes_on",
        "aside",
        "adjacent",
        "leads",
        "when",
        "opened",
        "acts",
        "cause",
        "stands",
    )
    cased: ClassVar[bool] = True

    unproven: ClassVar[str] = "it governs the reach of all time expressions, whose examples show it"

    clause: str
    begins: str = ""
    topic: str = ""
    trailing: bool = False
    bracket: str = ""
    of: str = ""
    to: str = ""
    old: str = ""
    new: str = ""
    then: str = ""
    by_now: str = ""
    since_then: str = ""
    has: str = ""
    does: str = ""
    listed: str = ""
    alike: str = ""
    joint: str = ""
    respectively: str = ""
    goes_on: str = ""
    aside: str = ""
    adjacent: str = ""
    leads: str = ""
    when: str = ""
    opened: str = ""
    acts: str = ""
    cause: str = ""
    stands: str = ""
    by_place: bool = False
    resumes: bool = False
    returns: bool = False
    old_time: bool = False
    plans_apart: bool = False
    by_title: bool = False
    passage: int = 0
