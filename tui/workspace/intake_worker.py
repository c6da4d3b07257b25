"""What the intake's worker processes do: they read files, and end as soon as nobody waits for them."""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui.workspace import workers
from tui.workspace.intake import Outcome, take_in

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.connection import Connection

# Whether a worker does what may be dropped; it must not be stopped while it hands over what it did.
_at_work = threading.Event()
_changing = threading.Lock()


def start(count: int, rule_folders: Sequence[Path], lifeline: "Connection") -> "ProcessPoolExecutor":
    """So many workers, which end when the other end of ``lifeline`` is closed."""
    return workers.start(count, _begin, rule_folders, lifeline)


def _begin(rule_folders: Sequence[Path], lifeline: "Connection") -> None:
    """Set up a worker, which ends with its parent even while it reads the rules."""
    workers.leave_interrupts()
    threading.Thread(target=_end_with, args=(lifeline,), name="lifeline", daemon=True).start()
    with _working():
        workers.read_rules(rule_folders)


@contextmanager
def _working() -> Iterator[None]:
    _at_work.set()
    try:
        yield
    finally:
        with _changing:
            _at_work.clear()


def _end_with(lifeline: "Connection") -> None:
    """End this worker when nobody waits for it any more: its work is dropped, or its parent is dead."""
    from multiprocessing import parent_process  # noqa: PLC0415 - it is loaded in a worker

    with suppress(OSError):
        lifeline.poll(None)
    parent = parent_process()
    while True:
        with _changing:
            if _at_work.is_set() or parent is None or not parent.is_alive():
                os._exit(0)
        parent.join(0.05)


def work(paths: list[str], known: frozenset[str]) -> list[Outcome]:
    """What some files give, in a worker."""
    with _working():
        return [take_in(path, workers.the_rules(), known) for path in paths]
