"""Reads and extracts articles: the first at once, the others in worker processes, in the order asked for."""

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import redirect_stderr
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import tui.extract as extraction
from tui.articles import ReadProblem, read_articles
from tui.model import Article, Claim
from tui.model.telling import Told
from tui.workspace.background import in_background

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.connection import Connection

    from tui.extract import RuleSet

# Files in one task: enough to make the way between processes cheap, few enough to leave quickly.
BATCH = 4
BATCH_BYTES = 400_000
# Up to this size the articles are extracted at once: starting processes would take longer.
AT_ONCE_BYTES = 60_000


class Outcome(NamedTuple):
    """What a file gave: articles that are new with their claims, and what went wrong."""

    path: str
    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[ReadProblem, ...] = ()


class Joined(NamedTuple):
    """What came into a session: new articles, new claims, and files that gave none."""

    articles: tuple[Article, ...] = ()
    claims: tuple[str, ...] = ()
    problems: tuple[ReadProblem, ...] = ()

    def and_more(self, other: "Joined") -> "Joined":
        """With what came in behind it."""
        articles, claims = self.articles + other.articles, self.claims + other.claims
        return Joined(articles, claims, self.problems + other.problems)


class Preview(NamedTuple):
    """An article on its way in: its file, and its text, in which nothing was looked for yet."""

    path: str
    text: str


def take_in(path: str, rules: "RuleSet", known: Iterable[str] = ()) -> Outcome:
    """Read one file and extract the claims of its articles, except those whose ids are known."""
    articles: list[Article] = []
    claims: list[Claim] = []
    problems: list[ReadProblem] = []
    seen = set(known)
    for found in read_articles([path], rules.own):
        if isinstance(found, ReadProblem):
            problems.append(found)
        elif found.id not in seen:
            seen.add(found.id)
            try:
                claims.extend(extraction.extract(found, rules))
            except Exception as error:  # noqa: BLE001 - one article, or one rule, must not stop all others
                problems.append(
                    ReadProblem(
                        path,
                        Told(
                            "its claims can't be found: {reason}", reason=f"{type(error).__name__}: {error}"
                        ),
                    )
                )
                continue
            articles.append(found)
    return Outcome(path, tuple(articles), tuple(claims), tuple(problems))


def nothing_to_review(problems: Sequence[ReadProblem]) -> str:
    """Why none of the files gave an article, in one line."""
    if not problems:
        return Told("there is no article to review; name files or folders of articles")
    if len(problems) == 1:
        return problems[0].told
    return Told("{problem} (and {count} more)", problem=problems[0].told, count=len(problems) - 1)


class Intake:
    """Files on their way into a session. Results come in the order of ``paths``, whoever is done first."""

    def __init__(
        self,
        paths: Sequence[str],
        rule_folders: Sequence[Path],
        known: Iterable[str],
        here: int = 0,
        rules: "Callable[[], RuleSet] | None" = None,
    ) -> None:
        """Start the workers; a thread of this process reads the first ``here`` files, with ``rules``."""
        self._waiting = deque(paths)
        self._rule_folders = tuple(rule_folders)
        self._known = frozenset(known)
        self._tasks: deque[tuple[list[str], Future[list[Outcome]]]] = deque()
        self._pool: ProcessPoolExecutor | None = None
        self._lifeline: Connection | None = None
        self._broken = False
        if here and rules is not None:
            works = [partial(_work_here, path, rules, self._known) for path in paths[:here]]
            tasks = in_background(works)
            self._tasks.extend(([path], task) for path, task in zip(paths, tasks, strict=False))
            paths = paths[here:]
        # While somebody waits for the first article, workers must not take the processor from its thread.
        self._unstarted = list(paths)
        if not self._tasks:
            self._start()

    def _start(self) -> None:
        batches, self._unstarted = _batches(self._unstarted), []
        if not batches:
            return
        count = max(1, min(len(batches), (os.cpu_count() or 2) - 1, 8))
        # Nobody needs workers for a few articles.
        from multiprocessing import Pipe  # noqa: PLC0415

        from tui.workspace.intake_worker import start, work  # noqa: PLC0415

        held, self._lifeline = Pipe(duplex=False)
        # A screen that keeps stderr to itself has no file to give to the processes.
        with redirect_stderr(sys.__stderr__):
            self._pool = start(count, self._rule_folders, held)
            for batch in batches:
                self._tasks.append((batch, self._pool.submit(work, batch, self._known)))

    @property
    def left(self) -> tuple[str, ...]:
        """The files that haven't been handed out yet."""
        return tuple(self._waiting)

    def ready(self) -> list[Outcome]:
        """The outcomes that are there by now and come next; never waits."""
        outcomes: list[Outcome] = []
        while self._tasks and self._tasks[0][1].done():
            outcomes += self._take()
        return outcomes

    def wait(self) -> list[Outcome]:
        """The next outcomes, waited for; empty when nothing is left."""
        return self._take() if self._tasks else []

    def _take(self) -> list[Outcome]:
        paths, task = self._tasks.popleft()
        try:
            outcomes = task.result()
            self._broken = False
        except BrokenExecutor:
            outcomes = self._after_crash(paths)
        for _ in paths:
            self._waiting.popleft()
        if not self._tasks:
            self._start()
        if not self._tasks:
            self.close()
        return outcomes

    def _after_crash(self, paths: list[str]) -> list[Outcome]:
        """A worker died, say for want of memory: start anew with what is left, but without this batch.

        Where the next one dies as well before anything was read, all that is left is given up.
        """
        reason = Told("the process that read it died; try this file alone, or split it")
        left = [path for batch, _ in self._tasks for path in batch]
        self.close()
        if left and not self._broken:
            self._broken, self._unstarted = True, left
            self._tasks.clear()
            self._start()
        elif left:
            paths += left
            self._tasks.clear()
        return [Outcome(path, problems=(ReadProblem(path, reason),)) for path in paths]

    def close(self) -> None:
        """Drop what isn't done; it is still in ``left``."""
        if self._pool is not None:  # it cancels its own tasks: when its workers end, it must know which
            self._pool.shutdown(wait=False, cancel_futures=True)
        else:
            for _paths, task in self._tasks:
                task.cancel()
        if self._lifeline is not None:
            self._lifeline.close()  # workers in the midst of an article end at once
        self._pool = self._lifeline = None


def size_of(path: str) -> int:
    """A file's size in bytes; 0 when it can't be told."""
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def large_last(paths: Iterable[str]) -> list[str]:
    """The files in their order, those behind all others that would hold the others up."""
    return sorted(paths, key=lambda path: size_of(path) > BATCH_BYTES)


def _batches(paths: Sequence[str]) -> list[list[str]]:
    batches: list[list[str]] = []
    room = 0
    for path in paths:
        size = size_of(path)
        if not batches or len(batches[-1]) == BATCH or size > room:
            batches.append([])
            room = BATCH_BYTES
        batches[-1].append(path)
        room -= size
    return batches


def _work_here(path: str, rules: "Callable[[], RuleSet]", known: frozenset[str]) -> list[Outcome]:
    return [take_in(path, rules(), known)]
