"""Keeps the garbage collector from stopping the screen while much is loaded that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_loads = 0


def begin_loading() -> None:
    """Collect nothing until `end_loading`, which each call wants one of."""
    global _loads  # noqa: PLW0603 - there is one collector
    _loads += 1
    gc.disable()


def end_loading() -> None:
    """Collect again, but never look through what is there by now: that takes up to a second a time."""
    global _loads  # noqa: PLW0603 - there is one collector
    _loads = max(_loads - 1, 0)
    gc.freeze()
    if not _loads:
        gc.enable()


@contextmanager
def loading() -> Iterator[None]:
    """Collect nothing meanwhile."""
    begin_loading()
    try:
        yield
    finally:
        end_loading()
