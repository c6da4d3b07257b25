"""The command as a program: quick to start, quiet when interrupted, and helpful."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from tests.cli.conftest import ARTICLE, Run
from tui.cli import commands, main

ROOT = Path(__file__).parents[2]


def every_command() -> list[tuple[str, click.Command]]:
    found = []
    for name, command in commands.commands.items():
        if isinstance(command, click.Group):
            found += [(f"{name} {sub}", each) for sub, each in command.commands.items()]
        else:
            found.append((name, command))
    return found


@pytest.mark.parametrize(("name", "command"), every_command(), ids=[name for name, _ in every_command()])
def test_help_has_an_example_of_the_command(name: str, command: click.Command) -> None:
    assert f"factdesk {name} " in f"{command.help or ''} ".replace("\n", " ")


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["status"], ["export", "work"], ["check", "work"], ["extract", "news"], []],
)
def test_no_command_without_a_screen_loads_textual(session: str, arguments: list[str]) -> None:
    code = (
        "import sys\nfrom tui.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print('textual' in sys.modules, 'tui.ui' in sys.modules, file=sys.stderr)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, env=env, check=True, timeout=60
    )
    assert done.stderr.split() == [b"False", b"False"]


@pytest.mark.parametrize("arguments", [["--help"], ["export", "--help"], ["status"]])
def test_what_needs_no_extraction_loads_no_extractor(session: str, arguments: list[str]) -> None:
    code = (
        "import sys\nfrom tui.cli import main\ntry: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print('tui.extract' in sys.modules, 'rich.console' in sys.modules, file=sys.stderr)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, env=env, check=True, timeout=60
    )
    assert done.stderr.split() == [b"False", b"False"]


@pytest.mark.skipif(os.name == "nt", reason="signals and pipes of other systems")
def test_a_reader_that_goes_away_is_no_traceback(elsewhere: Path) -> None:
    (elsewhere / "long.txt").write_text(ARTICLE * 2000)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "extract", "long.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait(60) == 141
    assert errors == b""


@pytest.mark.skipif(os.name == "nt", reason="signals and pipes of other systems")
def test_an_interrupt_stops_in_one_line_and_leaves_the_old_file(elsewhere: Path) -> None:
    target = elsewhere / "out.jsonl"
    target.write_text("old")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    # What ignores interrupts, as jobs in the background do, hands that down to what it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "extract", "-", "-o", str(target)],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
    )
    signal.signal(signal.SIGINT, before)
    with process:
        assert process.stderr is not None
        time.sleep(2)  # it waits for its input by now
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(60) == 130
        finally:
            process.kill()
        assert process.stderr.read().split() == [b"Stopped."]
    assert target.read_text() == "old"


@pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only some systems have a disk that is always full"
)
def test_a_full_disk_is_told(program: Run, elsewhere: Path) -> None:
    (elsewhere / "a.txt").write_text(ARTICLE)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "extract", "a.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr == b"factdesk: no space left on device\n"


@pytest.mark.parametrize("arguments", [["--nope"], ["nope"], ["extract"], ["explain", "x"]])
def test_a_wrong_command_is_told_in_two_lines(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.status == 2
    assert len(done.err) == 2
    assert done.err[1].startswith("Try 'factdesk")


@pytest.fixture
def mistaken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program with a mistake in a command."""

    def fail(*_args: object) -> None:
        raise KeyError("plate\x1b[2J")

    monkeypatch.setattr("tui.cli.status.print_sessions", fail)


@pytest.mark.usefixtures("mistaken")
def test_a_mistake_of_the_program_is_told_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FACTDESK_DEBUG", raising=False)
    done = run("status")
    assert done.status == 1
    (line,) = done.err
    assert line.startswith("factdesk: a mistake of the program (KeyError: 'plate")
    assert "\x1b" not in line
    assert " in status.py, line " in line
    assert line.endswith("please report it with what FACTDESK_DEBUG=1 tells")


@pytest.mark.usefixtures("mistaken")
def test_who_looks_for_a_mistake_has_all_that_led_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTDESK_DEBUG", "1")
    with pytest.raises(KeyError):
        main(["status"])
