"""What is said names the keys in force, in the reader's language, whole on the smallest screen."""

from pathlib import Path

import pytest
from msgspec import structs
from textual.widgets import Input, OptionList

from tests.ui.making import chinese, desk, english, open_session
from tui.articles import article_from_text
from tui.storage import Settings
from tui.text.cells import cells
from tui.ui.i18n import use_language
from tui.ui.theme import COLOUR_BLIND, CONTRAST, DARK, LIGHT, theme_shown
from tui.ui.widgets.facet_pane import FacetPane
from tui.ui.widgets.fix_form import Hints
from tui.ui.widgets.prompt import Prompt
from tui.ui.widgets.status_line import StatusLine
from tui.workspace import resume

OTHER_KEYS = Settings(
    keys={
        "fix.save": ["ctrl+s"],
        "edit.take": ["ctrl+e"],
        "number.next": ["f9"],
        "caret.start": ["f8"],
        "caret.add": ["f7"],
        "view.cancel": ["f6"],
    }
)
WALK = "A walk in the park\n\nTrees are green here.\n"


def told(app) -> str:
    return app.screen.query_one(StatusLine).text


def remark(app) -> str:
    return app.screen.query_one(Hints).hint.remark


async def test_keys_that_were_changed_are_named_wherever_keys_are(tmp_path: Path):
    async with desk(open_session(tmp_path), settings=OTHER_KEYS) as (app, hands):
        await hands.press("V", "j")
        assert told(app) == "2 claims marked \u00b7 decide them all, or f6"
        await hands.press("V", "+")
        assert "with f9 or with f8" in told(app)
        app.screen.run_command("caret.start")
        await hands.press("v")
        assert told(app) == "Move to select; f7 adds a claim"
        await hands.press("escape", "s")
        assert remark(app).endswith("takes and saves, ^e only takes")
        await hands.press("escape", "f")
        assert "^s saves" in remark(app)


async def test_the_only_choice_has_one_label(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("s")
        app.screen.fixing.suggestions = app.screen.fixing.suggestions[:1]
        app.screen.fixing._hint()
        assert remark(app).startswith("1 takes and saves")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "zzqqzz is no command"), ("zh_CN", "\u6ca1\u6709\u540d\u4e3a\u201czzqqzz\u201d")],
)
async def test_the_palette_says_where_it_finds_nothing(tmp_path: Path, language: str, words: str):
    async with desk(open_session(tmp_path), language=language) as (app, hands):
        await hands.press("ctrl+p", *"zzqqzz")
        found = app.screen.query_one(OptionList)
        await hands.settle(lambda: found.option_count == 1)
        assert words in str(found.get_option_at_index(0).prompt)
        await hands.press("enter")
        assert app.screen.mode == "review"


@pytest.mark.parametrize("doubts", [(), ("unit guessed",), ("no number", "unit guessed")])
async def test_letters_that_no_label_holds_are_told_with_a_doubt_as_well(tmp_path: Path, doubts):
    article, (claim, *_others) = english()
    parts = [(article, [structs.replace(claim, doubts=doubts)])]
    async with desk(open_session(tmp_path, parts), size=(80, 24)) as (app, hands):
        await hands.press("f")
        assert remark(app).endswith("\u00b7 t period \u00b7 x status")
        assert [doubt for doubt in doubts if doubt not in remark(app)] == []

        def whole(words: str) -> bool:
            hints = app.screen.query_one(Hints)
            return any(words in "".join(text for text, _part in line) for line in hints._lines)

        # The form is folded when it has its room.
        await hands.settle(lambda: whole("t period") and whole("x status"))


async def test_the_palette_offers_claims_only_where_there_are_some(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("ctrl+p")
        assert "claim" in app.screen.query_one(Input).placeholder
        await hands.press("escape", "i", "ctrl+p")
        assert app.screen.query_one(Input).placeholder == "a command"


@pytest.mark.parametrize("size", [(60, 18), (80, 20), (80, 24), (120, 40)])
async def test_the_palette_lies_on_the_screen_to_its_last_line(tmp_path: Path, size: tuple[int, int]):
    async with desk(open_session(tmp_path), size=size) as (app, hands):
        await hands.press("ctrl+p")
        found = app.screen.query_one(OptionList)
        await hands.settle(lambda: found.option_count > 40)
        assert found.region.bottom <= size[1]


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST, COLOUR_BLIND])
def test_colours_have_names_in_each_language(theme: str):
    english_name = theme_shown(theme)
    assert "desk" not in english_name
    use_language("zh_CN")
    try:
        assert theme_shown(theme).isascii() is False
    finally:
        use_language("en")


async def test_the_colours_chosen_are_told_by_that_name(tmp_path: Path):
    async with desk(open_session(tmp_path), settings=Settings(theme=DARK)) as (app, hands):
        await hands.press("T")
        assert told(app) == "Colours: light"
        await hands.press("i", "T")
        assert told(app) == "Colours: high contrast"
    async with desk(None, settings=Settings(theme=DARK), folder=tmp_path) as (app, hands):
        await hands.press("T")
        assert told(app) == "Colours: light"


async def test_a_session_without_claims_offers_no_empty_facets_and_knows_no_numbers(tmp_path: Path):
    opened = open_session(tmp_path, [(article_from_text(WALK, "walk.txt"), [])])
    async with desk(opened) as (app, hands):
        await hands.press("u")
        assert told(app).startswith("There is no number here")
        await hands.press("F")
        pane = app.screen.query_one(FacetPane)
        assert pane.entries == []
        assert "choose" not in pane.query_one("#facet-filter").render().plain


async def test_what_can_not_be_added_is_told_before_what_to_select(tmp_path: Path):
    first = open_session(tmp_path)
    async with desk(resume(first.file.path, reviewer="bob")) as (app, hands):
        await hands.press("v", "escape", "+")
        assert told(app).startswith("Read only: ")
    first.close()


async def test_an_export_tells_in_view_what_it_replaces_and_how_to_choose_a_format(
    tmp_path: Path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    async with desk(open_session(tmp_path), size=(80, 24)) as (app, hands):
        hint = app.screen.query_one(Prompt).query_one("#prompt-hint")
        await hands.press("a", "e")
        assert str(hint.content) == "1 fact \u00b7 csv (\u21e5 others)"
        await hands.press("enter", "e")
        assert str(hint.content) == "1 fact \u00b7 replaces the file \u00b7 csv (\u21e5 others)"
        await hands.settle(lambda: bool(hint.content_size.width))
        assert cells(str(hint.content)) <= hint.content_size.width


@pytest.mark.parametrize("language", ["en", "zh_CN"])
async def test_what_a_date_does_is_whole_on_eighty_columns(tmp_path: Path, language: str):
    parts = [english(), chinese()]
    async with desk(open_session(tmp_path, parts), size=(80, 24), language=language) as (app, hands):
        hint = app.screen.query_one(Prompt).query_one("#prompt-hint")
        await hands.press("D", *"2023-09-30")
        await hands.settle(lambda: " \u00b7 " in str(hint.content) and "30" in str(hint.content))
        assert cells(str(hint.content)) <= hint.content_size.width
