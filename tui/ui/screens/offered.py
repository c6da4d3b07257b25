"""Which commands a screen offers now, and which of them a name typed means."""

from collections.abc import Iterator

from textual.screen import ScreenResultType

from tui.ui.commands import LOOKUP, TYPING, Command, commands_of
from tui.ui.screens.base import CommandScreen


def offered(screen: CommandScreen[ScreenResultType]) -> Iterator[Command]:
    """The commands that the screen can do now, those of the moment first."""
    now = () if screen.mode in TYPING else LOOKUP[screen.mode]
    for place in dict.fromkeys((*now, *LOOKUP[screen.START_MODE])):
        yield from (command for command in commands_of(place) if command.id != "app.palette")


def command_named(typed: str, screen: CommandScreen[ScreenResultType]) -> Command | None:
    """The command that a command line means: by its id, its title, or the only beginning of one."""
    wanted = typed.strip().casefold()
    commands = list(offered(screen))
    for command in commands:
        if wanted in {command.id.casefold(), command.shown_title.casefold(), command.title.casefold()}:
            return command
    begun = [command for command in commands if completions_of(command, wanted)]
    return begun[0] if len(begun) == 1 else None


def completions_of(command: Command, typed: str) -> bool:
    """Whether a command's name begins with what is typed."""
    names = (command.id, command.id.partition(".")[2], command.shown_title)
    return any(name.casefold().startswith(typed) for name in names)


def completions(typed: str, screen: CommandScreen[ScreenResultType]) -> list[Command]:
    """The commands whose names begin with what is typed."""
    wanted = typed.strip().casefold()
    return [command for command in offered(screen) if wanted and completions_of(command, wanted)]
