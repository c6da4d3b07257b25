"""What widgets tell the screen; they decide nothing themselves."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class ClaimPicked(Message):
    """A claim was clicked, in the list or in the text. ``extend``: up to it, with shift held."""

    claim_id: str
    extend: bool = False


@dataclass
class TextPicked(Message):
    """A stretch of the article was selected, or, when it is empty, a place in it clicked.

    Code points into the article's text, end exclusive.
    """

    start: int
    end: int


@dataclass
class FieldPicked(Message):
    """A field of the current claim was clicked, to be fixed."""

    field: str


@dataclass
class CommandWanted(Message):
    """A command was clicked, on the key line or elsewhere."""

    command_id: str
