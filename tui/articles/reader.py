"""Reads articles from files, folders, patterns, rows of JSON and standard input."""

import glob
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tui.articles.encodings import NotTextError, decode
from tui.articles.headers import HeaderRules, header_rules
from tui.articles.rows import row_text
from tui.model import Article
from tui.model.telling import Told

MAX_BYTES = 100_000_000  # of one article
SUFFIXES = (
    ".txt",
    ".md",
    ".text",
)  # of articles in folders; a file that is named is read whatever its suffix
ROWS_SUFFIX = ".jsonl"
STDIN = "-"
SHOWN_BAD_ROWS = 5

Found = Iterator["Article | ReadProblem"]


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """Why ``path`` gave no article, in one line that says what to do."""

    path: str
    message: str

    @property
    def told(self) -> Told:
        """The whole line: the file and the reason."""
        return Told("{place}: {reason}", place=self.path, reason=self.message)

    def __str__(self) -> str:
        return str(self.told)


def read_articles(paths: Iterable[str], rule_folders: Iterable[Path] = ()) -> Found:
    """The articles of files, folders (all below them), patterns such as ``news/*.txt``, and ``-``.

    A ``.jsonl`` file is read row by row as ``{"id": ..., "text": ...}``. A file that is named twice is read
    once. What can't be read yields a ReadProblem in its place, and the others go on. Rules about heads of
    articles in ``rule_folders`` lie over the built-in ones.
    """
    rules = header_rules(*rule_folders)
    for path in find_files(paths):
        if isinstance(path, ReadProblem):
            yield path
        else:
            yield from _read(path, rules)


def first_text(path: str, rule_folders: Iterable[Path] = ()) -> str | None:
    """The text of a file's first article, before anything is found out about it; None if it gives none."""
    try:
        if path.lower().endswith(ROWS_SUFFIX):
            return next((text for _, text in row_texts(path)), None)
        with Path(path).open("rb") as file:
            found = _text(file, path, header_rules(*rule_folders))
    except (OSError, NotTextError):
        return None
    return None if isinstance(found, ReadProblem) else found[0]


def count_articles(paths: Iterable[str]) -> int | None:
    """How many articles ``paths`` name, without reading them; none where only reading can tell."""
    files = [path for path in find_files(paths) if isinstance(path, str)]
    rows = any(path == STDIN or path.lower().endswith(ROWS_SUFFIX) for path in files)
    return None if rows else len(files)


def find_files(paths: Iterable[str]) -> Iterator["str | ReadProblem"]:
    """The files that ``read_articles`` would read, one by one, each once and in its order."""
    seen: set[str] = set()
    for path in _expand(paths):
        real = os.path.realpath(path) if isinstance(path, str) and path != STDIN else str(path)
        if isinstance(path, ReadProblem) or real not in seen:
            seen.add(real)
            yield path


def _expand(paths: Iterable[str]) -> Iterator["str | ReadProblem"]:
    for path in paths:
        if path == STDIN or os.path.lexists(path):
            yield from _files(path)
        elif glob.has_magic(path):
            found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207  (the pattern may be absolute)
            if not found:
                yield ReadProblem(path, Told("no file matches this pattern"))
            for one in found:
                if not _is_other(one):
                    yield from _files(one)
        else:
            yield ReadProblem(path, Told("there is no such file or folder"))


def _files(path: str) -> Iterator["str | ReadProblem"]:
    if not Path(path).is_dir():
        yield path
        return
    count = 0
    unreadable: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                file = os.path.join(folder, name)  # noqa: PTH118  (keeps the user's words, "./" included)
                if not _is_other(file):
                    count += 1
                    yield file
    for error in unreadable:
        yield ReadProblem(str(error.filename or path), _reason(error))
    if not count and not unreadable:
        yield ReadProblem(
            path, Told("no article in this folder: none of its files is {known}", known=", ".join(SUFFIXES))
        )


def _is_other(path: str) -> bool:
    """Whether this is a pipe, a socket or a device: nobody named it, and reading it may never end."""
    try:
        mode = Path(path).stat().st_mode
    except OSError:
        return False  # reading it will tell why
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _read(path: str, rules: HeaderRules) -> Found:
    try:
        if path == STDIN:
            yield _article(sys.stdin.buffer, STDIN, rules)
        elif path.lower().endswith(ROWS_SUFFIX):
            with Path(path).open("rb") as file:
                yield from _rows(file, path, rules)
        else:
            with Path(path).open("rb") as file:
                yield _article(file, path, rules)
    except OSError as error:
        yield ReadProblem(path, _reason(error))
    except NotTextError as error:
        yield ReadProblem(path, error.args[0])


def _article(file: BinaryIO, path: str, rules: HeaderRules) -> "Article | ReadProblem":
    from tui.articles.make import article_from_text  # noqa: PLC0415 - a text is shown before that

    found = _text(file, path, rules)
    if isinstance(found, ReadProblem):
        return found
    text, encoding = found
    return article_from_text(text, path, encoding=encoding, rules=rules)


def _text(file: BinaryIO, path: str, rules: HeaderRules) -> tuple[str, str] | ReadProblem:
    """What a file says, and in which encoding."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return ReadProblem(
            path, Told("larger than {size} MB: split it into its articles", size=MAX_BYTES // 1_000_000)
        )
    text, encoding = decode(data, rules)
    if not text.strip():
        return ReadProblem(path, Told("empty: there is no text in it"))
    return text, encoding


def _rows(file: BinaryIO, path: str, rules: HeaderRules) -> Found:
    """One article for each row; its name is the row's id, which is what exported rows call ``doc``."""
    from tui.articles.make import article_from_text  # noqa: PLC0415 - as for `_article`

    bad = good = 0
    number = 0
    while line := file.readline(MAX_BYTES + 1):
        number += 1
        if not line.strip():
            continue
        row = row_text(line, MAX_BYTES)
        if isinstance(row, str):
            bad += 1
            if bad <= SHOWN_BAD_ROWS:
                yield ReadProblem(path, Told("line {number}: {reason}", number=number, reason=row))
        else:
            good += 1
            yield article_from_text(row.text, row_path(path, row.id), rules=rules)
        while not line.endswith(b"\n") and (line := file.readline(MAX_BYTES)):
            pass
    if bad > SHOWN_BAD_ROWS:
        yield ReadProblem(path, Told("{count} more rows are no articles", count=bad - SHOWN_BAD_ROWS))
    if not good and not bad:
        yield ReadProblem(path, Told("empty: there is no text in it"))


def row_path(path: str, row: str) -> str:
    """What the article of a row is called: the file and the row's id."""
    return f"{path}/{row}"


def row_texts(path: str) -> Iterator[tuple[str, str]]:
    """The texts of the rows of a file, each with the path of its article; rows that are none are passed by.

    Raises:
        OSError: the file can't be read.
    """
    with Path(path).open("rb") as file:
        for line in iter(lambda: file.readline(MAX_BYTES + 1), b""):
            row = row_text(line, MAX_BYTES) if line.strip() else ""
            if not isinstance(row, str):
                yield row_path(path, row.id), row.text


def _reason(error: OSError) -> str:
    return Told("cannot be read: {reason}", reason=Told((error.strerror or str(error)).lower()))
