import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.ui.widgets.claims import row
from tests.ui.widgets.showing import alone, said, shown
from tui.ui.widgets.claim_list import ClaimList
from tui.ui.widgets.claim_row import ClaimRow, columns, row_cells, short_period
from tui.ui.widgets.marks import CURRENT, DOUBT, NOTE, STATE_MARKS


def number(claim_id: str) -> ClaimRow:
    return row(int(claim_id[1:]))


def ids(count: int) -> list[str]:
    return [f"c{n}" for n in range(count)]


@given(
    st.integers(24, 140),
    st.text(max_size=30),
    st.text(max_size=30),
    st.sampled_from(sorted(STATE_MARKS)),
    st.booleans(),
)
@settings(deadline=None, max_examples=200)
def test_columns_line_up_whatever_the_claim_says_but_long_numbers_stand_over_the_unit(
    width: int, written: str, subject: str, state: str, planned: bool
) -> None:
    widths = columns(width)

    def places(shown: ClaimRow) -> list[int]:
        sizes = [cell_len(cell.text) for cell in row_cells(shown, widths)]
        return [sizes[0], sum(sizes[1:4]), *sizes[4:]]

    plain = places(row())
    fields = {
        "subject": subject,
        "unit": subject,
        "place": written,
        "status": "planned" if planned else "actual",
    }
    strange = row(1, state, written=written or "1", note=True, **fields)
    hostile = list(row_cells(strange, widths))
    assert places(strange) == plain
    assert 1 + sum(plain) == width
    _state, amount, _arrow, unit, *_rest = hostile
    assert cell_len(amount.text) == widths.number + 1 or unit == (" ", "unit")
    assert not any(ord(char) < 32 for cell in hostile for char in cell.text)


def test_a_row_tells_state_number_direction_doubt_and_note() -> None:
    def text(claim_row: ClaimRow) -> str:
        return "".join(cell.text for cell in row_cells(claim_row, columns(80)))

    grown = text(row(14, written="14.5%", unit="%", measure="growth", bound="over", doubts=("where?",)))
    assert grown.startswith(STATE_MARKS["pending"])
    assert ">14.5% ▴ %" in grown
    assert DOUBT in grown
    assert "▾" in text(row(-3, measure="change"))
    assert "#" in text(row(2, measure="rank"))
    assert "›2030" in text(row(2, status="planned", period="2030"))
    assert NOTE in text(row(2, note=True))
    assert DOUBT not in text(row(2, "accepted", doubts=("where?",)))


@pytest.mark.parametrize(
    ("period", "short"),
    [("2025-01/2025-06", "2025-01/06"), ("2021/2025", "2021/2025"), ("2021/..", "2021/.."), (None, "")],
)
def test_a_period_within_a_year_names_it_once(period: str | None, short: str) -> None:
    assert short_period(period) == short


async def test_draws_only_what_is_in_view_at_any_length() -> None:
    asked: list[str] = []
    decided: set[str] = set()

    def look_up(claim_id: str) -> ClaimRow:
        asked.append(claim_id)
        return number(claim_id)._replace(state="accepted" if claim_id in decided else "pending")

    view = ClaimList(look_up)
    async with alone(view, width=50, height=10) as pilot:
        view.set_ids(ids(100_000))
        view.set_current("c70000")
        await pilot.pause()
        assert any(line.startswith(CURRENT) and " 70,000 " in line for line in shown(view))
        asked.clear()
        view.counted.reset()
        decided.add("c70000")
        view.update_rows()
        await pilot.pause()
        assert view.counted.repaints == 1
        assert len(asked) == 10 + 1  # once to see what is different, once to paint it


async def test_the_current_claim_stays_in_view_on_the_way_down_and_up() -> None:
    view = ClaimList(number)
    async with alone(view, width=50, height=9) as pilot:
        view.set_ids(ids(60))
        for n in (*range(60), *range(59, -1, -1)):
            view.set_current(f"c{n}")
            await pilot.pause(0)
            rows = [line for line in shown(view) if line.startswith(CURRENT)]
            assert len(rows) == 1
            assert f" {n} " in rows[0]


@given(st.integers(1, 50), st.sets(st.integers(0, 49), max_size=10))
@settings(deadline=None, max_examples=100)
def test_with_headings_every_row_is_a_heading_or_its_claim(count: int, before: set[int]) -> None:
    view = ClaimList(number)
    headings = [(index, f"head {index}") for index in sorted(before) if index < count]
    # Rows are worked out without a screen.
    view._ids = ids(count)
    view._heads = [index + n for n, (index, _) in enumerate(headings)]
    rows = [view._index_of(row_) for row_ in range(count + len(headings))]
    assert [index for index in rows if index is not None] == list(range(count))
    assert [view._row_of(index) for index in range(count)] == [
        n for n, index in enumerate(rows) if index is not None
    ]


async def test_headings_stand_before_their_claims() -> None:
    view = ClaimList(number)
    async with alone(view, width=50, height=9):
        view.set_ids(ids(4), headings=[(0, "Paragraph 1"), (2, "第二段[/]")])
        rows = shown(view)
        assert rows[0].startswith(" Paragraph 1")
        assert " 1 " in rows[2]
        assert rows[3].startswith(" 第二段[/]")
        assert " 3 " in rows[5]


async def test_another_order_keeps_the_current_claim_in_view() -> None:
    view = ClaimList(number)
    async with alone(view, width=50, height=9) as pilot:
        view.set_ids(ids(60))
        view.set_current("c3")
        view.set_ids(list(reversed(ids(60))))
        await pilot.pause()
        assert any(line.startswith(CURRENT) and " 3 " in line for line in shown(view))


async def test_a_click_selects_and_shift_extends() -> None:
    view = ClaimList(number)
    async with alone(view, width=50, height=9) as pilot:
        view.set_ids(ids(4), headings=[(0, "Paragraph 1")])
        await pilot.pause()
        await pilot.click(view, offset=(10, 0))
        await pilot.click(view, offset=(10, 2))
        await pilot.click(view, offset=(10, 3), shift=True)
        await pilot.click(view, offset=(10, 8))
        await pilot.pause()
        assert [(message.id, message.extend) for message in said(pilot, ClaimList.Selected)] == [
            ("c1", False),
            ("c2", True),
        ]


async def test_a_marked_range_names_its_claims_in_order() -> None:
    view = ClaimList(number)
    async with alone(view, width=50, height=9):
        view.set_ids(ids(9))
        assert view.mark_range("c5", "c2") == ["c2", "c3", "c4", "c5"]
        assert view.mark_range(None) == []


async def test_an_empty_list_says_so() -> None:
    view = ClaimList(number)
    async with alone(view, width=50, height=9):
        view.set_empty("nothing matches")
        view.set_ids([])
        assert "nothing matches" in shown(view)[0]
