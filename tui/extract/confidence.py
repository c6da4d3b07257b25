"""Stage: how sure it is that no field of a claim needs a fix."""

import re
from dataclasses import dataclass

from tui.extract.document import Document, Draft
from tui.extract.rules import RuleSet
from tui.extract.schema.quantity import DoubtRule

# The share of claims without any doubt that need no fix, on the articles it was measured on.
BEST = 0.985
# What is left by a doubt that no rule weighs.
UNKNOWN_DOUBT = 0.8


@dataclass(frozen=True, slots=True)
class _Doubt:
    rule: DoubtRule
    matches: re.Pattern[str] | None

    def holds(self, draft: Draft) -> bool:
        rule = self.rule
        if rule.field:
            value = draft.fields.get(rule.field) or ""
            return self.matches is not None and self.matches.fullmatch(value) is not None
        return rule.doubt in draft.doubts


def score(document: Document, rules: RuleSet) -> None:
    """Give every claim its confidence, the product of what its doubts leave, and name the doubts in words."""
    known = rules.cached("doubts", lambda: _compile(rules))
    weighed = {doubt.rule.doubt for doubt in known}
    for draft in document.claims:
        sure = BEST
        for doubt in known:
            if doubt.holds(draft):
                sure *= doubt.rule.factor
                if not doubt.rule.silent and doubt.rule.doubt not in draft.doubts:
                    draft.doubts.append(doubt.rule.doubt)
        sure *= UNKNOWN_DOUBT ** len(set(draft.doubts) - weighed)
        draft.fields["confidence"] = f"{sure:.3f}"


def _compile(rules: RuleSet) -> tuple[_Doubt, ...]:
    return tuple(
        _Doubt(rule, re.compile(rule.matches) if rule.field else None) for rule in rules.of(DoubtRule)
    )
