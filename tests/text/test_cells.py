from hypothesis import given, settings
from hypothesis import strategies as st

from tui.text.cells import ELLIPSIS, cells, fit, fit_end, index_at, widths
from tui.text.display import one_line

SHOWN = st.text(max_size=60).map(one_line)


@given(SHOWN, st.integers(0, 80), st.booleans())
@settings(deadline=None)
def test_fitted_text_takes_exactly_the_cells(text: str, width: int, right: bool) -> None:
    assert cells(fit(text, width, right=right)) == width


@given(SHOWN)
@settings(deadline=None)
def test_every_cell_leads_to_the_character_that_covers_it(text: str) -> None:
    used = 0
    for index, width in enumerate(widths(text)):
        for cell in range(used, used + width):
            assert index_at(text, cell) == index
        used += width
    assert index_at(text, used) == len(text)


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert fit("new urban jobs", 9) == "new urba" + ELLIPSIS
    assert fit("新增岗位", 5) == "新增" + ELLIPSIS
    assert fit("新增岗位", 6) == "新增" + ELLIPSIS + " "
    assert fit("42", 5, right=True) == "   42"


@given(SHOWN, st.integers(0, 80))
@settings(deadline=None)
def test_a_fitted_end_takes_exactly_the_cells(text: str, width: int) -> None:
    assert cells(fit_end(text, width)) == width


def test_of_a_path_the_end_is_kept() -> None:
    assert fit_end("news/scan.txt", 15) == "news/scan.txt  "
    assert fit_end("deep/news/scan.txt", 9) == ELLIPSIS + "scan.txt"
    assert fit_end("文件夹/新增.txt", 8) == ELLIPSIS + "增.txt "
    assert fit_end("scan.txt", 1) == ELLIPSIS
