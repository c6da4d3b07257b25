"""Stage: how sure it is that no field of a claim needs a fix."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log

from tui.extract.document import Document, Draft, Mention
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import DoubtRule
from tui.model.edtf import ANY_YEAR, parse_period

# The share of claims without any doubt that need no fix, on the articles it was measured on.
BEST = 0.985
# What is left by a doubt that no rule weighs.
UNKNOWN_DOUBT = 0.8
# What the log odds of a claim by itself count, and those of the others of its article. Fitted on nine sets of
# articles that the rules had not been made for.
OWN, OTHERS, BASE = 0.68, 0.93, -1.3
# So sure is another claim where an article has but one; it counts among the others.
USUAL = 0.8


@dataclass(frozen=True, slots=True)
class _Scene:
    """What doubts ask about an article: the values named for a field, by the sentences that name them."""

    document: Document
    named: dict[str, dict[int, set[str]]]

    def holds(self, where: str, draft: Draft, field: str, value: str) -> bool:
        """Whether a field with this value stands where a doubt looks for it, see ``DoubtRule``."""
        if where == "away":
            return bool(value) and not self._is_named(draft, field, value)
        if where == "beside":
            return not self._names(draft, field) <= {value}
        return not self._is_dated(draft, value) and (where == "undated" or self.document.year_guessed)

    def _is_dated(self, draft: Draft, period: str) -> bool:
        """Whether the year of a period is told: by the article's date, or in the claim's own sentence."""
        published = self.document.article.published
        if published is not None and not published.startswith(ANY_YEAR):
            return True
        first = parse_period(period).start if period else None
        return first is not None and f"{first.year:04}" in self.document.sentences[draft.sentence].text

    def _is_named(self, draft: Draft, field: str, value: str) -> bool:
        """Whether the claim's own sentence names a value, or it is the place that the article is about."""
        home = self.document.home
        about = field == "place" and home is not None and home.value == value
        return about or value in self._names(draft, field)

    def _names(self, draft: Draft, field: str) -> set[str]:
        return self.named.get(field, {}).get(draft.sentence, set())


@dataclass(frozen=True, slots=True)
class _Doubt:
    rule: DoubtRule
    matches: Callable[[str], object] | None
    by: Callable[[str], object] | None

    def holds(self, draft: Draft, scene: _Scene) -> bool:
        rule = self.rule
        if rule.doubt in draft.doubts:
            return True
        if rule.roles:
            return scene.document.sentences[draft.sentence].role in rule.roles
        if not rule.field:
            return False
        value = draft.fields.get(rule.field) or ""
        return bool(
            (self.matches is None or self.matches(value))
            and (self.by is None or any(map(self.by, draft.why.get(rule.field, ()))))
            and (not rule.where or scene.holds(rule.where, draft, rule.field, value))
        )

    def is_usual(self, drafts: Sequence[Draft], scene: _Scene) -> bool:
        """Whether so many claims of the article are such that all of them are in doubt."""
        return sum(self.holds(draft, scene) for draft in drafts) >= self.rule.most * len(drafts)


def score(document: Document, rules: RuleSet) -> None:
    """Give every claim its confidence and name its doubts in words.

    That is the product of what the doubts leave, weighed with that of the article's other claims.
    """
    known = rules.cached("doubts", lambda: _compile(rules))
    weighed = {doubt.rule.doubt for doubt in known}
    scene = _Scene(
        document, {"period": _named(document, document.times), "place": _named(document, document.places)}
    )
    drafts = document.claims
    usual = {doubt.rule.id: doubt.is_usual(drafts, scene) for doubt in known if doubt.rule.most}
    alone: list[float] = []
    for draft in drafts:
        held: dict[str, DoubtRule] = {}
        for doubt in known:
            rule = doubt.rule
            # What several rules say in the same words is one doubt.
            if rule.doubt not in held and (usual[rule.id] if rule.most else doubt.holds(draft, scene)):
                held[rule.doubt] = rule
        draft.doubts += [name for name, rule in held.items() if not rule.silent and name not in draft.doubts]
        sure = BEST * UNKNOWN_DOUBT ** len(set(draft.doubts) - weighed)
        for rule in held.values():
            sure *= rule.factor
        alone.append(sure)
    for draft, sure in zip(drafts, together(alone), strict=True):
        draft.fields["confidence"] = f"{sure:.3f}"


def together(sure: list[float]) -> list[float]:
    """How sure each claim of an article is among the others, given how sure each is by itself."""
    total = sum(sure) + USUAL
    odds = (BASE + OWN * _log_odds(own) + OTHERS * _log_odds((total - own) / len(sure)) for own in sure)
    return [1 / (1 + exp(-each)) for each in odds]


def _log_odds(share: float) -> float:
    return log(share / (1 - share))


def _named(document: Document, mentions: Sequence[Mention]) -> dict[int, set[str]]:
    """What the mentions stand for, by the index of their sentence; both are in the order of the text."""
    found: dict[int, set[str]] = {}
    index = 0
    for mention in mentions:
        while index + 1 < len(document.sentences) and document.sentences[index + 1].start <= mention.start:
            index += 1
        if mention.value:
            found.setdefault(index, set()).add(mention.value)
    return found


def _compile(rules: RuleSet) -> tuple[_Doubt, ...]:
    def test(source: str | None) -> Callable[[str], object] | None:
        if source is None:
            return None
        # Words alone are sooner compared.
        return source.__eq__ if re.escape(source) == source else re.compile(source).fullmatch

    return tuple(_Doubt(rule, test(rule.matches), test(rule.by)) for rule in rules.of(DoubtRule))
