"""What keys ask for is made ready while the reviewer rests: counted in modules loaded and in bits done."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.ui.making import CHINESE, ENGLISH, desk, open_session, shared_rules
from tui.ui.reviewing import resting
from tui.ui.reviewing.resting import Resting
from tui.workspace import start

ROOT = Path(__file__).parents[2]
CODE = """
import asyncio, sys
from pathlib import Path
from tests.ui.making import CHINESE, ENGLISH, desk, open_session, shared_rules
from tui.storage.choices import keep_choice

KEYS = (*("h", "?", "escape", "i", "escape", "H", "A", "escape", "w", "escape"), "\\\\", *"unit:", "escape")

async def main():
    async with desk(open_session(Path("."))) as (app, hands):
        app.keep_choice = keep_choice
        await app.workers.wait_for_complete()
        await hands.settle(lambda: "tui.extract.passage" in sys.modules)  # it was read ahead as well
        before = set(sys.modules)
        await hands.press(*KEYS)
        return sorted(name for name in set(sys.modules) - before if not name.startswith("encodings"))

print("loaded", asyncio.run(main()))
"""


def test_keys_load_nothing_once_the_reviewer_has_rested(tmp_path: Path) -> None:
    own = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **own},
        cwd=tmp_path,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines()[-1] == "loaded []"


async def test_nothing_is_made_ready_between_a_key_and_what_it_shows(tmp_path: Path, monkeypatch) -> None:
    done: list[int] = []
    async with desk(open_session(tmp_path)) as (app, hands):
        await app.workers.wait_for_complete()
        rests = Resting(app.screen)
        monkeypatch.setattr(rests, "_bits", lambda: map(done.append, range(20)))
        monkeypatch.setattr(resting, "SHOWN", 60.0)  # as if each key were shown late
        await hands.press("j")
        task = asyncio.create_task(rests.prepare())
        await hands.press(*"kjk")
        assert len(done) <= 1
        task.cancel()
        done.clear()
        monkeypatch.setattr(resting, "SHOWN", 0.0)
        await rests.prepare()
        assert done == list(range(20))


async def test_what_comes_in_is_made_ready_but_nothing_before_the_first_article(
    tmp_path: Path, monkeypatch
) -> None:
    (tmp_path / "river.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "qinghe.txt").write_text(CHINESE, encoding="utf-8")
    made_ready: list[int] = []
    bits = Resting._bits

    def counted(rests: Resting) -> Iterator[object]:
        made_ready.append(len(rests.review.articles))
        return bits(rests)

    monkeypatch.setattr(Resting, "_bits", counted)
    opened = start([str(tmp_path)], reviewer="ann", folder=tmp_path / "sessions", wait=False)
    opened._rules = shared_rules()
    async with desk(opened) as (app, hands):
        await hands.settle(lambda: not opened.left)
        await app.workers.wait_for_complete()
    assert 0 not in made_ready
    assert made_ready[-1] == 2
