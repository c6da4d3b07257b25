"""``factdesk keys``: the keys in force, with what the settings changed."""

from typing import TYPE_CHECKING

import click

from tui.cli.errors import shown, trouble_in_words, warn
from tui.cli.options import the_settings
from tui.model.telling import Told

if TYPE_CHECKING:
    from tui.storage import Settings
    from tui.ui.keymap import Keymap

CHANGED = "*"


@click.command(short_help="List the keys of the desk, with those that your settings changed.")
def keys() -> None:
    """List every command of the desk with its id, its keys and what it does; * marks what settings changed.

    Keys are changed in factdesk.yaml in this folder or in your own settings file:

    \b
      keys:
        claim.accept: enter
        claim.reject: [d, delete]

    \b
    Example:
      factdesk keys
    """
    from tui.text.cells import cells
    from tui.ui.command import MODE_TITLES, MODES
    from tui.ui.commands import commands_of

    keymap = checked_keymap(the_settings())
    for mode in MODES:
        click.echo(MODE_TITLES[mode])
        for command in commands_of(mode):
            given = keymap.keys[command.id]
            mark = CHANGED if given != command.keys else " "
            written = " ".join(given) or "-"
            pad = " " * max(18 - cells(written), 1)
            click.echo(shown(f"{mark} {written}{pad}{command.id:<22} {command.help}"))
        click.echo()


def checked_keymap(settings: "Settings") -> "Keymap":
    """The keys in force. Raises Trouble, after a line for each problem, if the settings' cannot hold."""
    from tui.ui.keymap import KeymapError, resolve

    try:
        return resolve(settings.keys)
    except KeymapError as error:
        mend = Told("Change it under 'keys:' in the settings; factdesk keys lists all commands.")
        *before, last = (trouble_in_words(problem, mend, settings.language) for problem in error.problems)
        for trouble in before:
            warn(f"factdesk: {trouble}")
        raise last from None
