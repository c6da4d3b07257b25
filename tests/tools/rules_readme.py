"""Writes the generated parts of ``rules/README.md``: the kinds of rule files, and how far confidence is kept.

usage: python -m tests.tools.rules_readme [--check]
"""

import argparse
import re
import sys
import tempfile
from pathlib import Path

from tui.extract import load_rules
from tui.extract.evaluation.evaluate import calibration
from tui.extract.packs.schema import KINDS
from tui.resources import rules_folder, seeds_folder
from tui.workspace.measuring import measured

README = rules_folder() / "README.md"
GOLD = Path(__file__).parents[1] / "gold"


def kind_rows() -> str:
    """The kinds of rule files with what they hold, one row each."""
    rows = ["| file | holds | examples |", "|---|---|---|"]
    for name, kind in sorted(KINDS.items()):
        first = " ".join((kind.__doc__ or "").strip().split("\n\n")[0].split())
        said = re.split(r"(?<=[.:;])\s", first)[0].rstrip(".:;").replace("``", "`").replace("|", "\\|")
        need = f"none: {kind.unproven}" if kind.unproven else "needed"
        rows.append(f"| `{name}.yaml` | {said} | {need} |")
    return "\n".join(rows)


def calibration_rows() -> str:
    """The calibration table over the annotated seed articles, as ``rules evaluate`` prints it."""
    with tempfile.TemporaryDirectory() as name:
        for gold in GOLD.glob("*.gold.jsonl"):
            text = gold.name.replace(".gold.jsonl", ".txt")
            Path(name, gold.name).write_bytes(gold.read_bytes())
            Path(name, text).write_bytes((seeds_folder() / text).read_bytes())
        confidences = measured(Path(name), load_rules()).confidences
    rows = ["| confidence | claims | promised | needed no fix |", "|---|---|---|---|"]
    named = [(f"{row.low:.2f} to {row.high:.2f}", row) for row in calibration(confidences)]
    named += [("**0.90 and above**", row) for row in calibration(confidences, (0.9, 1.01))]
    rows += [f"| {name} | {row.claims} | {row.sure:.2f} | {row.right:.2f} |" for name, row in named]
    return "\n".join(rows)


BLOCKS = {"kinds": kind_rows, "calibration": calibration_rows}


def updated(text: str, *names: str) -> str:
    """The README with its generated blocks, or those named, as they should be.

    Raises:
        ValueError: a block has no place in the text.
    """
    for name in names or BLOCKS:
        pattern = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- end of {name} -->)", re.DOTALL)
        if not pattern.search(text):
            raise ValueError(f"{README.name} has no place for {name}")
        rows = BLOCKS[name]()
        text = pattern.sub(lambda match, rows=rows: match[1] + rows + match[2], text)
    return text


def main() -> int:
    """Write the README, or say whether it is current."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="only say whether the README is current")
    text = README.read_text(encoding="utf-8")
    new = updated(text)
    if parser.parse_args().check:
        return int(new != text)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
