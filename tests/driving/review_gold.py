"""How many keys a fact costs: the robot reviews gold articles in the real app until the facts equal gold.

usage: python -m tests.driving.review_gold ARTICLES_AND_GOLD_DIR [--log] [--note]

The folder holds NAME.txt beside NAME.gold.jsonl. ``--log`` prints the keys, ``--note`` appends the figure
to ``figures.yaml``, so that its course can be followed.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from click.testing import CliRunner

from tests.driving.gold import CHECKED, Gold, read_gold
from tests.driving.robot import Robot
from tests.driving.wire import Typist, WireDriver
from tui.cli.main import commands
from tui.model import Claim
from tui.ui.app import DeskApp
from tui.ui.reviewing.screen import ReviewScreen
from tui.workspace import start

FIGURES = Path(__file__).with_name("figures.yaml")


@dataclass(frozen=True)
class Outcome:
    """What a robot's review came to: keys pressed, and by article the facts beside what they should be."""

    keys: int
    log: tuple[str, ...]
    facts: dict[str, list[Claim]]
    golds: dict[str, list[Gold]]

    @property
    def keys_per_fact(self) -> float:
        """Keys pressed for each fact."""
        return self.keys / max(1, sum(map(len, self.facts.values())))

    def differences(self) -> list[str]:
        """What keeps the facts from being gold, in words; nothing if they are equal."""
        found = []
        for name, golds in self.golds.items():
            facts = self.facts[name]
            if len(facts) != len(golds):
                found.append(f"{name}: {len(facts)} facts for {len(golds)} gold claims")
            for gold in golds:
                fits = [fact for fact in facts if not gold.wrong_fields(fact)]
                if not fits:
                    found.append(f"{name}: no fact equals the gold claim at {gold.start}-{gold.end}")
        return found


async def review_gold(articles: list[Path], gold_dir: Path, session: Path) -> Outcome:
    """Let the robot review ``articles`` in a new session and read its facts from the saved file."""
    opened = start([str(path) for path in articles], session=str(session), reviewer="robot")
    by_name = {article.name: article.id for article in opened.review.articles}
    golds = {path.name: read_gold(gold_dir / f"{path.stem}.gold.jsonl") for path in articles}
    app = DeskApp(opened, reviewer="robot")
    app.driver_class = WireDriver
    async with app.run_test(headless=False, size=(120, 40)):
        await Typist(app).settle(lambda: isinstance(app.screen, ReviewScreen) and bool(app.screen.article))
        robot = Robot(app, {by_name[name]: right for name, right in golds.items()})
        await robot.hands.settle()
        await robot.run()
        app.leave()
    return Outcome(robot.hands.keys, tuple(robot.hands.log), exported(session, golds), golds)


def exported(session: Path, names: Iterable[str]) -> dict[str, list[Claim]]:
    """The facts that the export command writes, by article."""
    done = CliRunner().invoke(commands, ["export", str(session), "--format", "jsonl"])
    assert done.exit_code == 0, done.output
    facts: dict[str, list[Claim]] = {name: [] for name in names}
    for line in done.stdout.splitlines():
        row = msgspec.json.decode(line)
        known = {name: row[name] for name in ("id", *CHECKED)}
        facts[row["doc"]].append(msgspec.convert({"article": "", **known}, Claim))
    return facts


def note(articles: int, facts: int, keys: int, path: Path = FIGURES) -> None:
    """Append a figure to those kept."""
    day = datetime.now(UTC).date().isoformat()
    figure = f"{keys / max(1, facts):.2f}"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"- {{date: {day}, articles: {articles}, facts: {facts}, keys_per_fact: {figure}}}\n")


def main() -> None:
    """Print the figure for a folder of gold articles."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--log", action="store_true")
    parser.add_argument("--note", action="store_true")
    args = parser.parse_args()
    articles = [
        path for path in sorted(args.folder.glob("*.txt")) if path.with_suffix(".gold.jsonl").exists()
    ]
    total = keys = wrong = 0
    for path in articles:
        with tempfile.TemporaryDirectory() as folder:
            outcome = asyncio.run(review_gold([path], args.folder, Path(folder) / "robot.yaml"))
        total, keys = total + len(outcome.facts[path.name]), keys + outcome.keys
        facts = len(outcome.facts[path.name])
        print(f"{path.stem:28} {facts:4} facts {outcome.keys_per_fact:6.2f} keys per fact")
        for difference in outcome.differences():
            wrong += 1
            print(f"  {difference}")
        if args.log:
            print(" ", " ".join(outcome.log))
    print(f"{'all':28} {total:4} facts {keys / max(1, total):6.2f} keys per fact")
    if wrong:
        raise SystemExit("the facts are not gold: no figure")
    if args.note:
        note(len(articles), total, keys)


if __name__ == "__main__":
    main()
