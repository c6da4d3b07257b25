"""The commands about sessions: what is verified comes out, and what is wrong is told."""

import csv
import io
import json
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Run
from tui.workspace import start


def test_facts_alone_are_exported(run: Run, session: str) -> None:
    done = run("export", session)
    assert done.status == 0
    (row,) = map(json.loads, done.out.splitlines())
    assert (row["verdict"], row["by"], row["note"]) == ("accepted", "ann", "=SUM(A1)")


def test_every_claim_is_exported_with_its_verdict(run: Run, session: str) -> None:
    rows = yaml.safe_load(run("export", session, "--only", "all", "--format", "yaml").out)
    assert [row["verdict"] for row in rows[:3]] == ["accepted", "rejected", "pending"]
    assert rows[1]["reason"] == "no"


def test_where_there_is_no_fact_export_tells_how_to_get_one(run: Run, news: Path) -> None:
    start([str(news)], reviewer="ann", session="new").close()
    done = run("export", "new")
    assert (done.status, done.out) == (0, "")
    assert done.err == [
        "factdesk: no claim of new is accepted or fixed yet, so there is no fact to write",
        "Review it with: factdesk resume new, or write every claim with: --only all",
    ]
    assert not run("export", "new", "--only", "all").err


@pytest.mark.parametrize(
    ("name", "begins"),
    [("f.csv", "\ufeffdoc,"), ("f.md", "## "), ("f.yaml", "- doc:"), ("f.jsonl", '{"doc"')],
)
def test_the_format_follows_the_ending(
    run: Run, session: str, elsewhere: Path, name: str, begins: str
) -> None:
    assert run("export", session, "-o", name).status == 0
    assert (elsewhere / name).read_bytes().decode("utf-8").startswith(begins)


@pytest.mark.parametrize("name", ["facts.json", "facts.xlsx", "facts"])
def test_an_ending_that_tells_no_format_is_refused_with_those_known(
    run: Run, session: str, elsewhere: Path, name: str
) -> None:
    done = run("export", session, "-o", name)
    assert done.status == 1
    assert done.err == [
        f"factdesk: {name}: its ending tells no format; known are .jsonl, .yaml, .csv, .md",
        "Or say it with --format.",
    ]
    assert not (elsewhere / name).exists()
    assert run("export", session, "-o", name, "--format", "jsonl").status == 0


def test_an_export_never_takes_the_place_of_a_session(run: Run, session: str, elsewhere: Path) -> None:
    stored = elsewhere / "sessions" / f"{session}.yaml"
    before = stored.read_bytes()
    done = run("export", session, "-o", str(stored))
    assert (done.status, stored.read_bytes()) == (1, before)
    assert "is a session" in done.err[0]


