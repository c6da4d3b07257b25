"""Article and rules in, claims out: one module for each stage."""

from tui.extract.engine import claim_at, draft_document, extract
from tui.extract.engine import numbers_of as numbers
from tui.extract.rules import RuleSet
from tui.extract.trial import load_rules

__all__ = ["RuleSet", "claim_at", "draft_document", "extract", "load_rules", "numbers"]
