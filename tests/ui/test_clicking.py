"""Everything by mouse: fields, choices, the list, the wheel, the palette."""

import asyncio
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.widgets import Input, OptionList

from tests.driving.wire import PATIENCE
from tests.ui.making import chinese, claim_on, desk, english, open_session
from tui.articles import article_from_text
from tui.storage import Settings, StorageError
from tui.ui.screens.batch import BatchScreen, Preview
from tui.ui.widgets.claim_list import ClaimList
from tui.ui.widgets.detail import ClaimDetail
from tui.ui.widgets.fix_form import FixForm, Hints
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.status_line import StatusLine
from tui.workspace import resume


async def laid_out(app) -> None:
    """Wait until everything stands where it is going to stand."""
    done = asyncio.Event()
    app.screen.call_after_refresh(done.set)
    await asyncio.wait_for(done.wait(), PATIENCE)


async def click(hands, widget, x: int, y: int) -> None:
    """Press and release the left button on a cell of a widget."""
    await laid_out(hands.app)
    region = widget.region
    at = f"{region.x + x + 1};{region.y + y + 1}"
    hands.app._driver.type(f"\x1b[<0;{at}M\x1b[<0;{at}m")
    await hands.settle()


async def wheel(hands, widget, *, down: bool = True) -> None:
    region = widget.region
    hands.app._driver.type(f"\x1b[<{65 if down else 64};{region.x + 2};{region.y + 2}M")
    await hands.settle()


def cell_of(pane, name: str) -> tuple[int, int]:
    """A cell of a field in a pane."""
    return next(
        (x, y) for y in range(pane.size.height) for x in range(pane.size.width) if pane.field_at(x, y) == name
    )


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_a_click_on_a_field_opens_it_to_be_fixed(tmp_path: Path, size: tuple[int, int]):
    async with desk(open_session(tmp_path), size=size) as (app, hands):
        screen = app.screen
        detail = screen.query_one("#detail", ClaimDetail)
        await click(hands, detail, *cell_of(detail, "subject"))
        assert (screen.mode, screen.fixing.active) == ("edit", "subject")
        await hands.type("town jobs")
        form = screen.query_one(FixForm).query_one(ClaimDetail)
        await click(hands, form, *cell_of(form, "measure"))
        assert (screen.mode, screen.fixing.active) == ("fix", "measure")
        assert screen.fixing.draft.claim.measure == "level"
        assert screen.fixing.draft.claim.subject == "town jobs"
        await laid_out(app)
        await click(hands, form, *cell_of(form, "measure"))
        await hands.settle(lambda: screen.fixing.draft.claim.measure == "change")


