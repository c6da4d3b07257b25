"""Every example that stands in a built-in rule file holds."""

from pathlib import Path

import pytest

from tui.extract.rules import RuleSet, load_rules
from tui.extract.ruletest import failures


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return load_rules()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_examples_inside_the_rule_files_hold(rules, language):
    packs = [pack for pack in rules.packs if pack.info.language == language]
    assert [str(failure) for failure in failures(rules, packs)] == []


def test_a_wrong_example_is_told_with_what_came_out(tmp_path: Path):
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: mine\nlanguage: en\n", encoding="utf-8")
    (pack / "units.yaml").write_text(
        "- {id: my.furlong, match: [furlongs], unit: furlong,"
        ' examples: [{text: "It ran 5 furlongs.", unit: mile}]}\n',
        encoding="utf-8",
    )
    rules = load_rules([pack])
    (failure,) = failures(rules, [rules.packs[-1]])
    assert failure.rule == "my.furlong"
    assert "unit=furlong" in failure.message
