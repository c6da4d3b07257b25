"""Small and narrow screens look composed: whole words, whole fields, keys that can be seen."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.ui.making import chinese, claim_on, desk, english, open_session
from tui.text.cells import cells
from tui.ui.commands import COMMANDS
from tui.ui.labels import FIELD_LETTERS
from tui.ui.screens.help import HelpScreen
from tui.ui.screens.palette import CommandProvider
from tui.ui.widgets.detail import ClaimDetail
from tui.ui.widgets.prompt import Prompt
from tui.workspace import resume


def text_of(detail: ClaimDetail) -> list[str]:
    return ["".join(text for text, _part in line) for line in detail._lines]


def long_names():
    article, claims = english()
    extra = claim_on(
        article,
        "64",
        unit="enterprise",
        place="River County District",
        period="2023-03/2023-05",
        subject="firms",
    )
    return article, [extra, *claims[:1]]


@pytest.mark.parametrize("doubts", [(), ("unit guessed",)])
async def test_place_and_period_are_whole_on_a_small_screen(tmp_path: Path, doubts: tuple[str, ...]):
    article, (claim, *others) = long_names()
    claim = claim_on(article, "64", value=Decimal(64), place=claim.place, period=claim.period, doubts=doubts)
    async with desk(open_session(tmp_path, [(article, [claim, *others])]), size=(80, 24)) as (app, hands):
        await hands.press("G")
        shown = "\n".join(text_of(app.screen.query_one("#detail", ClaimDetail)))
        assert "River County District" in shown
        assert "2023-03/05" in shown
        assert "indicator" in shown
        assert ("unit guessed" in shown) is bool(doubts)


async def test_all_fields_are_seen_under_the_article_too(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(80, 24)) as (app, hands):
        await hands.press("|")
        shown = "\n".join(text_of(app.screen.query_one("#detail", ClaimDetail)))
        for name in FIELD_LETTERS:
            assert name in shown


async def test_chinese_labels_have_their_letters_on_a_small_screen(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(80, 24), language="zh_CN") as (app, _hands):
        lines = app.screen.query_one("#detail", ClaimDetail)._lines
        letters = {text for line in lines for text, part in line if part == "letter"}
        assert letters == set(FIELD_LETTERS.values())


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_every_line_of_the_keys_fits(tmp_path: Path, width: int, language: str):
    async with desk(open_session(tmp_path), size=(width, 24), language=language) as (app, hands):
        await hands.press("?")
        assert isinstance(app.screen, HelpScreen)
        page = app.screen.page(app.screen._room).plain
        assert max(map(cells, page.splitlines())) <= app.screen.query_one("#help-text").size.width
        if width >= 80 and language == "en":
            assert all(command.help in page for command in COMMANDS.values())


async def test_a_long_remark_on_what_is_typed_ends_in_dots_on_its_line(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(80, 24)) as (app, hands):
        await hands.press("\\", *"colour:red", "enter")
        prompt = app.screen.query_one(Prompt)
        hint = prompt.query_one("#prompt-hint")
        await hands.settle()
        line = hint.render_line(0).text
        assert line.rstrip().endswith("…")
        assert cells(line) > 45
        assert prompt.field.size.width >= len("colour:red") + 1


async def test_a_few_letters_find_only_what_is_like_them(tmp_path: Path):
    async with desk(open_session(tmp_path, [english(), chinese()])) as (app, _hands):
        provider = CommandProvider(app.screen)
        found = [hit.text async for hit in provider.search("sum")]
        assert found == ["summary"]
        assert "summary" in [hit.text async for hit in provider.search("sumary")]


async def test_since_when_another_has_the_session_is_told_in_short(tmp_path: Path):
    opened = open_session(tmp_path)
    second = resume(opened.file.path, reviewer="bob")
    second._rules = opened._rules
    try:
        async with desk(second, size=(80, 24)) as (app, hands):
            await hands.press("a")
            told = app.screen.query_one("#status").text
            assert "T" not in told.partition("since ")[2].partition(" (")[0]
            assert told.endswith(")")
    finally:
        opened.close()
