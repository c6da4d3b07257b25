"""What a key opens or closes is there with one frame: a second one would come a sixtieth of a second on."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual import events
from textual.geometry import Size
from textual.widget import Widget

from tests.ui.making import claim_on, desk, open_session
from tui.articles import article_from_text

NEXT_FRAME = 0.05  # seconds within which Textual paints again if anything is left to paint


async def frames(app, hands, key: str) -> int:
    """How often the screen is painted for a key."""
    before = len(app._driver.output)
    await hands.press(key)
    return await painted(app, before)


async def painted(app, before: int) -> int:
    """How often the screen was painted since so much had been written."""
    await asyncio.sleep(NEXT_FRAME)
    return sum("\x1b[" in written for written in app._driver.output[before:])


@pytest.mark.parametrize(
    ("opens", "closes"), [("f", "escape"), ("/", "escape"), ("\\", "escape"), (":", "escape"), ("F", "q")]
)
async def test_what_a_key_opens_and_closes_takes_one_frame(tmp_path: Path, opens: str, closes: str) -> None:
    async with desk(open_session(tmp_path)) as (app, hands):
        await app.workers.wait_for_complete()
        for _time in ("the first", "another"):
            assert await frames(app, hands, opens) == 1
            assert app.screen.mode != "review"
            assert await frames(app, hands, closes) == 1
            assert app.screen.mode == "review"


@pytest.mark.parametrize(
    ("key", "mode"),
    [pytest.param(*each, id=each[1]) for each in (("?", "help"), ("A", "batch"), ("s", "edit"))],
)
async def test_what_is_seen_for_the_first_time_takes_one_frame(tmp_path: Path, key: str, mode: str) -> None:
    async with desk(open_session(tmp_path)) as (app, hands):
        await app.workers.wait_for_complete()
        assert await frames(app, hands, key) == 1
        assert app.screen.mode == mode


async def test_a_field_that_opens_with_more_than_it_can_show_shows_the_end_of_it(tmp_path: Path) -> None:
    article = article_from_text("The council hired " + "very " * 40 + "good 12 nurses.\n", "nurses.txt")
    claim = replace(claim_on(article, "12"), subject="very " * 40 + "good nurses")
    async with desk(open_session(tmp_path, [(article, [claim])]), size=(80, 24)) as (app, hands):
        await hands.press(*"fs")
        field = app.screen.typing_field
        await painted(app, 0)
        assert field.cursor_position == len(field.value) > field.size.width
        assert field.scroll_offset.x == field.max_scroll_x > 0


async def test_of_what_lies_below_others_one_line_is_rendered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: Counter[Widget] = Counter()
    render_line = Widget.render_line

    def counted(widget: Widget, y: int):  # type: ignore[no-untyped-def]
        rendered[widget] += 1
        return render_line(widget, y)

    async with desk(open_session(tmp_path)) as (app, hands):
        monkeypatch.setattr(Widget, "render_line", counted)
        below = [app.screen, app.screen.query_one("#panes"), app.screen.query_one("#side")]
        size = Size(104, 40)
        app._driver.send_message(events.Resize(size, size))
        await hands.settle(lambda: all(each in rendered for each in below))
        await frames(app, hands, "?")
        assert [rendered[each] for each in (*below, app.screen)] == [1, 1, 1, 1]


@pytest.mark.parametrize("key", ["j", "k", "a", "r", " ", "z", "o", "O", "h"])
async def test_what_a_key_does_takes_one_frame(tmp_path: Path, key: str) -> None:
    async with desk(open_session(tmp_path)) as (app, hands):
        await app.workers.wait_for_complete()
        for each in ("j", "a", *[key] * 3):
            await frames(app, hands, each)
        assert await frames(app, hands, key) <= 1


@pytest.mark.parametrize("size", [Size(104, 40), Size(140, 40), Size(120, 33)])
async def test_another_size_takes_one_frame_in_which_all_has_its_place(tmp_path: Path, size: Size) -> None:
    text = "".join(
        f"In row {n} of the long report stand {n + 100} trees, and all of them grow.\n" for n in range(300)
    )
    article = article_from_text(text, "trees.txt")
    claims = [claim_on(article, f"{n + 100}", after="stand ") for n in range(300)]
    async with desk(open_session(tmp_path, [(article, claims)])) as (app, hands):
        await app.workers.wait_for_complete()
        await hands.press(*"200")
        await frames(app, hands, "j")
        before = len(app._driver.output)
        app._driver.send_message(events.Resize(size, size))
        await hands.settle(lambda: app.screen.size == size)
        assert await painted(app, before) == 1
        view, current = app.screen.article_view, app.screen.desk.review[app.screen.current].claim
        assert view.offset_at(0, 0) <= current.start <= view.offset_at(0, view.size.height)
