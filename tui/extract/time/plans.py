"""What the rules of status say of the numbers of an article that are planned."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.extract.document import Dated, Document, Draft
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.status import StatusRule
from tui.extract.time.tense import is_by_now, is_over
from tui.model.edtf import Point, parse_period


@dataclass(frozen=True, slots=True)
class Plans:
    """The status rules whose words name a plan, those that speak for a whole article, and those of the past.

    ``year`` is the article's.
    """

    holding: set[str]
    general: set[str]
    past: set[str]
    year: int | None

    def only_headed(self, draft: Draft) -> bool:
        """Whether only a headline says that a number is planned."""
        return not self.general.isdisjoint(draft.why.get("status", ()))

    def look_back(self, draft: Draft) -> bool:
        """Whether a number is what was once expected of a time that is over."""
        return not self.past.isdisjoint(draft.why.get("status", ()))

    def is_set_beside(self, draft: Draft, drafts: Sequence[Draft]) -> bool:
        """Whether a number is the target of which others before it are a share: "70 % of the 300 target"."""
        held = not self.holding.isdisjoint(draft.why.get("status", ()))
        return held and any(d.start < draft.start and d.fields.get("unit") == "%" for d in drafts)

    def are_over(self, draft: Draft) -> bool:
        """Whether a number is planned by the headline only and holds for years before the article's."""
        period = draft.fields.get("period")
        if not period or self.year is None or not self.only_headed(draft):
            return False
        return parse_period(period).ends_before(Point(self.year))


def plans_of(document: Document, rules: RuleSet) -> Plans:
    """What the rules of an article's language say of its plans."""
    language = document.article.language
    speaking = rules.of(StatusRule, language)
    return Plans(
        {rule.id for rule in speaking if rule.holds},
        {rule.id for rule in speaking if rule.reach in {"document", "section"}},
        {rule.id for rule in speaking if rule.past},
        _year(document),
    )


def _year(document: Document) -> int | None:
    """The article's year, or else the first one that it names."""
    date = document.now or next((m.first for m in document.times if m.first is not None), None)
    return None if date is None else date.year


def not_before_plan(draft: Draft, force: Dated | None, now: Point | None) -> Dated | None:
    """The time in force; none for a plan where it is over."""
    if force is None or draft.fields.get("status") != "planned" or now is None or force.period is None:
        return force
    over = is_over(force.period, now) or is_by_now(force, now)
    return force if force.ahead or not over else None
