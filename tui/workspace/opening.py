"""Opening a session: a new one over files, one that is there, or to read only."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tui.articles import ReadProblem, find_files
from tui.model import Session
from tui.storage import NotWritableError, SessionFile, remember
from tui.workspace.desk import OpenSession
from tui.workspace.intake import large_last, nothing_to_review
from tui.workspace.places import WorkspaceError, folders_text, name_for, session_path


def start(  # noqa: PLR0913 - each is a choice of its own, and all but the first have a name
    paths: Sequence[str],
    *,
    reviewer: str,
    session: str | None = None,
    rules: Sequence[Path] = (),
    folder: Path | None = None,
    wait: bool = True,
) -> OpenSession:
    """Start a session over articles, or let them join the session that is there.

    The first article is in when this returns; call ``join_ready`` for the others. Without ``wait`` none is,
    but the first can be previewed; call ``begin_intake`` when that is on the screen.

    Raises:
        StorageError: the session can't be opened or written.
        WorkspaceError: none of the paths gave an article, so that there is nothing to review.
    """
    path = session_path(session if session is not None else name_for(paths), folder)
    found = list(find_files(paths))
    files = large_last(item for item in found if isinstance(item, str))
    problems = [item for item in found if isinstance(item, ReadProblem)]
    fresh = not path.exists()
    if fresh and not files:
        raise WorkspaceError(nothing_to_review(problems))
    opened = _create(path, files, reviewer, rules) if fresh else _add_to(path, files, reviewer)
    opened.problems += problems
    with _left_on_failure(opened):
        if not opened.read_only:
            opened.note_unread(problems)
        if fresh or rules:
            opened.rule_folders = tuple(rules)
        _take_in(opened, wait=wait)
        if fresh and opened.left and not wait and opened.preview is None:
            opened.begin_intake()  # no file can be read: say so for each
    if fresh and not opened.review.articles and not opened.left:
        raise _given_up(path, opened)
    remember(path)
    return opened


def _given_up(path: Path, opened: OpenSession) -> WorkspaceError:
    """Take away a new session that no file gave an article; the error says why."""
    nothing = nothing_to_review(opened.problems)
    opened.close()
    path.unlink()
    return WorkspaceError(nothing)


def _create(path: Path, files: list[str], reviewer: str, rules: Sequence[Path]) -> OpenSession:
    """A new session that files wait to join."""
    created = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    empty = Session(name=path.stem, created=created, rules=folders_text(rules))
    return OpenSession(SessionFile.create(path, empty, files), reviewer)


def _add_to(path: Path, files: list[str], reviewer: str) -> OpenSession:
    """A session that is there; the files that it does not have yet wait to join it."""
    opened = _open(path, reviewer)
    if not opened.read_only:
        opened.find_lost(files)
        there = {article.path for article in opened.review.articles}
        more = [file for file in files if file not in there]
        opened.file.set_waiting(list(dict.fromkeys((*opened.file.waiting, *more))))
    return opened


def resume(path: Path, *, reviewer: str, wait: bool = True) -> OpenSession:
    """Open a session; to read only when another process writes it or it is write-protected.

    Articles that were still waiting begin to come in; without ``wait``, when ``begin_intake`` is called.

    Raises:
        StorageError: there is none, or it can't be read.
    """
    opened = _open(path, reviewer)
    with _left_on_failure(opened):
        _take_in(opened, wait=wait)
    remember(path)
    return opened


def _take_in(opened: OpenSession, *, wait: bool) -> None:
    """Begin to read the articles that wait, or only look ahead to the first."""
    if wait:
        opened.begin_intake()
    else:
        opened.look_ahead()


@contextmanager
def _left_on_failure(opened: OpenSession) -> Iterator[None]:
    """Close a session again that could not be opened to the end, so that its lock is free."""
    try:
        yield
    except BaseException:
        opened.close()
        raise


def _open(path: Path, reviewer: str) -> OpenSession:
    try:
        opened = OpenSession(SessionFile.open(path), reviewer)
    except NotWritableError as error:
        opened = OpenSession(SessionFile.open(path, read_only=True), reviewer)
        opened.refused = error
        return opened
    try:
        opened.refresh()
    except BaseException:
        opened.file.leave()
        raise
    return opened
