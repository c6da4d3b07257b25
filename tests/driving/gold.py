"""Gold claims: what a perfect reviewer's facts would be, and whether a claim is one of them."""

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from tui.model import FIELDS, Claim, FieldValue

CHECKED = ("start", "end", *FIELDS)


@dataclass(frozen=True)
class Gold:
    """One annotated claim: for each field the values that are right, the preferred one first."""

    right: dict[str, tuple[FieldValue, ...]]

    @property
    def start(self) -> int:
        """Where its number begins, in code points."""
        return self._offset("start")

    @property
    def end(self) -> int:
        """Where its number ends, exclusive."""
        return self._offset("end")

    def _offset(self, name: str) -> int:
        value = self.right[name][0]
        assert isinstance(value, int)
        return value

    def wrong_fields(self, claim: Claim) -> list[str]:
        """The fields in which a claim is none of the right values."""
        return [name for name in CHECKED if getattr(claim, name) not in self.right[name]]


def _values(name: str, value: Any) -> tuple[FieldValue, ...]:
    if name == "value":
        return ((tuple(value) if isinstance(value, list) else Decimal(value)),)
    if name in {"subject", "place", "period"} and isinstance(value, list):
        return tuple(v or None for v in value) or (None,)
    return (value,)


def read_gold(path: Path) -> list[Gold]:
    """The claims of a ``.gold.jsonl`` file in the order of the text."""
    rows = [
        json.loads(line, parse_float=Decimal, parse_int=int)
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    golds = [Gold({name: _values(name, row.get(name)) for name in CHECKED}) for row in rows]
    return sorted(golds, key=lambda gold: (gold.start, gold.end))


def pair(golds: list[Gold], claims: list[Claim]) -> dict[str, Gold]:
    """Which claim stands for which gold claim: one to one, the largest overlap first."""
    options = sorted(
        (
            (min(gold.end, claim.end) - max(gold.start, claim.start), i, j)
            for i, gold in enumerate(golds)
            for j, claim in enumerate(claims)
            if min(gold.end, claim.end) > max(gold.start, claim.start)
        ),
        key=lambda option: (-option[0], option[1], option[2]),
    )
    paired: dict[str, Gold] = {}
    taken: set[int] = set()
    for _overlap, i, j in options:
        if i not in taken and claims[j].id not in paired:
            paired[claims[j].id] = golds[i]
            taken.add(i)
    return paired
