"""What several widgets tell the screen; what only one tells stands with that widget."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class CommandWanted(Message):
    """A command was clicked, on the key line or elsewhere."""

    command_id: str
