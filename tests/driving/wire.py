"""A terminal made of two strings: what is typed goes through Textual's own parser, what is drawn is kept."""

import asyncio
from collections.abc import Callable
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser  # the parser every terminal driver uses; there is no public one
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size

ESCAPE_WAIT = 0.15  # seconds until the parser takes a lone ESC for the key
PATIENCE = 10.0  # seconds until an app that does not settle is a failure


class WireDriver(Driver):
    """A driver without a terminal: ``type`` feeds it what a terminal would send."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._parser = XTermParser(debug)
        self.output: list[str] = []

    @property
    def drawn(self) -> int:
        """How many characters were written to the terminal so far."""
        return sum(map(len, self.output))

    def write(self, data: str) -> None:
        self.output.append(data)

    def start_application_mode(self) -> None:
        size = Size(*(self._size or (120, 40)))
        self.send_message(events.Resize(size, size))

    def disable_input(self) -> None:
        """Nothing to stop: input comes only from ``type``."""

    def stop_application_mode(self) -> None:
        """Nothing to restore."""

    def type(self, text: str) -> None:
        """Feed what a terminal would send."""
        for event in self._parser.feed(text):
            self.process_message(event)

    def tick(self) -> None:
        """Let the parser decide that a lone ESC was the key."""
        for event in self._parser.tick():
            self.process_message(event)


SEQUENCES = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "ctrl+a": "\x01",
    "ctrl+c": "\x03",
    "ctrl+f": "\x06",
    "ctrl+p": "\x10",
    "f9": "\x1b[20~",
    "ctrl+u": "\x15",
    "ctrl+k": "\x0b",
    "ctrl+t": "\x14",
}


class Typist:
    """Presses keys and counts them, waiting after each until the app has nothing left to do."""

    def __init__(self, app: App[Any]) -> None:
        self.app = app
        self.keys = 0
        self.log: list[str] = []

    async def press(self, *keys: str) -> None:
        """Press named keys or single characters, each counted as one key."""
        driver = self.app._driver  # App keeps it private
        assert isinstance(driver, WireDriver)
        for key in keys:
            self.keys += 1
            self.log.append(key)
            driver.type(SEQUENCES.get(key, key))
            if key == "escape":
                await asyncio.sleep(ESCAPE_WAIT)
                driver.tick()
            await self.settle()

    async def type(self, text: str) -> None:
        """Press each character of ``text``."""
        await self.press(*text)

    async def settle(self, until: Callable[[], bool] | None = None) -> None:
        """Wait until no widget has a message waiting, keys are taken and, if given, ``until`` holds."""
        quiet = 0
        async with asyncio.timeout(PATIENCE):
            while quiet < 3 or (until is not None and not until()):
                await asyncio.sleep(0.001)
                stack = self.app.screen_stack  # empty before the app has begun and behind its end
                widgets = (widget for screen in stack[-1:] for widget in screen.walk_children())
                busy = any(pump.message_queue_size for pump in (self.app, *stack, *widgets))
                waits = any(not getattr(screen, "ready", True) for screen in stack[-1:])
                quiet = quiet + 1 if not busy and not waits else 0
