"""Counted work of a widget, so that tests can watch its cost without a clock."""

from dataclasses import dataclass


@dataclass
class Counted:
    """``lines``: made anew from the data; ``repaints``: asked of the screen, each a row or an area."""

    lines: int = 0
    repaints: int = 0

    def reset(self) -> None:
        """Count from nought."""
        self.lines = self.repaints = 0
