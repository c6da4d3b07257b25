"""The filter language: ``state:pending conf<0.8 unit:% place:"New York" -note:none free words``.

``place:York`` finds what has York in it, ``place=York`` only what is exactly that.
"""

import operator
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial, reduce
from itertools import chain, compress
from typing import NamedTuple

from tui.review.conditions import ANYTHING, NOTHING, SHOWN, Texts, condition
from tui.review.near import Passes
from tui.review.queryerror import QueryError
from tui.review.review import Review

MOST_PARTS = 64
_TOKEN = re.compile(
    r"""(?P<minus>-)?
    (?:(?P<field>[a-z]+)(?P<op>:|<=|>=|<|>|=))?
    (?P<value>"(?:[^"\\]|\\.)*"|[^\s"]+)?""",
    re.VERBOSE,
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
        parts.append(Part(found[0], found["field"], condition(found)))
        at = found.end()
        if at < len(text) and not text[at].isspace():
            raise QueryError(at, "inner", "space")
    return Query(text, tuple(parts))


def shown_values(field: str, review: Review, query: Query) -> Counter[Texts]:
    """The values in a field as a reader would name them, each with how many claims that pass have it."""
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
