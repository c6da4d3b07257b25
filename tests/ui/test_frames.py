"""What a key opens or closes is there with one frame: a second one would come a sixtieth of a second on."""

import asyncio
from pathlib import Path

import pytest

from tests.ui.making import desk, open_session

NEXT_FRAME = 0.05  # seconds within which Textual paints again if anything is left to paint


async def frames(app, hands, key: str) -> int:
    """How often the screen is painted for a key."""
    output = app._driver.output
    before = len(output)
    await hands.press(key)
    await asyncio.sleep(NEXT_FRAME)
    return sum("\x1b[" in written for written in output[before:])


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


@pytest.mark.parametrize("key", ["j", "k", "a", "r", " ", "z", "o", "O", "h"])
async def test_what_a_key_does_takes_one_frame(tmp_path: Path, key: str) -> None:
    async with desk(open_session(tmp_path)) as (app, hands):
        await app.workers.wait_for_complete()
        for each in ("j", "a", *[key] * 3):
            await frames(app, hands, each)
        assert await frames(app, hands, key) <= 1
