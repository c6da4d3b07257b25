"""The ``factdesk`` commands."""

import click

from tui import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factdesk")
def main() -> None:
    """Turn news articles into verified facts."""
