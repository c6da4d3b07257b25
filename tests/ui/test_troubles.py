"""What is wrong with a filter, a decision or a file is told in the reader's language."""

import ast
import errno
import os
import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.ui.making import desk, english, open_session
from tui.articles import ReadProblem
from tui.model import Changes
from tui.model.telling import Told
from tui.review import ReviewError
from tui.review.query import REASONS, QueryError, parse
from tui.storage import StorageError
from tui.storage.errors import DamagedError, os_reason
from tui.storage.yamltext import parse as yaml_parse
from tui.ui.i18n import use_language
from tui.ui.troubles import in_words
from tui.ui.widgets.status_line import StatusLine

ROOT = Path(__file__).parents[2]
# Here reasons are put together from what a parser says of a place.
DETAILS = {"document.py", "journal.py"}

WRONG = (
    'subject:"jobs',
    'a"b"c',
    "unit:",
    "colour:red",
    "plcae:River",
    "unit<5",
    "state:maybe",
    "state:acepted",
    "conf<high",
    "a " * 65,
)


def why(filter_text: str) -> QueryError:
    with pytest.raises(QueryError) as refused:
        parse(filter_text)
    return refused.value


def test_every_reason_of_the_filter_language_is_tried_here():
    used = {code for text in WRONG for code in (why(text).reason, why(text).mend)}
    assert used == set(REASONS)


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_filter_is_told_in_chinese_with_its_details(text):
    error = why(text)
    use_language("zh_CN")
    try:
        words = in_words(error)
    finally:
        use_language("en")
    assert in_words(error) == str(error)
    assert words != str(error)
    (sentence,) = error.args
    for part in (sentence.parts["reason"], sentence.parts["mend"]):
        assert all(part.parts[name] in words for name in part.parts if f"{{{name}" in part.template)


def chinese(error: object) -> str:
    use_language("zh_CN")
    try:
        return in_words(error)
    finally:
        use_language("en")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (Changes(value=(Decimal(6), Decimal(5))), "\u8303\u56f4 6 \u5230 5 \u98a0\u5012"),
        (Changes(unit=" "), "\u5355\u4f4d\u4e3a\u7a7a"),
        (
            Changes(period="soon"),
            "\u65f6\u95f4 'soon' \u4e0d\u5408 EDTF\uff1a'soon' \u4e0d\u662f\u65e5\u671f",
        ),
    ],
)
def test_what_cannot_be_decided_is_told_in_chinese(tmp_path: Path, changes: Changes, words: str):
    opened = open_session(tmp_path, [english()])
    with pytest.raises(ReviewError) as refused:
        opened.review.fix(opened.review.claim_ids[0], changes)
    opened.close()
    assert words in chinese(refused.value)
    assert in_words(refused.value) == str(refused.value)


def test_what_a_disk_refuses_is_told_in_chinese_with_its_place():
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    error = StorageError("a.yaml", Told("could not be written: {reason}", reason=os_reason(full)), 3)
    assert str(error) == in_words(error) == "a.yaml:3: could not be written: no space left on device"
    assert chinese(error) == "a.yaml:3\uff1a\u65e0\u6cd5\u5199\u5165\uff1a\u78c1\u76d8\u5df2\u6ee1"
    assert chinese(full) == "\u78c1\u76d8\u5df2\u6ee1"
    assert chinese(ReadProblem("a.txt", Told("empty: there is no text in it"))).startswith(
        "a.txt\uff1a\u7a7a"
    )
    assert chinese(OSError(errno.EPIPE, "Broken {pipe}")) == "broken {pipe}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name: 'x\n", "a quote or a bracket is never closed"),
        ("name: [1, 2\nrules: 3\n", "a comma or a closing bracket is missing"),
        ("name: {a: 1\nb: 2\n", "a comma or a closing bracket is missing"),
        ('name: "\\q"\n', "what stands behind a backslash is no sign that YAML knows"),
        ("name:\tx\n\t- y\n", "a tab stands where only spaces may stand"),
        ("%FOO\n---\nname: x\n", "something stands before the beginning or behind the end"),
        ("name: @x\n", "nothing may begin with a tab, @, % or `: use spaces or quotes"),
        ("name: a: b\n", "a colon, a quote or the indentation is wrong here or just above"),
        ("name: !<x y\n", "a colon, a quote or the indentation is wrong here or just above"),
    ],
)
def test_what_a_parser_finds_is_told_in_words_of_our_own(text: str, words: str):
    with pytest.raises(DamagedError) as refused:
        yaml_parse(text.encode(), Path("a.yaml"))
    error = refused.value
    assert in_words(error) == str(error) == f"a.yaml:{error.line}: is not YAML: {words}"
    told = chinese(error)
    assert told.startswith(f"a.yaml:{error.line}\uff1a")
    assert set(re.findall(r"[A-Za-z]{2,}", told)) == {"yaml", "YAML"}


def raised() -> list[tuple[Path, ast.expr]]:
    """The reason of every error of the review and of files that is raised where nobody knows a language."""
    found = []
    names = {"ReviewError", "StorageError", "DamagedError", "TooNewError", "ReadOnlyError", "ReadProblem"}
    for folder in ("review", "storage", "articles", "workspace"):
        for path in sorted((ROOT / "tui" / folder).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                    found += [(path, each) for each in node.args[:2]]
    return found


def test_no_reason_is_a_sentence_that_only_english_readers_have():
    bare = [
        f"{path.name}:{each.lineno}: {ast.unparse(each)}"
        for path, each in raised()
        if (isinstance(each, ast.Constant) and isinstance(each.value, str) and " " in each.value)
        or (isinstance(each, ast.JoinedStr) and " " in ast.unparse(each) and path.name not in DETAILS)
    ]
    assert bare == []


async def test_the_desk_tells_in_chinese_why_a_decision_was_not_saved(tmp_path: Path):
    async with desk(open_session(tmp_path), language="zh_CN") as (app, hands):
        opened = app._opened
        opened.file._journal.path.unlink(missing_ok=True)
        await hands.press("a")
        opened.file._journal.path.unlink()
        await hands.press("a")
        said = app.screen.query_one(StatusLine).text
        assert "\u88ab\u5176\u4ed6\u7a0b\u5e8f\u6539\u52a8\u6216\u5220\u9664" in said
        assert "changed" not in said
