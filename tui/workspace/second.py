"""The second look: a sample of the decided claims in a session of its own, blind, and how the two agree."""

import random
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from msgspec import structs

from tui.review import Review
from tui.review.agreement import Agreement, blind, compare, sample
from tui.storage import SessionFile
from tui.workspace.folding import review_of
from tui.workspace.places import AGAIN, WorkspaceError

_AGAIN = re.compile(rf"(?P<first>.+){re.escape(AGAIN)}(?P<number>\d*)")


class SecondLook(NamedTuple):
    """How far a second look is: the sessions' names, what agrees, and how many claims are left to judge."""

    first: str
    second: str
    agreement: Agreement
    left: int


def first_of(path: Path) -> Path | None:
    """The session that a session is a second look at; None if it is none."""
    found = _AGAIN.fullmatch(path.stem)
    first = path.with_name(found["first"] + path.suffix) if found else None
    return first if first is not None and first.exists() else None


def looks_at(path: Path) -> list[Path]:
    """The second looks at a session, the oldest first."""
    found = [each for each in path.parent.glob(f"*{AGAIN}*{path.suffix}") if first_of(each) == path]
    return sorted(found, key=_number)


def begin_second(path: Path, share: float) -> Path:
    """The session to look a second time in: the one that was begun, or a new sample.

    ``share`` in (0, 1] is how much of the decided claims a new one holds.

    Raises:
        StorageError: a session can't be read or written.
        WorkspaceError: nothing is decided yet.
    """
    before = looks_at(path)
    if before and second_look(before[-1]).left:
        return before[-1]
    with SessionFile.open(path, read_only=True) as file:
        session = file.session
    seed = random.SystemRandom().randrange(2**32)
    ids = sample(_review(path), share, seed)
    if not ids:
        raise WorkspaceError(f"{path}: nothing is decided in it yet, so there is nothing to look at again")
    number = _number(before[-1]) + 1 if before else 1
    second = path.with_name(f"{path.stem}{AGAIN}{number if number > 1 else ''}{path.suffix}")
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    SessionFile.create(second, structs.replace(blind(session, ids, second.stem), created=now)).close()
    return second


def second_look(path: Path) -> SecondLook:
    """How far the second look in ``path`` is and how it agrees with the first.

    Raises:
        StorageError: a session can't be read.
        WorkspaceError: it is no second look, or the first session is gone.
    """
    first = first_of(path)
    if first is None:
        raise WorkspaceError(f"{path}: is no second look at another session")
    second = _review(path)
    done = second.progress()
    return SecondLook(first.stem, path.stem, compare(_review(first), second), done.total - done.decided)


def _number(path: Path) -> int:
    found = _AGAIN.fullmatch(path.stem)
    return int(found["number"] or 1) if found else 0


def _review(path: Path) -> Review:
    with SessionFile.open(path, read_only=True) as file:
        return review_of(file)
