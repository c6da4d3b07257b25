"""Expressions that are looked for together find what each, or their alternation, would."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.extract.expressions.expression import Expression, Side
from tui.extract.expressions.shape import loose
from tui.extract.expressions.sought import NO_LETTER_BEFORE, Entry, Sought

WHOLE = ["a", "ab", "b+", "(?<=a)b", "ba?", "c", "(?!)", "1a", "[(]a", "万元", "[万元]a", r"1\d", r"\d\sa"]
WORDS = ["^ab?", r"\babc", r"\babcd?", r"\b(?:abc|a b) a", f"{NO_LETTER_BEFORE}bcd"]
SOURCES = st.lists(st.sampled_from(WHOLE + WORDS), min_size=1, max_size=6)
TEXTS = st.text("abcd 1(\n万元é", max_size=14)


def sought(listed: list[str]) -> Sought:
    return Sought(Entry(Expression(source), source, loose(source)) for source in listed)


@settings(deadline=None, max_examples=400)
@given(SOURCES, TEXTS)
def test_the_first_of_those_that_begin_soonest_is_found(listed: list[str], text: str) -> None:
    together = re.compile("|".join(f"({source})" for source in listed))
    found = [(number, match.span()) for number, match in sought(listed).first_in(Side.of(text))]
    assert found == [((match.lastindex or 0) - 1, match.span()) for match in together.finditer(text)]


@settings(deadline=None, max_examples=400)
@given(SOURCES, TEXTS)
def test_each_finds_what_it_would_alone(listed: list[str], text: str) -> None:
    found = sorted((number, match.span()) for number, match in sought(listed).found_in(Side.of(text)))
    assert found == [(n, m.span()) for n, source in enumerate(listed) for m in re.finditer(source, text)]


def test_words_and_figures_are_tried_where_they_stand() -> None:
    known = sought([r"\bsoon\b", r"\d{2}:\d\d", "o+", r"\bto\b", "(?:yes)?"])
    assert list(known.tries("as soon as 00 or 00:00")) == [(3, 0), (17, 1)]
    assert known.asked("as soon as 00 or 00:00") == [2, 4]


def test_what_only_begins_a_text_is_tried_there_alone() -> None:
    known = sought(["^(?:a|1)b", r"^\s*1|^万", "^a|b"])
    assert known.tries("ab 0b b") == [(0, 0)]
    assert known.tries(" 0b ab") == [(0, 1)]
    assert known.asked("ab 0b b") == [2]


def test_nothing_is_found_by_nothing() -> None:
    assert not list(sought([]).first_in(Side.of("a")))
