"""Small sessions to review, and a clock that ticks."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.review.making import session_of
from tui.model import Decision
from tui.review import Review


@pytest.fixture
def clock() -> Callable[[], datetime]:
    now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    def tick() -> datetime:
        nonlocal now
        now += timedelta(seconds=1)
        return now

    return tick


@pytest.fixture
def recorded() -> list[Decision]:
    return []


@pytest.fixture
def review(recorded: list[Decision], clock: Callable[[], datetime]) -> Review:
    return Review(session_of(2, 3), reviewer="ann", record=recorded.append, clock=clock)
