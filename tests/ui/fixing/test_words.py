from hypothesis import given, settings
from hypothesis import strategies as st

from tui.text.cells import cells
from tui.ui.fixing.words import LABELS, words_near

PORT = "The harbour board (of Riga) said that “more pilots” trained for 12 days in 2023."
FERRY = "今年，青河港完成货物吞吐量320万吨，增长5%。"


def words(text, number, room=400):
    start = text.index(number)
    return words_near(text, (0, len(text)), (start, start + len(number)), room)


def chosen(found, first, last):
    shown = [word for _label, word in found.labelled()]
    return found.phrase(shown.index(first), shown.index(last))


def test_a_phrase_runs_from_its_first_word_to_its_last_whichever_is_chosen_first():
    found = words(PORT, "12")

    assert chosen(found, "harbour", "(of") == "harbour board (of"
    assert chosen(found, "Riga)", "harbour") == "harbour board (of Riga)"


def test_half_a_pair_of_marks_is_left_out_and_so_is_a_pair_round_it_all():
    found = words(PORT, "12")

    assert chosen(found, "“more", "pilots”") == "more pilots"
    assert chosen(found, "pilots”", "trained") == "pilots” trained"
    assert chosen(found, "(of", "Riga)") == "of Riga"


def test_chinese_is_chosen_by_characters_and_numbers_stay_whole():
    found = words(FERRY, "320")

    assert chosen(found, "货", "量") == "货物吞吐量"
    assert "320" in dict(found.labelled()).values()
    assert "，" not in dict(found.labelled()).values()


def test_where_there_is_little_room_the_words_near_the_number_have_labels():
    found = words(PORT, "12", room=40)

    shown = [word for _label, word in found.labelled()]
    assert "12" in shown
    assert "trained" in shown
    assert "harbour" not in shown
    assert [label for label, _word in found.labelled()] == list(LABELS[: len(shown)])


def test_a_label_that_stands_nowhere_is_no_word():
    found = words(FERRY, "320")

    assert found.at("a") == 0
    assert found.at("Z") is None
    assert found.at("") is None
    assert found.at("!") is None


@settings(deadline=None)
@given(st.text(alphabet="ab (“”)港量,.\n5", max_size=60), st.integers(0, 59), st.integers(0, 300))
def test_labels_never_take_more_room_than_there_is_and_words_keep_their_order(text, place, room):
    number = (min(place, len(text)), min(place + 1, len(text)))
    found = words_near(text, (0, len(text)), number, room)

    assert sum(cells(word) + 3 for _label, word in found.labelled()) <= room
    assert list(found.ranges) == sorted(found.ranges)
    for first in range(len(found.ranges)):
        assert found.phrase(first, first) in text
