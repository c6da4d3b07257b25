"""The README says what is so: commands, keys and formats are those of the program."""

import re
import shlex
from pathlib import Path

import click
import pytest

from tests.tools.readme import README, updated
from tui.cli.main import commands

TEXT = README.read_text(encoding="utf-8")
CODE = re.findall(r"^```(?:sh|console)\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
SPOKEN = re.findall(r"`(factdesk[^`\n]*)`", TEXT)


def calls() -> list[str]:
    """Every call of the program that the README shows."""
    lines = [line.split("#")[0] for block in CODE for line in block.splitlines()]
    found = [part.strip() for line in lines for part in line.split("&&") if "factdesk " in part]
    return [part[part.index("factdesk ") :] for part in found] + SPOKEN


def test_the_tables_of_commands_and_keys_are_the_programs() -> None:
    assert updated(TEXT) == TEXT, "run python -m tests.tools.readme"


@pytest.mark.parametrize("call", sorted(set(calls())))
def test_every_call_shown_is_one_the_program_takes(call: str) -> None:
    words = shlex.split(call)[1:]
    command: click.Command = commands
    while words and isinstance(command, click.Group) and words[0] in command.commands:
        command = command.commands[words.pop(0)]
    known = {
        option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)
    }
    unknown = [
        word
        for word in words
        if word.startswith("-") and word != "-" and word not in known | {"-h", "--help"}
    ]
    assert not unknown
    if words and isinstance(command, click.Group):
        assert words[0].isupper() or words[0].startswith("-"), f"no command {words[0]}"


def test_every_file_and_picture_linked_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", TEXT)
    missing = [
        a or b for a, b in links if "://" not in (a or b) and not (Path(README).parent / (a or b)).exists()
    ]
    assert missing == []
