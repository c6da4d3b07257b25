"""Stage: drop the numbers that are no claims."""

from tui.extract.document import Document
from tui.extract.rules import RuleSet


def drop(document: Document, rules: RuleSet) -> None:
    """Mark with the rule's id each number that a rule, a date or a time of day takes for itself."""
    for draft in document.drafts:
        if draft.kind == "ordinal":
            draft.dropped = "ordinal"
