"""Files become articles, character for character; what is none is told in one line and the others go on."""

import io
import json
import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.articles import ReadProblem, count_articles, read_articles
from tui.articles import reader as reader_module
from tui.articles.encodings import NotTextError, decode
from tui.articles.headers import header_rules
from tui.model import Article

CHINESE = "2021年全市新增就业4.2万人，比上年增长5%。\r\n其中高校毕业生占三成，就业形势总体稳定。\n"
TRADITIONAL = "去年全市新增就業機會四萬個，比前年增加百分之五。\r\n其中大學畢業生佔三成。\n"


def read(*paths: object) -> list[Article | ReadProblem]:
    return list(read_articles(map(str, paths)))


def only(path: Path) -> Article:
    (found,) = read(path)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-8-sig", "utf-8"),
        (CHINESE, "utf-16", "utf-16-le"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "utf-16-be", "utf-16-be"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "utf-16", "utf-16-le"),
        ("The minister’s “plan” was dropped – at last.\r\n", "cp1252", "cp1252"),
        ("Plain words.\r\n", "ascii", "utf-8"),
        ("Plain words.\r\n", "utf-16-le", "utf-16-le"),
    ],
)
def test_encodings_are_recognised_and_the_text_kept(
    tmp_path: Path, text: str, encoding: str, told: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    article = only(path)
    assert article.text == text
    assert article.encoding == told


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
@settings(deadline=None)
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    marked = text.startswith("\ufeff")
    assert decode(text.encode(), header_rules()) == (text[marked:], "utf-8")


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_text_or_refused_in_one_line(data: bytes) -> None:
    told = ""
    try:
        text, encoding = decode(data, header_rules())
    except NotTextError as error:
        told = str(error)
    else:
        assert text.encode(encoding) in data
    assert "\n" not in told


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\v", "\x1b[31m", "\x00"])
def test_line_ends_and_controls_stay_where_they_are(tmp_path: Path, end: str) -> None:
    text = f"{'Some words here' * 10}{end}more{end}"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert only(path).text == text


def test_plain_text_with_zeros_in_it_is_not_taken_for_utf_16(tmp_path: Path) -> None:
    (tmp_path / "few.txt").write_bytes(b"In 2023 the town made 5,200 jobs,\0 up 4%.\0" * 20)
    (tmp_path / "many.txt").write_bytes(b"In 2023\0 made 5,200\0 jobs, up 4%.\0" * 20)
    few, many = read(tmp_path)
    assert isinstance(few, Article)
    assert few.text.startswith("In 2023 the town made 5,200 jobs,\0 up")
    assert isinstance(many, ReadProblem)
    assert "not a text file" in many.message


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "docx"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 4, "not a text file"),
        (b"\x00" * 100, "not a text file"),
        (b"\xff\xfea", "damaged"),
    ],
)
def test_what_is_no_article_is_told_and_the_others_go_on(tmp_path: Path, data: bytes, told: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    (tmp_path / "b.txt").write_text("Some words.")
    problem, article = read(tmp_path)
    assert isinstance(problem, ReadProblem)
    assert told in problem.message
    assert str(problem).startswith(str(tmp_path / "a.txt"))
    assert isinstance(article, Article)


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_module, "MAX_BYTES", 1_000_000)
    (tmp_path / "a.txt").write_bytes(b"x" * 1_000_001)
    (problem,) = read(tmp_path / "a.txt")
    assert "larger than 1 MB" in str(problem)


def test_an_unreadable_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Some words.")

    def refuse(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    (problem,) = read(path)
    assert str(problem) == f"{path}: cannot be read: permission denied"


def test_a_dangling_link_and_a_missing_file_are_told(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    first, second = read(tmp_path / "link.txt", tmp_path / "gone.txt")
    assert "no such file" in str(first)
    assert "no such file" in str(second)


def test_folders_are_read_below_and_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.TEXT", ".hidden/x.txt", ".x.txt", "c.pdf", "d.gold.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Some words of {name}.")
    assert [article.name for article in read(tmp_path) if isinstance(article, Article)] == [
        "b.txt",
        "y.TEXT",
        "z.md",
    ]
    assert count_articles([str(tmp_path)]) == 3


@pytest.mark.skipif(os.name == "nt", reason="pipes and sockets of other systems")
@pytest.mark.parametrize("named", ["", "*.txt"])
def test_pipes_sockets_and_devices_that_are_found_are_passed_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    Path("a.txt").write_text("In 2021 there were 5 jobs.", "utf-8")
    Path("gone.txt").symlink_to("nowhere")
    Path("zero.txt").symlink_to("/dev/zero")
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        found = read(tmp_path / named)
    assert [Path(each.path).name for each in found] == ["a.txt", "gone.txt"]
    assert [isinstance(each, ReadProblem) for each in found] == [False, True]


def test_an_empty_folder_and_a_pattern_without_match_are_told(tmp_path: Path) -> None:
    problems = read(tmp_path, tmp_path / "*.txt")
    assert [isinstance(p, ReadProblem) for p in problems] == [True, True]


def test_patterns_match_and_nothing_is_read_twice(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Words of {name}.")
    assert len(read(tmp_path / "*.txt", tmp_path, tmp_path / "a.txt")) == 2


def test_a_file_with_pattern_characters_in_its_name_is_itself(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("Some words.")
    assert only(tmp_path / "a[1].txt").name == "a[1].txt"


def test_rows_of_json_lines_are_articles(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    rows = [
        json.dumps({"id": "one", "text": "First text."}),
        "{not json",
        "",
        json.dumps({"id": "two"}),
        json.dumps({"id": "three", "text": CHINESE, "more": 1}, ensure_ascii=False),
        json.dumps({"id": "four", "text": " "}),
    ]
    path.write_text("\ufeff" + "\n".join(rows), encoding="utf-8", newline="")
    first, bad, missing, third, empty = read(path)
    assert isinstance(first, Article)
    assert isinstance(third, Article)
    assert (first.name, third.name, third.text) == ("one", "three", CHINESE)
    assert [str(p).removeprefix(f"{path}: ").split(":")[0] for p in (bad, missing, empty)] == [
        "line 2",
        "line 4",
        "line 6",
    ]
    assert count_articles([str(path)]) is None


def test_many_bad_rows_are_summed_up(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("[]\n" * 50)
    assert len(read(path)) == reader_module.SHOWN_BAD_ROWS + 1
    assert "45 more" in str(read(path)[-1])


def test_standard_input_is_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CHINESE.encode("gb18030"))))
    (article,) = read("-")
    assert isinstance(article, Article)
    assert article.text == CHINESE


def test_the_id_comes_from_the_text_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(CHINESE.encode("gb18030"))
    (tmp_path / "b.txt").write_bytes(CHINESE.encode("utf-16"))
    one, other = only(tmp_path / "a.txt"), only(tmp_path / "b.txt")
    assert one.id == other.id == one.sha256[:12]


def test_a_single_line_of_a_million_characters_is_read_quickly(tmp_path: Path) -> None:
    text = "The number of jobs rose by 5 percent in 2021, " * 25_000
    (tmp_path / "a.txt").write_text(text)
    assert only(tmp_path / "a.txt").text == text
