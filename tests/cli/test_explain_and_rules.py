"""The commands for people who write rules."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Run
from tui.extract.packs.schema import KINDS

GOLD = Path(__file__).parents[1] / "gold"
SEEDS = Path(__file__).parents[2] / "seeds"


def test_explain_names_the_rules_of_each_field(run: Run, news: Path) -> None:
    done = run("explain", news / "a.txt", ARTICLE.index("1,200"))
    assert done.status == 0
    assert "1,200" in done.out
    rows = {line.split()[0]: line for line in done.out.splitlines()}
    assert rows["value"].split()[1] == "1200"
    assert " by " in rows["subject"]
    assert float(rows["sure"].split()[1]) > 0


def test_explain_tells_why_a_number_is_no_claim(run: Run, news: Path) -> None:
    done = run("explain", news / "a.txt", ARTICLE.index("2021"))
    assert done.status == 0
    assert ">>2021<<" in done.out
    rows = {line.partition("  ")[0]: line for line in done.out.splitlines()}
    assert " by " in rows["no claim"]


@pytest.mark.parametrize(
    ("offset", "told"), [("100000", "is behind the end"), ("x", "Invalid value for 'OFFSET'")]
)
def test_explain_refuses_an_offset_that_is_none(run: Run, news: Path, offset: str, told: str) -> None:
    done = run("explain", news / "a.txt", offset)
    assert done.status in {1, 2}
    assert told in done.err[0]


def test_lint_names_file_and_line(run: Run, elsewhere: Path) -> None:
    pack = elsewhere / "own"
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: own\nlanguage: en\n")
    (pack / "headers.yaml").write_text(
        "- {id: a, role: furniture, match: Menu}\n- {id: b, role: date, match: '('}\n"
    )
    done = run("rules", "lint", pack)
    assert done.status == 1
    assert done.out.startswith(f"{pack / 'headers.yaml'}:2: ")
    (pack / "headers.yaml").write_text(
        "- {id: a, role: furniture, match: Menu, examples: [{text: Menu}], not: [Men]}\n"
    )
    assert run("rules", "lint", pack).status == 0


def test_lint_asks_for_examples_of_both_kinds(run: Run, own_pack: Path) -> None:
    (own_pack / "units.yaml").write_text("- {id: own.bare, match: [crates], unit: crate}\n")
    (own_pack / "stops.yaml").write_text("- {id: own.stop, match: [beside]}\n")  # words alone need none
    done = run("rules", "lint", own_pack)
    assert done.status == 1
    assert done.out == (
        f"{own_pack / 'units.yaml'}:1: own.bare needs an example it must match, under 'examples' and"
        " a text it must not match, under 'not'\n"
    )


def test_schemas_are_written_for_every_kind(run: Run, elsewhere: Path) -> None:
    assert run("rules", "schema", "schemas").status == 0
    written = {path.stem: json.loads(path.read_text()) for path in (elsewhere / "schemas").iterdir()}
    assert set(written) == {"pack", *KINDS}
    assert "match" in written["headers"]["$defs"]["HeaderRule"]["properties"]


def test_evaluate_prints_score_and_calibration(run: Run, elsewhere: Path) -> None:
    gold = elsewhere / "gold"
    gold.mkdir()
    for path in GOLD.glob("003_*"):
        (gold / path.name).write_bytes(path.read_bytes())
        name = path.name.replace(".gold.jsonl", ".txt")
        (gold / name).write_bytes((SEEDS / name).read_bytes())
    done = run("rules", "evaluate", gold, "--errors")
    assert done.status == 0
    lines = {line.split()[0]: line.split() for line in done.out.splitlines() if line}
    assert lines["ALL"][1] == lines["MEAN"][1]
    assert 0 < float(lines["ALL"][3]) <= 1
    assert "confidence" in lines


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("readme.txt", "", "there is no gold here"),
        ("a.gold.jsonl", "{}", "its article a.txt is not beside it"),
    ],
)
def test_evaluate_says_what_is_missing(run: Run, elsewhere: Path, name: str, content: str, told: str) -> None:
    gold = elsewhere / "gold"
    gold.mkdir()
    (gold / name).write_text(content)
    done = run("rules", "evaluate", gold)
    assert done.status == 1
    assert told in done.err[0]


def test_evaluate_names_the_line_of_bad_gold(run: Run, elsewhere: Path) -> None:
    (elsewhere / "a.txt").write_text(ARTICLE)
    (elsewhere / "a.gold.jsonl").write_text('\n{"start": 1}\n')
    done = run("rules", "evaluate", elsewhere)
    assert done.status == 1
    assert "a.gold.jsonl:2:" in done.err[0]


@pytest.fixture
def own_pack(elsewhere: Path) -> Path:
    pack = elsewhere / "own"
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: own\nlanguage: en\n")
    (pack / "headers.yaml").write_text(
        "- id: own.menu\n  role: furniture\n  match: Menu\n  examples: [{text: Menu}]\n  not: [Prices]\n"
    )
    (pack / "units.yaml").write_text(
        "- id: own.unit.crate\n  match: [crates]\n  unit: crate\n"
        "  examples: [{text: 'They sold 300 crates.', unit: crate}]\n  not: ['They sold 300 kg.']\n"
    )
    return pack


def test_examples_that_hold_are_counted(run: Run, own_pack: Path) -> None:
    done = run("rules", "test", own_pack)
    assert (done.status, done.out) == (0, f"{own_pack}: 4 examples hold\n")


def test_examples_that_do_not_hold_are_told(run: Run, own_pack: Path) -> None:
    rules = (own_pack / "units.yaml").read_text().replace("unit: crate}", "unit: box}")
    (own_pack / "units.yaml").write_text(rules)
    done = run("rules", "test", own_pack)
    assert done.status == 1
    assert "own.unit.crate" in done.out
    assert "They sold 300 crates." in done.out


def test_a_folder_without_a_pack_is_told(run: Run, elsewhere: Path) -> None:
    done = run("rules", "test", elsewhere)
    assert done.status == 1
    assert done.err[1] == "A pack is a folder with a pack.yaml."


def test_lint_knows_what_a_wrong_field_was_meant_to_be(run: Run, own_pack: Path) -> None:
    (own_pack / "units.yaml").write_text("- {id: a, mach: [x], unit: t}\n")
    done = run("rules", "lint", own_pack)
    assert done.out.startswith(
        f"{own_pack / 'units.yaml'}:1: there is no field 'mach' here; did you mean 'match'?"
    )
    assert done.err == [f"factdesk: 1 problem in {own_pack}"]


def test_explain_names_the_candidates_that_lost(run: Run, elsewhere: Path) -> None:
    text = "Jobs\n\nIn 2021 the plant in Oslo, which opened in 2015, made 1,200 lamps.\n"
    (elsewhere / "a.txt").write_text(text)
    done = run("explain", "a.txt", text.index("1,200"))
    lines = [line.split() for line in done.out.splitlines()]
    period = next(n for n, words in enumerate(lines) if words[0] == "period")
    won, lost = lines[period][1], lines[period + 1]
    assert (won, lost[1]) == ("2021", "2015")
    by = ["en.time.year", "en.frame.in-aside"]  # the second says why it is no time of the lamps
    assert [lost[0], *lost[2:]] == ["not", "by", *by, "at", str(text.index("2015"))]


def test_explain_names_subjects_and_units_that_lost(run: Run, elsewhere: Path) -> None:
    text = "Jobs\n\nThe town opened 12 new schools for 300 children.\n"
    (elsewhere / "a.txt").write_text(text)
    lines = run("explain", "a.txt", text.index("12")).out.splitlines()
    subject = next(n for n, line in enumerate(lines) if line.startswith("subject"))
    assert lines[subject].split(" by ")[0].split(None, 1)[1].strip() == "new schools"
    assert lines[subject + 1].startswith("  not")
    lines = run("explain", "a.txt", text.index("300")).out.splitlines()
    unit = next(n for n, line in enumerate(lines) if line.startswith("unit"))
    assert lines[unit].split()[1] == "person"
    assert lines[unit + 1].split()[:2] == ["not", "school"]
