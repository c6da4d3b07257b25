"""Expressions that are tried one by one match what their alternation would."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.extract.expressions.expression import matches

sources = st.lists(st.sampled_from(["a", "ab", "b+", "(?<=a)b", "ba?", "c", "(?!)"]), min_size=1, max_size=4)


@given(sources, st.text("abcd", max_size=12))
def test_the_first_of_those_that_begin_soonest_is_found(listed: list[str], text: str) -> None:
    together = re.compile("|".join(f"({source})" for source in listed))
    found = [(number, match.span()) for number, match in matches([*map(re.compile, listed)], text)]
    assert found == [((match.lastindex or 0) - 1, match.span()) for match in together.finditer(text)]


def test_nothing_is_found_by_nothing() -> None:
    assert not list(matches([], "a"))
