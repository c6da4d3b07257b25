"""What the tests of the commands share: the command run in this process or as a program, and a session."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tui.cli import main
from tui.workspace import start

ARTICLE = (
    "Jobs in Oslo\n2022-03-04 10:00\n\nIn 2021 the city created 1,200 new jobs, up 5 percent from 2020.\n"
)
CHINESE = "某市就业\n2022年3月4日\n\n2021年全市新增城镇就业4.2万人，同比增长5%。\n"

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for each test, and no settings or history of the user's."""
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    _write_articles(folder)
    return folder


def _write_articles(folder: Path) -> None:
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.txt").write_text(CHINESE, encoding="utf-8")


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command here; what comes back has its status, output and error lines."""

    def go(*arguments: object) -> SimpleNamespace:
        with pytest.raises(SystemExit) as stopped:
            main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return SimpleNamespace(
            status=stopped.value.code, out=out.decode("utf-8"), err=err.decode("utf-8").splitlines()
        )

    return go


@pytest.fixture
def program() -> Run:
    """Run the command as a program of its own."""

    def go(*arguments: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "tui", *map(str, arguments)]
        root = Path(__file__).parents[2]
        env = {**os.environ, "PYTHONPATH": str(root)}
        return subprocess.run(command, capture_output=True, check=False, env=env, timeout=60, **options)

    return go


@pytest.fixture(scope="session")
def made_session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a session whose first claim is accepted and whose second is rejected."""
    base = tmp_path_factory.mktemp("made")
    (base / "news").mkdir()
    _write_articles(base / "news")
    with pytest.MonkeyPatch.context() as patch, contextlib.chdir(base):
        patch.setenv("XDG_STATE_HOME", str(base / "home"))
        with start(["news"], reviewer="ann", session="work") as opened:
            while opened.left:
                opened.join_ready(wait=True)
            first, second, *_ = opened.review.claim_ids
            opened.review.accept(first)
            opened.review.note(first, "=SUM(A1)")
            opened.review.reject(second, "no")
    return base / "sessions" / "work.yaml"


@pytest.fixture
def session(made_session: Path, news: Path, tmp_path: Path) -> str:
    """The name of that session, here."""
    (tmp_path / "sessions").mkdir()
    shutil.copy2(made_session, tmp_path / "sessions")
    return made_session.stem
