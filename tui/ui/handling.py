"""Says which method does which command; whoever has such methods can be asked to do the command."""

from collections.abc import Callable, Iterator
from typing import Any

from tui.ui.commands import COMMANDS

Handler = Callable[[int], None]


def handles(*command_ids: str) -> Callable[[Callable[[Any, int], None]], Callable[[Any, int], None]]:
    """Mark a method as what does the commands; it is given the count typed before the key, else 1."""

    def mark(method: Callable[[Any, int], None]) -> Callable[[Any, int], None]:
        unknown = [name for name in command_ids if name not in COMMANDS]
        if unknown:
            raise ValueError(f"no such command: {unknown}")
        method.command_ids = command_ids  # type: ignore[attr-defined]
        return method

    return mark


def handlers_of(owner: object) -> Iterator[tuple[str, Handler]]:
    """The commands that an object does, each with the method that does it."""
    for each in reversed(type(owner).__mro__):
        for name, method in vars(each).items():
            for command_id in getattr(method, "command_ids", ()):
                yield command_id, getattr(owner, name)
    more: dict[str, Handler] = getattr(owner, "more_handlers", {})
    yield from more.items()
