"""Rows for the tests of the formats, and strategies that make them."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tui.exchange import Row
from tui.model import BOUNDS, MEASURES, STATUSES

NASTY = [
    "=1+1",
    "+a",
    "-a",
    "@x",
    "\tx",
    "'=x",
    "''@x",
    " =x",
    "[/]",
    "a|b",
    "<b>",
    "\u202eabc",
    "\x1b[31m",
    "-5",
]

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(NASTY)
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4)
values = numbers | st.integers(-(10**12), 10**12).map(Decimal) | st.lists(numbers, min_size=2, max_size=2)


def row(**fields: Any) -> Row:
    return {
        "doc": "a.txt",
        "id": "abc:1-3",
        "start": 1,
        "end": 3,
        "text": "42",
        "value": Decimal(42),
        "unit": "person",
        "per": None,
        "bound": "exact",
        "measure": "level",
        "subject": "workers",
        "place": None,
        "period": "2021",
        "status": "actual",
        "indicator": None,
        "quote": "There were 42 workers.",
        "confidence": 0.9,
        "doubts": [],
        "why": {"value": "en.numbers"},
    } | fields


rows = st.builds(
    row,
    doc=texts,
    id=texts,
    start=st.integers(0, 10**9),
    end=st.integers(0, 10**9),
    text=texts,
    value=values,
    unit=texts,
    per=st.none() | texts.filter(bool),
    bound=st.sampled_from(BOUNDS),
    measure=st.sampled_from(MEASURES),
    subject=texts,
    place=st.none() | texts.filter(bool),
    period=st.none() | st.sampled_from(["2021", "2021-12", "2021/..", "2021-01/2021-06"]),
    status=st.sampled_from(STATUSES),
    indicator=st.none() | st.just("new_urban_jobs"),
    quote=texts,
    confidence=st.floats(0, 1),
    doubts=st.lists(texts, max_size=2),
    why=st.dictionaries(texts, texts, max_size=2),
)
