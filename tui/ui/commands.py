"""The one registry of commands: keys, key line, help, palette, README table and tests all read it."""

from collections.abc import Iterator

from tui.ui.command import LOOKUP, MODE_TITLES, MODES, TYPING, Command, Mode
from tui.ui.command_list import ALL

__all__ = [
    "COMMANDS",
    "LOOKUP",
    "MODES",
    "MODE_TITLES",
    "TYPING",
    "Command",
    "Mode",
    "commands_of",
    "key_table",
]

COMMANDS: dict[str, Command] = {command.id: command for command in ALL}


def commands_of(mode: Mode) -> Iterator[Command]:
    """The commands of one mode, in the order of the registry."""
    return (command for command in COMMANDS.values() if command.mode == mode)


def key_table() -> list[tuple[str, str, str]]:
    """Rows for the README: the mode, the default keys as Markdown, what they do; in English."""
    return [
        (MODE_TITLES[command.mode], " ".join(f"`{key}`" for key in command.keys), command.help)
        for command in COMMANDS.values()
    ]
