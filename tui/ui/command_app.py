"""What screens find in their application: the keys in force, what is kept, and each key in its turn."""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Protocol, runtime_checkable

from textual.app import App
from textual.events import Event, Key, Paste

from tui.storage import Settings, StorageError
from tui.storage.choices import Choice
from tui.ui.commands import LOOKUP, Mode, commands_of
from tui.ui.i18n import _
from tui.ui.keymap import Keymap, resolve
from tui.ui.troubles import in_words
from tui.ui.widgets.key_bar import Item
from tui.workspace import OpenSession


@runtime_checkable
class TakesKeys(Protocol):
    """A screen that says what a key means on it."""

    async def take(self, event: Key | Paste) -> bool:
        """Do what a key means now; false if it means nothing here."""

    def copy_or_tell(self) -> None:
        """What ctrl+c does."""


class CommandApp(App[str]):
    """Gives each key to the screen that is there when its turn comes."""

    keep_choice: Callable[[Choice, str], object] | None = None  # has what is chosen here used the next time

    def __init__(
        self, *, reviewer: str, settings: Settings, keymap: Keymap | None = None, folder: Path | None = None
    ) -> None:
        super().__init__()
        self.keymap = keymap or resolve(settings.keys)
        self.reviewer = reviewer
        self.folder = folder
        self.settings = settings
        self.last_key = monotonic()
        self._keys: deque[Key | Paste] = deque()
        self._giving = False
        self._items: dict[Mode, list[Item]] = {}

    def show_session(self, opened: OpenSession) -> None:
        """Review a session."""
        raise NotImplementedError

    def show_sessions(self) -> None:
        """List the sessions here; one that is open is closed first."""
        raise NotImplementedError

    def leave(self) -> None:
        """Quit with everything saved."""
        raise NotImplementedError

    def run_command(self, command_id: str) -> bool:
        """Do a command that is the same on every screen; false if it is none of these."""
        raise NotImplementedError

    async def on_event(self, event: Event) -> None:
        """Give keys to the screen before Textual forwards them, one after the other.

        Textual sends a key to the focused widget's queue and lets it come back: between two quick keys the
        focus could change, and the second would be typed into the wrong place.
        """
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self._keys.append(event)
            self.last_key = monotonic()
            await self.give_keys()
        else:
            await super().on_event(event)

    async def give_keys(self) -> None:
        """Give the keys that wait to the screen that is there when their turn comes, once it is ready."""
        if self._giving:
            return
        self._giving = True
        try:
            while self._keys and self.screen_stack and getattr(self.screen, "ready", False):
                event, screen = self._keys.popleft(), self.screen
                if isinstance(screen, TakesKeys) and await screen.take(event):
                    continue
                if isinstance(screen, TakesKeys) and isinstance(event, Key) and event.key == "ctrl+c":
                    screen.copy_or_tell()
                else:
                    await super().on_event(event)
        finally:
            self._giving = False

    def key_items(self, mode: Mode) -> list[Item]:
        """What the key line shows while a mode is on and all is there that commands need."""
        known = self._items.get(mode)
        if known is None:
            known = self._items[mode] = self._items_of(mode)
        return known

    def _items_of(self, mode: Mode) -> list[Item]:
        shown = [command for place in LOOKUP[mode] for command in commands_of(place) if command.footer]
        ordered = sorted(shown, key=lambda command: command.footer)
        return [
            (command.id, self.keymap.first_key(command.id), command.shown_title)
            for command in ordered
            if self.keymap.first_key(command.id) and self._reached(mode, command.id)
        ]

    def _reached(self, mode: Mode, command_id: str) -> bool:
        """Whether the key shown for a command means it in this mode."""
        found = self.keymap.command(mode, self.keymap.keys[command_id][0])
        return found is not None and found.id == command_id

    def keep(self, name: Choice, value: str) -> str:
        """Have a choice used the next time as well; says why it is not, empty if it is."""
        try:
            if self.keep_choice is not None:
                self.keep_choice(name, value)
        except (StorageError, OSError) as error:
            return _("not kept for the next time: {reason}").format(reason=in_words(error))
        return ""
