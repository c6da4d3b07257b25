import gc
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.text import wrap as module
from tui.text.cells import cells
from tui.text.display import sanitise
from tui.text.wrap import CLOSING, OPENING, Measured, line_of, wrap

PIECES = st.sampled_from(
    [
        "国家统计局",
        "增长",
        "14.5%",
        "，",
        "。",
        "（",
        "）",
        "“",
        "”",
        "……",
        "——",
        "new",
        " ",
        "  ",
        "jobs",
        "\n",
        "don't",
        "《",
        "》",
        "http://example.org/a/very/long/address",
        "e\u0301\u0301",
        "한국",
        "👍",
        "¥3,000",
        "(",
        ")",
        "、",
        "a",
        "　",
        "שלום",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=80)).map(sanitise)
WIDTHS = st.integers(3, 40)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[int]]:
    text = draw(TEXTS)
    if not text:
        return text, []
    return text, sorted(draw(st.sets(st.integers(0, len(text) - 1), max_size=8)))


@given(marked(), WIDTHS)
@settings(deadline=None, max_examples=500)
def test_lines_join_to_the_text_and_none_is_too_wide(sample: tuple[str, list[int]], width: int) -> None:
    text, marks = sample
    lines = wrap(text, width, marks)
    assert "".join(text[start:end] for start, end in lines) == text
    assert [line.start for line in lines[1:]] == [line.end for line in lines[:-1]]
    for start, end in lines:
        shown = text[start:end].rstrip()
        assert cells(shown) + sum(start <= mark < start + len(shown) for mark in marks) <= width
        assert "\n" not in text[start : end - 1]


def may_part(text: str, place: int) -> bool:
    """An independent reading of the rules: may a line end before ``place``?"""
    before, after = text[place - 1], text[place]
    if before.isspace():
        return not after.isspace()
    ideographs = "\u4e00" <= before <= "\u9fff" and "\u4e00" <= after <= "\u9fff"
    return ideographs or (before in "，。）》、" and "\u4e00" <= after <= "\u9fff")


@given(TEXTS, WIDTHS)
@settings(deadline=None, max_examples=500)
def test_no_line_begins_or_ends_with_a_forbidden_mark_if_that_can_be_helped(text: str, width: int) -> None:
    lines = wrap(text, width)
    for previous, line in pairwise(lines):
        if line.start >= len(text) or text[line.start - 1] == "\n":
            continue
        first, last = text[line.start], text[previous.start : previous.end].rstrip()[-1:]
        if first.isspace() or text[line.start - 1].isspace():
            continue
        if first in CLOSING or (last and last in OPENING):
            # Then nothing before it on its line gave leave to break.
            inside = range(previous.start + 1, line.start)
            assert not any(may_part(text, place) for place in inside), text[previous.start : line.start + 1]


@given(TEXTS, WIDTHS)
@settings(deadline=None, max_examples=300)
def test_a_combining_mark_stays_with_its_letter(text: str, width: int) -> None:
    for line in wrap(text, width)[1:]:
        if line.start < len(text) and text[line.start - 1] != "\n":
            assert text[line.start] != "\u0301" or text[line.start - 1].isspace()


@given(marked(), WIDTHS)
@settings(deadline=None)
def test_a_paragraph_alone_wraps_as_it_does_among_others(sample: tuple[str, list[int]], width: int) -> None:
    text, marks = sample
    whole = wrap(text, width, marks)
    start = 0
    parts: list[int] = []
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        parts += Measured(text, marks).part(start, end, width)
        start = end
    assert [line.start for line in whole if line.start < len(text)] == parts


@given(marked(), st.lists(WIDTHS, min_size=2, max_size=4))
@settings(deadline=None)
def test_a_text_measured_once_wraps_at_any_width(sample: tuple[str, list[int]], widths: list[int]) -> None:
    text, marks = sample
    measured = Measured(text, marks)
    for width in widths:
        assert measured.starts(width) == [line.start for line in wrap(text, width, marks)]


def test_another_width_measures_no_words_again(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = Measured("Many words of a town. \u6587\u5b57\u5f88\u591a\n" * 9)
    measured.starts(10)
    monkeypatch.setattr(module, "_UNIT", None)
    assert len(measured.starts(8)) > len(measured.starts(16))


@given(TEXTS, WIDTHS)
@settings(deadline=None)
def test_every_offset_lies_on_the_line_that_holds_it(text: str, width: int) -> None:
    lines = wrap(text, width)
    starts = [line.start for line in lines]
    for offset in range(len(text)):
        start, end = lines[line_of(starts, offset)]
        assert start <= offset < end
    assert line_of(starts, len(text)) == len(lines) - 1


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("（路透） 国家统计局表示", 12, ["（路透） 国", "家统计局表示"]),
        ("增长14.5%，其中", 8, ["增长", "14.5%，", "其中"]),
        ("同比增长（去年）", 10, ["同比增长", "（去年）"]),
        ("created in the city", 10, ["created in ", "the city"]),
        ("don't (stop) 3,000", 7, ["don't ", "(stop) ", "3,000"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("", 10, [""]),
        ("new urban jobs\nup", 9, ["new urban ", "jobs\n", "up"]),
        ("created now is\nup", 7, ["created ", "now is\n", "up"]),
        ("x created\nup", 7, ["x ", "created\n", "up"]),
        ("a\n\nb\n", 10, ["a\n", "\n", "b\n", ""]),
    ],
)
def test_wraps_as_typesetters_do(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == lines


@pytest.mark.parametrize(
    "unit", ["(", "“", "，", "a", "中", "a(", "（a", "中，", "e\u0301", " ", "增长14.5%，"]
)
def test_one_paragraph_of_any_length_takes_linear_time(unit: str) -> None:
    def best(count: int) -> float:
        text = unit * (count // len(unit))
        times = []
        for _ in range(3):
            begun = time.process_time()
            wrap(text, 76)
            times.append(time.process_time() - begun)
        return max(min(times), 1e-4)

    assert best(160_000) < 40 * best(16_000)


def test_another_width_leaves_nothing_for_the_collector_to_look_through() -> None:
    measured = Measured("Many words of a town. 文字很多\n" * 900)
    measured.starts(10)
    gc.disable()
    before = gc.get_count()[0]
    lines, left = len(measured.starts(8)), gc.get_count()[0] - before
    gc.enable()
    assert lines > 900 > 9 * left
