"""A claim: one quantity that an article states, with the fields a reviewer checks."""

from decimal import Decimal
from typing import Literal, get_args

from msgspec import UNSET, Struct, UnsetType, structs

Value = Decimal | tuple[Decimal, Decimal]
Bound = Literal["exact", "over", "under", "about", "at_least", "at_most"]
Measure = Literal["level", "change", "growth", "rank"]
Status = Literal["actual", "planned"]
FieldValue = Value | int | str | None

BOUNDS: tuple[Bound, ...] = get_args(Bound)
MEASURES: tuple[Measure, ...] = get_args(Measure)
STATUSES: tuple[Status, ...] = get_args(Status)

# The fields that say what is claimed, in the order they are shown.
FIELDS = ("value", "unit", "per", "bound", "measure", "subject", "place", "period", "status")
# All that a fix may change.
EDITABLE_FIELDS = ("start", "end", *FIELDS, "indicator")


class Claim(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One number of an article, what it counts, for whom and when.

    ``start`` and ``end`` are code points into the article's text, end exclusive, and cover numeral, scale
    word and per cent sign. ``value`` has the scale applied and is never binary floating point; a range is a
    pair. ``period`` is EDTF (ISO 8601-2). ``confidence`` is the calibrated chance that no field needs a fix;
    ``doubts`` says in words what lowers it; ``why`` names for each field the ids of the rules that set it.
    """

    id: str
    article: str
    start: int
    end: int
    value: Value
    unit: str
    per: str | None = None
    bound: Bound = "exact"
    measure: Measure = "level"
    subject: str = ""
    place: str | None = None
    period: str | None = None
    status: Status = "actual"
    indicator: str | None = None
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()
    why: dict[str, str] = {}


class Changes(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """New values for some fields of a claim; a field left out stays as it is."""

    start: int | UnsetType = UNSET
    end: int | UnsetType = UNSET
    value: Value | UnsetType = UNSET
    unit: str | UnsetType = UNSET
    per: str | UnsetType | None = UNSET
    bound: Bound | UnsetType = UNSET
    measure: Measure | UnsetType = UNSET
    subject: str | UnsetType = UNSET
    place: str | UnsetType | None = UNSET
    period: str | UnsetType | None = UNSET
    status: Status | UnsetType = UNSET
    indicator: str | UnsetType | None = UNSET

    def fields(self) -> dict[str, FieldValue]:
        """The fields that change, with their new values."""
        return {name: value for name, value in structs.asdict(self).items() if value is not UNSET}

    def of(self, claim: Claim) -> "Changes":
        """What ``claim`` holds now in the fields that these changes touch: their inverse."""
        return Changes(**{name: getattr(claim, name) for name in self.fields()})

    def applied_to(self, claim: Claim) -> Claim:
        """The claim with these changes made."""
        return structs.replace(claim, **self.fields())

    def __bool__(self) -> bool:
        return bool(self.fields())
