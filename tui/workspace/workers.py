"""Processes that extract beside this one, each with the rules that it read for itself.

Two use them: :mod:`tui.workspace.extraction` lets them work through a stream of articles, waits for the next
result and fails with the first worker; :mod:`tui.workspace.intake_worker` has them read files for a screen
that never waits, goes on when one dies, and drops what they do as soon as the screen is left.
"""

import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from tui.extract import RuleSet

_rules: "RuleSet | None" = None


def start(count: int, begin: Callable[..., None], *args: Any) -> "ProcessPoolExecutor":
    """So many workers, each of which first calls ``begin`` with ``args``."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - nobody needs it for a few articles
    from multiprocessing import get_context  # noqa: PLC0415

    # A fresh interpreter each: a copy of this one could inherit a thread's lock and hang, and would hold the
    # session's lock after its parent is killed.
    return ProcessPoolExecutor(count, get_context("spawn"), begin, args)


def read_rules(folders: Sequence[Path]) -> None:
    """Read the built-in rules and those of some folders, once for a worker."""
    global _rules  # noqa: PLW0603 - a worker process has nothing else to keep it in
    from tui.extract import load_lasting_rules  # noqa: PLC0415

    _rules = load_lasting_rules(folders)


def the_rules() -> "RuleSet":
    """The rules that this worker has read."""
    if _rules is None:
        raise RuntimeError("a worker works before it has read its rules")
    return _rules


def leave_interrupts() -> None:
    """Let the terminal's interrupt be the parent's business, which ends its workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
