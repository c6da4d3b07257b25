"""What is wrong with what was typed is read to its end, on any screen."""

from pathlib import Path

import pytest
from textual.widgets import Static

from tests.ui.making import desk, open_session
from tui.review.query import QueryError, parse
from tui.ui.troubles import in_words
from tui.ui.widgets.prompt import Prompt


def words_above(prompt: Prompt) -> str:
    shown = prompt.query_one("#prompt-above", Static)
    return str(shown.content) if shown.region.height else ""


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
@pytest.mark.parametrize("typed", ["colour:red", "state:maybe", "conf<high"])
async def test_a_wrong_filter_is_told_whole(tmp_path: Path, size: tuple[int, int], typed: str):
    with pytest.raises(QueryError) as refused:
        parse(typed)
    async with desk(open_session(tmp_path), size=size) as (app, hands):
        await hands.press("\\")
        await hands.type(typed)
        await hands.press("enter")
        prompt = app.screen.prompt
        beside = prompt.query_one("#prompt-hint", Static)
        # What stands above the line is seen once it is laid out.
        await hands.settle(lambda: bool(words_above(prompt) or str(beside.content)))
        above = words_above(prompt)
        if above:
            assert all(len(line) < size[0] - 1 for line in above.splitlines())
            assert " ".join(above.split()) == in_words(refused.value)
        else:
            assert str(beside.content) == in_words(refused.value)
            assert beside.content_size.width >= len(str(beside.content))
        assert prompt.value == typed
        await hands.settle(lambda: prompt.region.bottom == size[1] - 1)


async def test_it_goes_when_typing_goes_on(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(80, 24)) as (app, hands):
        await hands.press("\\")
        await hands.type("colour:red")
        await hands.press("enter")
        await hands.settle(lambda: bool(words_above(app.screen.prompt)))
        await hands.type("x")
        await hands.settle(lambda: app.screen.prompt.region.height == 1)  # once it is laid out anew
        assert not words_above(app.screen.prompt)
