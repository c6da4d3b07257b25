"""The conditions of a filter: what each of them lets pass, asked of all claims of an article at once."""

import operator
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache, partial, reduce
from typing import Any, get_args

from tui.model import BOUNDS, MEASURES, STATUSES, Value
from tui.model.edtf import OPEN, PeriodError, Precision, parse_period
from tui.review.folded import fold
from tui.review.near import AROUND, Passes, near
from tui.review.query import ANYTHING, NOTHING, QueryError, Texts
from tui.review.review import Review
from tui.review.state import Verdict

STATES = (*get_args(Verdict), "decided", "fact", "added")
_COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    ":": operator.eq,
}


def _exact(number: Decimal | float) -> Decimal:
    return Decimal(str(number)) if isinstance(number, float) else number


def condition(found: re.Match[str]) -> Passes:
    """What passes a part of a filter, given by its ``minus``, ``field``, ``op`` and ``value``.

    Raises:
        QueryError: there is no such field or value, or it can't be compared so.
    """
    field, op, raw = found["field"], found["op"], found["value"] or ""
    at = found.start("value") if found["value"] else found.end()
    if not raw or (raw == "-" and field is None):
        example = f"{field or 'word'}{op or ''}{_EXAMPLES.get(field or '', 'x')}"
        raise QueryError(at, "nothing", "write", example=example)
    quoted = raw.startswith('"')
    value = re.sub(r"\\(.)", r"\1", raw[1:-1]) if quoted else raw
    if field is None:
        passes = _words(value)
    elif field in NUMBERS:
        passes = _number(field, op, value, at)
    elif field not in _FIELDS:
        known = (*_FIELDS, *NUMBERS)
        mend, details = _meant(field, known)
        raise QueryError(found.start("field"), "field", mend, field=field, **details)
    elif op not in {":", "="}:
        example = f"{field}:{value}"
        raise QueryError(found.start("op"), "compare", "equal", field=field, op=op, example=example)
    else:
        choices = [value] if quoted else [part for part in value.split(",") if part]
        read = partial(_field, field, at=at, quoted=quoted, whole=op == "=")
        passes = _any([read(choice) for choice in choices or [value]])
    return _negated(passes) if found["minus"] else passes


class _Known(dict[Any, bool]):
    """Whether values are accepted: each is looked at once, for claims share most of theirs."""

    def __init__(self, accepts: Callable[[Any], bool]) -> None:
        self._accepts = accepts

    def __missing__(self, value: Any) -> bool:
        found = self[value] = self._accepts(value)
        return found


def _column(name: str, accepts: Callable[[Review, Any], bool]) -> Passes:
    """Claims with a value that is accepted."""
    known = lru_cache(maxsize=1)(lambda review: _Known(partial(accepts, review)))
    return lambda review, article_id: map(known(review).__getitem__, review.columns.of(name)[article_id])


def _field(field: str, value: str, *, at: int, quoted: bool, whole: bool) -> Passes:
    if field in _CLOSED:
        return _closed(field, value, at)
    if not quoted and value in {NOTHING, ANYTHING}:
        return _empty(field) if value == NOTHING else _negated(_empty(field))
    wanted = fold(value)
    if field == "text":
        return near(wanted) if not whole else _line(value)
    if field == "indicator":
        is_id = "_" in value  # of names no id is looked up

        def is_called(review: Review, name: str | None) -> bool:
            texts = map(fold, (name, *(() if is_id else review.called(name)))) if name else ()
            return any(wanted == text if whole else wanted in text for text in texts)

        return _column(field, is_called)
    texts, match = _FIELDS[field], _MATCHES.get(field, _contains)
    if whole:
        return _column(field, lambda review, said: value in texts(review, said))
    return _column(
        field, lambda review, said: any(match(fold(text), wanted) for text in texts(review, said) if text)
    )


def _empty(field: str) -> Passes:
    if field == "text":  # a line of the text is never empty
        return lambda review, article_id: [False] * review.progress(article_id).total
    texts = _FIELDS[field]
    return _column(field, lambda review, said: not any(texts(review, said)))


def _closed(field: str, value: str, at: int) -> Passes:
    known = _CLOSED[field]
    if value not in known:
        mend, details = _meant(value, known)
        raise QueryError(at, "value", mend, field=field, value=value, **details)
    if field == "state" and value == "added":
        return _column("added", lambda _review, said: bool(said))
    wanted = _SEVERAL.get(value, {value})
    return _column(field, lambda _review, said: said in wanted)


