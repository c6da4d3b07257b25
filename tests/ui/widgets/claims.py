"""Claims to show."""

from decimal import Decimal
from typing import Any

from tui.model import Claim
from tui.ui.widgets.claim_row import ClaimRow


def claim(n: int = 0, **fields: Any) -> Claim:
    known: dict[str, Any] = {
        "value": Decimal(n),
        "unit": "job",
        "subject": "new urban jobs",
        "place": "Dingxi",
        "period": "2025",
    }
    return Claim(id=f"c{n}", article="a", start=n, end=n + 1, **{**known, **fields})


def row(
    n: int = 0, state: str = "pending", *, written: str | None = None, note: bool = False, **fields: Any
) -> ClaimRow:
    return ClaimRow(claim(n, **fields), written or f"{n:,}", state, note=note)
