"""The records everything else speaks of: frozen, without I/O."""

from tui.model.article import Article, Span
from tui.model.claim import (
    BOUNDS,
    EDITABLE_FIELDS,
    FIELDS,
    MEASURES,
    STATUSES,
    Bound,
    Changes,
    Claim,
    FieldValue,
    Measure,
    Status,
    Value,
)
from tui.model.decision import Decision, Kind
from tui.model.session import FORMAT, FORMAT_VERSION, Session, Unread, View

__all__ = [
    "BOUNDS",
    "EDITABLE_FIELDS",
    "FIELDS",
    "FORMAT",
    "FORMAT_VERSION",
    "MEASURES",
    "STATUSES",
    "Article",
    "Bound",
    "Changes",
    "Claim",
    "Decision",
    "FieldValue",
    "Kind",
    "Measure",
    "Session",
    "Span",
    "Status",
    "Unread",
    "Value",
    "View",
]
