"""Stage: how sure it is that no field of a claim needs a fix."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.extract.document import Document, Draft, Mention
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import DoubtRule

# The share of claims without any doubt that need no fix, on the articles it was measured on.
BEST = 0.985
# What is left by a doubt that no rule weighs.
UNKNOWN_DOUBT = 0.8
YEAR = 4  # digits


@dataclass(frozen=True, slots=True)
class _Doubt:
    rule: DoubtRule
    matches: Callable[[str], object] | None
    by: Callable[[str], object] | None

    def holds(self, draft: Draft, document: Document, named: dict[str, set[int]]) -> bool:
        rule = self.rule
        if rule.doubt in draft.doubts:
            return True
        if rule.roles:
            return document.sentences[draft.sentence].role in rule.roles
        if not rule.field:
            return False
        value = draft.fields.get(rule.field) or ""
        return bool(
            (self.matches is None or self.matches(value))
            and (self.by is None or any(map(self.by, draft.why.get(rule.field, ()))))
            and not (rule.away and (not value or draft.sentence in named.get(rule.field, ())))
            and not (rule.undated and _is_dated(draft, document, value))
        )


def _is_dated(draft: Draft, document: Document, period: str) -> bool:
    """Whether the year of a period is told: by the article's date, or in the claim's own sentence."""
    if document.article.published is not None:
        return True
    return bool(period) and period[:YEAR] in document.sentences[draft.sentence].text


def score(document: Document, rules: RuleSet) -> None:
    """Give every claim its confidence, the product of what its doubts leave, and name the doubts in words."""
    known = rules.cached("doubts", lambda: _compile(rules))
    weighed = {doubt.rule.doubt for doubt in known}
    named = {
        "period": _sentences(document, document.times),
        "place": _sentences(document, [place for place in document.places if place.value]),
    }
    for draft in document.claims:
        held: dict[str, DoubtRule] = {}
        for doubt in known:
            # What several rules say in the same words is one doubt.
            if doubt.rule.doubt not in held and doubt.holds(draft, document, named):
                held[doubt.rule.doubt] = doubt.rule
        draft.doubts += [name for name, rule in held.items() if not rule.silent and name not in draft.doubts]
        sure = BEST * UNKNOWN_DOUBT ** len(set(draft.doubts) - weighed)
        for rule in held.values():
            sure *= rule.factor
        draft.fields["confidence"] = f"{sure:.3f}"


def _sentences(document: Document, mentions: Sequence[Mention]) -> set[int]:
    """The sentences, by index, in which one of the mentions stands; both are in the order of the text."""
    found: set[int] = set()
    index = 0
    for mention in mentions:
        while index + 1 < len(document.sentences) and document.sentences[index + 1].start <= mention.start:
            index += 1
        found.add(index)
    return found


def _compile(rules: RuleSet) -> tuple[_Doubt, ...]:
    def test(source: str | None) -> Callable[[str], object] | None:
        if source is None:
            return None
        # Words alone are sooner compared.
        return source.__eq__ if re.escape(source) == source else re.compile(source).fullmatch

    return tuple(_Doubt(rule, test(rule.matches), test(rule.by)) for rule in rules.of(DoubtRule))
