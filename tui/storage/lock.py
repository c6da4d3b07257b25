"""One writer for a session: an operating system's lock, which ends with its process, and who holds it."""

import contextlib
import getpass
import os
import socket
from datetime import UTC, datetime
from pathlib import Path

import filelock
import msgspec

from tui.model.telling import Told
from tui.storage.disk import replace_file
from tui.storage.errors import Holder, NotWritableError, SessionLocked, os_reason

# Seconds: so long may somebody who only looks who writes (`held_by`) have the lock.
LOOKING = 0.2


class Lock:
    """The right to write a session. The lock file stays; only the lock on it counts."""

    def __init__(self, session: Path) -> None:
        self._session = session
        self._holder = session.with_suffix(".holder")
        self._lock = filelock.FileLock(session.with_suffix(".lock"))

    def take(self) -> None:
        """Take the lock, also where a process that is gone left its files.

        Raises:
            SessionLocked: another process has it.
            NotWritableError: no lock can be had here.
        """
        try:
            self._lock.acquire(timeout=LOOKING, poll_interval=LOOKING / 10)
        except filelock.Timeout:
            raise SessionLocked(self._session, holder_of(self._session)) from None
        except (OSError, NotImplementedError) as error:
            reason = os_reason(error) if isinstance(error, OSError) else Told("this file system has no locks")
            raise NotWritableError(
                self._session, Told("can't be locked for writing: {reason}", reason=reason)
            ) from None
        holder = Holder(
            user=_user(),
            host=socket.gethostname(),
            pid=os.getpid(),
            since=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        )
        # Only for the message that a second opener gets, so a full disk is no reason to stop.
        with contextlib.suppress(OSError):
            replace_file(self._holder, [msgspec.json.encode(holder)])

    def release(self) -> None:
        """Give the lock back; nothing when it isn't held."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):  # the next who takes the lock writes it anew
                self._holder.unlink()
            self._lock.release()


def holder_of(session: Path) -> Holder:
    """Who has the lock, as far as they told."""
    try:
        return msgspec.json.decode(session.with_suffix(".holder").read_bytes(), type=Holder)
    except (OSError, msgspec.MsgspecError):
        return Holder()


def held_by(session: Path) -> Holder | None:
    """Who is writing a session now; None when nobody is."""
    lock = session.with_suffix(".lock")
    if not lock.exists():
        return None
    probe = filelock.FileLock(lock, timeout=0)
    try:
        probe.acquire()
    except filelock.Timeout:
        return holder_of(session)
    except (OSError, NotImplementedError):
        return None
    probe.release()
    return None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"
