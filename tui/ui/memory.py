"""Keeps the garbage collector from stopping the screen while much is loaded that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Collections of the younger objects, each after some 7,000 new ones, between two of all objects.
_RARE, _WORTH_IT = 1000, 20
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


def keep_rare() -> None:
    """Have all that was made looked through hardly ever of itself: that would stop a key for 20 to 60 ms."""
    young, older, _oldest = gc.get_threshold()
    gc.set_threshold(young, older, _RARE)


def tidy() -> None:
    """Look through all that was made, in a moment in which nobody waits, if that is worth it by now."""
    if not _loads and gc.get_count()[2] >= _WORTH_IT:
        gc.collect()
