"""Writes the README's tables of commands and keys anew from the program.

usage: python -m tests.tools.readme [--check]
"""

import argparse
import re
import sys
from pathlib import Path

from tui.cli.main import commands
from tui.ui.commands import key_table

README = Path(__file__).parents[2] / "README.md"


def command_rows() -> str:
    """The commands of the command line, one row each."""
    rows = ["| command | what it does |", "|---|---|"]
    rows += [
        f"| `factdesk {name}` | {command.get_short_help_str(100)} |"
        for name, command in commands.commands.items()
    ]
    return "\n".join(rows)


def key_rows() -> str:
    """The keys of the desk, one table for each mode."""
    tables: dict[str, list[str]] = {}
    for mode, keys, help_ in key_table():
        shown = keys.replace("|", "\\|")
        tables.setdefault(mode, ["| key | does |", "|---|---|"]).append(f"| {shown or '–'} | {help_} |")
    return "\n\n".join(f"**{mode}**\n\n" + "\n".join(rows) for mode, rows in tables.items())


BLOCKS = {"commands": command_rows, "keys": key_rows}


def updated(text: str) -> str:
    """The README with its generated blocks as they should be.

    Raises:
        ValueError: a block has no place in the text.
    """
    for name, rows in BLOCKS.items():
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- end of {name} -->)", re.DOTALL)
        if not pattern.search(text):
            raise ValueError(f"the README has no place for {name}")
        text = pattern.sub(lambda match, rows=rows: match[1] + rows() + match[2], text)
    return text


def main() -> int:
    """Write the README, or say whether it is current."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether the README is current")
    args = parser.parse_args()
    text = README.read_text(encoding="utf-8")
    new = updated(text)
    if args.check:
        return int(new != text)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
