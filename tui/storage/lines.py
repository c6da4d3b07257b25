"""One record as one line: JSON that every YAML parser reads as the same data, and back."""

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

import msgspec

T = TypeVar("T")

_ENCODER = msgspec.json.Encoder(decimal_format="number")
# Characters that JSON may hold raw and YAML may not.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# A number with an exponent, which YAML 1.1 reads as text; a hit inside a string only costs time.
_EXPONENT = re.compile(r"[:,\[] ?-?[0-9]+(?:\.[0-9]+)?[eE]")
_LONE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def encode(record: object) -> str:
    """The record on one line, without the line's end."""
    try:
        line = msgspec.json.format(_ENCODER.encode(record), indent=0).decode()
        if _EXPONENT.search(line):
            line = json_text(msgspec.to_builtins(record, builtin_types=(Decimal,)))
    except UnicodeEncodeError:
        # A lone surrogate: JSON can spell it, UTF-8 can't.
        line = json_text(msgspec.to_builtins(record, builtin_types=(Decimal,)))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def json_text(data: object) -> str:
    """JSON of plain data, with exact numbers that have no exponent."""
    match data:
        case dict():
            return "{" + ", ".join(f"{json_text(key)}: {json_text(item)}" for key, item in data.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(json_text, data)) + "]"
        case Decimal():
            return format(data, "f")
        case float():
            return format(Decimal(repr(data)), "f")
        case str():
            text = json.dumps(data, ensure_ascii=False)
            return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text)
    return json.dumps(data)


def decode(line: bytes, kind: type[T]) -> T:
    """The record on a line.

    Raises:
        msgspec.ValidationError: valid JSON that is no such record.
        ValueError: not JSON.
    """
    try:
        return msgspec.json.decode(line, type=kind)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        text = line.decode()
        if not _LONE_SURROGATE.search(text):
            raise
        return msgspec.convert(json.loads(text, parse_float=Decimal), kind)


def decode_all(lines: Sequence[bytes], kind: type[T]) -> list[T]:
    """Every record of a list of lines, in one go; as ``decode``, but telling nothing of the line."""
    return msgspec.json.decode(b"[" + b",".join(lines) + b"]", type=list[kind])  # type: ignore[valid-type]
