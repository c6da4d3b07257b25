"""The filter language: ``state:pending conf<0.8 unit:% place:"New York" -note:none free words``.

``place:York`` finds what has York in it, ``place=York`` only what is exactly that.
"""

import operator
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache, partial, reduce
from itertools import chain, compress
from typing import Any, NamedTuple, get_args

from tui.model import BOUNDS, MEASURES, STATUSES, Value
from tui.model.telling import Told
from tui.review.folded import fold
from tui.review.near import AROUND, Passes, near
from tui.review.review import Review
from tui.review.state import Verdict

Texts = tuple[str | None, ...]
STATES = (*get_args(Verdict), "decided", "fact", "added")
NOTHING, ANYTHING = "none", "any"
MOST_PARTS = 64
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


# Why a filter can't be read, and what would mend it, by code.
REASONS = {
    "open": Told("a quote begins here and doesn't end"),
    "close": Told('put a " at its end'),
    "many": Told("a filter has {limit} parts at most"),
    "fewer": Told("leave out the rest"),
    "inner": Told("a quote stands in the middle of a word"),
    "space": Told('put a space before the "'),
    "nothing": Told("there is nothing to look for"),
    "write": Told("write what to look for, such as {example}"),
    "field": Told("there is no field {field!r}"),
    "compare": Told("{field} can't be compared with {op}"),
    "equal": Told("write {example}"),
    "value": Told("there is no {field} {value!r}"),
    "number": Told("{value!r} is no number"),
    "digits": Told("write a number such as {example}"),
    "meant": Told("did you mean {best}?"),
    "known": Told("known are {known}"),
}


class QueryError(ValueError):
    """A filter that can't be read: where (a code point of the filter), why, and what would mend it.

    ``reason`` and ``mend`` are codes of ``REASONS``; its argument is the whole sentence, with ``details``.
    """

    def __init__(self, position: int, reason: str, mend: str, **details: str) -> None:
        self.position, self.reason, self.mend = position, reason, mend
        super().__init__(
            Told(
                "character {place}: {reason}; {mend}",
                place=position + 1,
                reason=Told(REASONS[reason], **details),
                mend=Told(REASONS[mend], **details),
            )
        )


class Part(NamedTuple):
    """One condition of a filter: as it is written, its field (None for free words), and what passes."""

    text: str
    field: str | None
    passes: Passes


class Query(NamedTuple):
    """A filter that was read; every part of it must hold."""

    text: str
    parts: tuple[Part, ...]

    def passes(self, review: Review, article_id: str) -> Iterable[bool]:
        """Whether each claim of an article passes as it stands now, as the text runs."""
        if not self.parts:
            return [True] * review.progress(article_id).total
        return reduce(partial(map, operator.and_), (part.passes(review, article_id) for part in self.parts))

    def marks(self, review: Review) -> Iterator[bool]:
        """Whether each claim passes, in the order of ``claim_ids``."""
        return chain.from_iterable(self.passes(review, article.id) for article in review.articles)

    def select(self, review: Review, articles: Iterable[str] | None = None) -> list[str]:
        """The claims that pass, in text order, out of all or of some articles."""
        if articles is None:
            return list(compress(review.claim_ids, self.marks(review)))
        return [
            name for each in articles for name in compress(review.of_article(each), self.passes(review, each))
        ]


def parse(text: str) -> Query:
    """Read a filter; an empty one passes everything.

    Raises:
        QueryError: an unknown field or value, a quote that isn't closed, or too many parts.
    """
    parts: list[Part] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        if len(parts) == MOST_PARTS:
            raise QueryError(at, "many", "fewer", limit=str(MOST_PARTS))
        found = _TOKEN.match(text, at)
        if found is None or (not found["value"] and text[found.end() : found.end() + 1] == '"'):
            where = at if found is None else found.end()
            raise QueryError(where, "open", "close")
        parts.append(Part(found[0], found["field"], _passes(found)))
        at = found.end()
        if at < len(text) and not text[at].isspace():
            raise QueryError(at, "inner", "space")
    return Query(text, tuple(parts))


def _exact(number: Decimal | float) -> Decimal:
    return Decimal(str(number)) if isinstance(number, float) else number


def _passes(found: re.Match[str]) -> Passes:
    field, op, raw = found["field"], found["op"], found["value"] or ""
    at = found.start("value") if found["value"] else found.end()
    if not raw or (raw == "-" and field is None):
        example = f"{field or 'word'}{op or ''}{_EXAMPLES.get(field or '', 'x')}"
        raise QueryError(at, "nothing", "write", example=example)
    quoted = raw.startswith('"')
    value = re.sub(r"\\(.)", r"\1", raw[1:-1]) if quoted else raw
    if field is None:
        passes = _words(value)
    elif field in _NUMBERS:
        passes = _number(field, op, value, at)
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
        raise QueryError(at, "number", "digits", value=text, example=f"{field}{op}0.8") from None
    compare = _COMPARE[op]

    def fits(_review: Review, said: Value | float) -> bool:
        numbers = said if isinstance(said, tuple) else (said,)
        return any(compare(_exact(number), wanted) for number in numbers)

    return _column(field, fits)


def _words(value: str) -> Passes:
    wanted = fold(value)

    def stands(_review: Review, said: str | None) -> bool:
        return wanted in fold(said or "")

    def written(review: Review, article_id: str) -> Iterable[bool]:
        text = review.article(article_id).text
        return (wanted in fold(text[start:end]) for start, end in review.spans(article_id))

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
    """2021 finds 2021, 2021-06 and intervals that begin or end in it."""
    return text == wanted or any(part == wanted or part.startswith(f"{wanted}-") for part in text.split("/"))


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
_SHOWN: dict[str, Callable[[Review, Any], Texts]] = {
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
_NUMBERS = ("conf", "value")
_EXAMPLES = {"state": "pending", "conf": "0.8", "value": "100", "unit": "%", "period": "2021"}


def _meant(value: str, known: Sequence[str]) -> tuple[str, dict[str, str]]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - for mistakes only

    best = process.extractOne(value, known, scorer=fuzz.ratio, score_cutoff=55)
    return ("meant", {"best": best[0]}) if best else ("known", {"known": ", ".join(known)})


def shown_values(field: str, review: Review, query: Query) -> Counter[Texts]:
    """The values in a field as a reader would name them, each with how many claims that pass have it."""
    counts: Counter[Texts] = Counter()
    marks = query.marks(review) if query.parts else None
    for said, claims in review.columns.counts(field, marks).items() if field in _SHOWN else ():
        counts[_SHOWN[field](review, said)] += claims
    return counts


def quoted(value: str) -> str:
    """A value as it is written in a filter."""
    if value in {NOTHING, ANYTHING} or re.search(r'[\s",\\]', value) or not value:
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return value
