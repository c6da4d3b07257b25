"""``factdesk serve``: the desk in a browser on this machine."""

import sys
from collections.abc import Sequence
from glob import has_magic
from importlib.util import find_spec
from pathlib import Path

import click

from tui.cli.errors import Trouble, os_trouble
from tui.cli.options import desk_settings, language_option, rules_option, theme_option
from tui.cli.review import reviewer_option
from tui.cli.stored import no_such_session

PORT = 8000
NEEDED = "textual_serve"
INSTALL = "Install it with: pip install 'factdesk[serve]' (in a clone: pip install -e '.[serve]')"


@click.command(short_help="Open the desk in a browser on this machine.")
@click.argument("what", nargs=-1, metavar="[PATH...|SESSION]")
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="The port on 127.0.0.1; 0 takes any that is free.",
)
@rules_option
@reviewer_option
@theme_option
@language_option
def serve(what: tuple[str, ...], port: int, rule_folders: tuple[Path, ...], **given: str | None) -> None:
    """Serve the desk to a browser of this machine, at an address that works once.

    It opens articles as 'review' does, a session as 'resume' does, or without either the sessions of this
    folder. The first browser that opens the address is let in, and no other; q closes the desk, and ctrl+c
    here ends it all, with everything saved.

    \b
    Example:
      factdesk serve news/
    """
    if find_spec(NEEDED) is None:
        raise Trouble("the desk in a browser needs the package textual-serve", INSTALL)
    settings = desk_settings(given["theme"], given["language"])
    options = [part for name, value in given.items() if value for part in (f"--{name}", value)]
    options += [part for folder in rule_folders for part in ("--rules", str(folder))]
    program = [sys.executable, "-P", "-m", "tui", *_words(what, options)]

    from tui.ui.i18n import use_language
    from tui.ui.web.server import WebDesk

    use_language(settings.language)
    try:
        desk = WebDesk(program, port)
    except OSError as error:
        raise Trouble(
            f"port {port}: {os_trouble(error)}", "Take another one with --port, or any that is free: --port 0"
        ) from None
    click.echo(f"The desk is at {desk.address}")
    click.echo("The address works once, on this machine only. ctrl+c ends it.")
    desk.run()


def _words(what: Sequence[str], options: list[str]) -> list[str]:
    """The command line that opens ``what``."""
    from tui.articles import find_files
    from tui.workspace import session_path

    if not what:
        return options
    if "-" in what:
        raise Trouble("an article on standard input can't be served", "Write it to a file first.")
    path = session_path(what[0])
    if len(what) == 1 and path.is_file() and (path == Path(what[0]) or not Path(what[0]).exists()):
        return ["resume", *options, "--", what[0]]
    found = list(find_files(what))
    if not any(isinstance(each, str) for each in found):
        if len(what) == 1 and not Path(what[0]).exists() and not has_magic(what[0]):
            raise no_such_session(path)
        raise Trouble(str(found[0]) if found else "there is no article to review")
    return ["review", *options, "--", *what]
