import pytest
from rich.cells import cell_len

from tests.ui.widgets.showing import alone, cell_styles, said, shown
from tui.ui.widgets.article_paint import ClaimSpan
from tui.ui.widgets.article_view import ArticleView
from tui.ui.widgets.marks import CURRENT, STATE_MARKS

TEXT = (
    "全市新增岗位8,919个，同比增长1.1%。\nThe fund paid 16,838 yuan to 64 households.\n"
    + "Nothing here.\n" * 40
)
NUMBERS = ("8,919", "1.1%", "16,838", "64")


def span(number: str, state: str = "pending") -> ClaimSpan:
    start = TEXT.index(number)
    return ClaimSpan(start, start + len(number), state, number)


SPANS = [span(number) for number in NUMBERS]


def show(view: ArticleView, **more: object) -> None:
    view.show(
        TEXT, SPANS, sentences=[(0, TEXT.index("\n")), (TEXT.index("The"), TEXT.index("64") + 15)], **more
    )  # type: ignore[arg-type]


async def test_every_state_has_a_mark_of_its_own_before_the_number() -> None:
    view = ArticleView()
    async with alone(view, width=100):
        for state, mark in STATE_MARKS.items():
            view.show(TEXT, [span("16,838", state)])
            assert f"paid {mark}16,838 yuan" in shown(view)[1]
        view.set_current("16,838")
        assert f"paid {CURRENT}16,838 yuan" in shown(view)[1]
    assert len({*STATE_MARKS.values(), CURRENT}) == 6


async def test_states_and_the_current_claim_differ_without_colour() -> None:
    view = ArticleView()
    async with alone(view, width=100):
        looks = set()
        for state in STATE_MARKS:
            view.show(TEXT, [span("16,838", state)])
            row = shown(view)[1]
            style = cell_styles(view, 1)[row.index("16,838")]
            looks.add((row, bool(style.bold), bool(style.strike), bool(style.italic)))
        assert len(looks) == len(STATE_MARKS)


async def test_rows_fill_the_pane_exactly_and_none_begins_with_a_closing_mark() -> None:
    view = ArticleView()
    async with alone(view, width=24):
        show(view)
        for row in shown(view):
            assert cell_len(row) == 24
            assert row.strip()[:1] not in "，。"


async def test_a_changed_state_repaints_its_own_line_only() -> None:
    view = ArticleView()
    async with alone(view, width=60) as pilot:
        show(view)
        await pilot.pause()
        shown(view)
        view.counted.reset()
        view.update_states({"64": "accepted"})
        assert "✓64" in shown(view)[1]
        assert view.counted.lines == 1
        assert view.counted.repaints <= 2  # its line, and its row on the edge


async def test_what_is_out_of_view_is_not_painted() -> None:
    view = ArticleView()
    async with alone(view, width=60, height=5) as pilot:
        show(view)
        view.scroll_to(y=20, animate=False)
        await pilot.pause()
        view.counted.reset()
        view.update_states({"8,919": "accepted"})
        assert view.counted.repaints <= 1


async def test_resizing_keeps_the_text_at_the_top() -> None:
    view = ArticleView()
    long = "".join(
        f"Paragraph {n} tells of the river towns and their many jobs. 第{n}段。\n" for n in range(200)
    )
    async with alone(view, width=80, height=10) as pilot:
        view.show(long, top=long.index("Paragraph 90 "))
        await pilot.pause()
        assert shown(view)[0].strip().startswith("Paragraph 90 ")
        for width in (50, 33, 120, 80):
            await pilot.resize_terminal(width, 10)
            await pilot.pause()
            assert "Paragraph 90 " in " ".join(row.strip() for row in shown(view)[:2])
            assert all(cell_len(row) == width for row in shown(view))


async def test_wraps_only_for_another_text_or_width() -> None:
    view = ArticleView()
    async with alone(view, width=60) as pilot:
        show(view)
        await pilot.pause()
        view.counted.reset()
        show(view, uncovered=[(0, 2)])
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert view.counted.wraps == 0
        assert len(shown(view)) == 20
        await pilot.resize_terminal(61, 20)
        await pilot.pause()
        assert view.counted.wraps == 1


