"""CONTRIBUTING says what is so: the programs and files that it names are there."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", sorted(set(re.findall(r"python -m (tests[\w.]*)", TEXT))))
def test_every_program_named_is_there(module: str) -> None:
    assert find_spec(module)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:tui|rules|tests)/[\w./]*)`", TEXT))))
def test_every_file_named_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_every_part_of_the_house_is_named() -> None:
    parts = {path.name for path in (ROOT / "tui").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert {name for name in parts if f"  {name}/" not in TEXT} == set()
