"""Stage: what a number counts, per what, and how it limits the truth."""

from tui.extract.document import Document
from tui.extract.rules import RuleSet


def assign(document: Document, rules: RuleSet) -> None:
    """Give every claim its unit, denominator and bound."""
