"""``factdesk tour`` on the command line."""

from tests.cli.conftest import Run


def test_without_a_terminal_it_says_so(run: Run) -> None:
    done = run("tour")
    assert done.status == 1
    assert done.err[0] == "factdesk: the desk needs a terminal"
