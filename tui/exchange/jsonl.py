"""JSON Lines: one object per row; numbers are exact decimals."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TextIO

import msgspec

from tui.exchange.rows import Row, plain_number


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """Write one JSON object per line, UTF-8, a range as a list of two numbers."""
    encode = msgspec.json.Encoder().encode
    for row in rows:
        stream.write(encode({name: _json(value) for name, value in row.items()}).decode())
        stream.write("\n")


def _json(value: Any) -> Any:
    """The value with its decimals as number literals: binary floating point would not keep them."""
    if isinstance(value, Decimal):
        return msgspec.Raw(plain_number(value).encode())
    if isinstance(value, list):
        return [_json(item) for item in value]
    return value
