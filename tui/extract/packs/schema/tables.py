"""What words say in a table: ``tables.yaml``."""

from typing import ClassVar, Literal

from tui.extract.packs.schema.base import Rule


class TableRule(Rule, frozen=True, kw_only=True):
    """Words of tables: ``match`` is an expression, case left aside, and ``role`` says what its words tell.

    Of the heads of columns those are found by words within them that stand over differences (``change``),
    what is still to come (``planned``), per cents where a table has several units (``share``), and shares of
    what the column before tells (``part``). As a whole they are known that stand over places in an order
    (``rank``), the numbers of rows (``index``), places (``area``), what else rows are (``names``), units of
    rows (``unit``), and what only looks like numbers, as telephones do (``label``); ``bare`` ones say nothing
    of what is measured. A name that is ``total`` is that of all rows together, a cell that is ``empty`` says
    nothing. ``breakdown`` in a title says what the rows are parts by, ``title`` is what else in it names
    nothing measured.
    """

    expressions: ClassVar[tuple[str, ...]] = ("match",)

    role: Literal[
        "change",
        "rank",
        "share",
        "part",
        "index",
        "area",
        "names",
        "unit",
        "label",
        "planned",
        "bare",
        "total",
        "empty",
        "breakdown",
        "title",
    ]
    match: str
