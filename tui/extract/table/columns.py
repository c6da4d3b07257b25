"""What the numbers of a column tell of its unit, where no heading names it."""

import re
from collections.abc import Sequence
from decimal import Decimal

from tui.extract.table.reader import PERCENT, Unit

# Signs that put a number below zero.
MINUS = ("-", "\u2212", "\u2013", "\uff0d")
_PLAIN = re.compile(r"[-\u2212\u2013+\uff0b]?\d[\d,\s\u00a0]*(?:\.\d+)?")
_HUNDRED = Decimal(100)


def is_plain(text: str) -> bool:
    """Whether a text is a number in digits, with a sign or without, and nothing else."""
    return _PLAIN.fullmatch(text) is not None


def value_of(text: str) -> Decimal:
    """The value of a number in digits, with a sign or without."""
    digits = re.sub(r"[^\d.]", "", text)
    return -Decimal(digits) if text.startswith(MINUS) else Decimal(digits)


def chosen(units: Sequence[Unit], texts: Sequence[str]) -> Unit:
    """Of several units of a table that of a column: per cent where no number is larger than a hundred."""
    values = [value_of(text) for text in texts if _PLAIN.fullmatch(text)]
    small = bool(values) and all(abs(value) <= _HUNDRED for value in values)
    return next((unit for unit in units if (unit.unit == "%") == small), units[0])


def difference(texts: Sequence[str], levels: Sequence[Sequence[str]], units: Sequence[Unit]) -> Unit | None:
    """Per cent for a column of differences that are shares of its levels, None for those of their unit."""
    if len(levels) > 1 and (told := _reckoned(texts, levels)) is not None:
        return PERCENT if told else None
    if len(units) > 1 and any(unit.unit == "%" for unit in units):
        return PERCENT if chosen(units, texts).unit == "%" else None
    level = any("." in text for column in levels for text in column)
    return PERCENT if any("." in text for text in texts) and not level else None


def _reckoned(texts: Sequence[str], levels: Sequence[Sequence[str]]) -> bool | None:
    """Whether a column is what another grew by in per cent (or, if not, in its unit) since a third."""
    for one in range(len(levels)):
        for two in range(one + 1, len(levels)):
            rows = zip(texts, levels[one], levels[two], strict=True)
            values = [tuple(map(value_of, row)) for row in rows if all(map(_PLAIN.fullmatch, row))]
            shares = sum(_is_share(change, a, b) for change, a, b in values)
            plain = sum(abs(abs(a - b) - abs(change)) <= _least(change) for change, a, b in values)
            if max(shares, plain) * 2 > len(values) > 0:
                return shares >= plain
    return None


def _is_share(change: Decimal, one: Decimal, two: Decimal) -> bool:
    """Whether a number is by how many per cent one of two is larger than the other."""
    near = _least(change) * 2
    return any(
        low and abs(abs((high - low) / low * _HUNDRED) - abs(change)) <= near
        for low, high in ((one, two), (two, one))
    )


def _least(value: Decimal) -> Decimal:
    """What one of the last digit of a number is worth."""
    return Decimal(1).scaleb(int(value.as_tuple().exponent))
