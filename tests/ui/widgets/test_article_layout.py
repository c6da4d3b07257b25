from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.test_wrap import TEXTS
from tui.text.cells import cells, char_cells
from tui.ui.widgets.article_layout import Layout


@st.composite
def layouts(draw: st.DrawFn) -> tuple[Layout, list[int]]:
    text = draw(TEXTS)
    offsets = st.sets(st.integers(0, max(len(text) - 1, 0)), max_size=6)
    first, second = (sorted(draw(offsets)) if text else [] for _ in range(2))
    return Layout(text, draw(st.integers(3, 40)), first), second


@given(layouts())
@settings(deadline=None, max_examples=300)
def test_the_cell_of_a_character_leads_back_to_it(sample: tuple[Layout, list[int]]) -> None:
    layout, _ = sample
    for offset, char in enumerate(layout.text):
        if char_cells(char) and char != "\n":
            line, cell = layout.cell_of(offset)
            for covered in range(cell - (offset in layout.marks), cell + char_cells(char)):
                assert layout.offset_at(line, covered) == offset


@given(layouts())
@settings(deadline=None, max_examples=300)
def test_every_line_with_its_marks_fits(sample: tuple[Layout, list[int]]) -> None:
    layout, _ = sample
    for index in range(len(layout)):
        start, end = layout.visible(index)
        shown = layout.text[start:end].rstrip()
        assert cells(shown) + len(layout.marks_within(start, start + len(shown))) <= max(layout.width, 3)


@given(layouts())
@settings(deadline=None, max_examples=300)
def test_other_marks_give_the_same_lines_as_wrapping_anew(sample: tuple[Layout, list[int]]) -> None:
    layout, marks = sample
    before = len(layout)
    changed = layout.set_marks({offset: offset in marks for offset in {*layout.marks, *marks}})
    assert layout.marks == marks
    assert layout.starts == Layout(layout.text, layout.width, marks).starts
    if changed is not None:
        assert len(layout) == before + changed[2]


@given(layouts(), st.integers(-2, 60), st.integers(-2, 60))
@settings(deadline=None)
def test_any_cell_of_the_pane_leads_into_the_text(
    sample: tuple[Layout, list[int]], line: int, cell: int
) -> None:
    layout, _ = sample
    assert 0 <= layout.offset_at(line, max(cell, 0)) <= len(layout.text)
