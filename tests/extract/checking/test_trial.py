"""A broken pack never takes extraction down: what can't be used is left out and told by file and line."""

from pathlib import Path

import pytest

from tui.extract import RuleSet, extract, load_rules
from tui.model import Article

TEXT = "The shop sold 300 crates in 2021.\n"
ARTICLE = Article(id="a", path="a.txt", text=TEXT, sha256="")

SOUND = (
    "- id: own.unit.crate\n  match: [crates]\n  unit: crate\n"
    "  examples: [{text: They sold 300 crates., unit: crate}]\n"
)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "pack.yaml").write_text("name: own\nlanguage: en\n")
    (tmp_path / "units.yaml").write_text(SOUND)
    return tmp_path


def units(rules: RuleSet) -> set[str]:
    return {claim.unit for claim in extract(ARTICLE, rules)}


def test_a_sound_pack_is_used_as_it_is(pack: Path) -> None:
    loaded = load_rules([pack])
    assert loaded.problems == ()
    assert not loaded.eager  # after the trial only what an article asks for is compiled
    assert units(loaded) == {"crate"}


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("times.yaml", "# mine\n- id: own.bad\n  match: '(('\n"),
        ("per.yaml", "# mine\n- id: own.bad\n  per: day\n  after: '(('\n"),
        ("nonclaims.yaml", "# mine\n- id: own.bad\n  within: '(('\n"),
    ],
)
def test_a_rule_that_cannot_be_used_is_left_out_and_the_others_hold(
    pack: Path, file: str, content: str
) -> None:
    (pack / file).write_text(content)
    loaded = load_rules([pack])
    assert [(problem.path.name, problem.line) for problem in loaded.problems] == [(file, 2)]
    assert "\n" not in str(loaded.problems[0])
    assert units(loaded) == {"crate"}
