from pathlib import Path

import pytest

from tests.ui.making import desk, open_session
from tui.ui.commands import COMMANDS, LOOKUP, MODE_TITLES, MODES, key_table
from tui.ui.handling import handlers_of
from tui.ui.labels import CHOICES, FIELD_LETTERS
from tui.ui.reviewing.screen import ReviewScreen
from tui.ui.screens.batch import BatchScreen
from tui.ui.screens.help import HelpScreen
from tui.ui.screens.offered import offered
from tui.ui.screens.overview import OverviewScreen
from tui.ui.screens.sessions import SessionsScreen
from tui.ui.screens.summary import SummaryScreen

APP_COMMANDS = {"app.help", "app.palette", "app.theme", "app.quit"}


async def test_every_command_of_a_mode_is_done_by_its_screen(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, _hands):
        review = set(app.screen._handlers) | APP_COMMANDS
        opened = app.screen.desk
    sessions = dict(handlers_of(SessionsScreen()))
    about = dict(handlers_of(HelpScreen("review")))
    batch = {name for each in vars(BatchScreen).values() for name in getattr(each, "command_ids", ())}
    overview = dict(handlers_of(OverviewScreen(opened, None)))
    summary = dict(handlers_of(SummaryScreen(opened)))
    for command in COMMANDS.values():
        if command.mode == "sessions":
            assert command.id in sessions, command.id
        elif command.mode == "help":
            assert command.id in about, command.id
        elif command.mode == "batch":
            assert command.id in batch, command.id
        elif command.mode == "rows":
            assert command.id in overview, command.id
            assert command.id in summary, command.id
        elif command.mode == "summary":
            assert command.id in summary, command.id
        else:
            assert command.id in review, command.id


async def test_what_lists_and_tables_offer_they_do(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, _hands):
        opened = app.screen.desk
    for screen in (SessionsScreen(), OverviewScreen(opened, None), SummaryScreen(opened)):
        assert {command.id for command in offered(screen)} <= set(screen._handlers) | APP_COMMANDS


def test_every_command_has_words_and_a_place_in_the_help():
    for command in COMMANDS.values():
        assert command.title
        assert command.help[0].isupper()
        assert not command.help.endswith(".")
        assert len(command.help) <= 62, command.help  # one line of the help screen
        assert command.mode in MODE_TITLES
    assert set(LOOKUP) == set(MODES)


def test_the_key_table_names_every_command_with_its_keys():
    rows = key_table()
    assert len(rows) == len(COMMANDS)
    assert ("Reviewing", "`a`", COMMANDS["claim.accept"].help) in rows


# What a mouse does where a command is neither on the key line nor in the palette.
BY_MOUSE = {
    **dict.fromkeys(["help.down", "help.up", "batch.down", "batch.up"], "the wheel"),
    **dict.fromkeys(["help.page_down", "help.page_up", "help.top", "help.bottom"], "the scrollbar"),
    **dict.fromkeys(["batch.page_down", "batch.page_up"], "the wheel"),
    **dict.fromkeys((f"fix.{name}" for name in FIELD_LETTERS), "a click on the field"),
    **dict.fromkeys((f"fix.{name}_back" for name in CHOICES), "a click on one of the choices"),
    **dict.fromkeys(
        (f"fix.{end}" for end in ("start_left", "start_right", "end_left", "end_right")),
        "the same of the claim, from the palette",
    ),
    **dict.fromkeys(["edit.down", "edit.up"], "a click on one of the suggestions"),
}
# The palette is a page itself: over a form, a line to type in or a page it would have nothing to stand on.
# While an article is read again there is only to wait, to stop it or to leave.
WITHOUT_PALETTE = {"fix", "edit", "dialog", "help", "batch", "reading"}


async def test_every_command_is_reached_by_key_palette_and_mouse(tmp_path: Path):
    async with desk(open_session(tmp_path), size=(200, 60), folder=tmp_path) as (app, hands):
        review = app.screen
        reached: dict[str, set[str]] = {}
        for mode, way in (("review", ""), ("caret", "v"), ("facets", "F"), ("rows", "i"), ("summary", "c")):
            await hands.press(*way)
            await hands.settle(lambda: app.screen.ready)
            assert app.screen.mode == mode
            reached[mode] = {command.id for command in offered(app.screen)}
            assert "app.palette" in {name for name, _key, _title in app.key_items(mode)}
            await hands.press(*(["escape"] if way else []))
            await hands.settle(lambda: app.screen is review)
        await hands.press("S")
        await hands.settle(lambda: isinstance(app.screen, SessionsScreen) and app.screen.ready)
        reached["sessions"] = {command.id for command in offered(app.screen)}
        reached["always"] = {*reached["review"], "app.palette"}
        lines = {name for mode in MODES for name, _key, _title in app.key_items(mode)}
        for command in COMMANDS.values():
            by_palette = command.id in reached.get(command.mode, set())
            assert by_palette or command.mode in WITHOUT_PALETTE, command.id
            assert by_palette or command.id in lines or command.id in BY_MOUSE, command.id
            assert command.keys or command.mode == "review", command.id
            for key in command.keys:
                found = app.keymap.command(command.mode, key)
                assert found is not None, (command.id, key)
                assert found.id == command.id, key
    assert set(BY_MOUSE) <= set(COMMANDS)


async def test_the_help_screen_shows_every_command(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("?")
        assert isinstance(app.screen, HelpScreen)
        page = "\n".join("".join(text for text, _part in line) for line in app.screen.page(96))
        for command in COMMANDS.values():
            assert command.help in page
            if not command.keys:
                assert f"{command.help} \u00b7 :{command.id}" in page
        assert page.strip().startswith("Reviewing")
        shown = app.screen.page_widget
        assert 0 < shown.counted.lines < len(shown.lines)  # only what is in view is drawn
        await hands.press("escape")
        assert isinstance(app.screen, ReviewScreen)


@pytest.mark.parametrize("key", ["escape", "q", "?"])
async def test_help_closes_and_leaves_everything_as_it_was(tmp_path: Path, key: str):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("?", key)
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.desk.review.progress().decided == 0
