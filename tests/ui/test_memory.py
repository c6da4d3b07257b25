"""The garbage collector keeps out of the way of keys."""

import gc
from collections.abc import Iterator

import pytest

from tui.ui import memory


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()
    gc.enable()


def work() -> None:
    """Make as much as is worth a look: 20 collections of the younger objects."""
    while gc.get_count()[2] < 20:
        gc.collect(1)


def test_nothing_is_collected_while_anything_is_loading() -> None:
    memory.begin_loading()
    with memory.loading():
        assert not gc.isenabled()
    assert not gc.isenabled()
    memory.end_loading()
    assert gc.isenabled()


def test_what_was_loaded_is_never_looked_through_again() -> None:
    with memory.loading():
        kept = [[n] for n in range(1000)]
    assert not {id(each) for each in gc.get_objects()} & {id(each) for each in kept}


def test_all_objects_are_looked_through_in_a_quiet_moment_and_only_when_it_is_worth_it() -> None:
    memory.keep_rare()
    collected: list[int] = []
    gc.callbacks.append(lambda phase, info: collected.append(info["generation"]) if phase == "stop" else None)
    try:
        gc.collect()
        collected.clear()
        memory.tidy()
        assert collected == []
        memory.begin_loading()
        work()
        memory.tidy()
        memory.end_loading()
        assert 2 not in collected
        work()
        memory.tidy()
        assert 2 in collected
    finally:
        gc.callbacks.pop()
