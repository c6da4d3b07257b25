"""Numbers in brackets of their own: "5 per cent (5.2)", "3 acres (about 1.2 hectares)"."""

import re

_SIGHT = 24
# A word may stand before such a number, as "from" or "previously", or a sign of money, and a unit behind it.
_OPENED = re.compile(r"[(\uff08][^\W\d]{0,12}[\s$\u00a3\u20ac\u00a5]{0,3}$")
_CLOSED = re.compile(r"[^\d(),.;\uff08\uff09\uff0c\u3002\uff1b\u3001]{0,12}[)\uff09]")
_CLOSED_AT_ONCE = re.compile(r"\s?[)\uff09]")


def is_alone(text: str, start: int, end: int, *, bare: bool = False) -> bool:
    """Whether the number from ``start`` to ``end`` is all its brackets hold, without a unit if ``bare``."""
    closed = _CLOSED_AT_ONCE if bare else _CLOSED
    return (
        closed.match(text, end) is not None
        and _OPENED.search(text[max(0, start - _SIGHT) : start]) is not None
    )