async def test_goes_to_a_claim_and_back_to_a_saved_place() -> None:
    view = ArticleView()
    async with alone(view, width=60, height=6) as pilot:
        text = "Line.\n" * 300 + "Then 42 came.\n" + "Line.\n" * 300
        start = text.index("42")
        view.show(text, [ClaimSpan(start, start + 2, "pending", "c")])
        view.set_current("c")
        await pilot.pause()
        assert any(f"{CURRENT}42" in row for row in shown(view))
        top = view.top
        assert text[top:].startswith("Line.")
        view.show(text, [], top=top)
        await pilot.pause()
        assert view.top == top


async def test_an_added_claim_appears_without_moving_the_view() -> None:
    view = ArticleView()
    more = [*SPANS, span("fund"), span("全市")]
    async with alone(view, width=24, height=8) as pilot:
        show(view)
        view.scroll_to(y=3, animate=False)
        await pilot.pause()
        top = view.top
        view.update_spans({each.id: each for each in more})
        await pilot.pause()
        assert view.top == top
        view.scroll_to(y=0, animate=False)
        added = shown(view)
        view.show(TEXT, more)
        assert added == shown(view)
        assert "∙fund" in "".join(added)
        view.update_spans({each.id: each if each in SPANS else None for each in more})
        gone = shown(view)
        view.show(TEXT, SPANS)
        assert gone == shown(view)


@pytest.mark.parametrize(
    ("x", "number"), [(8, None), (14, "8,919"), (15, "8,919"), (19, "8,919"), (20, None)]
)
async def test_a_click_names_the_claim_under_the_pointer(x: int, number: str | None) -> None:
    view = ArticleView()
    async with alone(view, width=60) as pilot:
        show(view)
        await pilot.pause()
        await pilot.click(view, offset=(x, 0))
        await pilot.pause()
        assert [message.id for message in said(pilot, ArticleView.ClaimClicked)] == (
            [number] if number else []
        )
        assert len(said(pilot, ArticleView.TextClicked)) == (0 if number else 1)


async def test_dragging_over_wide_characters_selects_exactly_those() -> None:
    view = ArticleView()
    async with alone(view, width=60) as pilot:
        show(view)
        await pilot.pause()
        for first, last in ((2, 10), (3, 11)):  # from the left and from the right half of a character
            await pilot.mouse_down(view, offset=(first, 0))
            await pilot.hover(view, offset=(last, 0))
            await pilot.mouse_up(view, offset=(last, 0))
            await pilot.pause()
            assert view.selection == (0, 5)
            assert TEXT[slice(*view.selection)] == "全市新增岗"
        assert said(pilot, ArticleView.SelectionChanged)[-1].selection == (0, 5)


async def test_dragging_from_and_to_the_midst_of_words_selects_them_whole() -> None:
    view = ArticleView()
    async with alone(view, width=60) as pilot:
        show(view)
        await pilot.pause()
        for first, last in ((13, 20), (20, 13)):
            await pilot.mouse_down(view, offset=(first, 1))
            await pilot.hover(view, offset=(last, 1))
            await pilot.mouse_up(view, offset=(last, 1))
            await pilot.pause()
            assert view.selection is not None
            assert TEXT[slice(*view.selection)] == "paid 16,838"


async def test_a_double_click_selects_a_number_with_its_separators() -> None:
    view = ArticleView()
    async with alone(view, width=60) as pilot:
        show(view)
        await pilot.pause()
        await pilot.click(view, offset=(20, 1), times=2)
        await pilot.pause()
        assert view.selection is not None
        assert TEXT[slice(*view.selection)] == "16,838"


