"""What every screen of the desk does with a key: find its command, count, and have it done."""

from collections.abc import Callable
from typing import ClassVar, Self, TypeVar

from textual.await_remove import AwaitRemove
from textual.events import Key, Paste
from textual.geometry import Region
from textual.screen import Screen, ScreenResultType

from tui.storage.choices import Choice
from tui.ui.command import Need
from tui.ui.command_app import CommandApp
from tui.ui.commands import COMMANDS, Mode
from tui.ui.handling import Handler, handlers_of
from tui.ui.i18n import _
from tui.ui.keymap import Keymap, key_of, show_key
from tui.ui.widgets.field_input import EDITING, LONGEST, FieldInput
from tui.ui.widgets.key_bar import Item, KeyBar
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.status_line import Tone
from tui.ui.widgets.still import Ground

Result = TypeVar("Result")
MAX_COUNT = 9999
# What the style sheets call the sizes of a terminal, from so many cells on.
WIDTHS = ((0, "-narrow"), (100, "-normal"), (150, "-wide"))
HEIGHTS = ((0, "-low"), (30, "-high"))


class CommandScreen(Screen[ScreenResultType], Ground):
    """A screen whose keys all come from the registry of commands.

    A key is looked up for the mode that is on. Text fields take what they type before it gets here.
    """

    START_MODE: ClassVar[Mode] = "review"
    app: CommandApp

    def __init__(self) -> None:
        super().__init__()
        self.mode: Mode = self.START_MODE
        self.count = ""
        self.ready = False  # keys wait until then
        self._settled = False  # the first frame shows all, until something changes after it
        self.when_closed: Callable[[ScreenResultType | None], None] | None = None
        self._handlers: dict[str, Handler] = dict(handlers_of(self))

    def add_handlers(self, owner: object) -> None:
        """Have the marked methods of ``owner`` do their commands."""
        self._handlers.update(handlers_of(owner))

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint anew, but not all once more right behind the first frame, as Textual asks for."""
        paint = repaint and (self._settled or bool(regions))
        return super().refresh(*regions, repaint=paint, layout=layout, recompose=recompose)

    def on_resize(self) -> None:
        """Take the wishes to paint all from when the first frame is there."""
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        self._settled = True

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        return self.app.keymap

    def has(self, need: Need) -> bool:  # noqa: ARG002 - for screens whose commands need something
        """Whether what a command needs is there now."""
        return True

    def key_items(self) -> list[Item]:
        """The commands of the key line that do something now."""
        needs = ((item, COMMANDS[item[0]].needs) for item in self.app.key_items(self.mode))
        return [item for item, need in needs if need is None or self.has(need)]

    def show_keys(self) -> None:
        """Show the keys that do something now; whatever changes that has them shown again."""
        self.query_one(KeyBar).show(self.key_items())

    def run_command(self, command_id: str, count: int = 1) -> bool:
        """Do a command; false if it is none of this screen's."""
        handler = self._handlers.get(command_id)
        if handler is None:
            return self.app.run_command(command_id)
        handler(count)
        if self.is_current:
            self.show_keys()
        return True

    async def take(self, event: Key | Paste) -> bool:
        """Do what a key means now, or let the open text field have it; false if it means nothing here.

        The app calls this before anything else sees the key, so that fast typing is never split between
        the keys of one moment and those of the next.
        """
        field = self.typing_field
        if isinstance(event, Paste):
            if field is not None:
                self._enter(field, " ".join(filter(None, map(str.strip, event.text.splitlines()))))
            return field is not None
        if field is not None and event.character and (event.is_printable or len(event.character) > 1):
            if not self.picks(event.character):
                self._enter(field, event.character)
            return True
        return await self._take_key(event, field)

    async def _take_key(self, event: Key, field: FieldInput | None) -> bool:
        key = key_of(event)
        if field is None and self._takes_digit(key):
            self.count_changed()
            return True
        command = self.keymap.command(self.mode, key)
        count, self.count = int(self.count or 1), ""
        if command is not None:
            self.count_changed()
            return self.run_command(command.id, count if command.counts else 1)
        if field is not None and key in EDITING:
            done = await self.app.run_action(EDITING[key], field)  # copying nothing is not done
            if done:
                self._follow_field()
            return done
        return False

    def _enter(self, field: FieldInput, text: str) -> None:
        if field.enter(text):
            self._follow_field()
        else:
            self.tell_beside(_("too long: {limit} characters at most").format(limit=f"{LONGEST:,}"))

    def _follow_field(self) -> None:
        self.field_changed()
        self.show_keys()

    async def begin_keys(self) -> None:
        """Take keys from now on, and first those that came while the screen was not there yet."""
        self.show_keys()
        self.ready = True
        await self.app.give_keys()

    def open_over(self, screen: "CommandScreen[Result]", closed: Callable[[Result | None], None]) -> None:
        """Open a screen over this one; ``closed`` is given what it closes with."""
        screen.when_closed = closed
        self.app.push_screen(screen)

    def leave_with(self, result: ScreenResultType | None = None) -> None:
        """Close this screen and tell at once who opened it: the next key is for what comes of that.

        A second click, quick behind the one that closed it, closes nothing more.
        """
        if not self.is_current:
            return
        self.ready = False
        self.dismiss(result)
        if self.when_closed is not None:
            self.when_closed(result)

    def remove(self) -> AwaitRemove:
        """Stop what is done for this screen before its parts are gone, which would be asked for."""
        self.workers.cancel_node(self)
        return super().remove()

    @property
    def typing_field(self) -> FieldInput | None:
        """The text field that takes what is typed, None while keys are commands."""
        return None

    def picks(self, character: str) -> bool:  # noqa: ARG002 - for screens whose fields offer choices
        """Take a character for a choice instead of typing it; says whether it was one."""
        return False

    def field_changed(self) -> None:
        """Follow what is typed."""

    def _takes_digit(self, key: str) -> bool:
        if len(key) != 1 or not key.isascii() or not key.isdigit():
            return False
        if self.mode not in {"review", "caret"}:
            return self.digit(int(key))
        if key == "0" and not self.count:
            return False
        self.count = self.count + key if int(self.count + key) <= MAX_COUNT else str(MAX_COUNT)
        return True

    def digit(self, number: int) -> bool:  # noqa: ARG002 - for screens that offer numbered choices
        """Take a digit in a mode without counts; says whether it meant something."""
        return False

    def articles_joined(self) -> None:
        """Show what came into the session while this is open, as far as it is shown here."""

    def say(self, text: str, tone: Tone = "plain") -> None:  # noqa: ARG002 - for screens with a line for it
        """Tell what happened, here in a corner."""
        self.notify(text, markup=False)

    def say_kept(self, text: str, name: Choice, value: str) -> None:  # noqa: ARG002 - as for `say`
        """Have a choice used the next time as well; a screen with a line for it tells."""
        self.app.keep(name, value)

    def tell_beside(self, text: str) -> None:
        """Tell something, behind what is said of what is being typed where a line is."""
        if self.mode == "dialog":
            self.call_after_refresh(self.query_one(Prompt).hint, text)
        else:
            self.say(text)

    def copy_or_tell(self) -> None:
        """What ctrl+c does: copy what is selected, else tell how one leaves."""
        if marked := self.get_selected_text():
            self.app.copy_to_clipboard(marked)
            return
        key = next((key for key in self.keymap.keys["app.quit"] if self._quits(key)), "ctrl+q")
        self.tell_beside(_("{key} quits, with everything saved").format(key=show_key(key)))

    def _quits(self, key: str) -> bool:
        found = self.keymap.command(self.mode, key)
        return found is not None and found.id == "app.quit"

    def count_changed(self) -> None:
        """Show the count typed so far, where a screen has a place for it."""

    def on_key_bar_wanted(self, message: KeyBar.Wanted) -> None:
        """Do a command that was clicked."""
        message.stop()
        if self.is_current:
            self.run_command(message.command_id)
