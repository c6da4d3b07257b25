"""Tells which of many things that need tags a text has all for."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

T = TypeVar("T")


class Gate(Generic[T]):
    """Things that need tags, in order: sets of which each must have one in common with what a text holds."""

    def __init__(self, things: Iterable[tuple[T, list[frozenset[str]]]]) -> None:
        # Most texts lack one of the tags for which no other may stand: they are asked first, and at once.
        self._things = [
            (
                thing,
                frozenset().union(*(tags for tags in needed if len(tags) == 1)),
                [tags for tags in needed if len(tags) > 1],
            )
            for thing, needed in things
        ]

    def let_in(self, held: AbstractSet[str]) -> Iterator[T]:
        """The things that tags have all for; ``held`` may change on the way."""
        lacks = held.isdisjoint
        for thing, sure, others in self._things:
            if sure <= held:
                for tags in others:
                    if lacks(tags):
                        break
                else:
                    yield thing
