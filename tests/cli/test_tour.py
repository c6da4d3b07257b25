"""``factdesk tour`` on the command line."""

from pathlib import Path

import pytest

from tests.bench.pseudo_terminal import PseudoTerminal
from tests.cli.conftest import Run
from tests.terminal.test_review_and_resume import COMMAND


def test_without_a_terminal_it_says_so(run: Run) -> None:
    done = run("tour")
    assert done.status == 1
    assert done.err[0] == "factdesk: the desk needs a terminal"


@pytest.mark.parametrize(("arguments", "first"), [((), "Tour 1 of"), (("--language", "zh"), "\u5bfc\u89c8")])
def test_it_opens_and_is_left_without_a_trace(
    elsewhere: Path, monkeypatch, arguments: tuple[str, ...], first: str
) -> None:
    scratch = elsewhere / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    with PseudoTerminal([COMMAND, "tour", *arguments], width=100, height=30) as terminal:
        terminal.wait_for(first, timeout=30)
        terminal.press("a")
        terminal.wait_for("1/")
        assert any(scratch.iterdir())
        assert terminal.leave("q") == 0
    assert [each.name for each in elsewhere.iterdir() if each.name != "home"] == ["scratch"]
    assert list(scratch.iterdir()) == []
