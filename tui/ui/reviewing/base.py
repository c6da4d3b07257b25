"""What all of them have in common."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from tui.review import Review

if TYPE_CHECKING:
    from tui.ui.reviewing.screen import ReviewScreen

Item = TypeVar("Item")


def around(items: Sequence[Item], here: int, step: int) -> Iterator[Item]:
    """The items from the one at ``here`` on, or backwards, round the ends and back to it."""
    for turn in range(len(items) + 1 if items else 0):
        yield items[(here + (turn if step > 0 else -turn)) % len(items)]


class Doing:
    """One topic of the review screen: its commands and what it must remember between keys."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self.screen = screen

    @property
    def review(self) -> Review:
        """The session's state, and the only way to change it."""
        return self.screen.desk.review
