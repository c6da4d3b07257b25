"""Counted work of a widget, so that tests can watch its cost without a clock."""

from dataclasses import dataclass


@dataclass
class Counted:
    """``lines``: made anew; ``repaints``: rows asked of the screen; ``wraps``: of a whole text."""

    lines: int = 0
    repaints: int = 0
    wraps: int = 0

    def reset(self) -> None:
        """Count from nought."""
        self.lines = self.repaints = self.wraps = 0
