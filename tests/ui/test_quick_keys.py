"""Keys that come faster than screens open and close do what they would have done one by one."""

import asyncio
from pathlib import Path

import pytest
from textual.command import Hits
from textual.widgets import Input

from tests.driving.wire import SEQUENCES
from tests.ui.making import chinese, desk, english, open_session
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.screens.palette import CommandProvider, Palette


def state(app) -> dict[str, object]:
    """What the keys have made of the review and of the screens."""
    screen = next(each for each in app.screen_stack if isinstance(each, ReviewScreen))
    review = screen.desk.review
    return {
        "verdicts": [review[claim_id].verdict for claim_id in review.claim_ids],
        "notes": [review[claim_id].note for claim_id in review.claim_ids],
        "current": screen.current,
        "mode": screen.mode,
        "on top": type(app.screen).__name__,
        "filter": screen.searching.filter,
        "group": screen.grouping.group,
    }


async def after(folder: Path, keys: list[str], *, at_once: bool) -> dict[str, object]:
    async with desk(open_session(folder, [english(), chinese()])) as (app, hands):
        await app.workers.wait_for_complete()
        await hands.settle()
        if at_once:
            app._driver.type("".join(SEQUENCES.get(key, key) for key in keys))
            await hands.settle(lambda: not app._keys and app.screen.ready)
        for key in () if at_once else keys:
            await hands.press(key)
            await hands.settle(lambda: app.screen.ready)
        return state(app)


@pytest.mark.parametrize(
    "keys",
    [
        ["i", "G", "enter", "a", "j", "r"],
        [":", *"view.overview", "enter", "j", "enter", "a"],
        ["a", "a", "c", "j", "enter", "r"],
        ["c", "q", "j", "a"],
        ["A", "i", "enter", "k", "o"],
        ["A", "q", "X", "i", "enter", "k", "k", "o"],
        ["a", "?", "j", "q", "r", "w", "q", "j", "h"],
        ["\\", *"unit:%", "enter", "a", "m", *"seen", "enter", "j"],
        ["F", "j", "j", "enter", "q", "a", "?"],
    ],
    ids=" ".join,
)
async def test_a_flood_of_keys_does_what_they_do_one_by_one(tmp_path: Path, keys: list[str]):
    calm = await after(tmp_path / "calm", keys, at_once=False)
    assert await after(tmp_path / "quick", keys, at_once=True) == calm


async def test_what_is_typed_right_behind_the_palette_s_key_is_looked_for(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        app._driver.type(SEQUENCES["ctrl+p"] + "summary")
        await hands.settle(lambda: isinstance(app.screen, Palette) and app.screen.ready and not app._keys)
        await hands.settle()
        assert app.screen.query_one(Input).value == "summary"


async def test_enter_right_behind_the_letters_takes_what_they_find(tmp_path: Path, monkeypatch):
    found = CommandProvider.search

    async def slowly(provider: CommandProvider, query: str) -> Hits:
        await asyncio.sleep(0.2)
        async for hit in found(provider, query):
            yield hit

    monkeypatch.setattr(CommandProvider, "search", slowly)
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("ctrl+p")
        await hands.settle(lambda: isinstance(app.screen, Palette) and app.screen.ready)
        app._driver.type("Leave the claim for later\r")
        await hands.settle(lambda: isinstance(app.screen, ReviewScreen))
        assert app.screen.desk.review.progress().skipped == 1
        assert app.screen.mode == "review"


async def test_keys_behind_those_that_leave_a_session_and_open_it_again_are_for_it(tmp_path: Path):
    async with desk(open_session(tmp_path), folder=tmp_path) as (app, hands):
        app._driver.type("S\raj")
        await hands.settle(
            lambda: isinstance(app.screen, ReviewScreen) and app.screen.ready and not app._keys
        )
        assert [state(app)["verdicts"].count("accepted"), app.screen.position] == [1, 2]
