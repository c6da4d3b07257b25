import sys
from decimal import Decimal
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.making import article_of, claim_of
from tui.model import Changes, Session
from tui.review import Review, folded, near
from tui.review.near import AROUND
from tui.review.query import parse


def review_of(text: str, places: list[int]) -> Review:
    article = article_of("a", text)
    claims = tuple(claim_of(article, place, place + 1, value=Decimal(1)) for place in sorted(set(places)))
    return Review(Session(name="s", created="", articles=(article,), claims=claims), reviewer="ann")


def in_its_line(text: str, place: int, words: str) -> bool:
    before = text[max(0, place - AROUND) : place].rpartition("\n")[2]
    return words in before + text[place : place + 1 + AROUND].partition("\n")[0]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["ab", "b", "c" * 90, "\n", "d" * AROUND]), min_size=1, max_size=20),
    st.lists(st.integers(0, 10_000), min_size=1, max_size=6),
    st.sampled_from(["a", "ab", "b", "bb", "cd", "abab"]),
)
def test_words_are_near_where_they_stand_in_the_line_and_not_far_off(parts, at, words):
    text = "".join(parts)
    places = [place % len(text) for place in at]
    places = [place for place in places if text[place] != "\n"]
    review = review_of(text, places)
    found = [review[claim_id].claim.start for claim_id in parse(f"text:{words}").select(review)]
    assert found == [place for place in sorted(set(places)) if in_its_line(text, place, words)]


def test_words_are_found_in_a_line_that_grows_when_it_is_compared():
    text = "1\u2026\u2026\u5c31\u4e1a\u2026\u2026\n2 \uff2a\uff2f\uff22\uff33\n"
    review = review_of(text, [0, text.index("2")])
    assert [review[name].claim.start for name in parse("text:\u5c31\u4e1a").select(review)] == [0]
    assert [review[name].claim.start for name in parse("text:jobs").select(review)] == [text.index("2")]


def test_no_words_at_all_are_near_every_claim():
    review = review_of("1 home\n\n2 jobs\n", [0, 8])
    assert parse('text:""').select(review) == review.claim_ids
    assert parse('-text:""').select(review) == []


def test_words_do_not_stand_across_the_end_of_a_line():
    review = review_of("1 home\n2 jobs\n", [0, 7])
    assert parse('text:"home\n2"').select(review) == []


def test_a_letter_that_is_everywhere_is_not_looked_at_everywhere():
    size = 50_000
    review = review_of("e" * size, list(range(0, size, 100)))
    lines = 0

    def ran(frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal lines
        lines += event == "line" and frame.f_code.co_filename.startswith(str(Path(folded.__file__).parent))
        return ran

    sys.settrace(ran)
    try:
        found = parse("text:e").select(review)
    finally:
        sys.settrace(None)
    assert found == review.claim_ids
    assert lines < size // 10


def test_what_was_told_of_while_it_was_typed_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch):
    looked: list[str] = []
    real = near._stretches
    monkeypatch.setattr(near, "_stretches", lambda text, wanted: looked.append(wanted) or real(text, wanted))
    review = review_of("3 looked for\n" * 3, [0, 13])
    assert sum(parse("text:looked").marks(review)) == 2
    assert parse("text:looked -unit:%").select(review) == review.claim_ids
    assert looked == ["looked"]


def test_a_claim_that_moves_is_looked_for_where_it_stands_then():
    review = review_of("1 home and 1 more\n2 jobs\n", [0, 18])
    first, second = review.claim_ids
    assert parse("text:jobs").select(review) == [second]
    review.fix(first, Changes(start=18, end=20))
    assert parse("text:jobs").select(review) == review.claim_ids
    review.undo()
    assert parse("text:jobs").select(review) == [second]


def test_an_article_is_compared_once_for_all_its_claims(monkeypatch: pytest.MonkeyPatch):
    compared: list[str] = []
    real = folded.fold
    monkeypatch.setattr(folded, "fold", lambda text: compared.append(text) or real(text))
    text = "100 jobs and 200 homes\n" * 50
    review = review_of(text, [n * 23 for n in range(50)])
    assert len(parse("text:homes").select(review)) == 50
    assert len(compared) <= text.count("\n") + 1
