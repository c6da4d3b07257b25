"""Values as they are kept: exact, without an exponent, and no longer than they need be."""

import unicodedata
from decimal import Decimal

from tui.model import Value


def shortest(value: Value, written: str) -> Value:
    """A value in its shortest exact form; zeros behind the point stay where the text writes them.

    ``5.0%`` stays 5.0, as it tells how exact the figure is; 4.2 with a scale of ten thousand is 42000.
    """
    text = unicodedata.normalize("NFKC", written).replace(",", "")
    if isinstance(value, tuple):
        return _shortest(value[0], text), _shortest(value[1], text)
    return _shortest(value, text)


def times(value: Value, factor: Decimal) -> Value:
    """A value multiplied, a range at both ends."""
    return (value[0] * factor, value[1] * factor) if isinstance(value, tuple) else value * factor


def _shortest(value: Decimal, text: str) -> Decimal:
    digits = format(value, "f")
    if "." in digits and digits.lstrip("-") not in text:
        digits = digits.rstrip("0").rstrip(".")
    return Decimal(digits)
