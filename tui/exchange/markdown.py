"""Markdown: a heading and a table for each article."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby
from typing import Any, TextIO

from tui.exchange.rows import Row, plain_number

HEADINGS = {
    "value": "Value",
    "unit": "Unit",
    "subject": "Subject",
    "place": "Place",
    "period": "Period",
    "measure": "Measure",
    "bound": "Bound",
    "status": "Status",
    "verdict": "Verdict",
    "note": "Note",
    "quote": "Quote",
}
# ASCII punctuation may be escaped in Markdown, and escaped it is nothing but itself; that covers HTML too.
PUNCTUATION = re.compile(r"[\\`*_{}\[\]()<>#+!|~&$^=:@-]")
EMPTY = "No claims.\n"


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """Write one table per article, in the order of the rows; text is escaped and stays text."""
    empty = True
    for doc, group in groupby(rows, key=lambda row: str(row["doc"])):
        stream.write(f"{'' if empty else chr(10)}## {escaped(doc)}\n\n")
        empty = False
        names: list[str] = []
        for row in group:
            if not names:
                names = [name for name in HEADINGS if name in row]
                stream.write(_line([HEADINGS[name] for name in names]))
                stream.write(_line(["---:" if name == "value" else "---" for name in names]))
            stream.write(_line([_cell(name, row) for name in names]))
    if empty:
        stream.write(EMPTY)


def escaped(text: str) -> str:
    """The text on one line, with everything escaped that Markdown or HTML would read as markup."""
    return PUNCTUATION.sub(r"\\\g<0>", " ".join(text.split()))


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cell(name: str, row: Row) -> str:
    value: Any = row[name]
    if name == "unit" and row.get("per"):
        return escaped(f"{value} per {row['per']}")
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, list):
        return " to ".join(map(plain_number, value))
    return escaped(str(value)) if value is not None else ""
