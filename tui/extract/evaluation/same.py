"""Whether two fields say the same, with the tolerance of a reviewer who would leave them alone."""

import re
from collections.abc import Callable
from decimal import Decimal

from rapidfuzz import fuzz

from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.tolerances import ToleranceRule
from tui.model.edtf import PeriodError, parse_period
from tui.model.scripts import HAN

VALUE_TOLERANCE = Decimal("1e-9")  # of the gold value: room for writing, not for rounding
NEARLY = 85  # likeness in per cent of two spellings of one name
LIKE_WORDS, LIKE_HAN, LIKE_PART = 75, 60, 75  # the same for subjects
_HAN = re.compile(f"[{HAN}]")

Test = Callable[[str, str], bool]


class Same:
    """The tests of the fields, with the tolerances of the rules."""

    def __init__(self, rules: RuleSet) -> None:
        given = rules.of(ToleranceRule)
        self._units = [frozenset(map(str.casefold, units)) for rule in given for units in rule.units]
        endings = "|".join(re.escape(part) for rule in given for part in rule.place_endings)
        parts = "|".join(re.escape(part) for rule in given for part in rule.place_parts)
        self._suffix = re.compile(rf"{endings or '(?!)'}|\b(?:{parts or '(?!)'})\b", re.IGNORECASE)

    def field(self, name: str, found: object, gold: object) -> bool:
        """Whether a field is right; for subject, place and period ``gold`` may list alternatives."""
        if name == "value":
            return same_value(found, gold)
        if name in {"unit", "per"}:
            return self._same_unit(_text(found), _text(gold))
        if tests := self._tests().get(name):
            return any_like(found, gold, tests)
        return found == gold

    def to_the_letter(self, found: object, gold: object) -> bool:
        """Whether a field is one of its alternatives exactly."""
        return any_like(found, gold, str.__eq__)

    def _tests(self) -> dict[str, Test]:
        return {
            "subject": same_subject,
            "place": self._same_place,
            "period": same_years,
        }

    def _same_unit(self, found: str, gold: str) -> bool:
        a, b = found.strip().casefold(), gold.strip().casefold()
        if a == b or any(a in units and b in units for units in self._units):
            return True
        return len(a) > 3 and len(b) > 3 and fuzz.ratio(a, b) >= NEARLY

    def _same_place(self, found: str, gold: str) -> bool:
        a, b = (self._suffix.sub("", name).strip().casefold() or name.casefold() for name in (found, gold))
        return a == b or fuzz.ratio(a, b) >= NEARLY or (min(len(a), len(b)) >= 2 and (a in b or b in a))


def same_value(found: object, gold: object) -> bool:
    """Whether two values, or the ends of two ranges, are the same number."""
    if isinstance(found, tuple) and isinstance(gold, tuple):
        return len(found) == len(gold) and all(map(same_value, found, gold))
    if isinstance(found, Decimal) and isinstance(gold, Decimal):
        return abs(found - gold) <= abs(gold) * VALUE_TOLERANCE
    return False


def same_subject(found: str, gold: str) -> bool:
    """Whether two phrases name the same, and the one found is not far longer than it should be."""
    a, b = found.casefold(), gold.casefold()
    if _HAN.search(b):
        if len(a) > 2 * len(b) + 4:
            return False
        return fuzz.ratio(a, b) >= LIKE_HAN or (
            min(len(a), len(b)) >= 3 and fuzz.partial_ratio(a, b) >= LIKE_PART
        )
    return len(a.split()) <= 2 * len(b.split()) + 2 and fuzz.token_set_ratio(a, b) >= LIKE_WORDS


def same_years(found: str, gold: str) -> bool:
    """Whether two periods begin in the same year and end in the same one, or are both open there."""
    try:
        periods = parse_period(found), parse_period(gold)
    except PeriodError:
        return found == gold
    first, second = ([end and end.year for end in (each.start, each.end)] for each in periods)
    return first == second


def any_like(found: object, gold: object, test: Test) -> bool:
    """Whether the field found is like one of the alternatives; nothing is like nothing."""
    alternatives = gold if isinstance(gold, tuple) else (gold,)
    if not found:
        return not alternatives or not all(alternatives)
    return any(test(str(found), str(one)) for one in alternatives if one)


def _text(value: object) -> str:
    return str(value or "")
