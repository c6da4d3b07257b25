"""Writes that survive a crash: bytes on the disk, whole files replaced at once."""

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

if sys.platform == "darwin":
    import fcntl

    def sync(fd: int) -> None:
        """Have the disk, not only its cache, hold what was written."""
        fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
else:

    def sync(fd: int) -> None:
        """Have the disk hold what was written."""
        getattr(os, "fdatasync", os.fsync)(fd)


def place_named(name: str) -> Path:
    """The file or folder that somebody typed; a tilde that is nobody's home stays."""
    return Path(os.path.expanduser(name))  # noqa: PTH111 - pathlib's own raises there


def sync_folder(folder: Path) -> None:
    """Make names made, renamed or removed in a folder last; a no-op where folders can't be opened."""
    if os.name == "nt":
        return
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def write_all(fd: int, data: bytes) -> None:
    """Write every byte, as one write may take only some."""
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]


def replace_file(path: Path, chunks: Iterable[bytes]) -> None:
    """Put new content in place of a file all at once; on any error the old file stays as it was.

    Permissions of an old file are kept; a link stays a link to the replaced file.

    Raises:
        OSError: the content could not be written.
    """
    path = Path(os.path.realpath(path))
    with _temporary(path) as (fd, temporary):
        for chunk in chunks:
            write_all(fd, chunk)
        with contextlib.suppress(FileNotFoundError, AttributeError):
            os.fchmod(fd, path.stat().st_mode & 0o7777)
        os.fsync(fd)
        os.close(fd)
        temporary.replace(path)
    sync_folder(path.parent)


@contextlib.contextmanager
def _temporary(path: Path) -> Iterator[tuple[int, Path]]:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    # Left by a process of the same number that was killed.
    temporary.unlink(missing_ok=True)
    fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        yield fd, temporary
    except BaseException:
        with contextlib.suppress(OSError):
            os.close(fd)
        temporary.unlink(missing_ok=True)
        raise
