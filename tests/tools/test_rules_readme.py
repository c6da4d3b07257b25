"""What the README of the rules says is so."""

import re

import pytest

from tests.tools.rules_readme import README, updated
from tui.extract.packs.schema import KINDS

TEXT = README.read_text(encoding="utf-8")


def test_its_generated_parts_are_current() -> None:
    assert updated(TEXT, "kinds") == TEXT, "run python -m tests.tools.rules_readme"


def test_every_kind_of_file_is_in_its_table() -> None:
    table = TEXT.partition("<!-- kinds -->")[2].partition("<!-- end of kinds -->")[0]
    assert re.findall(r"^\| `(\w+)\.yaml` \| \S.*\|", table, re.MULTILINE) == sorted(KINDS)


def test_the_calibration_table_keeps_its_word() -> None:
    table = TEXT.partition("<!-- calibration -->")[2].partition("<!-- end of calibration -->")[0]
    high = next(line for line in table.splitlines() if "0.90 and above" in line)
    assert float(high.split("|")[4]) >= 0.97


def test_a_readme_without_the_place_for_a_table_is_refused() -> None:
    with pytest.raises(ValueError, match="has no place for kinds"):
        updated("# Rules\n", "kinds")
