"""Files in, articles out: encodings, titles, dates and languages; every character stays where it is."""

from typing import TYPE_CHECKING, Any

from tui.articles.reader import (
    MAX_BYTES,
    ReadProblem,
    count_articles,
    find_files,
    first_text,
    read_articles,
    row_texts,
)

if TYPE_CHECKING:
    from tui.articles.make import article_from_text, sha256_of

__all__ = [
    "MAX_BYTES",
    "ReadProblem",
    "article_from_text",
    "count_articles",
    "find_files",
    "first_text",
    "read_articles",
    "row_texts",
    "sha256_of",
]


def __getattr__(name: str) -> Any:
    # A text is shown before anything is found out about it.
    if name in {"article_from_text", "sha256_of"}:
        from tui.articles import make  # noqa: PLC0415

        return getattr(make, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
