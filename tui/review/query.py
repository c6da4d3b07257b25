"""The filter language: ``state:pending conf<0.8 unit:% place:"New York" -note:none free words``.

``place:York`` finds what has York in it, ``place=York`` only what is exactly that.
"""

import operator
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial, reduce
from itertools import chain, compress
from typing import TYPE_CHECKING, NamedTuple

from tui.model.telling import Told
from tui.review.review import Review

if TYPE_CHECKING:
    from tui.review.near import Passes

Texts = tuple[str | None, ...]
NOTHING, ANYTHING = "none", "any"
MOST_PARTS = 64
_TOKEN = re.compile(
    r"""(?P<minus>-)?
    (?:(?P<field>[a-z]+)(?P<op>:|<=|>=|<|>|=))?
    (?P<value>"(?:[^"\\]|\\.)*"|[^\s"]+)?""",
    re.VERBOSE,
)


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
    passes: "Passes"


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
    from tui.review.conditions import condition  # noqa: PLC0415 - nobody filters before the first text

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
        parts.append(Part(found[0], found["field"], condition(found)))
        at = found.end()
        if at < len(text) and not text[at].isspace():
            raise QueryError(at, "inner", "space")
    return Query(text, tuple(parts))


def shown_values(field: str, review: Review, query: Query) -> Counter[Texts]:
    """The values in a field as a reader would name them, each with how many claims that pass have it."""
    from tui.review.conditions import SHOWN  # noqa: PLC0415 - as for `parse`

    counts: Counter[Texts] = Counter()
    marks = query.marks(review) if query.parts else None
    for said, claims in review.columns.counts(field, marks).items() if field in SHOWN else ():
        counts[SHOWN[field](review, said)] += claims
    return counts


def quoted(value: str) -> str:
    """A value as it is written in a filter."""
    if value in {NOTHING, ANYTHING} or re.search(r'[\s",\\]', value) or not value:
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return value
