"""Side by side or stacked, at any size, without losing the place; and the text as it was stored."""

from pathlib import Path

import pytest
from msgspec import structs
from textual import events
from textual.geometry import Region, Size

from tests.ui.making import claim_on, desk, english, hostile, open_session
from tui.articles import article_from_text
from tui.text.display import STAND_IN
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.screens.raw import RawScreen
from tui.ui.widgets.detail import ClaimDetail
from tui.ui.widgets.raw_text import RawText
from tui.ui.widgets.status_line import StatusLine

SIZES = [(80, 24), (120, 40), (200, 60), (80, 50), (60, 20)]


async def resized(app, hands, width: int, height: int) -> None:
    size = Size(width, height)
    app.post_message(events.Resize(size, size))
    await hands.settle(lambda: app.screen.size == size)
    await app.workers.wait_for_complete()
    await hands.settle()


def panes(screen: ReviewScreen) -> tuple[Region, Region, Region]:
    return tuple(screen.query_one(f"#{name}").region for name in ("article", "claims", "detail"))


def long_article(lines: int = 120):
    text = "\n".join(
        f"Village {n} planted {1000 + n} trees along its road in a dry spring." for n in range(lines)
    )
    article = article_from_text(text, "trees.txt")
    return article, [claim_on(article, str(1000 + n)) for n in range(lines)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("switched", [False, True])
async def test_the_panes_fill_the_screen_without_overlap(tmp_path: Path, size, switched: bool):
    async with desk(open_session(tmp_path), size=size) as (app, hands):
        if switched:
            await hands.press("|")
        regions = panes(app.screen)
        assert all(region.area for region in regions)
        for n, one in enumerate(regions):
            assert app.screen.region.contains_region(one)
            assert not any(one.overlaps(other) for other in regions[n + 1 :])
        assert max(region.bottom for region in regions) <= app.screen.query_one(StatusLine).region.y
        article, claims, _detail = regions
        stacked = claims.y >= article.bottom
        assert stacked == ((size in {(80, 50), (60, 20)}) != switched)
        assert app.screen.has_class("-stacked") == stacked


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("keys", [(), ("f",), ("f", "s")])
async def test_side_by_side_on_a_small_screen_no_field_is_cut(tmp_path: Path, language: str, keys):
    async with desk(open_session(tmp_path, [english()]), size=(60, 24), language=language) as (app, hands):
        await hands.press("|", "j", *keys)
        await hands.settle()
        fields = next(each for each in app.screen.query(ClaimDetail) if each.region.area)
        lines = [fields.render_line(y).text for y in range(fields.size.height)]
        assert not any("\u2026" in line for line in lines)
        assert any("4.5" in line for line in lines)


async def test_facets_have_the_width_of_half_a_small_screen(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(60, 24)) as (app, hands):
        await hands.press("|")
        await hands.settle()
        before = app.screen.article_view.size
        await hands.press("F")
        pane = app.screen.narrowing.pane
        await hands.settle(lambda: pane.region.width > before.width)
        assert pane.region.width >= 30
        await hands.press("q")
        await hands.settle(lambda: app.screen.article_view.size == before)


async def test_what_was_chosen_stays_when_the_size_changes(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(120, 40)) as (app, hands):
        await hands.press("|")
        await resized(app, hands, 200, 60)
        assert app.screen.has_class("-stacked")
        await hands.press("|")
        await resized(app, hands, 80, 50)
        assert not app.screen.has_class("-stacked")


async def test_resizing_keeps_the_current_claim_and_its_line_in_view(tmp_path: Path):
    async with desk(open_session(tmp_path, [long_article()]), size=(120, 40)) as (app, hands):
        screen = app.screen
        await hands.press("7", "0", "j")
        current = screen.current
        for size in [(80, 24), (60, 18), (200, 60), (80, 50), (120, 40)]:
            await resized(app, hands, *size)
            view = screen.article_view
            line = view._lines.line_of(screen.desk.review[current].claim.start)
            assert screen.current == current
            assert 0 <= line - view.scroll_offset.y < view.size.height
            shown = screen.claim_list
            assert 0 <= shown._row_of(70) - shown.scroll_offset.y < shown.size.height


async def test_reading_elsewhere_stays_there_when_the_size_changes(tmp_path: Path):
    async with desk(open_session(tmp_path, [long_article()]), size=(120, 40)) as (app, hands):
        await hands.press("ctrl+f", "ctrl+f")
        top = app.screen.article_view.top
        assert top > 0
        await resized(app, hands, 100, 30)
        await resized(app, hands, 120, 40)
        assert app.screen.article_view.top == top


async def test_the_raw_text_shows_every_character_and_its_offset(tmp_path: Path):
    async with desk(open_session(tmp_path, [hostile()]), size=(80, 24)) as (app, hands):
        text = app.screen.article.text
        await hands.press("w")
        assert isinstance(app.screen, RawScreen)
        raw = app.screen.query_one(RawText)
        lines = [raw.render_line(y).text.rstrip() for y in range(raw.size.height)]
        shown = [line for line in lines if line]
        assert shown[0].split(maxsplit=1) == ["0", text.splitlines()[0].strip() + "\u21b5"]
        second = text.index("\n") + 1
        assert shown[1].strip().startswith(f"{second}  \u241b[2J\u241b]0;owned\u2407 ")
        assert STAND_IN in shown[1]
        assert "\x1b" not in "".join(lines)
        await hands.press("escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_the_raw_text_opens_at_the_claim_and_scrolls(tmp_path: Path):
    async with desk(open_session(tmp_path, [long_article()]), size=(80, 24)) as (app, hands):
        await hands.press("5", "0", "j", "w")
        raw = app.screen.query_one(RawText)
        assert "1050 trees" in raw.render_line(0).text
        await hands.press("g")
        assert "1000 trees" in raw.render_line(0).text
        await hands.press("space")
        assert "1000 trees" not in raw.render_line(0).text
        await hands.press("G")
        assert "1119 trees" in raw.render_line(raw.size.height - 1).text
        await hands.press("q")
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.current == app.screen.ids[50]


async def test_the_raw_text_needs_no_claim(tmp_path: Path):
    article, _claims = english()
    async with desk(open_session(tmp_path, [(article, [])])) as (app, hands):
        await hands.press("w")
        assert isinstance(app.screen, RawScreen)


@pytest.mark.parametrize(("width", "text"), [(150, 78), (160, 83), (200, 104), (240, 104)])
async def test_a_wide_terminal_gives_the_list_what_lines_of_text_do_not_need(
    tmp_path: Path, width: int, text: int
):
    article, (claim, *others) = english()
    subject = "new urban jobs of former miners"
    claims = [structs.replace(claim, subject=subject, place="River County"), *others]
    async with desk(open_session(tmp_path, [(article, claims)]), size=(width, 45)) as (app, hands):
        screen = app.screen
        assert screen.article_view.region.width == text
        assert screen.claim_list.region.right == width
        row = screen.claim_list.render_line(0).text
        assert (subject in row) == (width > 150)
        assert ("River County" in row) == (width >= 200)
        await hands.press("|")
        assert screen.article_view.region.width == width


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_line_over_the_claims_goes_all_the_way_where_no_claim_is_shown(tmp_path: Path, size):
    async with desk(open_session(tmp_path), size=size) as (app, hands):
        await hands.press("|", "\\", *"zzzz", "enter")
        screen = app.screen
        claims, detail = screen.query_one("#claims"), screen.query_one(ClaimDetail)
        assert detail.region.right == size[0]
        assert detail.render_line(0).text == "\u2500" * detail.size.width
        if detail.region.x:
            assert detail.region.y == claims.region.y
