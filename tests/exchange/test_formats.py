"""Every format keeps what it is given, exactly, and lets no text be more than text."""

import csv
import io
import json
import re
import unicodedata
from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.samples import NASTY, row, rows
from tui.exchange import COLUMNS, FORMATS, Row, write
from tui.exchange.csvfile import FORMULA, NUMBER, guarded
from tui.text.display import sanitise


def written(name: str, content: list[Row]) -> str:
    stream = io.StringIO(newline="")
    assert write(name, content, stream, sanitise) == len(content)
    return stream.getvalue()


def unguarded(cell: str) -> str:
    bare = cell[1:]
    return bare if cell[:1] == "'" and FORMULA.match(bare) and not NUMBER.fullmatch(bare) else cell


def read_csv(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    lines = csv.reader(io.StringIO(text[1:], newline=""))
    names = next(lines)
    return [dict(zip(names, map(unguarded, cells), strict=True)) for cells in lines]


@given(st.lists(rows, max_size=3))
@settings(deadline=None, max_examples=60)
def test_jsonl_keeps_every_field(content: list[Row]) -> None:
    lines = written("jsonl", content).split("\n")
    assert lines.pop() == ""
    assert [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in lines] == [
        given | {"confidence": Decimal(repr(given["confidence"]))} for given in content
    ]


@given(st.lists(rows, max_size=3))
@settings(deadline=None, max_examples=60)
def test_yaml_keeps_every_field(content: list[Row]) -> None:
    class Exact(yaml.SafeLoader):
        pass

    exact = Exact.construct_scalar
    Exact.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(exact(loader, node)))
    Exact.add_constructor("tag:yaml.org,2002:int", lambda loader, node: Decimal(exact(loader, node)))
    found = yaml.load(written("yaml", content), Loader=Exact)
    for one in found:
        one["confidence"] = float(one["confidence"])
    assert found == content


@given(st.lists(rows, min_size=1, max_size=3))
@settings(deadline=None, max_examples=60)
def test_csv_keeps_text_numbers_and_ranges(content: list[Row]) -> None:
    for found, given_row in zip(read_csv(written("csv", content)), content, strict=True):
        for name in ("doc", "id", "text", "unit", "subject", "quote", "bound", "status"):
            assert found[name] == given_row[name]
        for name in ("per", "place", "period", "indicator"):
            assert found[name] == (given_row[name] or "")
        value = given_row["value"]
        low_and_high = [Decimal(part) for part in found["value"].split("..")]
        assert low_and_high == (value if isinstance(value, list) else [value])


@given(rows)
@settings(deadline=None, max_examples=60)
def test_no_csv_cell_is_a_formula(content: Row) -> None:
    text = written("csv", [content])
    for cell in list(csv.reader(io.StringIO(text[1:], newline="")))[1]:
        assert NUMBER.fullmatch(cell) or cell.lstrip()[:1] not in {"=", "+", "-", "@", "\uff1d"}
        assert cell[:1] not in {"\t", "\r"}


def test_a_negative_number_stays_a_number_in_csv() -> None:
    (found,) = read_csv(written("csv", [row(value=Decimal("-3.4"), text="-3.4%")]))
    assert (found["value"], found["text"]) == ("-3.4", "-3.4%")


@pytest.mark.parametrize("text", ["=1+1", "  =1", "\t=1", "@SUM(A1)", "-2+3", "+x", "\uff1d1", "\rx"])
def test_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("name", ["jsonl", "yaml", "csv", "md", "table"])
def test_a_number_is_written_in_full(name: str) -> None:
    text = written(name, [row(value=Decimal("1.4E+14")), row(value=Decimal("-0.6667"))])
    assert "140000000000000" in text
    assert "-0.6667" in text


@given(rows)
@settings(deadline=None, max_examples=40)
@pytest.mark.parametrize("name", [form.name for form in FORMATS.values() if form.for_eyes])
def test_what_is_for_eyes_holds_nothing_a_terminal_would_obey(name: str, content: Row) -> None:
    shown = written(name, [content]).replace("\n", "")
    assert not [char for char in shown if unicodedata.category(char) in {"Cc", "Cf"}]


@given(rows)
@settings(deadline=None, max_examples=60)
def test_a_markdown_row_has_as_many_cells_as_its_heading(content: Row) -> None:
    lines = written("md", [content]).splitlines()
    cells = [len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines if line.startswith("|")]
    assert len(cells) == 3
    assert len(set(cells)) == 1


@pytest.mark.parametrize("text", NASTY)
def test_markdown_takes_text_for_text(text: str) -> None:
    line = written("md", [row(subject=text)]).splitlines()[-1]
    assert not re.search(r"(?<!\\)[<\[*_`=@]", line.replace("---", ""))


def test_markdown_has_a_table_for_each_article() -> None:
    text = written("md", [row(doc="a.txt"), row(doc="a.txt"), row(doc="b.txt")])
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["a.txt", "b.txt"]
    assert len([line for line in text.splitlines() if line.startswith("| 42 ")]) == 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [("jsonl", ""), ("yaml", "[]\n"), ("csv", "\ufeff" + ",".join(COLUMNS) + "\r\n"), ("md", "No claims.\n")],
)
def test_no_rows_is_a_valid_file(name: str, expected: str) -> None:
    assert written(name, []) == expected


def test_the_table_names_a_denominator_and_keeps_markup_as_text() -> None:
    text = written("table", [row(subject="[/] x", per="year")])
    assert "[/] x" in text
    assert "person/year" in text


@pytest.mark.parametrize("name", list(FORMATS))
def test_nothing_that_a_terminal_would_obey_is_written_to_one(name: str) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal(newline="")
    write(name, [row(subject="\x9b31m \u202e \x1b]0;x\x07", quote="\x85")], stream, sanitise)
    shown = re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue()) if name == "table" else stream.getvalue()
    found = {char for char in shown if unicodedata.category(char) in {"Cc", "Cf"}}
    assert found <= {"\n", "\r", "\ufeff"}
