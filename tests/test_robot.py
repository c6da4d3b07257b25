"""The robot reviewer, end to end: keys in, facts in a file out, equal to gold."""

import re
from pathlib import Path

from tests.driving.review_gold import review_gold

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
FIGURE = re.compile(r"\*\*(\d+\.\d\d) keys per fact\*\*")


async def test_the_robot_gets_from_the_seeds_to_gold_with_no_more_keys_than_the_readme_says(
    tmp_path: Path,
) -> None:
    articles = [
        ROOT / "seeds" / f"{path.name.removesuffix('.gold.jsonl')}.txt" for path in sorted(GOLD.iterdir())
    ]
    assert len(articles) == 3

    outcome = await review_gold(articles, GOLD, tmp_path / "robot.yaml")

    print(f"{outcome.keys_per_fact:.2f} keys per fact")
    assert outcome.differences() == []
    figure = FIGURE.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert figure, "the README says how many keys a fact costs"
    assert round(outcome.keys_per_fact, 2) <= float(figure[1])
