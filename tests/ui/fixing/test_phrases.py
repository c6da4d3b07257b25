from hypothesis import given, settings
from hypothesis import strategies as st

from tui.ui.fixing.phrases import LONGEST, phrases

TEXT = "The rate for adult women rose, and rates of long-term jobs fell."


def test_phrases_begin_at_the_word_that_is_typed_and_grow_word_by_word():
    assert phrases(TEXT, "adu") == ["adult", "adult women", "adult women rose"]


def test_they_end_before_the_next_mark_and_keep_hyphens():
    assert phrases(TEXT, "long") == ["long-term", "long-term jobs", "long-term jobs fell"]


def test_every_place_counts_and_case_does_not():
    assert phrases(TEXT, "RATE")[:3] == ["rate", "rates", "rate for"]


def test_scripts_without_spaces_grow_character_by_character():
    assert phrases("\u65b0\u589e\u57ce\u9547\uff0c\u57ce", "\u57ce") == ["\u57ce", "\u57ce\u9547"]


def test_torn_ones_are_left_out():
    ends = {TEXT.index("women") + len("women")}
    assert phrases(TEXT, "adu", lambda _start, end: end in ends) == ["adult women"]


@settings(deadline=None)
@given(st.text(alphabet="ab c,\u57ce\u9547-\n1", max_size=40), st.text(alphabet="abc\u57ce 1", max_size=4))
def test_every_phrase_stands_in_the_text_and_begins_with_what_was_typed(text, typed):
    for phrase in phrases(text, typed):
        assert phrase in text
        assert phrase.casefold().startswith(typed.strip().casefold())
        assert len(phrase.split()) <= LONGEST
