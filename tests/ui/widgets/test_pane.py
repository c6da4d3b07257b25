from hypothesis import given, settings
from hypothesis import strategies as st

from tui.ui.widgets.pane import Edge


@given(st.integers(1, 60), st.integers(0, 5000), st.data())
@settings(deadline=None)
def test_every_line_has_a_row_and_the_view_lies_within_the_thumb(
    height: int, total: int, data: st.DataObject
) -> None:
    edge = Edge()
    edge.reset(height, total)
    for line in range(0, total, max(1, total // 50)):
        assert 0 <= edge.row_of(line) < height
    for row in range(height):
        if total > height:
            assert edge.row_of(edge.line_at(row)) == row
    top = data.draw(st.integers(0, max(total - height, 0)))
    thumb = edge.thumb(top)
    assert bool(thumb) == (total > height)
    assert all(0 <= row < height for row in (thumb.start, max(thumb.stop - 1, 0)))


def test_the_thumb_is_at_the_top_first_and_at_the_bottom_last() -> None:
    edge = Edge()
    edge.reset(10, 100)
    assert edge.thumb(0) == range(1)
    assert edge.thumb(90) == range(9, 10)


def test_a_row_is_marked_until_its_last_claim_is_decided() -> None:
    edge = Edge()
    edge.reset(10, 100)
    edge.mark(0, 2)
    edge.mark(5, 1)
    assert [row for row in range(10) if edge.marked(row)] == [0, 5]
    assert not edge.change(3, -1)
    assert edge.change(4, -1)
    assert [row for row in range(10) if edge.marked(row)] == [5]
    assert edge.change(99, 1)
