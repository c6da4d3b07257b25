"""Editors complete and check rule files by schemas that are those of the program."""

import json
from pathlib import Path

import pytest

from tui.extract.checking.jsonschema import schemas
from tui.resources import rules_folder

FILES = sorted(rules_folder().glob("*/*.yaml"))


def kind(path: Path) -> str:
    return path.stem.partition("-")[0]


def test_the_schemas_beside_the_rules_are_the_programs_own() -> None:
    written = {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in (rules_folder() / "schemas").glob("*.json")
    }
    own = json.loads(json.dumps(schemas()))
    assert written == own, "write them anew: factdesk rules schema rules/schemas"


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_rule_file_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../schemas/{kind(path)}.json"