async def test_the_caret_moves_and_selects() -> None:
    view = ArticleView()
    async with alone(view, width=60):
        show(view, current="16,838")
        view.move_caret("char")
        assert view.caret == TEXT.index("16,838")
        view.move_caret("word", extend=True)
        assert view.selection is not None
        assert TEXT[slice(*view.selection)].strip() == "16,838"
        view.move_caret("char", -1, extend=True)
        assert TEXT[slice(*view.selection)] == "16,838"
        view.move_caret("number")
        assert view.selection is None
        assert view.caret == TEXT.index("64 ")
        view.move_caret("line", -1)
        view.move_caret("line", 1)
        assert view.caret == TEXT.index("64 ")
        view.move_caret("text", -1)
        assert view.caret == 0
        view.set_caret(None)
        assert view.caret is None


async def test_hostile_text_shows_as_harmless_characters() -> None:
    view = ArticleView()
    text = "a\x1b[31m[/][@click=app.quit]\u202e\x9b\x07 b\u2066"
    async with alone(view, width=60):
        view.show(text, [ClaimSpan(2, 4, "pending", "x")], uncovered=[(0, 1)], dim=[(5, 9)])
        row = shown(view)[0]
        assert "[/][@click=app.quit]" in row
        assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or char in "\u202e\u2066" for char in row)


async def test_the_edge_shows_where_claims_wait() -> None:
    view = ArticleView()
    text = "1\n" + "x\n" * 98 + "2\n"
    async with alone(view, width=20, height=10) as pilot:
        view.show(text, [ClaimSpan(0, 1, "pending", "a"), ClaimSpan(198, 199, "pending", "b")])
        await pilot.pause()
        assert [row[-1] for row in shown(view)] == ["∙", *[" "] * 8, "∙"]
        view.update_states({"b": "rejected"})
        assert shown(view)[9][-1] == " "
        await pilot.click(view, offset=(19, 9))
        await pilot.pause()
        assert view.scroll_offset.y > 80


async def test_another_theme_brings_its_own_colours() -> None:
    view = ArticleView()
    async with alone(view, width=60) as pilot:
        show(view)
        before = cell_styles(view, 0)
        pilot.app.theme = "textual-light"
        await pilot.pause()
        after = cell_styles(view, 0)
        assert before[14].color != after[14].color
        assert before[14].bgcolor != after[14].bgcolor


async def test_a_wide_pane_has_margins_and_clicks_still_hit() -> None:
    view = ArticleView()
    async with alone(view, width=180) as pilot:
        show(view)
        await pilot.pause()
        row = shown(view)[1]
        assert row.startswith(" " * 40 + "  The fund")
        assert cell_len(row) == 180
        await pilot.click(view, offset=(row.index("16,838"), 1))
        await pilot.pause()
        assert [message.id for message in said(pilot, ArticleView.ClaimClicked)] == ["16,838"]


async def test_the_current_sentence_has_a_bar_beside_it() -> None:
    view = ArticleView()
    async with alone(view, width=60):
        show(view)
        assert not any(row.startswith("▎") for row in shown(view))
        view.set_current("64")
        assert [row.startswith("▎") for row in shown(view)[:3]] == [False, True, False]
        view.set_current("1.1%")
        assert [row.startswith("▎") for row in shown(view)[:3]] == [True, False, False]


async def test_what_is_known_later_joins_without_moving_the_view() -> None:
    view = ArticleView()
    async with alone(view, width=60, height=6) as pilot:
        view.show(TEXT, SPANS, current="64")
        view.scroll_to(y=1, animate=False)
        await pilot.pause()
        top, rows = view.top, shown(view)
        view.set_background(
            uncovered=[(TEXT.index("fund"), TEXT.index("fund") + 4)],
            dim=[(TEXT.index("Nothing"), len(TEXT))],
            sentences=[(TEXT.index("The"), TEXT.index("64") + 15)],
            headings=[],
        )
        assert view.top == top
        assert [row[1:] for row in shown(view)] == [row[1:] for row in rows]
        assert shown(view)[0].startswith("▎")
        styles = cell_styles(view, 0)
        assert styles[shown(view)[0].index("fund")].underline
        assert not styles[shown(view)[0].index("yuan")].underline
