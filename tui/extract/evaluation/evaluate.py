"""Measures extraction against gold: claims found, fields right, and whether confidence keeps its word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from msgspec import Struct

from tui.extract.evaluation.same import Same
from tui.extract.packs.rules import RuleSet
from tui.model import FIELDS, Claim, Value

# What a claim costs a reviewer, in keys: to accept, to reject a false one, to fix and per field, to add.
KEYS_ACCEPT, KEYS_REJECT, KEYS_FIX, KEYS_FIELD, KEYS_ADD = 1, 1, 3, 2, 15
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)  # of the rows of the calibration table

Alternatives = str | tuple[str | None, ...] | None


class GoldClaim(Struct, frozen=True, kw_only=True):
    """A claim as an annotator wrote it; subject, place and period may list alternatives."""

    start: int
    end: int
    text: str
    value: Value
    unit: str
    per: str | None = None
    bound: str = "exact"
    measure: str = "level"
    subject: Alternatives = None
    place: Alternatives = None
    period: Alternatives = None
    status: str = "actual"


@dataclass(slots=True)
class Tally:
    """Counts over some claims; the shares are what a reader wants to know."""

    gold: int = 0
    predicted: int = 0
    met: int = 0
    touchless: int = 0
    edtf: int = 0
    keys: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))

    def add(self, other: "Tally") -> None:
        """Count another's claims in."""
        for name in ("gold", "predicted", "met", "touchless", "edtf", "keys"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in FIELDS:
            self.right[name] += other.right[name]

    def shares(self) -> dict[str, float]:
        """The shares, and keys per gold claim, by the names of the columns of a score."""
        found, precision = _share(self.met, self.gold), _share(self.met, self.predicted)
        fields = {name: _share(self.right[name], self.met) for name in FIELDS}
        return {
            "found": found,
            "precision": precision,
            "f1": _share(2 * found * precision, found + precision),
            **fields,
            "edtf": _share(self.edtf, self.met),
            "touchless": _share(self.touchless, self.gold),
            "keys": _share(self.keys, self.gold),
        }


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: a gold claim missed, a claim that is none, or the names of wrong fields."""

    article: str
    gold: GoldClaim | None
    claim: Claim | None
    fields: tuple[str, ...] = ()


@dataclass(slots=True)
class Evaluation:
    """The result over all articles: a tally each and in all, the faults, and how sure the claims were."""

    articles: dict[str, Tally] = field(default_factory=dict)
    total: Tally = field(default_factory=Tally)
    faults: list[Fault] = field(default_factory=list)
    confidences: list[tuple[float, bool]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims of a stretch of confidence: how many, how sure on average, how many needed no fix."""

    low: float
    high: float
    claims: int
    sure: float
    right: float


def evaluate(
    gold: Mapping[str, Sequence[GoldClaim]], claims: Mapping[str, Sequence[Claim]], rules: RuleSet
) -> Evaluation:
    """Score the claims of each article against its gold; both by the article's name.

    A claim meets a gold claim when their spans overlap, one to one, the largest overlap first. What counts
    as the same field is in the rules (``tolerances.yaml``).
    """
    same = Same(rules)
    result = Evaluation()
    for name, wanted in gold.items():
        tally = _score(name, wanted, claims.get(name, ()), same, result)
        result.articles[name] = tally
        result.total.add(tally)
    return result


def pair(gold: Sequence[GoldClaim], claims: Sequence[Claim]) -> dict[int, int]:
    """Which claim (by index) meets which gold claim."""
    overlaps = sorted(
        (max(g.start, c.start) - min(g.end, c.end), i, j)
        for i, g in enumerate(gold)
        for j, c in enumerate(claims)
        if min(g.end, c.end) > max(g.start, c.start)
    )
    met: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in overlaps:
        if i not in met and j not in used:
            met[i] = j
            used.add(j)
    return met


def calibration(confidences: Iterable[tuple[float, bool]], edges: Sequence[float] = EDGES) -> list[Bin]:
    """How many of the claims of each stretch of confidence needed no fix; empty stretches are left out."""
    pairs = list(confidences)
    bins = []
    for low, high in pairwise(edges):
        here = [(sure, right) for sure, right in pairs if low <= sure < high]
        if here:
            sure, right = (sum(column) / len(here) for column in zip(*here, strict=True))
            bins.append(Bin(low, min(high, 1.0), len(here), sure, right))
    return bins


def _score(
    name: str, gold: Sequence[GoldClaim], claims: Sequence[Claim], same: Same, result: Evaluation
) -> Tally:
    met = pair(gold, claims)
    tally = Tally(gold=len(gold), predicted=len(claims), met=len(met))
    tally.keys = KEYS_ADD * (len(gold) - len(met)) + KEYS_REJECT * (len(claims) - len(met))
    right = set()
    for i, wanted in enumerate(gold):
        if i not in met:
            result.faults.append(Fault(name, wanted, None))
            continue
        claim = claims[met[i]]
        wrong = tuple(f for f in FIELDS if not same.field(f, getattr(claim, f), getattr(wanted, f)))
        for f in FIELDS:
            tally.right[f] += f not in wrong
        tally.edtf += same.to_the_letter(claim.period, wanted.period)
        tally.touchless += not wrong
        tally.keys += KEYS_FIX + KEYS_FIELD * len(wrong) if wrong else KEYS_ACCEPT
        if wrong:
            result.faults.append(Fault(name, wanted, claim, wrong))
        else:
            right.add(met[i])
    for j, claim in enumerate(claims):
        if j not in met.values():
            result.faults.append(Fault(name, None, claim))
        result.confidences.append((claim.confidence, j in right))
    return tally


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
