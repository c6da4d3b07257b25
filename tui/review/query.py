"""The filter language: ``state:pending conf<0.8 unit:% place:"New York" -note:none free words``.

``place:York`` finds what has York in it, ``place=York`` only what is exactly that.
"""

import operator
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any, NamedTuple, get_args

from tui.model import BOUNDS, MEASURES, STATUSES, Claim
from tui.review.near import AROUND, Test, fold, near
from tui.review.review import Review
from tui.review.state import ClaimState, Verdict

STATES = (*get_args(Verdict), "decided", "fact", "added")
NOTHING, ANYTHING = "none", "any"
_TOKEN = re.compile(
    r"""(?P<minus>-)?
    (?:(?P<field>[a-z]+)(?P<op>:|<=|>=|<|>|=))?
    (?P<value>"(?:[^"\\]|\\.)*"|[^\s"]+)?""",
    re.VERBOSE,
)
_COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    ":": operator.eq,
}


# Why a filter can't be read, and what would mend it.
REASONS = {
    "place": "at {place}: {reason}; {mend}",
    "open": "a quote begins here and doesn't end",
    "close": 'put a " at its end',
    "inner": "a quote stands in the middle of a word",
    "space": 'put a space before the "',
    "nothing": "there is nothing to look for",
    "write": "write what to look for, such as {example}",
    "field": "there is no field {field!r}",
    "compare": "{field} can't be compared with {op}",
    "equal": "write {example}",
    "value": "there is no {field} {value!r}",
    "number": "{value!r} is no number",
    "digits": "write a number such as {example}",
    "meant": "did you mean {best}?",
    "known": "known are {known}",
}


class QueryError(ValueError):
    """A filter that can't be read: where (a code point of the filter), why, and what would mend it.

    ``reason`` and ``mend`` are codes of ``REASONS``; ``details`` fill in their words.
    """

    def __init__(self, position: int, reason: str, mend: str, **details: str) -> None:
        self.position, self.reason, self.mend, self.details = position, reason, mend, details
        super().__init__(self.in_words(REASONS.__getitem__))

    def in_words(self, words: Callable[[str], str]) -> str:
        """The whole error, in the words that ``words`` has for a code."""
        reason, mend = (words(code).format(**self.details) for code in (self.reason, self.mend))
        return words("place").format(place=self.position + 1, reason=reason, mend=mend)


class Part(NamedTuple):
    """One condition of a filter: as it is written, its field (None for free words), and its test."""

    text: str
    field: str | None
    test: Test


class Query(NamedTuple):
    """A filter that was read; every part of it must hold."""

    text: str
    parts: tuple[Part, ...]

    def matches(self, review: Review, claim_id: str) -> bool:
        """Whether a claim passes as it stands now."""
        state = review[claim_id]
        return all(part.test(review, state) for part in self.parts)

    def select(self, review: Review, ids: Iterable[str] | None = None) -> list[str]:
        """The claims that pass, in their order; by default out of all in text order."""
        return [state.claim.id for state in self.narrow(review, review.states(ids))]

    def narrow(self, review: Review, states: list[ClaimState]) -> list[ClaimState]:
        """The states that pass, in their order."""
        found = states
        for part in self.parts:
            test = part.test
            found = [state for state in found if test(review, state)]
        return found


def parse(text: str) -> Query:
    """Read a filter; an empty one passes everything.

    Raises:
        QueryError: an unknown field or value, or a quote that isn't closed.
    """
    parts: list[Part] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _TOKEN.match(text, at)
        if found is None or (not found["value"] and text[found.end() : found.end() + 1] == '"'):
            where = at if found is None else found.end()
            raise QueryError(where, "open", "close")
        parts.append(Part(found[0], found["field"], _test(found)))
        at = found.end()
        if at < len(text) and not text[at].isspace():
            raise QueryError(at, "inner", "space")
    return Query(text, tuple(parts))


class _Known(dict[Any, bool]):
    """What a test says of the values that it was given: claims share most of theirs."""

    def __init__(self, test: Callable[[Any], bool]) -> None:
        super().__init__()
        self._test = test

    def __missing__(self, values: Any) -> bool:
        said = self[values] = self._test(values)
        return said


