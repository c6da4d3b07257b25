"""The tour as a newcomer has it: wherever the program is installed, and without a trace."""

from pathlib import Path

import pytest

from tests.bench.pseudo_terminal import PseudoTerminal
from tests.terminal.test_review_and_resume import COMMAND


@pytest.mark.parametrize(("arguments", "first"), [((), "Tour 1 of"), (("--language", "zh"), "\u5bfc\u89c8")])
def test_it_opens_and_is_left_without_a_trace(
    tmp_path: Path, monkeypatch, arguments: tuple[str, ...], first: str
) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    with PseudoTerminal([COMMAND, "tour", *arguments], width=100, height=30) as terminal:
        terminal.wait_for(first, timeout=30)
        terminal.press("a")
        terminal.wait_for("1/")
        assert any(scratch.iterdir())
        assert terminal.leave("q") == 0
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["scratch"]
    assert list(scratch.iterdir()) == []
