"""Decisions one by one: what they do, what they refuse, where they lead."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.review.making import article_of, claim_of, made, session_of
from tui.model import Changes, Decision, Session
from tui.review import Progress, Review, ReviewError


def test_a_fix_accepts_and_remembers_what_was_extracted(review: Review, recorded: list[Decision]) -> None:
    claim_id = review.claim_ids[0]
    before = review[claim_id].claim
    review.fix(claim_id, Changes(unit="job", period="2024"), ms=1200)
    state = review[claim_id]
    assert (state.verdict, state.claim.unit, state.claim.period) == ("fixed", "job", "2024")
    assert state.original == before
    assert set(state.changed) == {"unit", "period"}
    assert recorded[0].was == Changes(unit="person", period=None)
    assert recorded[0].ms == 1200
    assert (state.by, state.at) == ("ann", "2026-01-02T03:04:06.000Z")


def test_a_fix_that_leads_back_is_a_plain_acceptance(review: Review) -> None:
    claim_id = review.claim_ids[0]
    review.fix(claim_id, Changes(unit="job"))
    review.fix(claim_id, Changes(unit="person"))
    assert review[claim_id].verdict == "accepted"
    assert review[claim_id].original is None


def test_accepting_a_reopened_fix_keeps_it_a_fix(review: Review) -> None:
    claim_id = review.claim_ids[0]
    review.fix(claim_id, Changes(unit="job"))
    review.reopen(claim_id)
    assert review[claim_id].verdict == "pending"
    review.accept(claim_id)
    assert (review[claim_id].verdict, review[claim_id].claim.unit) == ("fixed", "job")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (Changes(), "at least one field"),
        (Changes(value=Decimal("NaN")), "not a finite number"),
        (Changes(value=Decimal("Infinity")), "not a finite number"),
        (Changes(value=Decimal("1E+61")), "more than 60 digits"),
        (Changes(value=Decimal("1E-61")), "more than 60 digits"),
        (Changes(value=(Decimal(2), Decimal(1))), "upside down"),
        (Changes(value=5), "not a number"),  # type: ignore[arg-type]
        (Changes(unit=" "), "unit is empty"),
        (Changes(period="last year"), "not EDTF"),
        (Changes(period="2024-13"), "not EDTF"),
        (Changes(bound="roughly"), "none of exact"),  # type: ignore[arg-type]
        (Changes(start=5, end=5), "not inside"),
        (Changes(end=10**6), "not inside"),
        (Changes(start=-1), "not inside"),
        (Changes(subject="x" * 10_001), "longer than"),
    ],
)
def test_impossible_fixes_are_refused_and_change_nothing(
    review: Review, recorded: list[Decision], changes: Changes, reason: str
) -> None:
    claim_id = review.claim_ids[0]
    before = review[claim_id]
    with pytest.raises(ReviewError, match=reason):
        review.fix(claim_id, changes)
    assert review[claim_id] == before
    assert recorded == []


def test_decisions_on_nothing_or_on_unknown_claims_are_refused(
    review: Review, recorded: list[Decision]
) -> None:
    with pytest.raises(ReviewError, match="there is no claim nope"):
        review.accept([review.claim_ids[0], "nope"])
    with pytest.raises(ReviewError, match="names no claim"):
        review.accept([])
    assert recorded == []
    assert review.progress().pending == 6


def test_a_batch_is_one_step(review: Review, recorded: list[Decision]) -> None:
    ids = review.claim_ids[1:5]
    change = review.reject(ids, reason="no facts")
    assert change.claims == tuple(ids)
    assert len(recorded) == 1
    assert {review[claim_id].reason for claim_id in ids} == {"no facts"}
    undone = review.undo()
    assert undone is not None
    assert undone.claims == tuple(ids)
    assert review.progress() == Progress(total=6, pending=6)


def test_undo_crosses_articles_and_leads_to_the_claim(review: Review) -> None:
    first, last = review.claim_ids[0], review.claim_ids[-1]
    review.accept(first)
    review.accept(last)
    undone = [review.undo(), review.undo()]
    assert [change and change.focus for change in undone] == [last, first]
    assert review.undo() is None
    redone = review.redo()
    assert redone is not None
    assert redone.focus == first


def test_a_new_decision_ends_redo(review: Review) -> None:
    first, second = review.claim_ids[:2]
    review.accept(first)
    review.undo()
    assert review.can_redo
    review.skip(second)
    assert not review.can_redo
    assert review.redo() is None


def test_an_undo_names_the_decision_it_takes_back(review: Review, recorded: list[Decision]) -> None:
    review.accept(review.claim_ids[0])
    review.undo()
    review.redo()
    review.undo()
    assert [(decision.do, decision.of) for decision in recorded] == [
        ("accept", None),
        ("undo", 1),
        ("undo", 2),
        ("undo", 3),
    ]


def test_an_added_claim_gets_an_id_of_its_own_even_after_undo(review: Review) -> None:
    article = review.articles[0]
    claim = claim_of(article, 5, 8)
    first = review.add(claim).added[0]
    second = review.add(claim).added[0]
    review.undo()
    third = review.add(claim).added[0]
    assert len({first, second, third}) == 3
    assert (first, second) == (claim.id, f"{claim.id}b")
    assert review[first].added
    assert review.progress(article.id).accepted == 2


def test_undoing_an_added_claim_leads_to_its_neighbour(review: Review) -> None:
    article = review.articles[0]
    change = review.add(claim_of(article, 5, 8))
    assert review.of_article(article.id)[0] == change.added[0]
    undone = review.undo()
    assert undone is not None
    assert undone.removed == change.added
    assert undone.focus == review.of_article(article.id)[0]


def test_moving_a_span_moves_the_claim_in_text_order(review: Review) -> None:
    first, second, third = review.of_article(review.articles[0].id)
    review.fix(first, Changes(start=78, end=80))
    assert review.of_article(review.articles[0].id) == [second, third, first]
    assert review.position(first) == 2
    review.undo()
    assert review.claim_ids[:3] == [first, second, third]


def test_a_change_tells_in_which_articles_claims_came_went_or_moved(review: Review) -> None:
    first = review.claim_ids[0]
    claim = review[first].claim
    assert review.accept(first).relaid == ()
    assert review.fix(first, Changes(unit="job")).relaid == ()
    assert review.fix(first, Changes(end=claim.end + 1)).relaid == (claim.article,)
    undone = review.undo()
    assert undone is not None
    assert undone.relaid == (claim.article,)
    last = review[review.claim_ids[-1]].claim
    added = structs.replace(last, id="x", start=0, end=1, value=Decimal(1))
    assert review.add(added).relaid == (last.article,)
    undone = review.undo()
    assert undone is not None
    assert undone.relaid == (last.article,)


def test_next_pending_wraps_and_brings_skipped_claims_back_last(review: Review) -> None:
    ids = list(review.claim_ids)
    review.skip(ids[1])
    assert review.next_pending(ids[0]) == ids[2]
    review.accept(ids[2:])
    assert review.next_pending(ids[2]) == ids[0]
    review.accept(ids[0])
    assert review.next_pending(ids[0]) == ids[1]
    assert review.next_pending(None) == ids[1]
    review.reject(ids[1])
    assert review.next_pending(ids[1]) is None


def test_next_pending_keeps_to_the_given_claims(review: Review) -> None:
    ids = list(review.claim_ids)
    narrowed = [ids[4], ids[0], "gone"]
    assert review.next_pending(None, narrowed) == ids[4]
    assert review.next_pending(ids[4], narrowed) == ids[0]
    assert review.next_pending(ids[2], narrowed) == ids[4]
    review.accept([ids[0], ids[4]])
    assert review.next_pending(ids[4], narrowed) is None
    assert review.next_pending(None, []) is None


def test_articles_join_once(review: Review) -> None:
    article, found = made("late", 2)
    assert review.extend([article], found) == tuple(claim.id for claim in found)
    assert review.progress().total == 8
    with pytest.raises(ReviewError, match="already in the session"):
        review.extend([article], found)
    other, _ = made("other", 1)
    with pytest.raises(ReviewError, match="there is no article"):
        review.extend([other], [structs.replace(found[0], id="new")])
    assert review.progress().total == 8


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        ({"n": 2, "do": "accept"}, "decision 2: decision 1 was expected"),
        ({"n": 1, "do": "undo", "of": 7}, "decision 1: decision 7 is not the last one"),
        ({"n": 1, "do": "undo"}, "can't be taken back"),
        ({"n": 1, "do": "add"}, "an added claim is missing"),
    ],
)
def test_a_session_with_an_impossible_decision_is_refused(decision: dict[str, object], reason: str) -> None:
    session = session_of(1, 1)
    wrong = Decision(at="2026", by="ann", **decision)  # type: ignore[arg-type]
    with pytest.raises(ReviewError, match=reason):
        Review(structs.replace(session, decisions=(wrong,)), reviewer="ann")


def test_a_session_with_an_impossible_claim_is_refused() -> None:
    article = article_of("a", "100 jobs")
    claim = claim_of(article, 0, 3)
    for wrong, reason in (
        ([structs.replace(claim, end=9)], "not inside"),
        ([claim, claim], "already in the session"),
        ([structs.replace(claim, article="other")], "there is no article other"),
        ([structs.replace(claim, value=Decimal("sNaN"))], "not a finite"),
    ):
        session = Session(name="s", created="", articles=(article,), claims=tuple(wrong))
        with pytest.raises(ReviewError, match=reason):
            Review(session, reviewer="ann")


def test_history_tells_the_decisions_on_a_claim(review: Review) -> None:
    first, second = review.claim_ids[:2]
    review.note(first, "ask")
    review.accept([first, second])
    assert [decision.do for decision in review.history(first)] == ["note", "accept"]
    assert review[first].note == "ask"


def test_ten_thousand_decisions_count_work_not_claims() -> None:
    review = Review(session_of(10, 100), reviewer="ann")
    flat = review.claim_ids
    for claim_id in list(flat):
        review.accept(claim_id)
    # Decisions that move no span leave the list of all claims alone.
    assert review.claim_ids is flat
    assert review.progress().accepted == 1000


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_next_pending_equals_a_plain_search(data: st.DataObject) -> None:
    review = Review(session_of(3, 3), reviewer="ann")
    ids = list(review.claim_ids)
    for claim_id in ids:
        verdict = data.draw(st.sampled_from(["accept", "skip", "reopen"]))
        getattr(review, verdict)(claim_id)
    after = data.draw(st.none() | st.sampled_from(ids))
    start = 0 if after is None else ids.index(after) + 1
    around = [claim_id for claim_id in ids[start:] + ids[:start] if claim_id != after]
    plain = [
        claim_id
        for verdict in ("pending", "skipped")
        for claim_id in around
        if review[claim_id].verdict == verdict
    ]
    assert review.next_pending(after) == review.next_pending(after, ids) == (plain[0] if plain else None)
