from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.ui.widgets.showing import alone, shown
from tui.ui.widgets.lines import pieces_cells
from tui.ui.widgets.progress_line import Progress, ProgressLine, bar, time_left

PROGRESS = Progress(
    "employment", 3, 5, title="重庆 human resources conference", done=112, total=169, left=240
)


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120, 200])
async def test_one_line_holds_what_matters_at_every_width(width: int) -> None:
    line = ProgressLine()
    async with alone(line, width=width, height=3):
        line.show(PROGRESS)
        (text,) = shown(line)
        assert cell_len(text) == width
        assert "112/169" in text
        assert "66 %" in text
        assert "✓" in text
        if width >= 80:
            assert "employment · 3/5 · " in text
            assert "4 min left" in text


@pytest.mark.parametrize(
    ("published", "said"),
    [("2024-06-14", " · 2024-06-14 · "), ("XXXX-02-21", " · 02-21 · "), ("", "3/5 · 重庆")],
)
async def test_the_date_of_the_article_stands_before_its_title(published: str, said: str) -> None:
    line = ProgressLine()
    async with alone(line, width=120, height=3):
        line.show(replace(PROGRESS, published=published))
        assert said in shown(line)[0]


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("2024-06-14", " · 2024-06-14 · "),
        ("XXXX-02-21", " · 02-21, no year (D) · "),
        ("", " · no date (D) · "),
    ],
)
async def test_a_date_that_is_not_known_is_told_with_its_key(published: str, said: str) -> None:
    line = ProgressLine()
    async with alone(line, width=120, height=3):
        line.show(replace(PROGRESS, published=published, date_key="D"))
        assert said in shown(line)[0]


async def test_says_when_something_is_not_saved() -> None:
    line = ProgressLine()
    async with alone(line, width=100, height=3):
        line.show(Progress("s", saved=False))
        assert "not saved !" in shown(line)[0]


async def test_the_same_again_paints_nothing() -> None:
    line = ProgressLine()
    async with alone(line, width=100, height=3) as pilot:
        line.show(PROGRESS)
        await pilot.pause()
        line.counted.reset()
        line.show(PROGRESS)
        assert line.counted.repaints == 0


@given(st.integers(0, 300), st.integers(0, 300), st.integers(1, 40))
@settings(deadline=None)
def test_the_bar_is_as_wide_as_asked_and_full_only_at_the_end(done: int, total: int, width: int) -> None:
    done = min(done, total)
    pieces = bar(done, total, width)
    assert pieces_cells(pieces) == width
    assert (pieces[0][0] == "━" * width) == (done == total > 0)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(10, "under 1 min left"), (240, "4 min left"), (5000, "83 min left"), (7300, "2 h left")],
)
def test_time_left_is_rough(seconds: float, text: str) -> None:
    assert time_left(seconds) == text
