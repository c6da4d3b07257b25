"""Rows of a table: only those in view are made, headings are never chosen, the chosen one is in view."""

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.geometry import Size

from tests.ui.widgets.showing import alone, shown
from tui.ui.widgets.marks import CURRENT
from tui.ui.widgets.rows import Rows


async def test_a_hundred_thousand_rows_cost_as_much_as_those_in_view():
    rows, made = Rows(), []

    def make(row, width):
        made.append(row)
        return [(f"row {row}", "")]

    async with alone(rows, width=30, height=10) as pilot:
        rows.show(100_000, make, chosen=0)
        await pilot.pause()
        assert len(set(made)) == 10
        made.clear()
        rows.counted.reset()
        rows.move(1)
        await pilot.pause()
        assert rows.counted.repaints == 2
        assert set(made) == {0, 1}
        rows.choose(99_999)
        await pilot.pause()
        assert len(set(made)) <= 22
        assert any(line.startswith(f"{CURRENT}row 99999") for line in shown(rows))


async def test_headings_are_stepped_over_both_ways():
    rows = Rows()
    async with alone(rows, width=30, height=10) as pilot:
        rows.show(6, lambda row, _width: [(str(row), "")], heads=[0, 3])
        assert rows.chosen == 1
        rows.move(1)
        rows.move(1)
        assert rows.chosen == 4
        rows.move(-1)
        assert rows.chosen == 2
        rows.choose(0)
        assert rows.chosen == 1
        rows.show(0, lambda _row, _width: [])
        rows.move(1)
        assert rows.chosen is None
        await pilot.pause()


@given(st.integers(1, 40), st.sets(st.integers(0, 39)), st.lists(st.integers(-12, 12), max_size=8))
@settings(deadline=None, max_examples=60)
def test_the_chosen_row_is_no_heading_unless_there_is_nothing_else(
    count: int, heads: set[int], steps: list[int]
) -> None:
    rows = Rows()
    rows._size = Size(20, 8)
    inside = sorted(head for head in heads if head < count)
    rows.show(count, lambda _row, _width: [], heads=inside)
    for step in steps:
        rows.move(step or 1)
    if len(inside) == count:
        assert rows.chosen is None
    else:
        assert 0 <= rows.chosen < count
        assert rows.chosen not in inside
