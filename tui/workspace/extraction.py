"""Extraction over many articles, in this process or in several."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from tui.extract import RuleSet, extract, load_rules
from tui.model import Article, Claim

AHEAD = 4  # articles in flight for each worker: enough to keep it busy, few enough to keep memory flat

Extracted = tuple[Article, list[Claim]]

_worker_rules: list[RuleSet] = []


def extract_all(
    articles: Iterable[Article], rules: RuleSet, folders: Sequence[Path] = (), *, jobs: int = 1
) -> Iterator[Extracted]:
    """Each article with its claims, in the order of ``articles``.

    With more than one of ``jobs`` as many worker processes share the work; each reads the built-in rules and
    those of ``folders`` for itself, so ``rules`` should be what ``load_rules(folders)`` gave.
    """
    if jobs <= 1:
        for article in articles:
            yield article, extract(article, rules)
        return
    # A fresh interpreter per worker: a copy of this one could inherit a thread's lock and hang.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start_worker, (tuple(folders),))
    try:
        yield from _in_order(pool, iter(articles), jobs * AHEAD)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(pool: ProcessPoolExecutor, articles: Iterator[Article], ahead: int) -> Iterator[Extracted]:
    waiting: deque[tuple[Article, Future[list[Claim]]]] = deque()
    for article in islice(articles, ahead):
        waiting.append((article, pool.submit(_work, article)))
    while waiting:
        article, claims = waiting.popleft()
        for following in islice(articles, 1):
            waiting.append((following, pool.submit(_work, following)))
        yield article, claims.result()


def _start_worker(folders: tuple[Path, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops its workers itself
    _worker_rules.append(load_rules(folders))


def _work(article: Article) -> list[Claim]:
    return extract(article, _worker_rules[0])
