"""Tells what kind of statement each number makes, and whether it is a fall."""

import re
from decimal import Decimal

from tui.extract.document import Document, Draft
from tui.extract.number.numerals import Numerals, numerals
from tui.extract.number.signs import SIGHT, sign_in_brackets
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.measures import MeasureRule
from tui.extract.packs.schema.quantity import NounRule
from tui.extract.quantity.sharing import UNTOLD
from tui.extract.units import DEGREES, TIMES
from tui.extract.words.tagrules import rulebook, sights, unit_class
from tui.model import Value

# What a statement goes on from stands at most so many sentences and numbers before it.
CARRIED, RECENT = 2, 5
# Parts that so few decimals of a per cent tell are told in per cent.
TENTHS = Decimal("0.1")
# A sign glued to its number, with a currency sign between at most: "(+5; -0.2 %)".
_SIGN = re.compile(
    r"(?:[;,:] | |\A)(?:(?<= )[$\u20ac\u00a3\u00a5])?([-\u2212\u2013+])[$\u20ac\u00a3\u00a5]?\Z"
)
_PLUS = re.compile(r"(?:^|[\s(])\+[$\u20ac\u00a3\u00a5]?\d")
# What `why` says where a change has the unit of the ratio that it changes.
RATIO = "ratio"
# What says how far something moved by what it was.
RELATIVE = frozenset({"%", TIMES})
SIGNED = "measure.sign"


def assign(document: Document, rules: RuleSet) -> None:
    """Set ``measure`` of every claim and the sign of its value; the first rule whose pattern fits decides."""
    previous: Draft | None = None
    recent: list[Draft] = []
    seen = sights(document, rules)
    ratios = rules.cached("ratios", lambda: _ratios(rules))
    # Those written with a minus are no falls that a list goes on with.
    written = {id(draft) for draft, _ in seen if _is_fall(draft.value)}
    for draft, sight in seen:
        language = document.sentences[draft.sentence].language
        signed = _signed(document, draft, numerals(rules, language))
        if "measure" not in draft.fields and signed and signed[1]:
            _set(draft, "difference", 1, SIGNED, ratios)
        elif "measure" not in draft.fields:
            book = rulebook(rules, MeasureRule, language)
            for rule, pattern in book.fitting(draft.fields.get("unit"), sight):
                wanted = pattern.match(sight.backwards, sight.forwards, sight.at)
                if wanted is None:
                    continue
                before = _alike(draft, recent) if rule.measure == "carried" else previous
                falls = any(sight.window[low:high] in book.words.falling for low, high in wanted)
                if told := _told(rule, -1 if falls else rule.sign, draft, before, written):
                    _set(draft, *told, rule.id, ratios)
                    break
            else:
                draft.set(
                    "measure", "rank" if draft.fields.get("unit") == "rank" else "level", "measure.default"
                )
        if signed and signed[0] == "-" and not _is_fall(draft.value):
            draft.value = _negative(draft.value)
        previous = draft
        recent = [*recent[1 - RECENT :], draft]


def _ratios(rules: RuleSet) -> frozenset[str]:
    """Why the unit of a number is that of a ratio, which moves by so much and not by so many times."""
    nouns = (rule for language in rules.languages for rule in rules.of(NounRule, language))
    return frozenset({RATIO, *(rule.id for rule in nouns if rule.unit == TIMES)})


def _alike(draft: Draft, recent: list[Draft]) -> Draft | None:
    """The nearest of the numbers before that has the same unit."""
    unit = draft.fields.get("unit")
    return next((other for other in reversed(recent) if other.fields.get("unit") == unit), None)


def _signed(document: Document, draft: Draft, grammar: Numerals) -> tuple[str, bool] | None:
    """The sign written before a number, and whether it tells a difference, as it does in brackets."""
    sentence = document.sentences[draft.sentence]
    left = sentence.text[max(0, draft.start - sentence.start - SIGHT) : draft.start - sentence.start]
    if sentence.role == "table":
        return None
    if bracketed := sign_in_brackets(left, grammar):
        return bracketed, True
    found = _SIGN.search(left)
    if found is None:
        return None
    before, sign, unit = found[0][0], found[1], draft.fields.get("unit")
    # Where one number has a plus, a minus tells a difference too; and nothing counts less than none.
    difference = sign == "+" or before not in {" ", sign} or _PLUS.search(sentence.text) is not None
    counts = sign != "+" and unit not in DEGREES and unit_class(unit) == "count"
    if counts and before == sign and sentence.text.strip() != sign + draft.text:
        return None  # a dash that begins a line marks one of a list
    # What no noun says to count something may be less than none.
    counts = counts and UNTOLD not in draft.why.get("unit", ())
    return "+" if sign == "+" else "-", difference or counts


def _told(
    rule: MeasureRule, sign: int, draft: Draft, previous: Draft | None, written: set[int]
) -> tuple[str, int] | None:
    """What a rule says of a number, and with which sign; None where it goes on from nothing."""
    if rule.measure not in {"same", "alike", "carried"}:
        return rule.measure, sign
    if previous is None or draft.sentence - previous.sentence > (CARRIED if rule.measure == "carried" else 0):
        return None
    units = {previous.fields.get("unit"), draft.fields.get("unit")}
    if rule.measure != "alike" and len(units) > 1 and not units <= RELATIVE:
        return None
    measure = str(previous.fields["measure"])
    falls = _is_fall(previous.value) and id(previous) not in written
    return "difference" if measure in {"growth", "change"} else measure, -1 if falls else 1


def _set(draft: Draft, measure: str, sign: int, rule: str, ratios: frozenset[str]) -> None:
    """Set the measure of a number, and the sign of one that tells a difference."""
    if measure in {"difference", "growth"}:
        relative = draft.fields.get("unit") in RELATIVE and ratios.isdisjoint(draft.why.get("unit", ()))
        measure = "growth" if relative else "change"
    draft.set("measure", measure, rule)
    if measure == "growth" and draft.kind in {"fraction", "fixed"} and draft.fields.get("unit") == TIMES:
        _as_percent(draft)
    if sign < 0 and measure in {"change", "growth"}:
        draft.value = _negative(draft.value)


def _as_percent(draft: Draft) -> None:
    """A part by which something grew is said in per cent, as what doubled or halved is.

    One that per cent only come near, such as a third, stays the part that it is.
    """
    if isinstance(draft.value, Decimal) and draft.value < 1:
        value = (draft.value * 100).normalize()
        if value == value.quantize(TENTHS):
            draft.value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
            draft.set("unit", "%", "measure.part")


def _is_fall(value: Value) -> bool:
    return (value[0] if isinstance(value, tuple) else value) < 0


def _negative(value: Value) -> Value:
    if isinstance(value, tuple):
        low, high = sorted((-abs(value[0]), -abs(value[1])))
        return low, high
    return -abs(Decimal(value))