async def test_a_click_on_a_choice_takes_it(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        screen = app.screen
        await hands.settle(lambda: screen.desk.known_reading(screen.article) is not None)
        hints = screen.query_one(Hints)
        await hands.press("f", "b")
        await hands.settle(lambda: bool(hints._lines))  # it is painted once it has its size
        line = "".join(text for text, _part in hints._lines[0])
        await click(hands, hints, line.index("about"), 0)
        assert screen.fixing.draft.claim.bound == "about"
        await hands.press("u")
        await laid_out(app)  # the choices are laid out for the size that they are painted in
        rows = ["".join(text for text, _part in line) for line in hints._lines]
        y = next(n for n, row in enumerate(rows) if "person" in row)
        await click(hands, hints, rows[y].index("person"), y)
        assert screen.fixing.draft.claim.unit.startswith("person")
        await click(hands, hints, hints.size.width - 1, hints.size.height - 1)
        assert screen.mode == "fix"


@pytest.mark.parametrize("name", ["value", "measure", "per", "status", "period"])
async def test_a_click_on_a_field_among_the_rules_that_set_them_opens_it(tmp_path: Path, name: str):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("W")
        detail = app.screen.query_one(ClaimDetail)
        await click(hands, detail, *cell_of(detail, name))
        assert app.screen.fixing.active == name


async def test_where_no_field_stands_a_click_does_nothing(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        detail = app.screen.query_one("#detail", ClaimDetail)
        await click(hands, detail, 5, 0)
        await click(hands, detail, 5, 1)
        assert app.screen.mode == "review"


async def test_the_wheel_scrolls_article_list_and_preview(tmp_path: Path):
    article = article_from_text("".join(f"Made {n} things.\n" for n in range(100, 190)), "many.txt")
    claims = [claim_on(article, str(n), unit=f"u{n}") for n in range(100, 190)]
    async with desk(open_session(tmp_path, [(article, claims)]), size=(80, 24)) as (app, hands):
        screen = app.screen
        for pane in (screen.article_view, screen.query_one(ClaimList)):
            await wheel(hands, pane)
            assert pane.scroll_offset.y > 0
        await hands.press("A")
        batch = app.screen
        assert isinstance(batch, BatchScreen)
        await hands.press("i")
        await wheel(hands, batch.query_one(Preview))
        assert batch.query_one(Preview).top == 3
        await wheel(hands, batch.query_one(Preview), down=False)
        assert batch.query_one(Preview).top == 0
        await hands.press("G", "space", "b", "j", "k")
        assert batch.query_one(Preview).top == 0


async def test_every_command_is_two_clicks_away(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(80, 24)) as (app, hands):
        screen = app.screen
        bar = screen.query_one(KeyBar)
        bar.render()
        start = next(start for start, _end, name in bar._places if name == "app.palette")
        await click(hands, bar, start + 1, 0)
        assert isinstance(app.screen, CommandPalette)
        options = app.screen.query_one(OptionList)
        await hands.settle(lambda: options.option_count > 40)
        names = {str(options.get_option_at_index(n).prompt) for n in range(options.option_count)}
        assert any("least sure first" in name for name in names)
        assert any("copy fact" in name for name in names)


async def test_choices_are_kept_and_a_failure_is_told(tmp_path: Path):
    async with desk(open_session(tmp_path, [english(), chinese()])) as (app, hands):
        kept: list[tuple[str, str]] = []
        app.keep_choice = lambda *choice: kept.append(choice)
        await hands.press("T", "|", "|", "h", "h", "h")
        assert kept[:3] == [("theme", app.theme), ("layout", "stacked"), ("layout", "beside")]
        assert kept[3:] == [("group", "paragraph"), ("group", "indicator"), ("group", "article")]

        def refuse(*_choice: str) -> None:
            raise StorageError(tmp_path / "settings.yaml", "write it there by hand")

        app.keep_choice = refuse
        for key in ("T", "|", "h"):
            await hands.press(key)
            assert "not kept for the next time" in app.screen.query_one(StatusLine).text


async def test_the_desk_opens_as_it_was_laid_out(tmp_path: Path):
    settings = Settings(layout="stacked", group="paragraph")
    async with desk(open_session(tmp_path), settings=settings) as (app, _hands):
        assert (app.screen.arranging.layout, app.screen.grouping.group) == ("stacked", "paragraph")
        assert app.screen.has_class("-stacked")


async def test_a_new_session_is_grouped_by_indicator_if_that_was_chosen_and_others_keep_their_order(
    tmp_path: Path,
):
    opened = open_session(tmp_path, [english(), chinese()])
    settings = Settings(group="indicator")
    async with desk(opened, settings=settings) as (app, hands):
        assert (app.screen.grouping.group, app.screen.ordering.order) == ("indicator", "indicator")
        await hands.press("h", "j")
        assert app.screen.grouping.group == "article"
        await hands.press("q")
    async with desk(resume(opened.file.path, reviewer="ann"), settings=settings) as (app, _hands):
        assert (app.screen.grouping.group, app.screen.ordering.order) == ("article", "text")


async def click_thrice(hands, widget, x: int, y: int) -> None:
    """Click a cell three times, quicker than the screen follows."""
    at = f"{widget.region.x + x + 1};{widget.region.y + y + 1}"
    hands.app._driver.type(f"\x1b[<0;{at}M\x1b[<0;{at}m" * 3)
    await hands.settle()


@pytest.mark.parametrize(
    ("key", "command"),
    [("i", "row.close"), ("c", "row.close"), ("?", "help.close"), ("w", "help.close"), ("A", "batch.cancel")],
)
async def test_clicks_behind_the_one_that_closes_a_page_close_nothing_more(
    tmp_path: Path, key: str, command: str
):
    async with desk(open_session(tmp_path)) as (app, hands):
        beneath = app.screen
        await hands.press(key)
        bar = app.screen.query_one(KeyBar)
        await hands.settle(lambda: bool(bar._places))
        start = next(start for start, _end, name in bar._places if name == command)
        await click_thrice(hands, bar, start + bar.gutter.left, 0)
        assert app.screen is beneath
        assert app.is_running


async def find_skip(app, hands) -> OptionList:
    """Look for the command that leaves a claim for later in the palette."""
    await hands.press("ctrl+p")
    await hands.type("Leave the claim for later")
    return app.screen.query_one(OptionList)


async def test_a_line_of_the_palette_clicked_twice_is_done_once(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        beneath = app.screen
        options = await find_skip(app, hands)
        await hands.settle(lambda: options.option_count > 0 and options.region.height > 0)
        await click_thrice(hands, options, 4, 1)
        await hands.settle(lambda: app.screen is beneath)
        assert beneath.desk.review.progress().skipped == 1


async def test_enter_typed_twice_in_the_palette_does_its_command_once(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        beneath = app.screen
        options = await find_skip(app, hands)
        await hands.settle(lambda: options.option_count > 0)
        app._driver.type("\r\r\r")
        await hands.settle(lambda: app.screen is beneath)
        assert beneath.desk.review.progress().skipped == 1


async def test_a_palette_that_was_closed_searches_no_more(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("ctrl+p")
        await hands.settle(lambda: app.screen.ready)
        palette = app.screen
        searches = []
        palette._gather_commands = searches.append
        palette.post_message(Input.Changed(palette.query_one(Input), "accept"))
        palette.dismiss()
        await hands.settle()
        assert app.is_running
        assert searches == []


async def test_the_wheel_turns_the_parts_of_what_is_told_of_a_claim(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(60, 20)) as (app, hands):
        detail = app.screen.query_one("#detail", ClaimDetail)
        await hands.press("W")
        await hands.settle()
        shown = [detail.render_line(y).text for y in range(detail.size.height)]
        await wheel(hands, detail)
        assert [detail.render_line(y).text for y in range(detail.size.height)] != shown
        await wheel(hands, detail)
        await wheel(hands, detail, down=False)
        assert [detail.render_line(y).text for y in range(detail.size.height)] == shown
