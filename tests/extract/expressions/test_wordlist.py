"""Words of a list are found as an expression of all of them would find them, and without compiling one."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.extract.expressions.wordlist import WordList, small

RUNS = re.compile(r"(?<![a-z])(?:[a-z]+|[^a-z\s])")
words = st.lists(st.text("ab \u4e2d", min_size=1, max_size=4).filter(lambda w: w == w.strip()), max_size=8)
texts = st.text("ab \u4e2d", max_size=24)


def as_expression(listed: list[str], text: str, edges: tuple[str, str]) -> list[tuple[int, int, str]]:
    longest = "|".join(sorted(map(re.escape, listed), key=len, reverse=True)) or "(?!)"
    found = re.finditer(f"{edges[0]}(?:{longest}){edges[1]}", text)
    return [(match.start(), match.end(), match[0]) for match in found]


@given(words, texts)
def test_words_that_are_not_spaced_stand_anywhere(listed: list[str], text: str) -> None:
    found = list(WordList(listed).found_in(text, 0, len(text)))
    assert found == as_expression(listed, text, ("", ""))


@given(words, texts)
def test_words_that_are_spaced_begin_and_end_where_letters_do(listed: list[str], text: str) -> None:
    found = list(WordList(listed, RUNS, "(?![a-z])").found_in(text, 0, len(text)))
    assert found == as_expression(listed, text, ("(?<![a-z])", "(?![a-z])"))


def test_a_word_ends_within_its_stretch() -> None:
    listed = WordList(["a", "ab", "abc"])
    assert listed.longest("a", "xabcd", 1, 5) == "abc"
    assert listed.longest("a", "xabcd", 1, 3) == "ab"
    assert listed.longest("b", "xabcd", 2, 5) == ""
    assert list(listed.found_in("abcab", 1, 4)) == [(3, 4, "a")]


def test_a_stretch_of_letters_that_began_before_it_begins_no_word() -> None:
    assert not list(WordList(["men"], RUNS, "(?![a-z])").found_in("women men", 2, 5))


def test_a_text_in_small_letters_keeps_its_places() -> None:
    assert small("ABC") == "abc"
    assert small("\u0130BC") == "ibc"
