import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text.cells import cells
from tui.text.display import STAND_IN, one_line, revealed, sanitise

ANY_TEXT = st.text(alphabet=st.characters(), max_size=200)  # surrogates and unassigned characters as well
OBEYED = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


@given(ANY_TEXT)
@settings(deadline=None, max_examples=400)
def test_keeps_length_and_lets_nothing_through_that_a_terminal_obeys(text: str) -> None:
    shown = sanitise(text)
    assert len(shown) == len(text)
    assert all(char == "\n" or unicodedata.category(char) not in OBEYED for char in shown)
    shown.encode("utf-8")


@given(ANY_TEXT)
@settings(deadline=None, max_examples=400)
def test_is_its_own_inverse_and_adds_up_as_the_screen_counts(text: str) -> None:
    shown = one_line(text)
    assert sanitise(shown) == shown
    assert cells(shown) == cell_len(shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\u241b[31mb"),
        ("\x07\x00\x7f", "\u2407\u2400\u2421"),
        ("\x9b31m", STAND_IN + "31m"),
        ("a\u202eb\u2066c", f"a{STAND_IN}b{STAND_IN}c"),
        ("a\tb\u200bc\u00a0d", "a b c d"),
        ("x\u2028y\u2029z", f"x{STAND_IN}y{STAND_IN}z"),
        ("one\r\ntwo\rthree\n", "one \ntwo\nthree\n"),
        ("\ud800", STAND_IN),
        ("\U0001f1e8\U0001f1f3", "CN"),
        ("\u26a0\ufe0f", "\u26a0 "),
        ("增长14.5％，全角　空格", "增长14.5％，全角　空格"),
        ("[/][@click=app.quit]", "[/][@click=app.quit]"),
        ("e\u0301 שלום", "e\u0301 שלום"),
    ],
)
def test_shows_each_kind_of_character_as_one(text: str, shown: str) -> None:
    assert sanitise(text) == shown


def test_a_long_text_costs_no_more_per_character_than_a_short_one() -> None:
    def best(text: str) -> float:
        times = []
        for _ in range(5):
            begun = time.process_time()
            sanitise(text)
            times.append(time.process_time() - begun)
        return min(times)

    text = "增长\x1b14.5%，\u202e" * 2000
    assert best(text * 10) < 40 * best(text)


@given(ANY_TEXT)
@settings(deadline=None, max_examples=400)
def test_reading_the_raw_text_every_character_is_seen_and_none_obeyed(text: str) -> None:
    shown = revealed(text)
    assert len(shown) == len(text)
    for char, sign in zip(text, shown, strict=True):
        assert char == "\n" == sign or unicodedata.category(sign) not in OBEYED
        assert sign != " " or char == " "


def test_signs_tell_common_invisible_characters_apart() -> None:
    assert (
        revealed("a\tb\r\nc\u00a0d\u200be\u00adf\x1bg")
        == f"a\u2409b\u240d\nc\u237dd{STAND_IN}e\u00acf\u241bg"
    )
    assert revealed("caf\u0065\u0301 \u53bf\u3000") == "caf\u0065\u0301 \u53bf\u3000"
