"""Work beside the screen that leaving need not wait for: threads that end with the program."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def in_background(works: Sequence[Callable[[], T]]) -> list[Future[T]]:
    """Begin to do ``works`` one after the other, and give what will come of each.

    The interpreter waits at its end for the threads of its own executors, however long their work takes.
    It does not wait for this one: what it has not done by then is dropped.
    """
    futures: list[Future[T]] = [Future() for _ in works]
    Thread(target=_do, args=(works, futures), name="background", daemon=True).start()
    return futures


def _do(works: Sequence[Callable[[], T]], futures: Sequence[Future[T]]) -> None:
    for work, future in zip(works, futures, strict=True):
        if not future.set_running_or_notify_cancel():
            continue
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - whoever asks for the result is told
            future.set_exception(error)
