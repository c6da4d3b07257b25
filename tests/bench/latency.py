"""Key to paint in a real pseudo-terminal: ``python -m tests.bench latency [--claims 10000]``.

Each step types a key, behind those that lead to it, and waits for the frame that answers it. ``first`` is
the time to the first complete frame; median, 95th percentile and maximum are of the time to the last one.
The screen is read back after every step, and steps that changed nothing on it are reported.
"""

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from tests.bench.pseudo_terminal import PseudoTerminal
from tests.bench.sample import article
from tui.articles import article_from_text
from tui.model import Article, Claim, Session
from tui.storage import SessionFile


@dataclass
class Step:
    """One kind of key and its figures, in milliseconds and bytes."""

    name: str
    first: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    unchanged: int = 0

    def row(self) -> str:
        """The figures as a line of the table."""
        if not self.settled:
            return f"{self.name:<12} -"
        return (
            f"{self.name:<12} {len(self.settled):4d}"
            f" {at(self.first, 0.5):8.1f} {at(self.settled, 0.5):8.1f} {at(self.settled, 0.95):8.1f}"
            f" {max(self.settled):8.1f} {sum(self.sizes) // len(self.sizes):8d}"
        )


PER_CLAIM = 15  # characters of an article for each of its claims
ESCAPE_WAIT = 0.25  # seconds; a lone ESC is a key only when nothing follows it
HEADER = f"{'step':<12} {'n':>4} {'first50':>8} {'p50 ms':>8} {'p95':>8} {'max':>8} {'bytes':>8}"


def at(values: list[float], share: float) -> float:
    """A percentile of some values."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def run_step(terminal: PseudoTerminal, name: str, keys: str, times: int, undo: str = "") -> Step:
    """Press the last of ``keys`` some times, those before it and of ``undo`` untimed; all are answered."""
    step = Step(name)
    for _ in range(times):
        for key in keys[:-1]:
            terminal.press(key)
            terminal.settle(quiet=ESCAPE_WAIT)  # what is said of it may come late
        before = list(terminal.look())
        first, settled, size = terminal.press(keys[-1])
        step.first.append(1000 * first)
        step.settled.append(1000 * settled)
        step.sizes.append(size)
        step.unchanged += terminal.look() == before
        for key in undo:
            terminal.press(key)
            terminal.settle(quiet=ESCAPE_WAIT)
        time.sleep(0.03)
    return step


def resize_step(terminal: PseudoTerminal, times: int) -> Step:
    """Change the width and back."""
    step = Step("resize")
    for n in range(times):
        terminal.look()  # that takes a while, and is none of the program's
        size = terminal.bytes
        begun = time.perf_counter()
        terminal.resize(100 if n % 2 == 0 else 120, 40)
        first = terminal.next_frame()
        last = terminal.settle()
        step.first.append(1000 * (first - begun))
        step.settled.append(1000 * ((last or first) - begun))
        step.sizes.append(terminal.bytes - size)
    return step


def burst(terminal: PseudoTerminal, keys: str) -> float:
    """Milliseconds until many keys typed at once are all answered."""
    begun = time.perf_counter()
    terminal.send(keys)
    terminal.next_frame()
    last = terminal.settle()
    return 1000 * ((last or time.perf_counter()) - begun)


STEPS: tuple[tuple[str, str, str], ...] = (
    ("next", "j", ""),
    ("previous", "k", ""),
    ("accept", "a", ""),
    ("far jump", "g", ""),
)


def measure(
    argv: list[str],
    seen: str,
    rounds: int,
    steps: tuple[tuple[str, str, str], ...],
    *,
    env: dict[str, str] | None = None,
) -> list[Step]:
    """Run the steps in one program, print its table, and return the steps; ``q`` ends it."""
    with PseudoTerminal(argv, env=env) as terminal:
        shown = terminal.wait_for(seen, timeout=60) - terminal.started
        terminal.settle(quiet=0.1)
        start = terminal.resident()
        print(f"start to first text {1000 * shown:.0f} ms, {start:.0f} MB")
        print(HEADER)
        busy = run_step(terminal, "next at once", "j", 10)
        print(busy.row())
        print(f"the program rests after {terminal.idle():.1f} s")
        done = [busy]
        for name, keys, undo in steps:
            step = run_step(terminal, name, keys, rounds if not undo else max(rounds // 4, 5), undo)
            done.append(step)
            print(step.row() + (f"   unchanged {step.unchanged}" if step.unchanged else ""), flush=True)
        done.append(resize_step(terminal, max(rounds // 10, 4)))
        print(done[-1].row())
        together = burst(terminal, "j" * 50)
        print(f"50 keys at once settle in {together:.0f} ms; {terminal.resident():.0f} MB in the end")
        if status := terminal.leave("q"):
            sys.exit(f"the program ended with status {status}")
    return done


def session_file(folder: Path, claims: int, characters: int) -> Path:
    """A session of made-up articles, each of so many characters and with as many claims as these hold."""
    articles: list[Article] = []
    made: list[Claim] = []
    for done in range(0, claims, characters // PER_CLAIM):
        text, here = article(min(claims - done, characters // PER_CLAIM), characters, done)
        record = article_from_text(text, f"sample{done}.txt")
        articles.append(record)
        made += (
            replace(claim, id=f"{record.id}:{claim.start}-{claim.end}", article=record.id) for claim in here
        )
    path = folder / "bench.yaml"
    session = Session(
        name="bench", created="2026-01-01T00:00:00.000Z", articles=tuple(articles), claims=tuple(made)
    )
    SessionFile.create(path, session).close()
    return path


REAL_STEPS: tuple[tuple[str, str, str], ...] = (
    ("next", "j", ""),
    ("previous", "k", ""),
    ("accept", "a", ""),
    ("undo", "z", ""),
    ("far jump", "97j", ""),
    ("fix form", "f", "\x1b"),
    ("fix field", "fs", "\x1b"),
    ("search", "/", "\x1b"),
    ("filter", "\\unit:%\r", "\x1b"),
    ("by text", "\\text:jobs\r", "\x1b"),
    ("longer", "]", "\x1b"),
    ("facets", "F", "\x1b"),
    ("order", "O", "OOO"),
    ("group", "h", "hh"),
    ("help", "?", "\x1b"),
)


def main() -> None:
    """Measure the widgets alone or the real program."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench latency", description=__doc__)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument(
        "--characters", type=int, default=150_000, help="size of an article (150,000 are about 200 KB)"
    )
    parser.add_argument("--rounds", type=int, default=100, help="times that each key is pressed")
    parser.add_argument(
        "--widgets", action="store_true", help="the widgets alone instead of the real program"
    )
    chosen = parser.parse_args()
    size = [str(chosen.claims), str(chosen.characters)]
    if chosen.widgets:
        measure([sys.executable, "-m", "tests.bench.demo", *size], "new jobs were", chosen.rounds, STEPS)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = session_file(Path(folder), chosen.claims, chosen.characters)
        argv = [sys.executable, "-m", "tui", "resume", str(path)]
        own = {"XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder}  # nobody's settings, and none changed
        measure(argv, "new jobs were", chosen.rounds, REAL_STEPS, env=own)


if __name__ == "__main__":
    main()
