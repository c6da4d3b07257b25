"""Extraction over many articles, in this process or in several."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from itertools import islice
from pathlib import Path
from typing import TypeVar

from tui.extract import RuleSet, extract
from tui.model import Article, Claim
from tui.workspace import workers

AHEAD = 4  # articles in flight for each worker: enough to keep it busy, few enough to keep memory flat

T = TypeVar("T")
Finish = Callable[[Article, list[Claim]], T]


def extract_all(
    articles: Iterable[Article],
    rules: RuleSet,
    finish: Finish[T],
    folders: Sequence[Path] = (),
    *,
    jobs: int = 1,
) -> Iterator[T]:
    """What ``finish`` makes of each article and its claims, in the order of ``articles``.

    With more than one of ``jobs`` as many worker processes share the work, that of ``finish`` included, which
    must then be a function of a module. Each worker reads the built-in rules and those of ``folders`` for
    itself, so ``rules`` should be what ``load_rules(folders)`` gave.
    """
    if jobs <= 1:
        for article in articles:
            yield finish(article, extract(article, rules))
        return
    pool = workers.start(jobs, _begin, tuple(folders))
    try:
        yield from _in_order(pool, iter(articles), finish, jobs * AHEAD)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(pool: Executor, articles: Iterator[Article], finish: Finish[T], ahead: int) -> Iterator[T]:
    waiting: deque[Future[T]] = deque()
    for article in islice(articles, ahead):
        waiting.append(pool.submit(_work, article, finish))
    while waiting:
        done = waiting.popleft()
        for following in islice(articles, 1):
            waiting.append(pool.submit(_work, following, finish))
        yield done.result()


def _begin(folders: tuple[Path, ...]) -> None:
    workers.leave_interrupts()
    workers.read_rules(folders)


def _work(article: Article, finish: Finish[T]) -> T:
    return finish(article, extract(article, workers.the_rules()))
