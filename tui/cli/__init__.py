"""The ``factdesk`` commands."""

from tui.cli.main import commands, main

__all__ = ["commands", "main"]
