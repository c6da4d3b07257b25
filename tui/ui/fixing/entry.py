"""Reads what is typed into a field; a wrong value is refused with a reason and kept as it was typed."""

import re
from collections.abc import Callable
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext

from tui.model import FieldValue, Value
from tui.model.edtf import PeriodError, parse_period
from tui.ui.fixing.draft import written
from tui.ui.i18n import _
from tui.ui.labels import CHOICES, OPTIONAL_FIELDS, field_label, value_label
from tui.ui.troubles import in_words

# Reads a number as an article would write it (``2.25 million``), None if it is none.
ReadNumber = Callable[[str], Value | None]

MAX_TYPED = 200
_MAX_OPERATORS = 8
_MAX_DIGITS = 30
_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+", re.ASCII)
_PER_CENT = re.compile(r"\s*[%％]\Z")
_LOOSE_DATE = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?", re.ASCII)
_OPERATORS = (("+", "-"), ("*", "/", "×", "÷"))


class EntryError(ValueError):
    """What is typed is no value of the field; the message is fit to be shown."""


def read_field(name: str, typed: str, read_number: ReadNumber, present: FieldValue = None) -> FieldValue:
    """The value that ``typed`` stands for in a field; ``present`` is the one it has, for ``*2`` to act on.

    Raises:
        EntryError: it is none, with the reason in the reader's language.
    """
    typed = typed.strip()
    if len(typed) > MAX_TYPED:
        raise EntryError(_("too long: {limit} characters at most").format(limit=MAX_TYPED))
    if not typed:
        if name in OPTIONAL_FIELDS:
            return None
        raise EntryError(_("{field} cannot be empty").format(field=field_label(name)))
    if name == "value":
        return read_value(typed, read_number, present)
    if name == "period":
        return _read_period(typed)
    if name in CHOICES:
        return _read_choice(name, typed)
    return typed


def read_value(typed: str, read_number: ReadNumber, present: FieldValue = None) -> Value:
    """A number, a range ``5..6``, or a sum of them with ``+ - * /``.

    What begins with ``*`` or ``/`` acts on the present value, on both ends of a range; ``+`` and ``-`` are
    signs there.

    Raises:
        EntryError: it is none of these.
    """
    if typed[:1] in _OPERATORS[1] and isinstance(present, Decimal | tuple):
        typed = "..".join(end + typed for end in written(present).split(".."))
    low, dots, high = typed.partition("..")
    if dots:
        ends = _calculate(low, read_number), _calculate(high, read_number)
        if ends[0] >= ends[1]:
            raise EntryError(_("a range goes from low to high, as in 5..6"))
        return ends
    whole = _number(typed, read_number)
    return whole if isinstance(whole, tuple) else _calculate(typed, read_number)


def _calculate(typed: str, read_number: ReadNumber) -> Decimal:
    text = _PER_CENT.sub("", typed.strip())
    if sum(text.count(sign) for signs in _OPERATORS for sign in signs) > _MAX_OPERATORS:
        raise EntryError(_("{typed} is too long a sum").format(typed=typed))
    known: dict[str, Decimal | None] = {}
    with localcontext() as context:
        context.prec = _MAX_DIGITS
        try:
            value = _evaluate(text, read_number, known)
        except DivisionByZero:
            raise EntryError(_("nothing can be divided by zero")) from None
        except InvalidOperation:
            value = None
    if value is None:
        raise EntryError(
            _("{typed} is no number: write 42000, 4.2 million, 5..6, 3*12 or *1000").format(typed=typed)
        )
    if value and not -_MAX_DIGITS < value.adjusted() < _MAX_DIGITS - 2:
        raise EntryError(_("{typed} is too large or too small a number").format(typed=typed))
    return _tidy(value)


def _evaluate(text: str, read_number: ReadNumber, known: dict[str, Decimal | None]) -> Decimal | None:
    """The number that ``text`` is as a whole, or else the sum it can be cut into; signs bind as usual."""
    text = text.strip()
    if text not in known:
        known[text] = None
        known[text] = _as_number(text, read_number) if text else None
        if known[text] is None and text:
            known[text] = _as_sum(text, read_number, known)
    return known[text]


def _as_number(text: str, read_number: ReadNumber) -> Decimal | None:
    value = _number(text, read_number)
    return None if isinstance(value, tuple) else value


def _as_sum(text: str, read_number: ReadNumber, known: dict[str, Decimal | None]) -> Decimal | None:
    for signs in _OPERATORS:
        for at in range(len(text) - 1, 0, -1):
            if text[at] not in signs:
                continue
            left = _evaluate(text[:at], read_number, known)
            right = _evaluate(text[at + 1 :], read_number, known) if left is not None else None
            if left is not None and right is not None:
                return _apply(text[at], left, right)
    if text[0] in "+-":
        value = _evaluate(text[1:], read_number, known)
        return None if value is None else (-value if text[0] == "-" else value)
    return None


def _apply(sign: str, left: Decimal, right: Decimal) -> Decimal:
    if sign == "+":
        return left + right
    if sign == "-":
        return left - right
    return left * right if sign in "*×" else left / right


def _number(text: str, read_number: ReadNumber) -> Value | None:
    text = _PER_CENT.sub("", text.strip())
    if _DIGITS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return read_number(text) if text and text[0] not in "+-" else None


def _tidy(value: Decimal) -> Decimal:
    """Without an exponent, or the long tail that a division leaves."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    if len(value.as_tuple().digits) > 12:
        value = round(value, 4)
    return value.normalize() if "." in format(value, "f") and format(value, "f").endswith("0") else value


def _read_period(typed: str) -> str:
    """An EDTF period; a month or a day may have other marks and no noughts: 2024/6, 2024.6.14."""
    loose = _LOOSE_DATE.fullmatch(typed)
    period = "-".join(part.zfill(2) for part in loose.groups() if part) if loose else typed
    try:
        parse_period(period)
    except PeriodError as error:
        raise EntryError(in_words(error)) from None
    return period


def _read_choice(name: str, typed: str) -> str:
    wanted = typed.casefold()
    for value in CHOICES[name]:
        if wanted in {value, value_label(value).casefold()}:
            return value
    choices = ", ".join(value_label(value) for value in CHOICES[name])
    raise EntryError(_("{field} is one of {choices}").format(field=field_label(name), choices=choices))
