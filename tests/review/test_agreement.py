"""A second, blind review of a sample, and how far it agrees with the first."""

import pytest
from msgspec import structs

from tests.review.making import claim_of, session_of
from tui.model import Changes
from tui.review import Review
from tui.review.agreement import blind, compare, sample


@pytest.fixture
def first() -> Review:
    review = Review(session_of(2, 10), reviewer="ann")
    ids = list(review.claim_ids)
    review.accept(ids[:6])
    review.fix(ids[6:10], Changes(unit="job"))
    review.reject(ids[10:16])
    review.skip(ids[16:18])
    review.add(claim_of(review.articles[0], 5, 8))
    return review


def test_a_sample_is_of_decided_claims_only_and_the_same_for_a_seed(first: Review) -> None:
    chosen = sample(first, 0.25, seed=7)
    assert len(chosen) == 4
    assert chosen == sample(first, 0.25, seed=7)
    assert all(first[claim_id].decided and not first[claim_id].added for claim_id in chosen)
    assert chosen == sorted(chosen, key=first.position)
    assert len(sample(first, 0.0001, seed=1)) == 1
    assert len(sample(first, 1, seed=1)) == 16
    assert sample(Review(session_of(1, 2), reviewer="ann"), 0.5, seed=1) == []


def test_a_blind_session_tells_nothing_of_the_first_review(first: Review) -> None:
    session = structs.replace(session_of(2, 10), decisions=tuple(first.decisions))
    ids = [first.claim_ids[1], first.claim_ids[8]]
    hidden = blind(session, ids, "again")
    again = Review(hidden, reviewer="ann")
    assert again.progress().pending == again.progress().total == 2
    assert len(again.articles) == 1
    assert again[ids[1]].claim.unit == "person"


def test_agreement_compares_verdicts_and_the_fields_of_facts(first: Review) -> None:
    second = Review(session_of(2, 10), reviewer="ann")
    ids = [claim_id for claim_id in first.claim_ids if not first[claim_id].added]
    second.accept(ids[0])
    second.reject(ids[1])
    second.fix(ids[6], Changes(unit="job"))
    second.accept(ids[7])
    second.reject(ids[10])
    second.accept(ids[17])
    found = compare(first, second)
    assert found.compared == 5
    assert [(d.claim, d.fields) for d in found.differences] == [(ids[1], ()), (ids[7], ("unit",))]
    assert found.share == pytest.approx(0.6)
    assert compare(first, Review(session_of(1, 1), reviewer="bob")).share is None
