"""``factdesk tour``: learn the keys in two minutes."""

from typing import TYPE_CHECKING

import click
from msgspec import structs

from tui.cli.errors import Trouble
from tui.cli.options import desk_options
from tui.cli.review import need_keys

if TYPE_CHECKING:
    from tui.storage import Settings


@click.command(short_help="Learn the keys in two minutes, on articles that come along.")
@desk_options
def tour(settings: "Settings") -> None:
    """Try the desk on built-in articles: it tells one key after the other and waits for each.

    Leave it whenever you like with q. Nothing of it is kept.

    \b
    Example:
      factdesk tour
    """
    need_keys()
    from tui.ui.app import run_desk
    from tui.ui.farewell import end_of_tour
    from tui.ui.i18n import use_language
    from tui.ui.keymap import KeymapError
    from tui.ui.tour.app import TourApp
    from tui.workspace import WorkspaceError
    from tui.workspace.practice import practice

    plain = structs.replace(settings, group=None)  # it tells of the claims as the text runs
    try:
        with practice(use_language(settings.language), settings.reviewer or "you") as opened:
            left = run_desk(opened, reviewer="you", settings=plain, kind=TourApp)
    except (WorkspaceError, KeymapError) as error:
        raise Trouble(str(error)) from None
    if left.trouble:
        raise Trouble(left.trouble)
    click.echo(end_of_tour())
