"""Claims sorted out for one decision."""

from decimal import Decimal

from msgspec import structs

from tests.review.making import session_of
from tests.review.test_pace_and_similar import decisions
from tui.model import Changes
from tui.review import Review, similar
from tui.review.batch import sort_out
from tui.review.checks import Checks
from tui.review.pace import hasty_run


def review_of(claims: int, **fields: dict[int, object]) -> Review:
    """A review whose claims have other fields at the places given."""
    session = session_of(1, claims)
    changed = list(session.claims)
    for name, values in fields.items():
        for at, value in values.items():
            changed[at] = structs.replace(changed[at], **{name: value})
    return Review(structs.replace(session, claims=tuple(changed)), reviewer="ann")


def test_only_pending_claims_with_nothing_wrong_are_clean() -> None:
    review = review_of(6, doubts={1: ("unit guessed",)}, confidence={2: 0.3}, value={3: Decimal(7)})
    ids = review.claim_ids
    review.accept(ids[4])
    review.skip(ids[5])
    batch = sort_out(ids, review, Checks(review))
    assert batch == ((ids[0],), (ids[1], ids[2], ids[3]), 1, 1)


def test_claims_keep_the_order_in_which_they_are_given() -> None:
    review = review_of(4)
    turned = list(reversed(review.claim_ids))
    assert list(sort_out(turned, review, Checks(review)).clean) == turned


def test_what_a_fix_mends_holds_no_other_claim_back() -> None:
    review = review_of(
        3, subject=dict.fromkeys(range(3), ""), doubts={0: ("no subject",), 1: ("no subject",), 2: ("x",)}
    )
    ids = review.claim_ids
    assert sort_out(ids[1:], review, Checks(review)).clean == ()
    review.fix(ids[0], Changes(subject="people"))
    batch = sort_out(ids[1:], review, Checks(review), like=ids[0])
    assert (batch.clean, batch.held) == ((ids[1],), (ids[2],))


def test_likeness_is_looked_for_around_the_fixed_claim_of_a_large_session(monkeypatch) -> None:
    monkeypatch.setattr(similar, "MOST", 4)
    review = review_of(10)
    ids = review.claim_ids
    for at, near in ((0, ids[1:4]), (5, [*ids[3:5], ids[6]]), (9, ids[6:9])):
        found = similar.offer(review, review.fix(ids[at], Changes(unit="job")).decision)
        assert found is not None
        assert list(found.claims) == near
        review.undo()


def test_a_run_of_hasty_acceptances_is_counted_back_from_the_last() -> None:
    hasty = decisions(*[0.2] * 9, ms=200)
    assert hasty_run(hasty) == 9
    assert hasty_run([structs.replace(d, ms=900) if d.n == 5 else d for d in hasty]) == 4
    assert hasty_run([*hasty, *decisions(1, ms=800)]) == 0
    assert hasty_run([]) == 0
