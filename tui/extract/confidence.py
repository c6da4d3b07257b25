"""Stage: how sure it is that no field of a claim needs a fix."""

from tui.extract.document import Document
from tui.extract.rules import RuleSet
from tui.extract.schema.quantity import DoubtRule

UNKNOWN_DOUBT = 0.8


def score(document: Document, rules: RuleSet) -> None:
    """Give every claim its confidence: the product of what its doubts leave."""
    factors = rules.cached("doubts", lambda: {r.doubt: r.factor for r in rules.of(DoubtRule, "common")})
    for draft in document.claims:
        sure = 0.98
        for doubt in draft.doubts:
            sure *= factors.get(doubt, UNKNOWN_DOUBT)
        draft.fields["confidence"] = f"{sure:.3f}"
