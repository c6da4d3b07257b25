"""Where a command's output goes: standard output, or a file that is replaced all at once."""

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TextIO

import click

from tui.cli.errors import Trouble

BROKEN_PIPE = 141  # what shells report for a program whose reader went away
IN_MEMORY = 16_000_000  # bytes of output kept in memory before a temporary file takes them
CHUNK = 1_000_000


@contextlib.contextmanager
def open_output(path: Path | None) -> Iterator[TextIO]:
    """A stream for UTF-8 text with line ends as they are written.

    A file is written only when the block ends well, and then at once: a failure leaves what was there.
    """
    if path is None or str(path) == "-":
        with _standard_output() as stream:
            yield stream
        return
    if path.is_dir():
        raise Trouble(f"{path}: is a folder", "Give the name of a file after -o.")
    if _is_session(path):
        raise Trouble(f"{path}: is a session, which would be lost", "Give another name after -o.")
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as file:
        stream = _text(file)
        yield stream
        stream.flush()
        file.seek(0)
        try:
            _put(path, file)
        except OSError as error:
            raise Trouble(f"cannot write {path}: {(error.strerror or str(error)).lower()}") from None
        stream.detach()


def format_for(path: Path | None, given: str | None, known: Sequence[str]) -> str:
    """The format to write in: the one given, else what the ending of ``path`` stands for.

    Standard output, pipes and devices take JSON Lines. Raises Trouble for an ending that stands for none.
    """
    if given or path is None or str(path) == "-" or (path.exists() and not path.is_file()):
        return given or "jsonl"
    from tui.exchange import FORMATS

    by_ending = {FORMATS[name].extension: name for name in known if FORMATS[name].extension}
    form = by_ending.get(path.suffix.lower())
    if form is None:
        endings = ", ".join(by_ending)
        raise Trouble(f"{path}: its ending tells no format; known are {endings}", "Or say it with --format.")
    return form


def _is_session(path: Path) -> bool:
    from tui.storage import is_session

    return is_session(path)


def _put(path: Path, file: IO[bytes]) -> None:
    from tui.storage.disk import replace_file

    chunks = iter(lambda: file.read(CHUNK), b"")
    if path.exists() and not path.is_file():  # a pipe or a device can't be replaced
        with path.open("wb") as target:
            target.writelines(chunks)
    else:
        replace_file(path, chunks)


@contextlib.contextmanager
def _standard_output() -> Iterator[TextIO]:
    if sys.stdout is None:
        raise Trouble("there is no standard output", "Give a file after -o.")
    stream = _text(sys.stdout.buffer)
    try:
        yield stream
        stream.flush()
        stream.detach()
    except BrokenPipeError:
        # The reader has seen enough. What is still buffered must not fail again when Python closes down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(BROKEN_PIPE) from None
    except BaseException:
        with contextlib.suppress(OSError):
            stream.detach()
        raise


def _text(file: IO[bytes]) -> io.TextIOWrapper:
    return io.TextIOWrapper(file, encoding="utf-8", newline="")