def _exact(number: Decimal | float) -> Decimal:
    return Decimal(str(number)) if isinstance(number, float) else number


def _test(found: re.Match[str]) -> Test:
    field, op, raw = found["field"], found["op"], found["value"] or ""
    at = found.start("value") if found["value"] else found.end()
    if not raw or (raw == "-" and field is None):
        example = f"{field or 'word'}{op or ''}{_EXAMPLES.get(field or '', 'x')}"
        raise QueryError(at, "nothing", "write", example=example)
    quoted = raw.startswith('"')
    value = re.sub(r"\\(.)", r"\1", raw[1:-1]) if quoted else raw
    if field is None:
        test = _words(value)
    elif field in _NUMBERS:
        test = _number(field, op, value, at)
    elif field not in _FIELDS:
        known = (*_FIELDS, *_NUMBERS)
        mend, details = _meant(field, known)
        raise QueryError(found.start("field"), "field", mend, field=field, **details)
    elif op not in {":", "="}:
        example = f"{field}:{value}"
        raise QueryError(found.start("op"), "compare", "equal", field=field, op=op, example=example)
    else:
        choices = [value] if quoted else [part for part in value.split(",") if part]
        read = partial(_field, field, at=at, quoted=quoted, whole=op == "=")
        test = _any([read(choice) for choice in choices or [value]])
    return _negated(test) if found["minus"] else test


def _field(field: str, value: str, *, at: int, quoted: bool, whole: bool) -> Test:
    if field in _CLOSED:
        return _closed(field, value, at)
    if not quoted and value in {NOTHING, ANYTHING}:
        return _empty(field) if value == NOTHING else _negated(_empty(field))
    if field == "indicator":
        return _indicator(value, whole=whole)
    get = _FIELDS[field]
    if whole:
        return lambda review, state: value in get(review, state)
    wanted = fold(value)
    if field == "text":
        return near(wanted)
    match = _MATCHES.get(field, _contains)
    known = _Known(lambda values: any(match(fold(text), wanted) for text in values if text))
    return lambda review, state: known[get(review, state)]


def _indicator(value: str, *, whole: bool) -> Test:
    """Claims whose indicator has this id, or is called so in some language; of names no id is looked up."""
    wanted, is_id = fold(value), "_" in value
    known: dict[str, bool] = {}

    def test(review: Review, state: ClaimState) -> bool:
        name = state.claim.indicator
        if not name:
            return False
        if name not in known:
            texts = map(fold, (name, *(() if is_id else review.called(name))))
            known[name] = any(wanted == text if whole else wanted in text for text in texts)
        return known[name]

    return test


def _empty(field: str) -> Test:
    get = _FIELDS[field]
    return lambda review, state: not any(get(review, state))


def _closed(field: str, value: str, at: int) -> Test:
    known = _CLOSED[field]
    if value not in known:
        mend, details = _meant(value, known)
        raise QueryError(at, "value", mend, field=field, value=value, **details)
    if field == "state":
        return _STATE_TESTS.get(value) or (lambda _review, state: state.verdict == value)
    return lambda _review, state: getattr(state.claim, field) == value


def _number(field: str, op: str, text: str, at: int) -> Test:
    try:
        wanted = Decimal(unicodedata.normalize("NFKC", text).replace(",", ""))
    except InvalidOperation:
        raise QueryError(at, "number", "digits", value=text, example=f"{field}{op}0.8") from None
    compare, get = _COMPARE[op], _NUMBERS[field]
    known = _Known(lambda numbers: any(compare(_exact(number), wanted) for number in numbers))
    return lambda _review, state: known[get(state.claim)]


def _words(value: str) -> Test:
    wanted = fold(value)
    known = _Known(lambda texts: any(wanted in fold(text) for text in texts if text))

    def test(review: Review, state: ClaimState) -> bool:
        claim = state.claim
        if known[claim.subject, claim.place]:
            return True
        return wanted in fold(review.article(claim.article).text[claim.start : claim.end])

    return test


