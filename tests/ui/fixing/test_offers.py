from hypothesis import given, settings
from hypothesis import strategies as st

from tui.ui.fixing.offers import Known, likewise, offers
from tui.ui.fixing.suggest import SHOWN

MEANT = [f"meant {number}" for number in range(20)]


def test_what_may_be_meant_by_the_claim_comes_first_with_room_for_what_was_seen():
    found = offers(Known(likewise=["as before"], meant=MEANT, seen=["seen 1", "seen 2"]))

    assert found == ["as before", *MEANT[:7], "seen 1"]


def test_the_value_that_the_claim_has_is_not_offered():
    assert "meant 0" not in offers(Known(meant=MEANT), leave_out="meant 0")


def test_typing_narrows_to_what_begins_so_then_to_words_that_do():
    known = Known(
        meant=["new urban jobs", "urban unemployment rate", "suburban homes"],
        phrases=["urban areas"],
        seen=["urban jobs", "harbour"],
    )

    found = offers(known, "urb")

    assert found[:4] == ["urban unemployment rate", "urban jobs", "urban areas", "new urban jobs"]
    assert "suburban homes" not in found


def test_chinese_words_are_found_inside_a_value_too():
    assert offers(Known(meant=["城镇就业人数", "粮食产量"]), "就业") == ["城镇就业人数"]


def test_what_the_last_fix_put_before_or_took_away_is_offered_for_the_next():
    assert likewise("women", "jobless rate for women", "men") == "jobless rate for men"
    assert likewise("the total output", "output", "the total trade") == "trade"
    assert likewise("新增就业人数", "就业人数", "新增贷款") == "贷款"


def test_another_word_altogether_says_nothing_of_the_next():
    assert likewise("wages", "prices", "men") == ""
    assert likewise("", "prices", "men") == ""
    assert likewise("the total output", "output", "men") == ""


@settings(deadline=None)
@given(st.text(max_size=6), st.text(min_size=1, max_size=6), st.text(max_size=6), st.text(min_size=1))
def test_a_fix_made_likewise_of_the_same_value_is_that_fix(before, was, behind, now):
    became = before + was + behind
    if became != was:
        assert likewise(was, became, was) == became


@settings(deadline=None)
@given(st.lists(st.text(max_size=5)), st.lists(st.text(max_size=5)), st.text(max_size=3), st.text(max_size=3))
def test_at_most_nine_different_values_are_offered(meant, seen, typed, held):
    found = offers(Known(meant=meant, seen=seen), typed, leave_out=held)

    assert len(found) == len(set(found)) <= SHOWN
    assert "" not in found
    assert held not in found
