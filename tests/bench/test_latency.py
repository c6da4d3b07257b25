import sys

import pytest

from tests.bench.latency import run_step
from tests.bench.pseudo_terminal import NotShownError, PseudoTerminal
from tui.ui.widgets.marks import CURRENT

DEMO = [sys.executable, "-m", "tests.bench.demo", "200", "20000"]


def test_every_key_is_answered_by_a_frame_and_few_bytes() -> None:
    with PseudoTerminal(DEMO) as terminal:
        terminal.wait_for("new jobs were", timeout=30)
        terminal.settle(quiet=0.3)
        for name, keys in (("next", "j"), ("accept", "a"), ("previous", "k")):
            step = run_step(terminal, name, keys, 8)
            assert step.unchanged == 0
            assert sum(step.sizes) / len(step.sizes) < 12_000
            assert sum(CURRENT in line for line in terminal.look()) in {1, 2}  # one line may hold both panes
        terminal.settle(quiet=0.3)  # nothing drawn for the old size may come after it
        terminal.resize(80, 24)
        terminal.wait_for(
            lambda lines: len(lines) == 24 and "saved" in lines[0] and CURRENT in "".join(lines)
        )
        assert terminal.leave("q") == 0


def test_what_is_never_shown_is_told_with_the_screen() -> None:
    with (
        PseudoTerminal([sys.executable, "-c", "print('something else')"], height=5) as terminal,
        pytest.raises(NotShownError, match="something else"),
    ):
        terminal.wait_for("the facts", timeout=5)
