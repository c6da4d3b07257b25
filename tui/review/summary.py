"""The facts so far as figures: by what is measured, where and when; what compares, and what contradicts."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from tui.model import Claim, Value
from tui.model.edtf import Period, parse_period
from tui.review.review import Review

MOST_COMPARED = 40  # statements of one figure that are compared with one another
_LAST = "\U0010ffff"


class Topic(NamedTuple):
    """What a figure is about, apart from its time. ``what`` is an indicator's id, or else the subject."""

    what: str
    known: bool
    place: str
    unit: str
    per: str
    measure: str
    status: str


class Statement(NamedTuple):
    """A value that one or several facts state; ``said`` names their articles and subjects."""

    value: Value
    bound: str
    claims: tuple[str, ...]
    said: tuple[tuple[str, str], ...] = ()


class Figure(NamedTuple):
    """A topic at a time, with all that was stated of it; the commonest statement first."""

    topic: Topic
    period: str
    statements: tuple[Statement, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The facts behind it."""
        return tuple(claim_id for statement in self.statements for claim_id in statement.claims)

    @property
    def conflict(self) -> bool:
        """Whether two of the facts state values that can't both be true.

        Inside one article different subjects may be parts of a whole, so only the same subject counts there.
        """
        if not self.period or not (self.topic.known or self.topic.place):
            return False
        pairs = combinations(self.statements[:MOST_COMPARED], 2)
        return any(_apart(one, other) and _of_one_thing(one, other) for one, other in pairs)


class Series(NamedTuple):
    """Figures of one topic over several periods of one kind, in the order of time."""

    topic: Topic
    figures: tuple[Figure, ...]


class Summary(NamedTuple):
    """All figures by topic and time, and the series among them."""

    figures: tuple[Figure, ...]
    series: tuple[Series, ...]

    @property
    def conflicts(self) -> tuple[Figure, ...]:
        """The figures for which facts contradict each other."""
        return tuple(figure for figure in self.figures if figure.conflict)


def summary(review: Review) -> Summary:
    """The figures that accepted and fixed claims give."""
    found: dict[tuple[Topic, str], list[Claim]] = {}
    names: dict[str, str] = {}
    for claim_id in review.claim_ids:
        state = review[claim_id]
        if state.is_fact:
            found.setdefault((topic_of(state.claim, names), state.claim.period or ""), []).append(state.claim)
    figures = [Figure(topic, period, _statements(claims)) for (topic, period), claims in found.items()]
    figures.sort(key=lambda figure: (_rank(figure.topic), _when(figure.period)))
    return Summary(tuple(figures), tuple(_series(figures)))


def topic_of(claim: Claim, names: dict[str, str] | None = None) -> Topic:
    """What a claim is about. ``names`` keeps the first spelling of places and subjects met so far."""
    names = names if names is not None else {}
    what, place = claim.indicator or claim.subject.strip(), (claim.place or "").strip()
    what = names.setdefault(what.casefold(), what)
    place = names.setdefault(place.casefold(), place)
    return Topic(what, bool(claim.indicator), place, claim.unit, claim.per or "", claim.measure, claim.status)


def value_of(figure: Figure) -> Decimal:
    """One number for a chart: the commonest statement, of a range its middle."""
    value = figure.statements[0].value
    return (value[0] + value[1]) / 2 if isinstance(value, tuple) else value


def _rank(topic: Topic) -> tuple[bool, str, str, str, str, str, str]:
    place = topic.place or _LAST
    return (
        not topic.known, topic.what.casefold(), place, topic.unit, topic.per, topic.measure, topic.status
    )  # fmt: skip


def _statements(claims: Iterable[Claim]) -> tuple[Statement, ...]:
    found: dict[tuple[Value, str], list[Claim]] = {}
    for claim in claims:
        found.setdefault((claim.value, claim.bound), []).append(claim)
    made = [
        Statement(
            value,
            bound,
            tuple(claim.id for claim in same),
            tuple(dict.fromkeys((claim.article, claim.subject.casefold()) for claim in same)),
        )
        for (value, bound), same in found.items()
    ]
    return tuple(sorted(made, key=lambda statement: -len(statement.claims)))


def _apart(one: Statement, other: Statement) -> bool:
    """Whether no number is what both say."""
    (low, high), (other_low, other_high) = _limits(one), _limits(other)
    return (low is not None and other_high is not None and low > other_high) or (
        other_low is not None and high is not None and other_low > high
    )


def _of_one_thing(one: Statement, other: Statement) -> bool:
    return any(
        article != other_article or subject == other_subject
        for article, subject in one.said
        for other_article, other_subject in other.said
    )


def _limits(statement: Statement) -> tuple[Decimal | None, Decimal | None]:
    """Between what the true number lies, as far as the statement tells; None is without limit."""
    value = statement.value
    low, high = value if isinstance(value, tuple) else (value, value)
    if statement.bound in {"over", "at_least"}:
        return low, None
    if statement.bound in {"under", "at_most"}:
        return None, high
    if statement.bound == "about":
        room = max(abs(low), abs(high)) / 20
        return low - room, high + room
    return low, high


def _series(figures: Iterable[Figure]) -> Iterable[Series]:
    groups: dict[tuple[Topic, tuple[object, ...]], list[Figure]] = {}
    for figure in figures:
        kind = _kind(figure.period)
        if kind:
            groups.setdefault((figure.topic, kind), []).append(figure)
    for (topic, _same), members in groups.items():
        if len(members) > 1:
            yield Series(topic, tuple(members))


def _kind(period: str) -> tuple[object, ...]:
    """What periods must share to be compared: how exact their ends are, and how many months they last."""
    read = _read(period)
    if read is None or read.start is None or read.end is None:
        return ()
    return read.start.precision, read.end.precision, read.months if read.is_interval else 0


def _when(period: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """The order of time; what has no time, or none that can be read, comes last."""
    read = _read(period)
    if read is None:
        return (9999,), (), period
    start = read.start.day_of_start() if read.start else (0,)
    end = read.end.day_of_end() if read.end else (9999,)
    return start, end, period


def _read(period: str) -> Period | None:
    try:
        return parse_period(period)
    except ValueError:
        return None
