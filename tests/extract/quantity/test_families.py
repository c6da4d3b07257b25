"""Rules that tell a unit for each of their words."""

from pathlib import Path

import pytest

from tui.articles import article_from_text
from tui.extract import extract, load_rules
from tui.extract.packs.rules import RuleSet

PACK = {
    "pack.yaml": "name: families\nlanguage: zh\n",
    "units.yaml": """
- id: test.money
  match: {星币: XAA, 云币: XBB}
  before: {S₿: XAA, M₿: XBB}
  examples: [{text: 票价30星币。, unit: XAA}]
  not: [30星级旅馆]
""",
    "counters.yaml": """
- id: test.vessels
  match: {壶: pot, 坛: jar}
  fixed: true
  examples: [{text: 搬来3坛酒。, unit: jar}]
  not: [天坛来了30人]
""",
    "nouns.yaml": """
- id: test.toys
  match: {陀螺: top, 弹珠: marble}
  examples: [{text: 他有3个陀螺。, unit: top}]
  not: [陀螺厂招工30人]
""",
}


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> RuleSet:
    folder: Path = tmp_path_factory.mktemp("families")
    for name, text in PACK.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load_rules([folder])


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("票价30星币。", "XAA"),
        ("票价30云币。", "XBB"),
        ("票价S₿30。", "XAA"),
        ("票价 M₿30。", "XBB"),
        ("搬来3坛酒。", "jar"),
        ("搬来3壶酒。", "pot"),
        ("他有3个陀螺。", "top"),
        ("他有3个弹珠。", "marble"),
    ],
)
def test_each_word_of_a_family_has_its_own_unit(text: str, unit: str, rules: RuleSet) -> None:
    (claim,) = extract(article_from_text(text), rules)
    assert (claim.value, claim.unit) == (int("".join(filter(str.isdigit, text))), unit)


def test_a_sign_that_begins_with_a_letter_begins_no_word_in_the_middle(rules: RuleSet) -> None:
    assert [claim.unit for claim in extract(article_from_text("票价XS₿30。"), rules)] != ["XAA"]


def test_words_without_a_unit_are_refused(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(PACK["pack.yaml"], encoding="utf-8")
    (tmp_path / "units.yaml").write_text("- id: test.none\n  match: [星币]\n", encoding="utf-8")
    assert [problem.message for problem in load_rules([tmp_path]).problems] == [
        "unit is missing: give one, or one for each word of match"
    ]
