"""Files in, articles out: encodings, titles, dates and languages; every character stays where it is."""

from typing import TYPE_CHECKING

from tui.articles.reader import (
    MAX_BYTES,
    ReadProblem,
    count_articles,
    find_files,
    first_text,
    read_articles,
    row_texts,
)
from tui.model.lazily import lazily

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

# A text is shown before anything is found out about it.
__getattr__ = lazily(__name__, {"make": ("article_from_text", "sha256_of")})
