"""Pictures of the screens: a change of one of them is looked at, and then taken with --snapshot-update."""

from pathlib import Path

import pytest

from tests.ui.making import chinese, english, open_session
from tui.storage import Settings
from tui.ui.app import DeskApp
from tui.ui.i18n import use_language
from tui.ui.theme import CONTRAST, DARK, LIGHT


@pytest.fixture
def picture(tmp_path: Path, snap_compare):
    """Takes a picture of the desk after some keys and compares it with the one that was kept."""

    def take(*keys: str, size=(120, 40), theme=DARK, language="en", parts=None) -> bool:
        use_language(language)
        opened = open_session(tmp_path, parts or [english(), chinese()])
        app = DeskApp(opened, reviewer="ann", settings=Settings(theme=theme))
        try:
            return snap_compare(app, press=keys, terminal_size=size, run_before=_ready)
        finally:
            use_language("en")
            app.close_session()

    return take


async def _ready(pilot) -> None:
    while not getattr(pilot.app.screen, "ready", False):
        await pilot.pause(0.01)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def test_the_review_of_a_chinese_article(picture):
    assert picture("a", language="zh_CN", parts=[chinese()])


def test_eighty_columns_and_twenty_four_lines(picture):
    assert picture("a", "r", size=(80, 24))


def test_the_light_theme(picture):
    assert picture("a", "space", theme=LIGHT)


def test_the_fix_form_with_suggestions(picture):
    assert picture("f", "b", "s", "u", size=(80, 24))


def test_the_keys_in_high_contrast(picture):
    assert picture("question_mark", theme=CONTRAST, size=(100, 30))
