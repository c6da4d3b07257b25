"""Small and narrow screens look composed: whole words, whole fields, keys that can be seen."""

import os
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.ui.making import chinese, claim_on, desk, english, open_session
from tui.text.cells import cells
from tui.ui.commands import COMMANDS
from tui.ui.labels import FIELD_LETTERS
from tui.ui.reviewing.places import PlaceProvider
from tui.ui.screens.batch import Preview
from tui.ui.screens.help import HelpScreen
from tui.ui.screens.palette import CommandProvider
from tui.ui.widgets.detail import ClaimDetail
from tui.ui.widgets.fix_form import Hints
from tui.ui.widgets.key_bar import KeyBar
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.status_line import StatusLine, fit_parts
from tui.workspace import resume


def text_of(detail: ClaimDetail | Hints) -> list[str]:
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


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)])
@pytest.mark.parametrize("keys", ["jjf", "u+"])
async def test_the_form_tells_a_doubt_once_below_all_fields(tmp_path: Path, size: tuple[int, int], keys: str):
    async with desk(open_session(tmp_path), size=size) as (app, hands):
        await hands.press(*keys)
        form = app.screen.fix_form
        fields, hints = (form.query_one(kind) for kind in (ClaimDetail, Hints))
        await hands.settle(lambda: "guessed" in "\n".join(text_of(hints)))
        shown = "\n".join([*text_of(fields), *text_of(hints)])
        assert shown.count("guessed") == 1
        assert all(label in shown for label in ("subject", "place", "period", "indicator"))
        await hands.press("v", "9", "tab")
        assert "saves" in "\n".join(text_of(hints))
        assert "guessed" in "\n".join(text_of(hints))


async def test_the_form_tells_what_looks_wrong_with_the_claim(tmp_path: Path):
    article, (claim, *others) = english()
    wrong = structs.replace(claim, value=Decimal(9999))
    async with desk(open_session(tmp_path, [(article, [wrong, *others])]), size=(80, 24)) as (app, hands):
        (trouble,) = app.screen.showing.troubles(wrong.id)
        await hands.press("f")
        hints = app.screen.fix_form.query_one(Hints)
        await hands.settle(lambda: trouble in " ".join("".join(text_of(hints)).split()))
        await hands.press("escape", "j", "f")
        assert trouble not in " ".join("".join(text_of(hints)).split())


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_what_a_field_becomes_is_seen_on_a_small_screen(tmp_path: Path, size: tuple[int, int]):
    async with desk(open_session(tmp_path, [long_names()]), size=size) as (app, hands):
        await hands.press("G", "f", "m", "b")
        form = app.screen.fix_form
        await hands.settle(lambda: form.query_one(ClaimDetail).size.height > 0)
        fields = "\n".join(text_of(form.query_one(ClaimDetail)))
        assert "change" in fields
        assert "over" in fields
        choices = "\n".join(text_of(form.query_one(Hints)))
        assert "at most" in choices
        assert app.screen.region.contains_region(form.query_one(Hints).region)
        assert "River County Dist" in fields


async def test_all_fields_are_seen_under_the_article_too(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(80, 24)) as (app, hands):
        await hands.press("|")
        shown = "\n".join(text_of(app.screen.query_one("#detail", ClaimDetail)))
        for name in FIELD_LETTERS:
            assert name in shown


@pytest.mark.parametrize(("size", "told"), [((80, 24), True), ((60, 20), False), ((120, 40), False)])
async def test_letters_are_told_that_stand_at_no_label(tmp_path: Path, size: tuple[int, int], told: bool):
    async with desk(open_session(tmp_path), size=size) as (app, hands):
        await hands.press("f")
        assert ("t period" in app.screen.query_one(Hints).hint.remark) is told


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
        text = app.screen.page_widget
        page = "\n".join("".join(piece for piece, _part in line) for line in text.lines)
        assert max(map(cells, page.splitlines())) <= text.size.width
        if width >= 80 and language == "en":
            assert all(command.help in page for command in COMMANDS.values())


async def test_a_long_remark_on_what_is_typed_ends_in_dots_on_its_line(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(80, 24)) as (app, hands):
        await hands.press("\\", *"colour:red")
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


async def test_what_holds_the_letters_is_found_before_what_is_only_like_them(tmp_path: Path):
    async with desk(open_session(tmp_path, [english(), chinese()])) as (app, _hands):
        claims = [hit.text async for hit in PlaceProvider(app.screen).search("new")]
        assert len(claims) == 2
        assert all("new urban jobs" in text for text in claims)
        hits = {hit.text: hit.score async for hit in CommandProvider(app.screen).search("note")}
        assert max(hits, key=lambda name: hits[name]) == "note"
        assert [hit.text async for hit in PlaceProvider(app.screen).search("+")] == []


async def test_the_change_is_seen_behind_a_long_subject_before_it_is_made(tmp_path: Path):
    article, _claims = english()
    long = "urban unemployment rate by survey of the county and all of its districts"
    same = [claim_on(article, text, subject=long, place="Hill") for text in ("5,200", "4.5%", "64")]
    async with desk(open_session(tmp_path, [(article, same)]), size=(80, 24)) as (app, hands):
        await hands.press("l", *"Dale", "enter", "*")
        lines = ["".join(text for text, _part in line) for line in app.screen.query_one(Preview)._lines]
        assert all(line.rstrip().endswith("Dale") for line in lines)
        assert all("urban" in line for line in lines)


@given(
    st.lists(st.text("abc \u4e00\u6587", min_size=1, max_size=40), min_size=1, max_size=4), st.integers(0, 90)
)
@settings(deadline=None)
def test_of_a_message_that_is_too_long_the_longest_part_gives_way(parts: list[str], width: int):
    text = " \u00b7 ".join(parts)
    shown = fit_parts(text, width)
    assert cells(shown) == width
    if cells(text) <= width:
        assert shown.rstrip() == text.rstrip()
    longest = max(range(len(parts)), key=lambda at: cells(parts[at]))
    others = parts[:longest] + parts[longest + 1 :]
    if sum(map(cells, others)) + 3 * len(others) + 8 <= width:
        assert all(other.rstrip() in shown for other in others)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Every claim is decided \u00b7 e exports the facts \u00b7 accepted 168 claims \u00b7 z undoes",
            "Every claim is decided \u00b7 e exports the facts \u00b7 z undoes",
        ),
        ("one \u00b7 two \u00b7 three", "one \u00b7 two \u00b7 three"),
    ],
)
def test_a_message_of_many_parts_keeps_its_first_and_its_last(text: str, shown: str):
    assert fit_parts(text, 58).rstrip() == shown


@pytest.mark.parametrize("size", [(120, 40), (60, 20), (40, 16)])
async def test_who_has_the_session_since_when_is_told_in_short_and_to_the_end(
    tmp_path: Path, size: tuple[int, int]
):
    opened = open_session(tmp_path)
    second = resume(opened.file.path, reviewer="bob")
    second._rules = opened._rules
    try:
        async with desk(second, size=size) as (app, hands):
            line = app.screen.query_one(StatusLine)
            await hands.settle(lambda: line.region.height >= (1 if size[0] == 120 else 2))
            told = "".join(line.render_line(y).text for y in range(line.region.height))
            assert "T" not in told.partition("since ")[2].partition(" (")[0]
            assert told.replace(" ", "").endswith(f"(process{os.getpid()})")
            assert line.region.bottom == app.screen.query_one(KeyBar).region.y
            await hands.press("j")
            await hands.settle(lambda: line.region.height == 1)
            await hands.press("a")
            assert "Read only" in line.text
    finally:
        opened.close()
