"""Work beside the screen that is awaited while keys are answered, and dropped by leaving."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from tui.workspace.background import in_background

T = TypeVar("T")


async def aside(work: Callable[[], T]) -> T:
    """What ``work`` gives, done in a thread that nobody waits for when the desk is left."""
    (future,) = in_background([work])
    return await asyncio.wrap_future(future)
