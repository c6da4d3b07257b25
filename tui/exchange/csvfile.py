"""CSV for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet would run.

A range is written ``low..high``, doubts are separated by ``; `` and why is ``field=rules; ...``. A cell of
text that a spreadsheet could take for a formula gets an apostrophe in front. Numbers, negative ones too,
stay numbers.
"""

import csv
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TextIO

from tui.exchange.rows import COLUMNS, Row, plain_number

MARK = "\ufeff"  # without it spreadsheets take Chinese for another encoding
# What begins a formula: = + - @, their full-width forms, tab and return, behind blanks or apostrophes.
FORMULA = re.compile(r"'*\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20\u2212]|'*[\t\r\n]")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?", re.ASCII)


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """Write a heading and one line per row; the columns are those of the first row."""
    stream.write(MARK)
    writer = csv.writer(stream, lineterminator="\r\n")
    names: tuple[str, ...] | None = None
    for row in rows:
        if names is None:
            names = tuple(row)
            writer.writerow(names)
        writer.writerow([cell(row[name]) for name in names])
    if names is None:
        writer.writerow(COLUMNS)


def cell(value: Any) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, list):
        numbers = all(isinstance(item, Decimal) for item in value)
        return guarded(("..".join if value and numbers else "; ".join)(map(_item, value)))
    if isinstance(value, dict):
        return guarded("; ".join(f"{name}={item}" for name, item in value.items()))
    return guarded(value) if isinstance(value, str) else str(value)


def guarded(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text


def _item(value: object) -> str:
    return plain_number(value) if isinstance(value, Decimal) else str(value)