def _number(field: str, op: str, text: str, at: int) -> Passes:
    try:
        wanted = Decimal(unicodedata.normalize("NFKC", text).replace(",", ""))
    except InvalidOperation:
        wanted = Decimal("NaN")
    if not wanted.is_finite():
        raise QueryError(at, "number", "digits", value=text, example=f"{field}{op}0.8")
    compare = _COMPARE[op]

    def fits(said: Value | float) -> bool:
        numbers = said if isinstance(said, tuple) else (said,)
        return any(compare(_exact(number), wanted) for number in numbers)

    known = _Known(fits)

    def passes(review: Review, article_id: str) -> Iterable[bool]:
        said = review.columns.of(field)[article_id]  # few share a value: most are asked at once
        return [compare(each, wanted) if type(each) is Decimal else known[each] for each in said]

    return passes


def _words(value: str) -> Passes:
    wanted = fold(value)

    def stands(_review: Review, said: str | None) -> bool:
        return wanted in fold(said or "")

    def written(review: Review, article_id: str) -> Iterable[bool]:
        return [wanted in words for words in review.written(article_id)]

    return _any([_column("subject", stands), _column("place", stands), written])


def _line(value: str) -> Passes:
    """Claims whose line, cut where it is very long, is exactly this."""

    def passes(review: Review, article_id: str) -> Iterable[bool]:
        text = review.article(article_id).text
        for start, end in review.spans(article_id):
            before = text[max(0, start - AROUND) : start].rpartition("\n")[2]
            yield value == before + text[start : end + AROUND].partition("\n")[0]

    return passes


def _negated(passes: Passes) -> Passes:
    return lambda review, article_id: map(operator.not_, passes(review, article_id))


def _any(several: Sequence[Passes]) -> Passes:
    return lambda review, article_id: reduce(
        partial(map, operator.or_), (passes(review, article_id) for passes in several)
    )


def _contains(text: str, wanted: str) -> bool:
    return wanted in text


def _period(text: str, wanted: str) -> bool:
    """2021 finds 2021, 2021-06 and intervals that begin or end in it; .. finds those that are open."""
    try:
        period = parse_period(text)
    except PeriodError:
        return text == wanted
    ends = {OPEN if end is None else end for end in (period.start, period.end)}
    return text == wanted or any(
        wanted == (end if isinstance(end, str) else str(end.reduced(precision)))
        for end in ends
        for precision in get_args(Precision)
    )


def _itself(_review: Review, said: Any) -> Texts:
    return (said,)


def _article(review: Review, article_id: str) -> Texts:
    article = review.article(article_id)
    return (article.id, article.path, article.title)


# The texts that a value of a column stands for; what stands around a number is in no column.
_FIELDS: dict[str, Callable[[Review, Any], Texts]] = {
    **dict.fromkeys(("state", "unit", "per", "bound", "measure", "status"), _itself),
    **dict.fromkeys(("subject", "place", "period", "indicator"), _itself),
    "text": _itself,
    "article": _article,
    **dict.fromkeys(("note", "reason"), _itself),
    "doubt": lambda _review, said: said,
    "by": _itself,
}
# What names an article to a reader, and nothing for fields that hold whole sentences.
SHOWN: dict[str, Callable[[Review, Any], Texts]] = {
    **{field: texts for field, texts in _FIELDS.items() if field != "text"},
    "article": lambda review, article_id: (review.article(article_id).title,),
}
_CLOSED: dict[str, tuple[str, ...]] = {
    "state": STATES,
    "bound": BOUNDS,
    "measure": MEASURES,
    "status": STATUSES,
}
_SEVERAL = {"decided": {"accepted", "fixed", "rejected"}, "fact": {"accepted", "fixed"}}
_MATCHES: dict[str, Callable[[str, str], bool]] = {
    "unit": operator.eq,
    "per": operator.eq,
    "by": operator.eq,
    "period": _period,
}
NUMBERS = ("conf", "value")
_EXAMPLES = {"state": "pending", "conf": "0.8", "value": "100", "unit": "%", "period": "2021"}


def _meant(value: str, known: Sequence[str]) -> tuple[str, dict[str, str]]:
    """What a mistaken value may have been meant for, or else what there is: a code and its details."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - for mistakes only

    best = process.extractOne(value, known, scorer=fuzz.ratio, score_cutoff=55)
    return ("meant", {"best": best[0]}) if best else ("known", {"known": ", ".join(known)})
