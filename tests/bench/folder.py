"""A large folder: when the first article can be reviewed, and when the last one has come in.

usage: python -m tests.bench folder [--articles 1000]
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.pseudo_terminal import PseudoTerminal
from tests.bench.sample import article


def main() -> None:
    """Print the moments, for a folder made for it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        news = Path(name) / "news"
        news.mkdir()
        text, _claims = article(20, 2_000)
        for n in range(args.articles):
            (news / f"{n:05}.txt").write_text(f"Story {n:05}\n\n{text}", encoding="utf-8")
        argv = [sys.executable, "-m", "tui", "review", str(news), "--session", str(Path(name) / "all.yaml")]
        with PseudoTerminal(argv) as terminal:
            shown = terminal.wait_for("Story 00000", timeout=60) - terminal.started
            claims = terminal.wait_for("\u25ba", timeout=60) - terminal.started
            slowest, decided = 0.0, 0
            while not any(f"/{args.articles:,} " in line for line in terminal.look()[:1]):
                first, _last, _size = terminal.press("j")
                slowest, decided = max(slowest, first), decided + 1
                time.sleep(0.05)
            complete = time.perf_counter() - terminal.started
            if status := terminal.leave("q"):
                sys.exit(f"the program ended with status {status}")
        print(f"first text after {shown:.2f} s, its claims to decide after {claims:.2f} s")
        print(
            f"all {args.articles} articles in after {complete:.1f} s; {decided} keys meanwhile, slowest "
            f"{1000 * slowest:.0f} ms"
        )


if __name__ == "__main__":
    main()
