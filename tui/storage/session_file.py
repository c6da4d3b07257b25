"""A session on disk: opened with what a crash left, written decision by decision, folded when it closes."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tui.model import Article, Claim, Decision, Session, Unread, View
from tui.model.telling import Told
from tui.storage import document, journal
from tui.storage.disk import replace_file
from tui.storage.errors import DamagedError, NotWritableError, ReadOnlyError, StorageError, os_reason
from tui.storage.journal import Entry, Found, Journal, Opening
from tui.storage.lock import Lock
from tui.storage.parts import Parts

Stamp = tuple[int, int, int]


def journal_path(path: Path) -> Path:
    """The journal of a session file."""
    return path.with_suffix(".journal")


class SessionFile:
    """One session file with its journal and lock.

    ``notices`` tells in a sentence each what opening had to mend. ``waiting`` lists paths whose articles
    haven't joined yet, ``unread`` files that gave no article. Make one with ``create`` or ``open``.
    """

    def __init__(self, path: Path, lock: Lock | None) -> None:
        self.path = path
        self.notices: tuple[Told, ...] = ()
        self._lock = lock
        self._closed = False
        self._journal: Journal | None = None
        self._stamp: Stamp = (0, 0, 0)
        self._parts: Parts

    @classmethod
    def create(cls, path: Path | str, session: Session, waiting: Sequence[str] = ()) -> Self:
        """Write a new session file and keep it open.

        Raises:
            StorageError: a session or a journal is already there, or the file can't be written.
        """
        path = Path(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError(
                path.parent, Told("can't be made: {reason}", reason=os_reason(error))
            ) from None
        lock = Lock(path)
        lock.take()
        try:
            _check_free(path)
            _write(path, document.dump(session, 1, waiting))
            return cls._opened(path, lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path | str, read_only: bool = False) -> Self:  # noqa: FBT001, FBT002
        """Open a session, with every decision that its journal holds.

        Raises:
            NotWritableError: another process writes it (`SessionLocked`), or it is write-protected; with
                ``read_only`` it can still be read.
            StorageError: it can't be read, is damaged or of a later version; all files stay as they are.
        """
        path = Path(path)
        if not path.is_file():
            raise StorageError(path, Told("there is no such session file"))
        lock = None
        if not read_only:
            _check_writable(path)
            lock = Lock(path)
            lock.take()
        try:
            return cls._opened(path, lock)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @classmethod
    def _opened(cls, path: Path, lock: Lock | None) -> Self:
        self = cls(path, lock)
        before = None
        # A reader may come while the writer folds; then the two files don't belong together yet.
        while before != self._stamp:
            before = self._stamp = _stamp(path)
            stored = document.load(path)
            found = journal.read(journal_path(path))
            self._stamp = _stamp(path)
        self._parts = Parts(stored)
        folded = self._parts.join(found, journal_path(path))
        if lock is not None:
            self._ready(found, folded=folded)
        elif found.torn:
            self.notices = (Told("The last line of the journal is incomplete and was left out"),)
        return self

    def _ready(self, found: Found, *, folded: bool) -> None:
        """Make the journal fit to go on: without a torn end, and without what is in the file already."""
        place = journal_path(self.path)
        try:
            found, aside = journal.mend(place, found)
            if folded:
                place.unlink()
                found = Found()
        except OSError as error:
            raise StorageError(
                place, Told("can't be made ready: {reason}", reason=os_reason(error))
            ) from None
        self._journal = Journal(place, _opening(self._parts.stored.header), found)
        self.notices = tuple(_mended(aside, sum(entry.decision is not None for _, entry in found.entries)))

    @property
    def session(self) -> Session:
        """The session as it stands, every appended decision included."""
        return self._parts.session()

    @property
    def waiting(self) -> tuple[str, ...]:
        """Paths whose articles haven't joined yet."""
        return self._parts.waiting

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Files that gave no article, or not all of theirs, and why."""
        return self._parts.unread

    def damage(self, section: str, at: int, reason: str) -> DamagedError:
        """What to raise where a record can't be: ``at`` counts those of its section, the journal's last."""
        lines = self._parts.stored.lines.get(section, ())
        if at < len(lines):
            return DamagedError(self.path, reason, lines[at])
        behind = at - len(lines)
        for number, entry in self._parts.found.entries:
            behind -= (
                int(entry.decision is not None) if section == "decisions" else len(getattr(entry, section))
            )
            if behind < 0:
                return DamagedError(journal_path(self.path), reason, number)
        return DamagedError(self.path, reason)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._lock is None

    def append(self, decision: Decision) -> None:
        """Make a decision durable.

        Raises:
            StorageError: it was not saved, and everything is as before.
        """
        expected = len(self._parts.decisions) + 1
        if decision.n != expected:
            raise StorageError(
                self.path,
                Told("decision {expected} was expected, not {found}", expected=expected, found=decision.n),
            )
        self._append(Entry(decision=decision))

    def append_articles(
        self,
        articles: Iterable[Article],
        claims: Iterable[Claim],
        waiting: Sequence[str] | None = None,
        unread: Sequence[Unread] | None = None,
    ) -> None:
        """Let articles join with their claims, all at once; ``waiting`` and ``unread`` are lists anew."""
        still = None if waiting is None else tuple(waiting)
        never = None if unread is None or tuple(unread) == self.unread else tuple(unread)
        self._append(Entry(articles=tuple(articles), claims=tuple(claims), waiting=still, unread=never))

    def set_waiting(self, waiting: Sequence[str]) -> None:
        """Note which paths are still to be read."""
        if tuple(waiting) != self.waiting:
            self._append(Entry(waiting=tuple(waiting)))

    def set_unread(self, unread: Sequence[Unread]) -> None:
        """Note which files gave no article."""
        if tuple(unread) != self.unread:
            self._append(Entry(unread=tuple(unread)))

    def save_view(self, view: View) -> None:
        """Note where the reviewer is."""
        if view != self._parts.view:
            self._append(Entry(view=view))

    def _append(self, entry: Entry) -> None:
        if self._journal is None or self._closed:
            reason = Told("is closed") if self._closed else Told("is open to read only")
            raise ReadOnlyError(self.path, reason)
        self._journal.append(entry)
        self._parts.take(entry)

    def replace(self, session: Session) -> None:
        """Put another state of the session in place of this one, all at once, journal included.

        Raises:
            StorageError: the file could not be replaced, and everything is as before.
        """
        if self._journal is None or self._closed:
            raise ReadOnlyError(self.path, Told("is open to read only"))
        # A journal that tells a decision otherwise than the other state must never stand beside it.
        if not self._journal.is_empty:
            self._fold(self._journal, self.session)
        self._fold(self._journal, session)

    def leave(self) -> None:
        """Give the lock back and leave file and journal as they are, for a session that turns out wrong."""
        if not self._closed:
            self._closed = True
            self._release()

    def close(self) -> None:
        """Fold the journal into the file and give the lock back; a second call does nothing.

        Raises:
            StorageError: the file could not be replaced; every decision is still in the journal.
        """
        if self._closed:
            return
        self._closed = True
        try:
            if self._journal is not None and not self._journal.is_empty:
                self._fold(self._journal, self.session)
        finally:
            self._release()

    def _release(self) -> None:
        if self._journal is not None:
            self._journal.close()
        if self._lock is not None:
            self._lock.release()

    def _fold(self, open_journal: Journal, session: Session) -> None:
        """Put a session into the file and go on with no journal."""
        if not self.path.exists():
            reason = Told(
                "was removed by another program while it was open; your decisions are kept in {journal}"
                " as far as that is still there",
                journal=open_journal.path.name,
            )
            raise StorageError(self.path, reason)
        if _stamp(self.path) != self._stamp:
            raise StorageError(
                self.path,
                Told(
                    "was changed by another program while it was open; it is left as it is, and your"
                    " decisions are kept in {journal}",
                    journal=open_journal.path.name,
                ),
            )
        generation = self._parts.stored.header.generation + 1
        header = document.header_of(session, generation, self.waiting, self.unread)
        try:
            replace_file(self.path, document.dump(session, generation, self.waiting, self.unread))
            open_journal.remove()
        except OSError as error:
            reason = Told(
                "could not be replaced: {reason}; your decisions are kept in the journal",
                reason=os_reason(error),
            )
            raise StorageError(self.path, reason) from error
        self._parts = Parts(document.Stored(header, session))
        self._journal = Journal(open_journal.path, _opening(header), Found())
        self._stamp = _stamp(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _opening(header: document.Header) -> Opening:
    return Opening(journal=journal.JOURNAL_VERSION, created=header.created, generation=header.generation)


def _check_writable(path: Path) -> None:
    """Refuse a session of which some part is write-protected, before anything is written beside it."""
    real = Path(os.path.realpath(path))
    for place, reason in (
        (path.parent, Told("its folder is write-protected")),
        (real.parent, Told("its folder is write-protected")),
        (real, Told("its file is write-protected")),
        (journal_path(path), Told("its journal is write-protected")),
    ):
        if place.exists() and not os.access(place, os.W_OK):
            raise NotWritableError(path, reason)


def _check_free(path: Path) -> None:
    if path.exists():
        raise StorageError(path, Told("is already there; open it, or choose another name"))
    if journal_path(path).exists():
        reason = Told("holds decisions of a session whose file is missing; move it away, or restore the file")
        raise StorageError(journal_path(path), reason)


def _write(path: Path, content: Iterable[bytes]) -> None:
    try:
        replace_file(path, content)
    except OSError as error:
        raise StorageError(path, Told("could not be written: {reason}", reason=os_reason(error))) from error


def _mended(aside: Path | None, decisions: int) -> Iterator[Told]:
    """What became of the journal of a session that was not closed, with so many ``decisions`` in it."""
    if aside is not None:
        yield Told(
            "A crash cut off the last line of the journal; what was left of it is in {path}", path=str(aside)
        )
    if decisions == 1:
        yield Told("The session was not closed last time; 1 decision came from its journal")
    elif decisions:
        yield Told(
            "The session was not closed last time; {count} decisions came from its journal", count=decisions
        )


def _stamp(path: Path) -> Stamp:
    state = os.stat(path)  # noqa: PTH116 - three numbers of one moment
    return (state.st_ino, state.st_size, state.st_mtime_ns)
