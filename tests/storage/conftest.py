"""Sessions on disk to open, break and open again."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.review.making import session_of
from tui.model import Decision
from tui.storage import SessionFile


def accepted(number: int, *claims: str) -> Decision:
    return Decision(n=number, at="2026-01-01T00:00:00.000Z", by="ann", do="accept", claims=claims)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed session file of two articles with two claims each."""
    place = tmp_path / "news.yaml"
    SessionFile.create(place, session_of(2, 2)).close()
    return place


@pytest.fixture
def crashed(path: Path) -> Path:
    """The session after three decisions and a crash: its journal is still there."""
    file = SessionFile.open(path)
    claims = [claim.id for claim in file.session.claims]
    for number in (1, 2, 3):
        file.append(accepted(number, claims[number]))
    abandon(file)
    return path


def abandon(file: SessionFile) -> None:
    """Let go of a session as a killed process does: no fold, but the system takes the lock back."""
    file._closed = True
    if file._journal is not None:
        file._journal.close()
    if file._lock is not None:
        file._lock._lock.release()


def everything(folder: Path) -> dict[str, bytes]:
    """All files of a folder that hold data."""
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.suffix not in {".lock", ".holder"}}


Protect = Callable[[Path], None]


@pytest.fixture
def write_protect(monkeypatch: pytest.MonkeyPatch) -> Protect:
    """Takes the right to write from a file or folder, from root as well."""
    protected: set[Path] = set()
    real = os.access
    monkeypatch.setattr(
        os,
        "access",
        lambda path, mode: real(path, mode) and not (mode & os.W_OK and Path(path) in protected),
    )
    return protected.add
