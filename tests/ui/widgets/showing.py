"""A widget alone on a screen, and what is to be seen of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget


class Alone(App[None]):
    """Shows one widget and keeps the messages it sends."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.widget


@asynccontextmanager
async def alone(widget: Widget, *, width: int = 40, height: int = 12) -> AsyncIterator[Pilot[None]]:
    """Run an app of that size with nothing but the widget; messages are in ``pilot.app.heard``."""
    app = Alone(widget)

    def hear(message: Message) -> None:
        # A message is seen again at every parent that it bubbles to.
        if message.control is None and not any(message is known for known in app.heard):
            app.heard.append(message)

    async with app.run_test(size=(width, height), message_hook=hear) as pilot:
        await pilot.pause()
        yield pilot


def shown(widget: Any) -> list[str]:
    """The rows of a widget as text."""
    return [widget.render_line(y).text for y in range(widget.size.height)]


def cell_styles(widget: Any, y: int) -> list[Any]:
    """The style of each cell of a row."""
    return [segment.style for segment in widget.render_line(y) for _ in range(segment.cell_length)]


def said(pilot: Pilot[None], kind: type[Message]) -> list[Any]:
    """The messages of a kind that the widget sent."""
    assert isinstance(pilot.app, Alone)
    return [message for message in pilot.app.heard if isinstance(message, kind)]
