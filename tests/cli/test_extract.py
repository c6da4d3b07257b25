"""``factdesk extract`` writes claims, and leaves with 0 only if every article gave its own."""

import csv
import json
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import ARTICLE, Run
from tui.exchange import COLUMNS


def test_rows_carry_every_field(run: Run, news: Path) -> None:
    done = run("extract", news)
    assert (done.status, done.err) == (0, [])
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert {tuple(row) for row in rows} == {COLUMNS}
    assert {row["doc"] for row in rows} == {"a.txt", "b.txt"}
    for row in rows:
        if row["doc"] == "a.txt":
            assert ARTICLE[row["start"] : row["end"]] == row["text"]
    assert {1200, 5, 42000} <= {row["value"] for row in rows if not isinstance(row["value"], list)}


@pytest.mark.parametrize("form", ["yaml", "csv", "table"])
def test_the_other_formats_hold_the_same_claims(run: Run, news: Path, form: str) -> None:
    done = run("extract", news, "--format", form)
    assert done.status == 0
    assert "42000" in done.out
    if form == "yaml":
        assert 42000 in [row["value"] for row in yaml.safe_load(done.out)]
    if form == "csv":
        assert "42000" in [
            row["value"] for row in csv.DictReader(done.out.removeprefix("\ufeff").splitlines())
        ]


def test_workers_find_the_same(run: Run, news: Path) -> None:
    assert run("extract", news, "--jobs", "2").out == run("extract", news).out


def test_the_format_follows_the_ending(run: Run, news: Path) -> None:
    assert run("extract", news, "-o", news / "claims.csv").status == 0
    assert (news / "claims.csv").read_text(encoding="utf-8-sig").startswith("doc,")


def test_a_file_is_written_all_at_once(run: Run, news: Path) -> None:
    target = news / "out.jsonl"
    target.write_text("old")
    assert run("extract", news / "a.txt", "-o", target).status == 0
    assert all(json.loads(line)["doc"] == "a.txt" for line in target.read_text().splitlines())
    assert sorted(path.name for path in news.iterdir()) == ["a.txt", "b.txt", "out.jsonl"]


def test_one_bad_file_is_told_and_the_others_go_on(run: Run, news: Path) -> None:
    (news / "c.txt").write_bytes(b"%PDF-1.7")
    done = run("extract", news)
    assert done.status == 1
    assert done.err == [
        f"{news / 'c.txt'}: a PDF: save its text as .txt (for example with pdftotext) and open that"
    ]
    assert {json.loads(line)["doc"] for line in done.out.splitlines()} == {"a.txt", "b.txt"}


def test_rows_of_json_lines_are_named_by_their_ids(run: Run, elsewhere: Path) -> None:
    (elsewhere / "in.jsonl").write_text(json.dumps({"id": "first", "text": ARTICLE}))
    done = run("extract", "in.jsonl")
    assert {json.loads(line)["doc"] for line in done.out.splitlines()} == {"first"}


def test_standard_input_is_read(program: Run) -> None:
    done = program("extract", "-", input=ARTICLE.encode("utf-16"))
    assert done.returncode == 0
    assert b"1200" in done.stdout


def test_own_rules_that_are_wrong_are_told_and_the_rest_works(run: Run, news: Path) -> None:
    pack = news / "pack"
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: own\nlanguage: en\n")
    (pack / "nonsense.yaml").write_text("- {id: x}\n")
    done = run("extract", news / "a.txt", "--rules", pack)
    assert done.status == 1
    assert any("nonsense.yaml" in line for line in done.err)
    assert "1200" in done.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["gone"], "gone: there is no such file or folder"),
        (["*.nothing"], "*.nothing: no file matches this pattern"),
        ([], "factdesk extract: Missing argument 'PATH...'."),
        (["a", "--format", "xml"], "factdesk extract: Invalid value for '--format'"),
        (["a", "--jobs", "0"], "factdesk extract: Invalid value for '--jobs'"),
        (["a", "--rules", "gone"], "factdesk extract: Invalid value for '--rules'"),
        (["news", "-o", "news"], "factdesk: news: is a folder"),
        (
            ["news", "-o", "claims.json"],
            "factdesk: claims.json: its ending tells no format; known are .jsonl",
        ),
        (["news", "-o", "no/where.csv"], "factdesk: cannot write no/where.csv: no such file or directory"),
    ],
)
def test_what_cannot_be_done_is_told_in_two_lines(
    run: Run, news: Path, arguments: list[str], told: str
) -> None:
    done = run("extract", *arguments)
    assert done.status in {1, 2}
    assert done.err[0].startswith(told)
    assert len(done.err) <= 2


def test_hostile_names_do_not_reach_the_terminal(run: Run, elsewhere: Path) -> None:
    (elsewhere / "\x1b[31mred\u202e.txt").write_text("")
    done = run("extract", elsewhere)
    assert done.status == 1
    assert "\x1b" not in done.err[0]
    assert "\u202e" not in done.err[0]
