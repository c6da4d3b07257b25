"""Facts out: rows of plain fields, and one module for each format they are written in."""

from tui.exchange.formats import FORMATS, Format, write
from tui.exchange.rows import COLUMNS, REVIEW_COLUMNS, Row, claim_row, review_fields, rows

__all__ = [
    "COLUMNS",
    "FORMATS",
    "REVIEW_COLUMNS",
    "Format",
    "Row",
    "claim_row",
    "review_fields",
    "rows",
    "write",
]
