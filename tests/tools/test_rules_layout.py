"""The layout of rule files: lines that can be read, and the same rules."""

import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.tools.rules_layout import RULES, WIDTH, expression_lines, rewritten
from tui.extract.packs.schema import KINDS
from tui.model.rule import one_line
from tui.model.rulefile import entries

WIDE = "|".join(f"word{n}" for n in range(40))


def _expressions() -> list[str]:
    found = []
    for path in sorted(RULES.glob("*/*.yaml")):
        kind = KINDS.get(path.stem.partition("-")[0])
        for row, _ in entries(path) if kind else []:
            values = [row.get(name) or "" for name in kind.expressions]
            found += [v for value in values for v in (value if isinstance(value, list) else [value])]
    return found


@pytest.mark.parametrize("width", [20, 60, WIDTH])
def test_an_expression_put_together_from_its_lines_is_the_same(width: int) -> None:
    for expression in map(one_line, _expressions()):
        lines = expression_lines(expression, width)
        assert one_line("\n".join(lines)) == expression


def test_no_line_but_the_last_of_an_expression_ends_with_a_space() -> None:
    # Editors take such a space away.
    for expression in map(one_line, _expressions()):
        assert not [line for line in expression_lines(expression, 60)[:-1] if line.endswith(" ")]


def test_the_branches_of_a_long_expression_stand_in_lines_that_fit() -> None:
    lines = expression_lines(rf"\b(?:{WIDE})s?(?= of\b)", 60)
    assert lines[0] == r"\b(?:"
    assert lines[-1] == r")s?(?= of\b)"
    assert all(line.startswith("  ") and len(line) <= 60 for line in lines[1:-1])


def test_a_bar_in_a_class_or_behind_a_backslash_parts_no_branches() -> None:
    expression = r"[|)]\|" * 20
    assert expression_lines(expression, 20) == [expression]


def test_a_wide_entry_is_wrapped_and_others_are_left_alone() -> None:
    words = ", ".join(f"word {n}" for n in range(40))
    narrow = "- {id: a, match: [b]}\n"
    text = f"# what it is for\n{narrow}- {{id: c, match: [{words}]}}\n# between\n{narrow}"
    lines = rewritten(text, ()).splitlines()
    assert lines[:3] == ["# what it is for", "- {id: a, match: [b]}", "- id: c"]
    assert lines[-2:] == ["# between", "- {id: a, match: [b]}"]
    assert max(map(cell_len, lines)) <= WIDTH


def test_an_entry_with_a_comment_in_it_is_left_alone() -> None:
    text = f"- id: a\n  # why\n  match: [{'b, ' * 60}c]\n"
    assert rewritten(text, ()) == text


def test_a_wide_expression_becomes_a_block_that_is_read_as_the_expression(tmp_path: Path) -> None:
    path = tmp_path / "status.yaml"
    path.write_text(f"- id: a\n  match: '{WIDE}|it''s'\n", encoding="utf-8")
    command = [sys.executable, "-m", "tests.tools.rules_layout", str(tmp_path)]
    assert subprocess.run([*command, "--check"], check=False, capture_output=True).returncode == 1
    assert subprocess.run(command, check=True, capture_output=True).returncode == 0
    ((row, _),) = entries(path)
    assert row["match"].count("\n") > 1
    assert KINDS["status"](**row).match == f"{WIDE}|it's"  # type: ignore[attr-defined]


def test_the_built_in_rules_are_laid_out() -> None:
    wide = []
    for path in sorted(RULES.glob("*/*.yaml")):
        kind = KINDS.get(path.stem.partition("-")[0])
        text = path.read_text(encoding="utf-8")
        if kind and rewritten(text, kind.expressions) != text:
            wide.append(path.name)
    assert not wide, "python -m tests.tools.rules_layout lays them out"
