"""What all of them have in common."""

from typing import TYPE_CHECKING

from tui.review import Review

if TYPE_CHECKING:
    from tui.ui.reviewing.screen import ReviewScreen


class Doing:
    """One topic of the review screen: its commands and what it must remember between keys."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self.screen = screen

    @property
    def review(self) -> Review:
        """The session's state, and the only way to change it."""
        return self.screen.desk.review
