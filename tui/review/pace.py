"""How fast a review goes, how long it will take, and where it went too fast to have been read."""

from collections import deque
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from tui.model import Decision

# A longer silence was a break, not work.
BREAK_SECONDS = 180.0
WINDOW = 60
HASTY_MS = 500
STREAK = 8
_VERDICTS = frozenset({"accept", "fix", "reject"})


class Streak(NamedTuple):
    """Decisions in a row that each took under half a second: their numbers and claims."""

    first: int
    last: int
    claims: tuple[str, ...]


class Pace:
    """The pace of the last decisions; add each as it is made."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._steps: deque[tuple[float, int]] = deque(maxlen=WINDOW)
        self._last: datetime | None = None
        for decision in decisions:
            self.add(decision)

    def add(self, decision: Decision) -> None:
        """Take a decision into account; undos and notes only take time."""
        try:
            at = datetime.fromisoformat(decision.at)
        except ValueError:
            return
        if self._last is not None:
            seconds = (at - self._last).total_seconds()
            claims = len(decision.claims) if decision.do in _VERDICTS else 0
            if 0 <= seconds <= BREAK_SECONDS:
                self._steps.append((seconds, claims))
        self._last = at

    @property
    def per_minute(self) -> float | None:
        """Claims decided in a minute of work; None before there is enough to tell."""
        seconds = sum(step[0] for step in self._steps)
        claims = sum(step[1] for step in self._steps)
        if len(self._steps) < 3 or not claims or seconds <= 0:
            return None
        return claims * 60 / seconds

    def seconds_left(self, open_claims: int) -> float | None:
        """The time that the open claims will take at this pace; None before there is enough to tell."""
        if not open_claims:
            return 0.0
        pace = self.per_minute
        return None if pace is None else open_claims * 60 / pace


def hasty_streaks(decisions: Sequence[Decision], least: int = STREAK) -> list[Streak]:
    """Runs of at least ``least`` acceptances, each of one claim looked at for less than half a second.

    Decisions over several claims, and those of unknown duration, end a run.
    """
    streaks: list[Streak] = []
    run: list[Decision] = []
    for decision in [*decisions, None]:
        if decision is not None and _hasty(decision):
            run.append(decision)
            continue
        if len(run) >= least:
            claims = tuple(claim_id for one in run for claim_id in one.claims)
            streaks.append(Streak(run[0].n, run[-1].n, claims))
        run = []
    return streaks


def hasty_run(decisions: Sequence[Decision]) -> int:
    """How many decisions up to the last one each took under half a second, one after the other."""
    run = 0
    for decision in reversed(decisions):
        if not _hasty(decision):
            break
        run += 1
    return run


def _hasty(decision: Decision) -> bool:
    one = len(decision.claims) == 1
    return decision.do == "accept" and one and decision.ms is not None and decision.ms < HASTY_MS
