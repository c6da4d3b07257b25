"""Numbers in digits: the marks that group and part them, powers of ten, and what they are worth."""

import re
from decimal import Decimal

from tui.extract.packs.schema.numbers import GrammarRule

_RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b"
_TIMES_TEN = r"\s?[x\u00d7*\u00b7]\s?10"
# A power of ten behind a number, as science writes it: 1.2e6, 6 x 10^23.
_POWER = (
    rf"(?:[eE][+-]?\d{{1,2}}(?![A-Za-z\d])|{_TIMES_TEN}(?:\^[+\u2212-]?\d{{1,2}}|[{_RAISED}]{{1,3}})"
    # Where its raising was lost, a minus still tells one.
    r"|[x\u00d7*\u00b7]10[\u2212-]\d{1,2}(?![^\W_]|[.,]\d))"
)
_AS_POWER = re.compile(rf"{_TIMES_TEN}\^?")
# A group of digits and the mark before it.
GROUP = 4
_LEVEL = str.maketrans(f"{_RAISED}\u2212", "0123456789--")


def digits_pattern(grammar: GrammarRule) -> str:
    """An expression for numbers in digits, with the marks that the language groups and parts them by."""
    thousands, decimal = re.escape(grammar.thousands), re.escape(grammar.decimal)
    # Where both marks stand, or one groups twice, they may also be used the other way round.
    groups = rf"\d{{1,3}}(?:{decimal}\d{{3}})+{thousands}\d{{1,2}}(?!\d)"
    groups += rf"|(?<![\d{decimal}])\d{{1,3}}(?:{decimal}\d{{3}}){{2}}(?!{decimal}?\d)"
    groups += rf"|(?:\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)"
    if grammar.pairs:
        groups += rf"|\d{{1,2}}(?:{thousands}\d{{2}})+{thousands}\d{{3}}(?!\d)"
    # Fewer than three digits behind the mark that groups them are decimals, as other countries write them.
    foreign = rf"(?<![\d[({thousands}{decimal}])\d{{1,3}}{thousands}\d{{1,2}}(?![{thousands}{decimal}]?\d)"
    plain = rf"{groups})(?:{decimal}\d+)?|{foreign}|\d+(?:{decimal}\d+)?{_POWER}?"
    if not grammar.spaces:
        return f"(?:{plain})"
    spaces = "".join(map(re.escape, grammar.spaces))
    after = "".join(f"(?<!{re.escape(word)}\\s)" for word in grammar.ungrouped_after)
    grouped = rf"\d{{1,3}}(?:[{spaces}]\d{{3}})+{thousands}\d{{1,2}}(?![\d{thousands}])"
    grouped += rf"|\d{{1,3}}(?:[{spaces}]\d{{3}}(?![\d{thousands}]))+(?:{decimal}\d+)?"
    # One look at the first group spares most numbers the looks at what stands before them.
    spaced = rf"(?=\d{{1,3}}[{spaces}]\d)(?<![\d.,:/])(?<!\d-){after}(?:{grouped})"
    return f"(?:{spaced}|{plain})"


def worth(text: str, grammar: GrammarRule) -> Decimal:
    """What a number that ``digits_pattern`` found is worth."""
    thousands, decimal = grammar.thousands, grammar.decimal
    last = text.rfind(thousands)
    if text.count(decimal) > 1 or last > text.find(decimal) >= 0 or len(text) - GROUP < last > 0:
        thousands, decimal = decimal, thousands
    plain = _AS_POWER.sub("e", text.translate(_LEVEL))
    for mark in (thousands, *grammar.spaces):
        plain = plain.replace(mark, "")
    return Decimal(plain.replace(decimal, "."))
