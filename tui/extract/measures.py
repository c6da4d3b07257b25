"""Tells what kind of statement each number makes, and whether it is a fall."""

from decimal import Decimal

from tui.extract.document import Document, Draft
from tui.extract.rules import RuleSet
from tui.extract.schema.measures import MeasureRule
from tui.extract.tagrules import rulebook, sights, unit_class
from tui.model import Value


def assign(document: Document, rules: RuleSet) -> None:
    """Set ``measure`` of every claim and the sign of its value; the first rule whose pattern fits decides."""
    previous: Draft | None = None
    for draft, sight in sights(document, rules):
        language = document.sentences[draft.sentence].language
        if "measure" not in draft.fields:
            for rule, pattern in rulebook(rules, MeasureRule, language).for_unit[
                unit_class(draft.fields.get("unit"))
            ]:
                if pattern.match(sight.backwards, sight.forwards, sight.at) is not None and _apply(
                    rule, draft, previous
                ):
                    break
            else:
                draft.set(
                    "measure", "rank" if draft.fields.get("unit") == "rank" else "level", "measure.default"
                )
        previous = draft


def _apply(rule: MeasureRule, draft: Draft, previous: Draft | None) -> bool:
    measure: str | None = rule.measure
    sign = rule.sign
    if measure in {"same", "alike"}:
        if previous is None or previous.sentence != draft.sentence:
            return False
        if measure == "same" and previous.fields.get("unit") != draft.fields.get("unit"):
            return False
        measure = previous.fields["measure"]
        sign = -1 if _is_fall(previous.value) else 1
        if measure in {"growth", "change"}:
            measure = "difference"
    if measure == "difference":
        measure = "growth" if draft.fields.get("unit") in {"%", "x"} else "change"
    draft.set("measure", measure, rule.id)
    if sign < 0 and measure in {"change", "growth"}:
        draft.value = _negative(draft.value)
    return True


def _is_fall(value: Value) -> bool:
    return (value[0] if isinstance(value, tuple) else value) < 0


def _negative(value: Value) -> Value:
    if isinstance(value, tuple):
        low, high = sorted((-abs(value[0]), -abs(value[1])))
        return low, high
    return -abs(Decimal(value))
