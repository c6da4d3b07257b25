"""A program in a real pseudo-terminal whose frames can be told apart and looked at.

Textual asks the terminal whether it can hold back its screen while a frame is written (mode 2026). This
one says yes, so that every frame ends with ``CSI ? 2026 l`` and the moment it is complete is known.
"""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

QUERY, ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
FRAME_END = b"\x1b[?2026l"
QUIET = 0.06  # seconds without output after which a program is taken to have settled


class NotShownError(AssertionError):
    """The program did not show in time what was waited for; the message holds its screen."""


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _environment() -> dict[str, str]:
    """The environment without what would outdo the terminal's own size."""
    return {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}


class PseudoTerminal:
    """Runs a program, answers as a modern terminal does, and keeps its screen."""

    def __init__(
        self, argv: Sequence[str], *, width: int = 120, height: int = 40, env: Mapping[str, str] | None = None
    ) -> None:
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self.screen)
        self.bytes = 0
        self.frames = 0
        self._unread = b""
        self._tail = b""
        self._master, slave = pty.openpty()
        self._set_size(width, height)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            argv,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - without it no resize arrives; there are no threads here
            env={**_environment(), "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})},
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the program if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def _set_size(self, width: int, height: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def resize(self, width: int, height: int) -> None:
        """Give the terminal another size, as dragging its window does."""
        self.look()
        self.screen.resize(height, width)
        self._set_size(width, height)

    def send(self, keys: str) -> None:
        """Type, as the bytes that a terminal sends."""
        os.write(self._master, keys.encode())

    def _read(self, seconds: float) -> bool:
        """Take in what comes within ``seconds``; true if a frame was completed. Looks at nothing."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # the program has closed its side
            data = b""
        if not data:
            time.sleep(min(seconds, 0.01))
            return False
        self.bytes += len(data)
        self._unread += data
        joined = self._tail + data
        if QUERY in joined:
            os.write(self._master, ANSWER)
        ended = joined.count(FRAME_END)
        self._tail = joined[-(len(QUERY) - 1) :] if not joined.endswith((QUERY, FRAME_END)) else b""
        self.frames += ended
        return ended > 0

    def look(self) -> list[str]:
        """The lines on the screen, as a person would see them."""
        data, self._unread = self._unread, b""
        self._stream.feed(data)
        # Not pyte's own ``display``: it fails on a wide character of which a resize has cut one half off.
        rows = (self.screen.buffer[y] for y in range(self.screen.lines))
        return ["".join(row[x].data for x in range(self.screen.columns)) for row in rows]

    def settle(self, timeout: float = 10.0, quiet: float = QUIET) -> float | None:
        """Read until nothing comes any more; the moment the last frame was complete, if there was one."""
        last: float | None = None
        end = heard = time.perf_counter()
        end += timeout
        while (now := time.perf_counter()) < end and now - heard < quiet:
            before = self.bytes
            framed = self._read(quiet)
            if self.bytes != before:
                heard = time.perf_counter()
            if framed:
                last = heard
        return last

    def press(self, keys: str, timeout: float = 10.0) -> tuple[float, float, int]:
        """Type and wait for the answer: seconds to the first frame, to the last one, and bytes drawn."""
        before = self.bytes
        begun = time.perf_counter()
        self.send(keys)
        first = self.next_frame(timeout) - begun
        last = self.settle(timeout)
        return first, (last - begun if last else first), self.bytes - before

    def press_plain(self, keys: str, quiet: float = QUIET) -> float | None:
        """Type and wait until all is quiet; seconds to the last byte, for programs without frames."""
        begun = time.perf_counter()
        self.send(keys)
        last = None
        while time.perf_counter() - (last or begun) < quiet or (
            last is None and time.perf_counter() - begun < 1
        ):
            before = self.bytes
            self._read(quiet)
            if self.bytes != before:
                last = time.perf_counter()
        return last - begun if last else None

    def next_frame(self, timeout: float = 10.0) -> float:
        """Wait for a frame; the moment it was complete."""
        end = time.perf_counter() + timeout
        while (now := time.perf_counter()) < end:
            if self._read(end - now):
                return time.perf_counter()
        raise NotShownError(f"no frame within {timeout} s\n" + "\n".join(self.look()))

    def wait_for(self, seen: str | Callable[[list[str]], bool], timeout: float = 15.0) -> float:
        """Wait until a text, or what a function looks for, is on the screen; when its frame was complete."""
        end = time.perf_counter() + timeout
        while time.perf_counter() < end:
            # What a program said last is read after its end.
            ended = self.process.poll() is not None
            self._read(0.05)
            now = time.perf_counter()
            lines = self.look()
            if seen(lines) if callable(seen) else any(seen in line for line in lines):
                return now
            if ended and not self._unread:
                break
        raise NotShownError(f"never seen: {seen}\n" + "\n".join(self.look()))

    def leave(self, keys: str, timeout: float = 15.0) -> int:
        """Type what ends the program and read on until it has ended; its exit status."""
        self.send(keys)
        end = time.perf_counter() + timeout
        while (status := self.process.poll()) is None:
            if time.perf_counter() > end:
                raise NotShownError(f"still running {timeout} s after {keys!r}\n" + "\n".join(self.look()))
            self._read(0.05)
        return status

    def idle(self, timeout: float = 60.0) -> float:
        """Wait until the program computes nothing any more; returns how long that took in seconds."""
        begun = time.perf_counter()
        before = -1.0
        while time.perf_counter() - begun < timeout:
            self.settle(quiet=0.5)
            used = self._computed()
            if used - before < 0.02:
                break
            before = used
        return time.perf_counter() - begun

    def _computed(self) -> float:
        """Seconds that the program has computed."""
        try:
            fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident(self) -> float:
        """The memory the program holds, in megabytes (Linux; elsewhere 0)."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        except OSError:
            return 0.0
        kilobytes = status.partition("VmRSS:")[2].split()[0]
        return int(kilobytes) / 1024
