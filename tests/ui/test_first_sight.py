"""What stands between the start and the first text is little: counted in widgets, styles and modules."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.making import ENGLISH, desk, shared_rules
from tui.ui.reviewing.returning import Returning
from tui.ui.reviewing.screen import ReviewScreen
from tui.workspace import start

ROOT = Path(__file__).parents[2]
# What a new session needs only when its first text can be seen, or never.
LATER = (
    *("yaml", "rapidfuzz", "multiprocessing", "tui.model.backtracking", "tui.extract.engine"),
    *("tui.articles.make", "tui.review.moving", "tui.workspace.changed", "tui.ui.screens.palette"),
    *("tui.ui.screens.sessions", "tui.ui.screens.batch", "tui.articles.quotes"),
)
MODULES = 215  # besides those of an empty Textual application


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with an article."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "river.txt").write_text(ENGLISH)
    return folder


async def test_the_text_is_seen_before_what_a_key_opens_is_made(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, object] = {"styled": 0}
    begin, restyle = Returning.begin, ReviewScreen.update_node_styles

    def styled(screen: ReviewScreen, animate: bool = True) -> None:
        seen["styled"] = int(str(seen["styled"])) + bool(screen.children)
        restyle(screen, animate)

    def look(self: Returning) -> None:
        view = self.screen.article_view
        seen["first"] = view.render_line(0).text.strip()
        seen["widgets"] = len(list(self.screen.walk_children()))
        seen["styled at first"] = seen["styled"]
        begin(self)

    monkeypatch.setattr(Returning, "begin", look)
    monkeypatch.setattr(ReviewScreen, "update_node_styles", styled)
    opened = start([str(news)], reviewer="ann", folder=tmp_path / "sessions", wait=False)
    opened._rules = shared_rules()
    async with desk(opened) as (app, hands):
        await hands.settle(lambda: not opened.left)
        assert seen["first"] == ENGLISH.splitlines()[0]
        assert isinstance(seen["widgets"], int)
        assert seen["widgets"] <= 11
        assert seen["styled at first"] == 1  # as Textual does with every screen
        assert len(app.screen.ids) > 0


def test_what_the_first_text_does_not_need_is_loaded_after_it(news: Path) -> None:
    code = (
        "import sys, textual.app, textual.widgets\nempty = set(sys.modules)\n"
        "import tui.cli\nfrom tui.cli.options import desk_settings\ndesk_settings(None, None)\n"
        "from tui.workspace import start\nopened = start(['news'], reviewer='ann', wait=False)\n"
        "import tui.ui.app\nassert opened.preview.text\n"
        f"print([name for name in {LATER} if name in sys.modules and name not in empty])\n"
        "print(len(set(sys.modules) - empty))\nopened.close()"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(news), "XDG_STATE_HOME": str(news)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=env,
        cwd=news.parent,
        check=True,
        timeout=60,
    )
    loaded, count = done.stdout.splitlines()
    assert loaded == "[]"
    assert 100 < int(count) <= MODULES
