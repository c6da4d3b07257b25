"""How fast claims are extracted, on one core, beside the best open peer when it is at hand.

usage: python -m tests.bench.extraction [--megabytes 10] [--peer PYTHON | --jobs N]

The text is the seeds, repeated. ``--peer`` names a Python that has recognizers-text-suite, installed by
``pip install --pre recognizers-text-suite 'emoji<2'``; its number, percentage, currency, dimension,
temperature and age models then read each seed in turn with ours; the median of the ratios is what counts.
Times are seconds of the processor, so that other programs at work do not count. ``--jobs`` measures worker
processes instead, by the clock: that wants a machine with nothing else to do.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tui.articles import article_from_text
from tui.extract import extract, load_lasting_rules

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ROUNDS = 5
# Reading the seeds so many times takes about as long as the peer needs for one reading.
AS_LONG = 8

PEER = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import (
    recognize_age, recognize_currency, recognize_dimension, recognize_temperature)
MODELS = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension,
          recognize_temperature, recognize_age)
texts = json.loads(sys.stdin.readline())
def read():
    for text in texts:
        han = sum("\\u4e00" <= c <= "\\u9fff" for c in text) > len(text) / 4
        for model in MODELS:
            model(text, "zh-cn" if han else "en-us")
read()
for _ in sys.stdin:
    start = time.process_time()
    read()
    print(time.process_time() - start, flush=True)
"""


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` keeps the processor."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print characters per second, linearity, and the ratio to the peer."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--peer", metavar="PYTHON")
    parser.add_argument("--jobs", type=int, metavar="N")
    args = parser.parse_args()
    if args.jobs:
        share_work(args.jobs, args.megabytes)
        return
    texts = [path.read_text(encoding="utf-8") for path in SEEDS]
    rules = load_lasting_rules()
    size = sum(map(len, texts))

    def read() -> None:
        for text in texts:
            extract(article_from_text(text), rules)

    read()
    rounds = max(1, int(args.megabytes * 1e6 / sum(len(t.encode()) for t in texts)))
    took = [seconds(read) for _ in range(rounds)]
    print(
        f"seeds x {rounds}: {size * rounds / sum(took):,.0f} characters/s, median {size / median(took):,.0f}"
    )
    for characters in (125_000, 1_000_000):
        paragraph = "".join(text.replace("\n", " ") for text in texts)
        paragraph = (paragraph * (characters // len(paragraph) + 1))[:characters]
        one = seconds(lambda text=paragraph: extract(article_from_text(text), rules))
        print(f"one paragraph of {characters:,} characters: {characters / one:,.0f} characters/s")
    if args.peer:
        compare(args.peer, texts, read, size)


def share_work(jobs: int, megabytes: float) -> None:
    """Print how long one process takes, how long several, and how much of the ideal gain that is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rounds = max(1, int(megabytes * 1e6 / sum(path.stat().st_size for path in SEEDS)))
        for number in range(rounds):
            for path in SEEDS:
                # Every article is another one, as files with the same text are read once.
                text = path.read_text(encoding="utf-8") + f"\n{number}\n"
                (folder / f"{number}-{path.name}").write_text(text, encoding="utf-8")
        took = {}
        for count in (1, jobs):
            call = [
                sys.executable,
                "-m",
                "tui",
                "extract",
                name,
                "--jobs",
                str(count),
                "-o",
                f"{name}/{count}.jsonl",
            ]
            start = time.perf_counter()
            subprocess.run(call, check=True)
            took[count] = time.perf_counter() - start
        same = (folder / "1.jsonl").read_bytes() == (folder / f"{jobs}.jsonl").read_bytes()
    print(f"{rounds * len(SEEDS)} articles: 1 process {took[1]:.1f} s, {jobs} processes {took[jobs]:.1f} s")
    print(f"{took[1] / took[jobs]:.2f} times as fast; the same result: {'yes' if same else 'no'}")


def compare(python: str, texts: list[str], read: Callable[[], None], size: int) -> None:
    """Time the peer and Factdesk in turn and print the ratio round by round."""
    with subprocess.Popen(
        [python, "-c", PEER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as peer:
        assert peer.stdin
        assert peer.stdout
        print(json.dumps(texts), file=peer.stdin, flush=True)
        ratios = []
        for _ in range(ROUNDS):
            ours = seconds(lambda: [read() for _ in range(AS_LONG)]) / AS_LONG
            print(file=peer.stdin, flush=True)
            theirs = float(peer.stdout.readline())
            ratios.append(theirs / ours)
            print(
                f"factdesk {size / ours:,.0f} characters/s, peer {size / theirs:,.0f}, ratio {ratios[-1]:.1f}"
            )
        print(f"median ratio {median(ratios):.1f}")
        peer.stdin.close()


if __name__ == "__main__":
    sys.exit(main())
