"""The keys in force, and what is said of settings that cannot hold, by the command as users run it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui.storage.settings import user_file
from tui.ui.commands import COMMANDS


def test_every_command_is_listed_with_its_keys(run: Run) -> None:
    done = run("keys")
    assert (done.status, done.err) == (0, [])
    lines = done.out.splitlines()
    for command in COMMANDS.values():
        assert any(f" {command.id} " in line and line.endswith(command.help) for line in lines), command.id
    assert not any(line.startswith("*") for line in lines)


def test_what_user_and_project_changed_is_marked(run: Run, elsewhere: Path) -> None:
    user_file().parent.mkdir(parents=True)
    user_file().write_text("keys: {claim.reject: f8, claim.note: f9}\n")
    (elsewhere / "factdesk.yaml").write_text("keys:\n  claim.reject: [d, delete]\n")
    marked = [line.split() for line in run("keys").out.splitlines() if line.startswith("*")]
    assert [line[1 : line.index("claim.note")] for line in marked if "claim.note" in line] == [["f9"]]
    assert [line[:4] for line in marked if "claim.reject" in line] == [["*", "d", "delete", "claim.reject"]]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("claim.acept: y", ["there is no command 'claim.acept'", "did you mean 'claim.accept'"]),
        ("claim.note: a", ["'a' means both", "'claim.accept'", "'claim.note'"]),
        ("claim.note: '?'", ["'?' for 'claim.note' would hide 'app.help'"]),
        ("claim.note: ctrl+c", ["'ctrl+c' cannot be given to 'claim.note'", "copies the selection"]),
        ("claim.note: '5'", ["'5' cannot be given to 'claim.note'", "digits are counts"]),
        ("claim.note: hyper+x", ["'hyper+x' for 'claim.note' is no key"]),
    ],
)
def test_a_key_that_cannot_hold_is_refused_with_both_sides(
    run: Run, elsewhere: Path, written: str, told: list[str]
) -> None:
    (elsewhere / "factdesk.yaml").write_text(f"keys: {{{written}}}\n")
    done = run("keys")
    assert done.status == 1
    assert done.out == ""
    assert len(done.err) == 2
    for words in told:
        assert words in done.err[0]
    assert "under 'keys:'" in done.err[1]


def test_each_problem_has_a_line_of_its_own(run: Run, elsewhere: Path) -> None:
    (elsewhere / "factdesk.yaml").write_text("keys: {claim.nope: y, claim.note: a, claim.skip: '1'}\n")
    done = run("keys")
    assert [line.startswith("factdesk: keys: ") for line in done.err] == [True, True, True, False]
