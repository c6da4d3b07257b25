"""Claims as rows: the fields that every format writes, in their order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Protocol

from tui.model import FIELDS, Article, Claim

Row = dict[str, Any]
Quote = Callable[[Article, int, int], str]

# What a row of a claim holds. ``doc`` is the article's file name, ``text`` the number as written, ``quote``
# its sentence, ``sha256`` the hash of the article's text, by which another tool can tell the very same text.
COLUMNS = (
    "doc",
    "id",
    "start",
    "end",
    "text",
    *FIELDS,
    "indicator",
    "quote",
    "confidence",
    "doubts",
    "why",
)
# What the row of a reviewed claim holds besides.
REVIEW_COLUMNS = ("verdict", "by", "at", "note", "reason")


class Reviewed(Protocol):
    """What is told of a claim's review; ``tui.review`` has such records."""

    @property
    def verdict(self) -> str:
        """One of pending, accepted, fixed, rejected, skipped."""

    @property
    def by(self) -> str:
        """Who decided, empty while nobody has."""

    @property
    def at(self) -> str:
        """When, UTC in ISO 8601."""

    @property
    def note(self) -> str:
        """The reviewer's note."""

    @property
    def reason(self) -> str:
        """Why it was rejected."""


def rows(
    articles: Mapping[str, Article],
    claims: Iterable[tuple[Claim, Reviewed | None]],
    quote: Quote,
) -> Iterator[Row]:
    """A row for each claim, with the columns of a review where there is one.

    ``articles`` are the articles by id; ``quote`` gives the sentence around a span of an article.
    """
    for claim, reviewed in claims:
        row = claim_row(articles[claim.article], claim, quote)
        yield row if reviewed is None else row | review_fields(reviewed)


def claim_row(article: Article, claim: Claim, quote: Quote) -> Row:
    """One claim's row: the columns of COLUMNS. A range is a list of two, numbers are exact decimals."""
    given = {name: getattr(claim, name) for name in (*FIELDS, "indicator")}
    return {
        "doc": _writable(article.name),
        "id": _writable(claim.id),
        "start": claim.start,
        "end": claim.end,
        "text": _writable(article.text[claim.start : claim.end]),
        **{name: _field(value) for name, value in given.items()},
        "quote": _writable(quote(article, claim.start, claim.end)),
        "confidence": claim.confidence,
        "doubts": [_writable(doubt) for doubt in claim.doubts],
        "why": {_writable(name): _writable(rule) for name, rule in claim.why.items()},
    }


def review_fields(reviewed: Reviewed) -> Row:
    """The columns that a review adds to a claim's row."""
    return {name: _writable(getattr(reviewed, name)) for name in REVIEW_COLUMNS}


def plain_number(value: Decimal) -> str:
    """The number in digits, exactly, without an exponent or idle zeros behind the point: 42000, -0.5."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _field(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return _writable(value) if isinstance(value, str) else value


def _writable(text: str) -> str:
    """The text without lone surrogates, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
