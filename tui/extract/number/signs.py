"""Signs that stand in brackets before a number, as marks or as words, and tell a difference."""

from tui.extract.number.numerals import Numerals
from tui.model.scripts import OPENING

# The longest word for a sign, with the bracket and the money beside it.
SIGHT = 16
_MARKS = {"+": "+", "-": "-", "\u2212": "-"}
_MONEY = " $\u20ac\u00a3\u00a5"


def sign_in_brackets(left: str, grammar: Numerals) -> str:
    """The sign, ``+`` or ``-``, that ends what stands ``left`` of a number; empty if it opens no brackets."""
    left = left[-SIGHT:]
    opened = max(map(left.rfind, (*OPENING, "["))) + 1
    if not opened:
        return ""
    said = left[opened:].strip(_MONEY)
    if said in _MARKS:
        return _MARKS[said]
    words = (("+", grammar.plus), ("-", grammar.minus))
    return next((sign for sign, word in words if said and word.pattern.match(f"{said} ")), "")
