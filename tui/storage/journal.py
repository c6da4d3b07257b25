"""The journal beside an open session: one checked, fsynced line for each thing that happens."""

import contextlib
import os
import zlib
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from tui.model import Article, Claim, Decision, Unread, View
from tui.model.telling import Told
from tui.model.wording import why_no_record
from tui.storage import lines
from tui.storage.disk import replace_file, sync, sync_folder, write_all
from tui.storage.errors import DamagedError, StorageError, os_reason
from tui.storage.plain import read_limited

JOURNAL_VERSION = 1
MAX_BYTES = 1_000_000_000
T = TypeVar("T")


class Opening(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first line: which state of which session the other lines continue."""

    journal: int
    created: str
    generation: int


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One line: a decision, or articles that joined with claims, or a change of the view or of a list."""

    decision: Decision | None = None
    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    view: View | None = None
    waiting: tuple[str, ...] | None = None
    unread: tuple[Unread, ...] | None = None


class Found(NamedTuple):
    """What a journal holds, its entries with their lines: whole lines take ``size`` bytes.

    ``torn`` is what a crash left after them; ``ended`` is false when the last whole line lacks its line end.
    """

    opening: Opening | None = None
    entries: tuple[tuple[int, Entry], ...] = ()
    size: int = 0
    torn: bytes = b""
    ended: bool = True


def seal(record: object) -> bytes:
    """A record as one line with a checksum before it, so that any damage shows."""
    body = lines.encode(record).encode()
    return b"%08x %s\n" % (zlib.crc32(body), body)


def _opened(line: bytes) -> bytes | None:
    """The body of a sealed line without its line end; None when the checksum is wrong."""
    head, _, body = line.partition(b" ")
    return body if head == b"%08x" % zlib.crc32(body) else None


def read(path: Path) -> Found:
    """Everything a journal holds; nothing when there is none.

    The last line may be torn, as a crash leaves it; any other damage is an error, and nothing is touched.

    Raises:
        DamagedError: with the line.
    """
    if not path.exists():
        return Found()
    raw = read_limited(path, MAX_BYTES)
    rows = raw.split(b"\n")
    last = rows.pop()
    # Empty lines are what is left of lines that never counted.
    bodies = [(number, _checked(row, path, number)) for number, row in enumerate(rows, 1) if row]
    size, ended = len(raw) - len(last), True
    if last and _opened(last) is not None:
        # Whole but for its line end; the next append would join it, so it gets one.
        bodies.append((len(rows) + 1, _checked(last, path, len(rows) + 1)))
        size, last, ended = len(raw), b"", False
    elif last and _opened(last[:-1]) is not None:
        raise _damage(path, len(rows) + 1)
    opening = _typed_opening(bodies[0][1], path, bodies[0][0]) if bodies else None
    entries = tuple((number, _typed(body, Entry, path, number)) for number, body in bodies[1:])
    return Found(opening, entries, size, last, ended)


def _typed_opening(body: bytes, path: Path, number: int) -> Opening:
    opening = _typed(body, Opening, path, number)
    if opening.journal > JOURNAL_VERSION:
        reason = Told("was written by a later Factdesk; open the session with that one")
        raise StorageError(path, reason, number)
    return opening


def _damage(path: Path, number: int) -> DamagedError:
    return DamagedError(
        path,
        Told(
            "this line is damaged; the session and its journal are left as they are. Restore the journal from"
            " a copy, or cut it off before this line to go on without what follows"
        ),
        number,
    )


def _checked(row: bytes, path: Path, number: int) -> bytes:
    body = _opened(row)
    if body is None:
        raise _damage(path, number)
    return body


def _typed(body: bytes, kind: type[T], path: Path, number: int) -> T:
    try:
        return lines.decode(body, kind)
    except msgspec.ValidationError as error:
        place, reason = why_no_record(error)
        place = place.lstrip(".") or "entry"
        raise DamagedError(path, Told("{place}: {reason}", place=place, reason=reason), number) from None
    except ValueError:
        raise _damage(path, number) from None


class Journal:
    """The open journal of a session. The file appears with the first entry."""

    def __init__(self, path: Path, opening: Opening, found: Found) -> None:
        """Go on after what was found; a torn end must be gone by now."""
        self.path = path
        self._opening = opening
        self._begun = found.opening is not None
        self._size = found.size  # bytes up to which everything counts, or is blank
        self._refused = False  # whether something stands behind them that must not count
        self._fd: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to fold."""
        return not self._begun

    def append(self, entry: Entry) -> None:
        """Put an entry on the disk; when this returns, a crash can't lose it.

        Raises:
            StorageError: it is not on the disk, and will not count if the journal is read again.
        """
        data = seal(entry) if self._begun else seal(self._opening) + seal(entry)
        try:
            fd = self._descriptor()
            if self._refused:
                self._take_back(fd)
            self._check_unchanged(fd)
            try:
                self._write(fd, data)
                sync(fd)
                if not self._begun:
                    sync_folder(self.path.parent)
            except BaseException:
                self._refused = True
                with contextlib.suppress(OSError):
                    self._take_back(fd)
                raise
        except OSError as error:
            reason = Told("could not be written: {reason}", reason=os_reason(error))
            raise StorageError(self.path, reason) from error
        self._size += len(data)
        self._begun = True

    def _write(self, fd: int, data: bytes) -> None:
        os.lseek(fd, self._size, os.SEEK_SET)
        write_all(fd, data)

    def _check_unchanged(self, fd: int) -> None:
        state = os.fstat(fd)
        if state.st_nlink == 0 or state.st_size != self._size:
            reason = Told(
                "was changed or removed by another program; copy it, then close and open the session"
            )
            raise StorageError(self.path, reason)

    def _take_back(self, fd: int) -> None:
        """Have what could not be made durable count no more: cut it off, or else blank it where it stands."""
        more = os.fstat(fd).st_size - self._size
        if more > 0:
            try:
                os.ftruncate(fd, self._size)
            except OSError:
                self._write(fd, b"\n" * more)
                self._size += more
        self._refused = False
        sync(fd)

    def _descriptor(self) -> int:
        if self._fd is None:
            flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
            self._fd = os.open(self.path, flags, 0o666)
        return self._fd

    def close(self) -> None:
        """Let go of the file; it stays where it is."""
        if self._fd is None:
            return
        if self._refused:
            with contextlib.suppress(OSError):
                self._take_back(self._fd)
        os.close(self._fd)
        self._fd = None
        if not self._begun:
            # A first append that failed leaves a file behind that says nothing, even if it stays.
            with contextlib.suppress(OSError):
                self.path.unlink()

    def remove(self) -> None:
        """Delete the journal once the session file holds all of it."""
        self.close()
        self.path.unlink(missing_ok=True)
        sync_folder(self.path.parent)


def mend(path: Path, found: Found) -> tuple[Found, Path | None]:
    """Make a journal ready to go on after a crash: (what it holds now, where its torn end was put aside).

    Raises:
        OSError: nothing is cut before it is safe in its own file.
    """
    if found.ended and not found.torn:
        return found, None
    aside = None
    if found.torn:
        aside = _free(path.with_suffix(".torn"))
        replace_file(aside, [found.torn])
    fd = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.ftruncate(fd, found.size)
        if not found.ended:
            os.lseek(fd, 0, os.SEEK_END)
            write_all(fd, b"\n")
        os.fsync(fd)
    finally:
        os.close(fd)
    size = found.size if found.ended else found.size + 1
    return found._replace(size=size, torn=b"", ended=True), aside


def _free(path: Path) -> Path:
    """``path``, or the first with a number that isn't there yet."""
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_suffix(f"{path.suffix}{number}")
    return free
