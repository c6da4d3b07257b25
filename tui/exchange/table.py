"""A table to look at in the terminal."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tui.exchange.rows import Row, plain_number

HEADINGS = {
    "doc": "article",
    "value": "value",
    "unit": "unit",
    "measure": "measure",
    "subject": "subject",
    "place": "place",
    "period": "period",
    "confidence": "sure",
}
WIDE = 200  # columns where there is no terminal to fit into


def write(rows: Iterable[Row], stream: TextIO) -> None:
    """Write the main fields in a table as wide as the terminal; cells are text, never markup."""
    console = Console(file=stream, markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        console = Console(file=stream, markup=False, highlight=False, emoji=False, width=WIDE, no_color=True)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, heading in HEADINGS.items():
        flexible = name in {"doc", "subject"}
        table.add_column(
            heading,
            justify="right" if name in {"value", "confidence"} else "left",
            overflow="ellipsis" if flexible else "fold",
            no_wrap=not flexible,
            ratio=None,
        )
    for row in rows:
        table.add_row(*(Text(_cell(name, row[name], row)) for name in HEADINGS))
    console.print(table)


def _cell(name: str, value: Any, row: Row) -> str:
    if value is None:
        return ""
    if name == "confidence":
        return f"{value:.0%}"
    if isinstance(value, Decimal):
        return plain_number(value)
    if isinstance(value, list):
        return " to ".join(map(plain_number, value))
    if name == "unit" and row.get("per"):
        value = f"{value}/{row['per']}"
    return " ".join(str(value).split())