def _negated(test: Test) -> Test:
    return lambda review, state: not test(review, state)


def _any(tests: Sequence[Test]) -> Test:
    if len(tests) == 1:
        return tests[0]
    return lambda review, state: any(test(review, state) for test in tests)


def _contains(text: str, wanted: str) -> bool:
    return wanted in text


def _period(text: str, wanted: str) -> bool:
    """2021 finds 2021, 2021-06 and intervals that begin or end in it."""
    return text == wanted or any(part == wanted or part.startswith(f"{wanted}-") for part in text.split("/"))


def _around(review: Review, state: ClaimState) -> tuple[str, ...]:
    """The line of the article in which the number stands, cut where it is very long."""
    claim = state.claim
    text = review.article(claim.article).text
    before = text[max(0, claim.start - AROUND) : claim.start].rpartition("\n")[2]
    return (before + text[claim.start : claim.end + AROUND].partition("\n")[0],)


def _article(review: Review, state: ClaimState) -> tuple[str, ...]:
    article = review.article(state.claim.article)
    return (article.id, article.path, article.title)


_FIELDS: dict[str, Callable[[Review, ClaimState], tuple[str | None, ...]]] = {
    "state": lambda _review, state: (state.verdict,),
    "unit": lambda _review, state: (state.claim.unit,),
    "per": lambda _review, state: (state.claim.per,),
    "bound": lambda _review, state: (state.claim.bound,),
    "measure": lambda _review, state: (state.claim.measure,),
    "status": lambda _review, state: (state.claim.status,),
    "subject": lambda _review, state: (state.claim.subject,),
    "place": lambda _review, state: (state.claim.place,),
    "period": lambda _review, state: (state.claim.period,),
    "indicator": lambda _review, state: (state.claim.indicator,),
    "text": _around,
    "article": _article,
    "note": lambda _review, state: (state.note,),
    "reason": lambda _review, state: (state.reason,),
    "doubt": lambda _review, state: state.claim.doubts,
    "by": lambda _review, state: (state.by,),
}
# What names an article to a reader, and nothing for fields that hold whole sentences.
_SHOWN_VALUES: dict[str, Callable[[Review, ClaimState], tuple[str | None, ...]]] = {
    **_FIELDS,
    "article": lambda review, state: (review.article(state.claim.article).title,),
    "text": lambda _review, _state: (),
}
_CLOSED: dict[str, tuple[str, ...]] = {
    "state": STATES,
    "bound": BOUNDS,
    "measure": MEASURES,
    "status": STATUSES,
}
_STATE_TESTS: dict[str, Test] = {
    "decided": lambda _review, state: state.decided,
    "fact": lambda _review, state: state.is_fact,
    "added": lambda _review, state: state.added,
}
_MATCHES: dict[str, Callable[[str, str], bool]] = {
    "unit": operator.eq,
    "per": operator.eq,
    "by": operator.eq,
    "period": _period,
}
_NUMBERS: dict[str, Callable[[Claim], tuple[Decimal | float, ...]]] = {
    "conf": lambda claim: (claim.confidence,),
    "value": lambda claim: claim.value if isinstance(claim.value, tuple) else (claim.value,),
}
_EXAMPLES = {"state": "pending", "conf": "0.8", "value": "100", "unit": "%", "period": "2021"}


def _meant(value: str, known: Sequence[str]) -> tuple[str, dict[str, str]]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - for mistakes only

    best = process.extractOne(value, known, scorer=fuzz.ratio, score_cutoff=55)
    return ("meant", {"best": best[0]}) if best else ("known", {"known": ", ".join(known)})


def field_values(field: str) -> Callable[[Review, ClaimState], tuple[str | None, ...]]:
    """What tells the values of a claim in a field as a reader would name them; no field, no values."""
    return _SHOWN_VALUES.get(field, lambda _review, _state: ())


def quoted(value: str) -> str:
    """A value as it is written in a filter."""
    if value in {NOTHING, ANYTHING} or re.search(r'[\s",\\]', value) or not value:
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return value