def test_a_note_is_no_formula_in_a_spreadsheet(run: Run, session: str) -> None:
    text = run("export", session, "--format", "csv").out.removeprefix("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["note"] == "'=SUM(A1)"


def test_status_counts(run: Run, session: str) -> None:
    done = run("status", session)
    assert done.status == 0
    line = done.out.splitlines()[1].split()
    assert line[:2] == [session, "2"]
    assert line[3] == "2"
    assert run("status").out == done.out
    assert run().out == done.out


def test_the_facts_are_summed_up_without_a_screen(run: Run, session: str) -> None:
    done = run("status", session, "--summary")
    assert done.status == 0
    assert done.out.split()[:7] == ["about", "place", "period", "value", "unit", "measure", "facts"]
    assert "1,200" in done.out
    assert "contradiction" not in done.out
    assert run("status", "--summary").status == 2


def test_contradictions_are_told_with_what_the_articles_say(run: Run, elsewhere: Path) -> None:
    for name, number in (("a", "1,200"), ("b", "1,300")):
        text = f"Oslo in 2021\n\nIn 2021 Oslo created {number} new urban jobs.\n"
        (elsewhere / f"{name}.txt").write_text(text, encoding="utf-8")
    with start(["a.txt", "b.txt"], reviewer="ann", session="two") as opened:
        while opened.left:
            opened.join_ready(wait=True)
        opened.review.accept(list(opened.review.claim_ids))
    lines = run("status", "two", "--summary").out.splitlines()
    at = lines.index("1 contradiction:")
    assert "1,200 job  a.txt: In 2021 Oslo created 1,200 new urban jobs." in lines[at + 2]
    assert "1,300 job  b.txt: In 2021 Oslo created 1,300 new urban jobs." in lines[at + 3]


def test_status_tells_of_a_damaged_session_after_the_others(run: Run, session: str, elsewhere: Path) -> None:
    (elsewhere / "sessions" / "bad.yaml").write_text("- [")
    done = run("status")
    assert done.status == 1
    assert session in done.out
    assert "bad.yaml" in done.err[0]


def test_what_could_not_be_read_is_counted_and_told(run: Run, session: str, news: Path) -> None:
    (news / "scan.txt").write_bytes(b"%PDF-1.7")
    start([str(news)], reviewer="ann", session=session).close()
    assert run("status").out.splitlines()[1].endswith("1 file not read")
    reason = "a PDF: save its text as .txt (for example with pdftotext) and open that"
    why = f"{news / 'scan.txt'}: not read: {reason}"
    assert why in run("status", session).out.splitlines()
    checked = run("check", session)
    assert checked.status == 0
    assert why in checked.out.splitlines()


def test_a_whole_session_is_checked(run: Run, session: str) -> None:
    done = run("check", session)
    assert (done.status, done.err) == (0, [])
    assert done.out.startswith("work: whole; 2 articles")


def test_check_tells_which_article_changed(run: Run, session: str, news: Path) -> None:
    (news / "a.txt").write_text("Something else.")
    done = run("check", session)
    assert done.status == 1
    assert "the file has changed since it was read" in done.out


def test_check_compares_texts_and_finds_out_nothing_else_about_them(
    run: Run, session: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for what in ("title_of", "published_on", "language_of"):
        monkeypatch.delattr(f"tui.articles.make.{what}")
    assert run("check", session).out.startswith("work: whole; 2 articles")


def test_check_tells_of_damage_by_line_and_leaves_the_file(run: Run, session: str, elsewhere: Path) -> None:
    path = elsewhere / "sessions" / "work.yaml"
    content = path.read_text(encoding="utf-8")[:-40]
    path.write_text(content, encoding="utf-8")
    done = run("check", session)
    assert done.status == 1
    assert len(done.err) <= 2
    assert "work.yaml:" in done.err[0]
    assert path.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("command", ["export", "check", "status"])
def test_a_claim_that_stands_twice_is_told_by_line(
    run: Run, session: str, elsewhere: Path, command: str
) -> None:
    path = elsewhere / "sessions" / "work.yaml"
    before, after = path.read_text(encoding="utf-8").split("claims:\n")
    path.write_text(f"{before}claims:\n{after.partition(chr(10))[0]}\n{after}", encoding="utf-8")
    done = run(command, session)
    assert done.status == 1
    (line,) = done.err
    assert f"work.yaml:{before.count(chr(10)) + 3}: claim " in line
    assert line.endswith("is already in the session")


@pytest.mark.parametrize("command", ["export", "check", "status", "resume"])
def test_a_session_that_is_not_there_is_told_with_those_that_are(
    run: Run, session: str, command: str
) -> None:
    done = run(command, "nope")
    assert done.status == 1
    assert "nope.yaml" in done.err[0]
    assert done.err[1] == f"Sessions here: {session}."


def test_without_any_session_a_newcomer_is_told_how_to_begin(run: Run) -> None:
    for arguments in ([], ["status"]):
        done = run(*arguments)
        assert done.status == 0
        assert "factdesk review FOLDER" in done.out
    assert run("resume").err[-1] == "Begin one with: factdesk review FOLDER"


@pytest.mark.parametrize("arguments", [["review", "news"], ["resume"]])
def test_the_desk_without_a_terminal_says_what_to_do_instead(
    run: Run, session: str, arguments: list[str]
) -> None:
    done = run(*arguments)
    assert done.status == 1
    assert done.err == ["factdesk: the desk needs a terminal", "Without one, use: factdesk extract PATH..."]


def test_wrong_settings_are_told_by_line(run: Run, news: Path, elsewhere: Path) -> None:
    (elsewhere / "factdesk.yaml").write_text("colour: blue\n")
    done = run("extract", news)
    assert done.status == 1
    assert "factdesk.yaml:1" in done.err[0]


def test_articles_that_are_no_longer_where_they_were_read_are_told(
    run: Run, session: str, elsewhere: Path
) -> None:
    before = run("status", session)
    assert "gone" not in before.out
    (elsewhere / "news" / "a.txt").rename(elsewhere / "here.txt")
    for command in ("status", "check"):
        done = run(command, session)
        assert done.status == 0
        told = [line for line in done.out.splitlines() if "news/a.txt: the file is gone" in line]
        assert len(told) == 1
        assert f"factdesk review PATH --session {session}" in done.out
