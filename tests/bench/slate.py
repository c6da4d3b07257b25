"""The same steps in Factdesk and in SLATE, by the same clock: ``python -m tests.bench slate SLATE``.

SLATE (``pip install slate-nlp``, its command named as argument) is the nearest open peer in a terminal. It
draws no frames that can be told apart, so both programs are timed to the last byte that answers a key. Both
open an article of the same length with the same number of marks, and each key of the one is pressed behind
one of the other: what else the machine does meanwhile slows both. SLATE has no pending claims, undo or fix
form, so the steps are those it has: to the next item, to decide or label one, to open the search.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.bench.latency import at, session_file
from tests.bench.pseudo_terminal import PseudoTerminal
from tests.bench.sample import article

Keys = tuple[str, str]
STEPS: dict[str, Keys] = {"next": ("j", ";"), "decide or label": ("a", " a"), "search": ("/", "\\")}
SEARCH_CLOSED: dict[str, Keys] = {"search": ("\x1b", "\x1b")}


def label_file(folder: Path, claims: int, characters: int) -> Path:
    """A text with a label on every few words, as SLATE keeps them: line and word, counted from 0."""
    text, _made = article(claims, characters)
    path = folder / "sample.txt"
    path.write_text(text, encoding="utf-8")
    places = [(y, x) for y, line in enumerate(text.split("\n")) for x in range(len(line.split()))]
    step = max(1, len(places) // claims)
    rows = [f"({y}, {x}) - label:a" for y, x in places[::step][:claims]]
    Path(f"{path}.annotations").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def timed(programs: Sequence[PseudoTerminal], keys: Keys, rounds: int, undo: Keys) -> list[list[float]]:
    """Milliseconds to the last byte after each press, for each program; they are pressed by turns."""
    took: list[list[float]] = [[] for _ in programs]
    for _ in range(rounds):
        for terminal, pressed, closed, found in zip(programs, keys, undo, took, strict=True):
            seconds = terminal.press_plain(pressed)
            if seconds is not None:
                found.append(1000 * seconds)
            if closed:
                terminal.send(closed)
                terminal.settle(quiet=0.3)
            time.sleep(0.02)
    return took


def main() -> None:
    """Print both programs' figures and their ratio, step by step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("slate", metavar="SLATE", type=Path)
    parser.add_argument("--claims", type=int, default=2_000)
    parser.add_argument("--characters", type=int, default=150_000)
    parser.add_argument("--rounds", type=int, default=30)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session = session_file(folder, args.claims, args.characters)
        text = label_file(folder, args.claims, args.characters)
        peer = [str(args.slate.resolve()), str(text), "-o", "-l", str(folder / "log")]
        own = {"XDG_CONFIG_HOME": name, "XDG_STATE_HOME": name}  # nobody's settings, and none changed
        with (
            PseudoTerminal([sys.executable, "-m", "tui", "resume", str(session)], env=own) as ours,
            PseudoTerminal(peer) as theirs,
        ):
            ours.wait_for("\u25ba", timeout=60)
            ours.idle()
            theirs.wait_for("jobs", timeout=60)
            theirs.idle()
            print(f"{'step':<16} {'factdesk p50':>12} {'p95':>7} {'slate p50':>10} {'p95':>7} {'ratio':>6}")
            for step, keys in STEPS.items():
                undo = SEARCH_CLOSED.get(step, ("", ""))
                rounds = args.rounds if not any(undo) else 5
                mine, its = timed((ours, theirs), keys, rounds, undo)
                if not mine or not its:
                    print(f"{step:<16} no answer from {'factdesk' if not mine else 'slate'}")
                    continue
                ratio = median(its) / median(mine)
                print(
                    f"{step:<16} {median(mine):12.1f} {at(mine, 0.95):7.1f} {median(its):10.1f}"
                    f" {at(its, 0.95):7.1f} {ratio:6.1f}"
                )


if __name__ == "__main__":
    main()
