"""The command line as a whole: its commands, and what becomes of an error."""

import os
import sys
from collections.abc import Sequence

import click

from tui import __version__
from tui.cli.check import check
from tui.cli.errors import DEBUG, mistake, told
from tui.cli.explain import explain
from tui.cli.export import export
from tui.cli.extract import extract
from tui.cli.keys import keys
from tui.cli.options import desk_settings, language_option, theme_option
from tui.cli.review import resume, review, sessions
from tui.cli.rules import rules
from tui.cli.serve import serve
from tui.cli.status import status
from tui.cli.tour import tour

INTERRUPTED = 130  # what shells report for a program stopped by ctrl+c


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", prog_name="factdesk")
@theme_option
@language_option
@click.pass_context
def commands(context: click.Context, theme: str | None, language: str | None) -> None:
    """Turn news articles into verified facts.

    Factdesk finds the numbers an article states, shows each beside the article for you to accept, fix or
    reject with one key, and writes what you verified to a file.

    \b
    Begin with:
      factdesk review news/          open a folder of articles for review
      factdesk resume                go on where you stopped
      factdesk export NAME -o f.csv  write the verified facts

    Without a command it shows the sessions of this folder.
    """
    if context.invoked_subcommand is None:
        sessions(desk_settings(theme, language))
        return
    given = {name: value for name, value in (("theme", theme), ("language", language)) if value}
    taken = {option.name for option in commands.commands[context.invoked_subcommand].params}
    if not taken >= set(given):
        words = " and ".join(f"--{name}" for name in given)
        raise click.UsageError(
            f"{context.invoked_subcommand!r} opens no desk, so it takes no {words}", context
        )
    context.default_map = {context.invoked_subcommand: given}  # the same after its name wins


for command in (review, resume, tour, serve, extract, export, status, check, explain, rules, keys):
    commands.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit status: 0 only if it did what was asked."""
    try:
        result = commands.main(
            list(arguments) if arguments is not None else None, prog_name="factdesk", standalone_mode=False
        )
        code = result if isinstance(result, int) else 0
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        code = INTERRUPTED
    except (click.ClickException, OSError) as error:
        for line in told(error):
            click.echo(line, err=True)
        code = getattr(error, "exit_code", 1)
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        click.echo(mistake(error), err=True)
        code = 1
    sys.exit(code)
