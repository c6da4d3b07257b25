"""Every example that stands in a built-in rule file holds."""

from pathlib import Path

import pytest

from tui.extract.checking.ruletest import failures, unproven
from tui.extract.packs.rules import RuleSet, load_rules
from tui.extract.packs.schema import KINDS


@pytest.mark.parametrize("language", ["de", "en", "zh", None])
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


@pytest.mark.parametrize(
    ("file", "entry"),
    [
        ("units", "match: [furlongs], unit: furlong, examples: [{text: It ran 5 km., unit: km}]"),
        (
            "measures",
            "pattern: NUM <off>, measure: growth, examples: [{text: Pay rose 3%., measure: growth}]",
        ),
        (
            "timeframes",
            "after: ' hence', kind: compare, examples: [{text: 'In 2021, 5 men left.', period: '2021'}]",
        ),
    ],
)
def test_an_example_that_holds_without_its_rule_is_told(tmp_path: Path, file: str, entry: str) -> None:
    (tmp_path / "pack.yaml").write_text("name: mine\nlanguage: en\n")
    (tmp_path / f"{file}.yaml").write_text(f"- {{id: my.rule, {entry}}}\n")
    rules = load_rules([tmp_path])
    (failure,) = failures(rules, [rules.packs[-1]])
    assert "did nothing" in failure.message


def test_a_cue_about_places_is_judged_by_what_it_changes(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("name: mine\nlanguage: en\n")
    (tmp_path / "placecues.yaml").write_text(
        "- {id: my.cue, role: none, after: ' pears',"
        " examples: [{text: 'Hunan pears brought 300 jobs.', place: null}], not: [Hunan grew by 3%.]}\n"
        "- {id: my.idle, role: none, after: ' grew',"
        " examples: [{text: 'Wuhan sold 300 boats.', place: Wuhan}], not: [Hunan grew by 3%.]}\n"
    )
    rules = load_rules([tmp_path])
    told = [(failure.rule, failure.message) for failure in failures(rules, [rules.packs[-1]])]
    assert told == [
        ("my.idle", "holds, but this rule did nothing there"),
        ("my.idle", "must not fire, but did at '3%'"),
    ]


def test_a_numeral_may_not_be_read_in_its_near_miss(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("name: mine\nlanguage: en\n")
    (tmp_path / "numerals.yaml").write_text(
        "- {id: my.numeral, words: {umpteen: 15}, not: [It has umpteen jobs.]}\n"
    )
    rules = load_rules([tmp_path])
    (failure,) = failures(rules, [rules.packs[-1]])
    assert failure.message == "must not fire, but did at 'umpteen'"


def test_a_frame_may_not_touch_a_time_of_its_near_miss(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("name: mine\nlanguage: en\n")
    (tmp_path / "timeframes.yaml").write_text(
        "- {id: my.frame, after: ', ', over: true, not: ['In 2021, 5 men left.']}\n"
    )
    rules = load_rules([tmp_path])
    (failure,) = failures(rules, [rules.packs[-1]])
    assert "must not fire, but did at" in failure.message


def test_every_built_in_rule_has_an_example_it_must_match_and_one_it_must_not(rules: RuleSet) -> None:
    assert [str(problem) for problem in unproven(rules.packs)] == []


def test_only_kinds_that_no_text_can_show_need_no_examples() -> None:
    exempt = {name for name, kind in KINDS.items() if kind.unproven}
    assert exempt == {"doubts", "language", "singular", "stops", "timeparts", "timereach", "tolerances"}


@pytest.mark.parametrize(
    ("file", "entry", "told"),
    [
        ("boilerplate", "line: Menu", "'Menu'"),
        ("sentences", "breaks: ['[.]']", "'One. Two. Three.'"),
        ("scales", "match: [gross], value: 144", "'Two gross of eggs.'"),
    ],
)
def test_examples_of_layout_and_scales_can_fail(tmp_path: Path, file: str, entry: str, told: str) -> None:
    texts = {
        "boilerplate": "examples: [{text: Prices}], not: [Menu]",
        "sentences": "examples: [{text: One. Two. Three., sentences: 2}], not: [One.]",
        "scales": "examples: [{text: Two gross of eggs., value: 24}], not: [Two gross of eggs.]",
    }
    (tmp_path / "pack.yaml").write_text("name: mine\nlanguage: en\n")
    (tmp_path / f"{file}.yaml").write_text(f"- {{id: my.rule, {entry}, {texts[file]}}}\n")
    rules = load_rules([tmp_path])
    found = [str(failure) for failure in failures(rules, [rules.packs[-1]])]
    assert found
    assert any(told in line for line in found)
