"""Whatever a rule pack holds, loading it ends soon, with one clear line for each fault; the rest works."""

import os
from pathlib import Path

import pytest

from tui.articles import article_from_text
from tui.extract import RuleSet, extract, load_rules
from tui.extract.packs.schema.quantity import NounRule

PACK = "name: own\nlanguage: en\n"
SOUND = "- id: own.unit.crate\n  match: [crates]\n  unit: crate\n"
LAYERS = "".join(
    f"  {name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
TEXT = "The shop sold 300 crates for 30 US dollars.\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "pack.yaml").write_text(PACK)
    (tmp_path / "units.yaml").write_text(SOUND)
    return tmp_path


def with_sound_rule(pack: Path) -> RuleSet:
    """The rules with a pack; whatever its problems are, its sound rule is in force."""
    rules = load_rules([pack])
    assert "crate" in {claim.unit for claim in extract(article_from_text(TEXT), rules)}
    return rules


def told(pack: Path) -> list[str]:
    """The problems of a pack, behind the file's name."""
    rules = with_sound_rule(pack)
    assert not any("\n" in str(problem) for problem in rules.problems)
    return [f"{problem.path.name}:{problem.line}: {problem.message}" for problem in rules.problems]


# What may stand in a file of each kind, and the line that is told of it.
FAULTS: list[tuple[str, str | bytes, str]] = [
    ("nouns.yaml", "- id: a\n\tmatch: [x]\n", "2: not valid YAML: found a tab"),
    ("nouns.yaml", "hello\n", "1: an entry has fields, as in 'id: my.rule'; this is str"),
    ("nouns.yaml", "- \n", "1: an entry has fields, as in 'id: my.rule'; this is null"),
    ("nouns.yaml", "- id: a\n  unit: t\n  unit: u\n", "3: 'unit' is given twice"),
    ("nouns.yaml", "- id: a\n---\n- id: b\n", "2: not valid YAML: but found another document"),
    ("nouns.yaml", "- !!python/name:os.system\n", "1: not valid YAML: could not determine"),
    ("nouns.yaml", "- {id: a, mach: [x], unit: t}\n", "1: there is no field 'mach' here; did"),
    (
        "nouns.yaml",
        "- {id: a, match: [''], unit: t}\n",
        "1: a is left out: match: an empty word",
    ),
    ("nouns.yaml", "- &a {id: a, unit: t, examples: [*a]}\n", "1: nested more than 40 deep"),
    ("nouns.yaml", "[" * 100_000, "1: nested more than 40 deep"),
    ("nouns.yaml", "- " * 100_000 + "x", "1: nested more than 40 deep"),
    ("nouns.yml", "- {id: a, unit: t}\n", "1: not read: call it nouns.yaml"),
    ("noun.yaml", "", "1: unknown kind of rule file; known are boilerplate, "),
    (
        "scales.yaml",
        "- {id: a, match: [gog], value: 1e999}\n",
        "1: a is left out: value: no number",
    ),
    (
        "scales.yaml",
        "- {id: a, match: [gog], value: nan}\n",
        "1: a is left out: value: no number",
    ),
    (
        "bounds.yaml",
        "- {id: a, bound: huge}\n",
        "1: bound: there is no 'huge' here; known are exact",
    ),
    (
        "per.yaml",
        "- {id: a, behind: '(a+)+(b|ab)*c'}\n",
        "1: a is left out: behind: what is repeated",
    ),
    (
        "per.yaml",
        "- {id: a, behind: '(('}\n",
        "1: a is left out: behind: no valid regular expression",
    ),
    (
        "chunks.yaml",
        "- {id: a, name: b, pattern: '(<noun>+)+'}\n",
        "1: a is left out: pattern: what",
    ),
    (
        "retags.yaml",
        "- {id: a, tag: b, pattern: <noun>}\n",
        "1: a is left out: pattern: one part",
    ),
    (
        "measures.yaml",
        "- {id: a, measure: level, pattern: '{b} NUM'}\n",
        "1: a is left out: pattern",
    ),
    (
        "timeparts.yaml",
        "- {id: a, name: b, match: '{b}{b}'}\n",
        "1: a is left out: match: no valid",
    ),
    (
        "nonclaims.yaml",
        "- {id: a, before: ' in ', keep: true, unit: {annual: year}}\n",
        "1: unit tells one for each word if before or after has {word}, once",
    ),
    ("times.yaml", "- {id: a, match: '{nil}'}\n", "1: a is left out: match: no valid regular"),
    ("times.yaml", "- {id: a, match: x, feast: nil}\n", "1: a is left out: feast: 'nil' is none of"),
    ("timeframes.yaml", "- {id: a, after: x, unless: [nil]}\n", "1: a is left out: unless: 'nil' is none of"),
    ("nouns.yaml", b"- {id: a,\n  match: [caf\xe9], unit: t}\n", "2: not in UTF-8"),
    ("nouns.yaml", SOUND.encode("utf-16"), "1: not in UTF-8"),
    ("nouns.yaml", b"- {id: a,\n  match: [x\x00], unit: t}\n", "2: a control character"),
    ("nouns.yaml", b"- {id: a, match: [x], unit: t}\n" * 300_000, "1: larger than 8 MB"),
    (
        "nouns.yaml",
        f"id: q\nunit: t\nexamples:\n- a: &a [x, x, x, x, x, x, x, x]\n{LAYERS}",
        "1: more than 2000",
    ),
    ("nouns.yaml", "- {id: own.unit.crate, unit: t}\n", ""),
    ("nouns.yaml", "", ""),
]


def test_each_fault_of_a_file_is_told_and_all_else_is_used(pack: Path) -> None:
    wanted: dict[str, str] = {}
    for number, (file, content, line) in enumerate(FAULTS):
        stem, _, suffix = file.partition(".")
        name = f"{stem}-{number:02}.{suffix}"
        own = content.replace("{id: a,", f"{{id: a{number},") if isinstance(content, str) else content
        (pack / name).write_bytes(own if isinstance(own, bytes) else own.encode())
        if line:
            wanted[name] = line.replace("a is left out", f"a{number} is left out").replace(
                "nouns.yaml", f"{stem}-{number:02}.yaml"
            )
    wanted["units.yaml"] = "1: the id 'own.unit.crate' is given twice, first in nouns-"
    found = {name: text for name, _, text in (line.partition(":") for line in told(pack))}
    assert {name: text[: len(wanted.get(name, ""))] for name, text in found.items()} == wanted


def test_a_word_that_a_rule_leaves_out_gives_no_unit(pack: Path) -> None:
    rule = "- {id: a, before: '(?:{word} )?exactly ', unit: {crates: crate}, keep: true}\n"
    (pack / "nonclaims.yaml").write_text(rule)
    article = article_from_text("They took crates exactly 12 times, and exactly 14 barrels.\n", "a.txt")
    assert [claim.value for claim in extract(article, with_sound_rule(pack))] == [12, 14]


def test_what_is_no_file_is_passed_by(pack: Path) -> None:
    (pack / "nouns-folder.yaml").mkdir()
    os.mkfifo(pack / "nouns-pipe.yaml")
    (pack / "nouns-loop.yaml").symlink_to(pack / "nouns-loop.yaml")
    assert told(pack) == [
        f"nouns-{name}.yaml:1: no file that can be read" for name in ("folder", "loop", "pipe")
    ]


def test_a_byte_order_mark_does_no_harm(pack: Path) -> None:
    (pack / "units.yaml").write_text(SOUND, encoding="utf-8-sig")
    assert told(pack) == []


def test_folders_that_lead_back_to_themselves_are_no_packs(tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "itself").symlink_to("itself")
    (problem,) = load_rules([tmp_path]).problems
    assert str(problem).endswith("no rule pack here: a pack is a folder with a pack.yaml")


def test_a_later_entry_takes_the_place_of_a_built_in_one_and_off_takes_it_away(pack: Path) -> None:
    def units() -> set[str]:
        return {claim.unit for claim in extract(article_from_text(TEXT), load_rules([pack]))}

    assert units() == {"crate", "USD"}
    (pack / "nouns.yaml").write_text("")
    (pack / "units.yaml").write_text(f"{SOUND}- {{id: en.unit.usd, match: [US dollars], unit: buck}}\n")
    assert units() == {"crate", "buck"}
    (pack / "pack.yaml").write_text(f"{PACK}off: [own.unit.crate]\n")
    assert "crate" in units()  # a noun that no list has is its own unit
    (pack / "units.yaml").write_text(SOUND.replace("unit: crate", "unit: box"))
    assert "box" not in units()


def test_files_of_a_kind_are_read_in_the_order_of_their_names(pack: Path) -> None:
    for file, unit in (("nouns-2-late", "late"), ("nouns-1-early", "early"), ("nouns", "last")):
        (pack / f"{file}.yaml").write_text(f"- {{id: own.noun.{unit}, match: [crates], unit: {unit}}}\n")
    own = [rule.id for rule in load_rules([pack]).of(NounRule, "en") if rule.id.startswith("own.")]
    assert own == ["own.noun.early", "own.noun.late", "own.noun.last"]


def test_a_bad_entry_leaves_the_built_in_one_of_its_id_in_force(pack: Path) -> None:
    (pack / "nonclaims.yaml").write_text("- {id: en.noise.address, within: '(a+)+b'}\n")
    rules = with_sound_rule(pack)
    assert len(rules.problems) == 1
    text = "See https://example.org/2026/300 for more."
    assert extract(article_from_text(text), rules) == []
