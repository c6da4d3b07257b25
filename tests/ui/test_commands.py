from pathlib import Path

import pytest

from tests.ui.making import desk, open_session
from tui.ui.commands import COMMANDS, LOOKUP, MODE_TITLES, MODES, key_table
from tui.ui.screens.base import handlers_of
from tui.ui.screens.batch import BatchScreen
from tui.ui.screens.help import HelpScreen
from tui.ui.screens.overview import OverviewScreen
from tui.ui.screens.review import ReviewScreen
from tui.ui.screens.sessions import SessionsScreen
from tui.ui.screens.summary import SummaryScreen

APP_COMMANDS = {"app.help", "app.palette", "app.theme", "app.quit"}


async def test_every_command_of_a_mode_is_done_by_its_screen(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, _hands):
        review = {name for name in COMMANDS if app.screen.can_do(name)} | APP_COMMANDS
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


async def test_the_help_screen_shows_every_command(tmp_path: Path):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("?")
        assert isinstance(app.screen, HelpScreen)
        page = app.screen.page().plain
        for command in COMMANDS.values():
            assert command.help in page
        assert page.startswith("Reviewing")
        await hands.press("escape")
        assert isinstance(app.screen, ReviewScreen)


@pytest.mark.parametrize("key", ["escape", "q", "?"])
async def test_help_closes_and_leaves_everything_as_it_was(tmp_path: Path, key: str):
    async with desk(open_session(tmp_path)) as (app, hands):
        await hands.press("?", key)
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.desk.review.progress().decided == 0
