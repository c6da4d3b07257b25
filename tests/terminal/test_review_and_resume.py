"""What matters most, as a user has it: open, decide, lose the machine, come back, export."""

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.pseudo_terminal import PseudoTerminal

COMMAND = os.environ.get("FACTDESK") or str(Path(sys.executable).parent / "factdesk")
SEEDS = Path(__file__).parents[2] / "seeds"
HOSTILE = (
    "Harbour Town Daily\n2024-05-06\n\n"
    "The \x1b]0;owned\x07 town [/] has [@click=app.quit]hired[/] 4,210 \u202eworkers\u202c, "
    "\x9b31mup 12%\x00 on last year.\n"
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two articles, and nothing of this machine's user in reach."""
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user"))
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    work = tmp_path / "work"
    (work / "news").mkdir(parents=True)
    for seed in ("000_64906b300717d41a.txt", "002_4b3afbec34fd2168.txt"):
        shutil.copy(SEEDS / seed, work / "news")
    monkeypatch.chdir(work)
    return work


@pytest.fixture
def desk(home: Path) -> Iterator[PseudoTerminal]:
    """The desk, open on the articles."""
    with PseudoTerminal([COMMAND, "review", "news", "--session", "jobs"], width=120, height=40) as terminal:
        terminal.wait_for("\u25ba")  # the current claim
        terminal.settle()
        yield terminal


def run(*arguments: str) -> str:
    """What a command without a screen prints."""
    done = subprocess.run([COMMAND, *arguments], capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode("utf-8-sig")


def left_behind(terminal: PseudoTerminal) -> list[str]:
    """What stands in the terminal once the desk is gone."""
    terminal.settle()
    return [line for line in terminal.look() if line.strip()]


CRASHING = """
import sys
from tui.cli.main import main
from tui.ui.reviewing.copying import Copying
def fail(self, count):
    raise RuntimeError("a mistake")
fail.command_ids = Copying.copy.command_ids
Copying.copy = fail
main(["resume", "jobs"])
"""


def test_a_crash_is_told_with_what_is_saved_and_how_to_go_on(desk: PseudoTerminal) -> None:
    assert desk.leave("q") == 0
    with PseudoTerminal([sys.executable, "-c", CRASHING], width=120, height=40) as crashing:
        crashing.wait_for("\u25ba")
        crashing.settle()
        crashing.press("a")
        crashing.wait_for("1/")
        assert crashing.leave("y") == 1
        *_story, kept, told = left_behind(crashing)
        assert "1 of " in kept
        assert kept.rstrip().endswith("saved in sessions/jobs.yaml · go on with: factdesk resume jobs")
        assert told.rstrip() == "factdesk: the desk stopped over a mistake of its own, which is told above"
    assert not Path("sessions/jobs.journal").exists()
    assert verdicts()[0] == "accepted"


@pytest.mark.parametrize("ends", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_that_ends_programs_has_the_desk_left_as_the_key_does(
    desk: PseudoTerminal, ends: signal.Signals
) -> None:
    desk.press("a")
    desk.press("f")
    os.kill(desk.process.pid, ends)
    assert desk.process.wait(10) == 0
    kept = "".join(left_behind(desk))
    assert "1 of " in kept
    assert "saved in sessions/jobs.yaml · go on with: factdesk resume jobs" in kept
    assert not Path("sessions/jobs.journal").exists()
    assert verdicts()[0] == "accepted"


def here(terminal: PseudoTerminal) -> tuple[list[str], list[str]]:
    """The article as it stands on the screen, and the row of the current claim.

    The mark beside the current sentence is left out: it comes once the article was read in the background.
    """
    lines = [line.replace("\u258e", " ") for line in terminal.look()]
    halves = [line.partition("\u258f") for line in lines if "\u258f" in line]
    return [left for left, _edge, _right in halves], [right for *_, right in halves if "\u25ba" in right]


def verdicts() -> list[str]:
    """The verdict of every claim, as exported."""
    return [json.loads(line)["verdict"] for line in run("export", "jobs", "--only", "all").splitlines()]


def test_decisions_are_in_the_file_after_quitting_and_the_desk_resumes_at_the_same_claim(
    desk: PseudoTerminal,
) -> None:
    for key in "aar":
        desk.press(key)
    desk.wait_for("3/")
    before = here(desk)
    assert desk.leave("q") == 0
    saved = r"3 of \d+ claims decided · saved in sessions/jobs\.yaml · go on with: factdesk resume jobs"
    assert len(re.findall(saved, "\n".join(left_behind(desk)))) == 1
    assert verdicts()[:4] == ["accepted", "accepted", "rejected", "pending"]
    with PseudoTerminal([COMMAND, "resume"], width=120, height=40) as again:
        again.wait_for(lambda _lines: here(again) == before)
        assert again.leave("q") == 0


def test_nothing_the_screen_has_shown_is_lost_when_the_program_is_killed(desk: PseudoTerminal) -> None:
    desk.press("a")
    desk.press("r")
    desk.press("a")
    desk.wait_for("3/")
    os.kill(desk.process.pid, signal.SIGKILL)
    desk.process.wait()
    assert verdicts()[:4] == ["accepted", "rejected", "accepted", "pending"]
    with PseudoTerminal([COMMAND, "resume", "jobs"], width=120, height=40) as again:
        again.wait_for("3/")
        again.settle()
        again.press("z")  # undo reaches over the crash
        again.wait_for("2/")
        assert again.leave("q") == 0
    assert verdicts()[:4] == ["accepted", "rejected", "pending", "pending"]


@pytest.mark.skipif(sys.platform == "win32", reason="the limit that fills the disk is Unix's")
def test_where_nothing_can_be_written_any_more_decisions_are_refused_and_all_others_kept(
    desk: PseudoTerminal,
) -> None:
    assert desk.leave("q") == 0
    full = "import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, -1)); "
    run_full = [sys.executable, "-c", full + "os.execvp(sys.argv[1], sys.argv[1:])", COMMAND]
    with PseudoTerminal([*run_full, "resume", "jobs"], width=80, height=24) as limited:
        limited.wait_for("\u25ba")
        limited.settle()
        made = 0
        while not any("NOT SAVED" in line for line in limited.look()):
            limited.press("a")
            made += 1
        limited.wait_for("not decided: could not be written: file too large")
        assert limited.leave("q") == 1
        limited.settle()
        told = "".join(limited.look())  # the line is longer than the screen is wide
        assert "go on with: factdesk resume jobs" in told
        assert "saved in" not in told
        assert "could not be replaced: file too large; your decisions are kept in the journal" in told
        assert "Traceback" not in told
    assert verdicts().count("accepted") == made - 1
    with PseudoTerminal([COMMAND, "resume", "jobs"], width=120, height=40) as again:
        again.wait_for(f"{made - 1}/")
        again.settle()
        again.press("a")
        assert again.leave("q") == 0
    assert verdicts().count("accepted") == made


def test_a_fix_typed_in_chinese_reaches_the_spreadsheet_intact(desk: PseudoTerminal, home: Path) -> None:
    desk.press("f")
    desk.press("s")
    desk.send("\x1b[200~创业园区\x1b[201~")  # as a terminal sends what an input method commits
    desk.wait_for("创业园区")
    desk.press("\r")
    desk.wait_for("1/")
    assert desk.leave("q") == 0
    run("export", "jobs", "-o", "facts.csv")
    data = (home / "facts.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert [row["subject"] for row in rows] == ["创业园区"]


def test_a_second_window_reads_only_and_is_told_so(desk: PseudoTerminal) -> None:
    with PseudoTerminal([COMMAND, "resume", "jobs"], width=120, height=40) as second:
        second.wait_for("ead only")
        second.settle()
        second.send("a")  # what is told stands there already, so that nothing need be painted
        second.settle(quiet=0.3)
        second.wait_for("Read only")
        assert second.leave("q") == 0
    assert desk.leave("q") == 0
    assert set(verdicts()) == {"pending"}


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40), (200, 60)])
def test_no_control_of_an_article_reaches_the_terminal(home: Path, width: int, height: int) -> None:
    Path("hostile.txt").write_text(HOSTILE, encoding="utf-8")
    log = bytearray()
    with PseudoTerminal([COMMAND, "review", "hostile.txt"], width=width, height=height) as terminal:
        feed = terminal._stream.feed
        terminal._stream.feed = lambda data: (log.extend(data), feed(data))  # type: ignore[method-assign]
        terminal.wait_for("4,210")
        for keys in ("a", "z", "f", "\x1b", "/", "[/]\r", "?"):
            terminal.send(keys)
            terminal.settle(quiet=0.3)
        terminal.send("\x1b")
        terminal.settle(quiet=0.5)  # a lone ESC is a key only when nothing follows it
        terminal.look()
        assert terminal.leave("q") == 0
    drawn = re.sub(rb"\x1b]22;[a-z]*\x07", b"", log)  # Textual sets the pointer's shape
    for foreign in (b"\x1b]0;", b"\x07", "\u202e".encode(), "\x9b".encode(), b"\x00"):
        assert foreign not in drawn
