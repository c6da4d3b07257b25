"""Numbers and claims in few words, as the desk's own lines show them."""

import re
from datetime import datetime
from decimal import Decimal

from tui.model import Claim, Value
from tui.text.cells import fit
from tui.text.display import one_line


def tidy(value: Value) -> Value:
    """Without an exponent and without zeros behind the point that say nothing."""
    if isinstance(value, tuple):
        return (_tidy(value[0]), _tidy(value[1]))
    return _tidy(value)


def _tidy(value: Decimal) -> Decimal:
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)


def show_value(value: Value) -> str:
    """``751000`` as ``751,000``; a range with a dash between its ends."""
    if isinstance(value, tuple):
        return f"{show_value(value[0])}\u2013{show_value(value[1])}"
    return format(value, ",f")


def in_short(claim: Claim) -> str:
    """A claim as one remembers it: number, unit and subject, of which the subject may name the unit."""
    one, stem = re.escape(claim.unit), re.escape(claim.unit[:-1])
    word = rf"(?<!\w)(?:{one}(?:e?s)?|{stem}ies)(?!\w)"
    unit = "" if re.search(word, claim.subject.casefold()) else claim.unit
    number = show_value(claim.value)
    amount = f"{number}%" if unit == "%" else f"{number} {unit}".rstrip()
    return f"{amount} {claim.subject}".rstrip()


def when(at: str) -> str:
    """A moment of a session file in the reader's own time; the year is left out in the same year."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return fit(one_line(at), 11)
    this_year = moment.year == datetime.now().astimezone().year
    return moment.strftime("%m-%d %H:%M" if this_year else "%Y-%m-%d")
