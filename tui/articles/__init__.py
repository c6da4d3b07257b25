"""Files in, articles out: encodings, titles, dates and languages; every character stays where it is."""

from tui.articles.make import article_from_text, sha256_of
from tui.articles.reader import (
    MAX_BYTES,
    ReadProblem,
    count_articles,
    find_files,
    first_text,
    read_articles,
    row_texts,
)

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
