"""Fails when extraction falls below what was promised on annotated articles.

usage: python -m tests.tools.gold_floor GOLD_DIR

GOLD_DIR holds NAME.txt and NAME.gold.jsonl, as for ``factdesk rules evaluate``.
"""

import argparse
import sys
from pathlib import Path

from tui.extract import load_rules
from tui.extract.evaluation.evaluate import Evaluation
from tui.extract.evaluation.goldfile import GoldError
from tui.workspace.measuring import measured

FLOORS = {
    "found": 0.98,
    "precision": 0.96,
    "value": 0.99,
    "unit": 0.97,
    "per": 0.97,
    "bound": 0.97,
    "measure": 0.97,
    "status": 0.97,
    "period": 0.93,
    "place": 0.93,
    "subject": 0.90,
    "touchless": 0.80,
}
# Of the claims that promise as much, this share must need no fix; and this share of all must promise it.
SURE, KEPT, ENOUGH = 0.9, 0.97, 0.5


def table(result: Evaluation) -> list[str]:
    """What was reached beside its floor, a line each; what falls short is marked."""
    shares = result.total.shares()
    rows = [(name, shares[name], floor) for name, floor in FLOORS.items()]
    sure = [right for confidence, right in result.confidences if confidence >= SURE]
    rows.append((f"right at {SURE}", sum(sure) / len(sure) if sure else 0.0, KEPT))
    rows.append((f"share at {SURE}", len(sure) / (len(result.confidences) or 1), ENOUGH))
    return [
        f"{name:<14}{reached:>8.3f}  floor {floor:.2f}{'' if reached >= floor else '  TOO LOW'}"
        for name, reached, floor in rows
    ]


def main(arguments: list[str] | None = None) -> int:
    """Print the row and say whether every floor holds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR")
    gold = parser.parse_args(arguments).gold
    try:
        result = measured(gold, load_rules())
    except GoldError as error:
        print(error, file=sys.stderr)
        return 2
    lines = table(result)
    print(f"{result.total.gold} claims in {len(result.articles)} articles")
    print("\n".join(lines))
    return int(any(line.endswith("TOO LOW") for line in lines))


if __name__ == "__main__":
    sys.exit(main())
