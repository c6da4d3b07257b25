"""How many of the numbers that an article gives are covered by claims."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Self

Range = tuple[int, int]


class Coverage(NamedTuple):
    """``numbers`` that may be claims, and how many of them no claim covers."""

    numbers: int = 0
    uncovered: int = 0

    @property
    def share(self) -> float:
        """The covered share, in [0, 1]; 1 when there are no numbers."""
        return 1 - self.uncovered / self.numbers if self.numbers else 1.0

    def plus(self, other: Self) -> "Coverage":
        """Both together."""
        return Coverage(self.numbers + other.numbers, self.uncovered + other.uncovered)


def uncovered(numbers: Iterable[Range], spans: Sequence[Range]) -> list[Range]:
    """The numbers that touch none of the spans; both in order of their starts."""
    left: list[Range] = []
    at, reach = 0, 0
    for start, end in numbers:
        while at < len(spans) and spans[at][0] < end:
            reach = max(reach, spans[at][1])
            at += 1
        if reach <= start:
            left.append((start, end))
    return left


def coverage(numbers: Sequence[Range], spans: Sequence[Range]) -> Coverage:
    """How far the spans cover the numbers; both in order of their starts."""
    return Coverage(len(numbers), len(uncovered(numbers, spans)))
