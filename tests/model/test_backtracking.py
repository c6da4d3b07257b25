"""Expressions that can backtrack without end are found before any text is read with them."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.backtracking import runaway


@pytest.mark.parametrize(
    "expression",
    [
        r"(a+)+(b|ab)*c",
        r"(a*)*",
        r"(?:\w+\s?)*x",
        r"(a|ab|b)*",
        r"(a?b?)*",
        r"(.*)*",
        r"(?:\d{1,3},?)+x",
        r"(\w+|\d+)+",
        r"(a+){0,30}b",
        r"(?:a{1,5}){3,}",
        r"(?=(a+)+b)",
        r"x(?:every |any |every )+y",
        r"\d*\d*\d*\d*x",
        r".*a?.*b?.*c?.*d",
    ],
)
def test_a_loop_that_reads_one_text_in_many_ways_is_told(expression: str) -> None:
    assert runaway(expression)


@pytest.mark.parametrize(
    "expression",
    [
        r"",
        r"a+b",
        r"(a|b)*",
        r"(?:ab|cd)+",
        r"(?:\w+ ){0,20}",
        r"\d{1,3}(?:,\d{3})+",
        r"\[\s?\d{1,3}(?:\s?[,;]\s?\d{1,3}){0,8}\s?\]",
        r"(?:[^,]+,)*",
        r"(?:x++ ?)+",
        r"(?:x*+y)+x*+",
        r"(?:(?>x+) ?)+",
        r"(?:\w+[-.])*\w+",
        r"[\w.-]{1,64}@[\w.-]+",
        r"(?:(?!a).)*",
        r"a*b*c*d*e*",
    ],
)
def test_a_loop_with_one_way_through_is_not(expression: str) -> None:
    assert runaway(expression) is None


def test_capitals_count_where_the_expression_tells_them_apart() -> None:
    assert runaway("(?:a|A)+ (?:the |[A-Z]{1,3} )*x", cased=True) is None
    assert runaway("(?:the |[A-Z]{1,3} )*x")


_ATOMS = st.sampled_from(["a", "b", "[ab]", "ab"])
EXPRESSIONS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{1,3}", "++"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=6,
)


# Always the same expressions: the check has limits, which chance should not find on somebody's machine.
@settings(deadline=None, max_examples=300, derandomize=True)
@given(expression=EXPRESSIONS, text=st.sampled_from(["a", "b", "ab", "aab", "abb"]))
def test_what_is_let_pass_ends_soon_on_every_text(expression: str, text: str) -> None:
    if runaway(expression) is not None:
        return
    pattern, hostile = re.compile(f"(?:{expression})c"), text * 32
    # Two characters more at a time, so that an expression without end is noticed before it is one.
    for length in range(2, 32, 2):
        start = time.process_time()
        pattern.match(hostile[:length])
        assert time.process_time() - start < 1, length
