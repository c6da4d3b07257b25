"""Warnings about claims, and orders of work that use them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

import tui.review.checks as module
from tests.review.making import article_of, claim_of, session_of
from tui.model import Changes, Session, Value
from tui.review import Review
from tui.review.checks import Checks, Problem, digits_agree
from tui.review.order import ORDERS, Section, grouped


def review_of(*fields: dict[str, object]) -> Review:
    """A claim for each of the given fields, on its own ``100``."""
    article = article_of("a", "100 " * len(fields))
    claims = [
        claim_of(article, 4 * n, 4 * n + 3, **{"value": Decimal(100), **given_fields})
        for n, given_fields in enumerate(fields)
    ]
    return Review(Session(name="s", created="", articles=(article,), claims=tuple(claims)), reviewer="ann")


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({}, []),
        ({"value": Decimal(10000)}, []),
        ({"value": Decimal(101)}, ["digits"]),
        ({"unit": "%", "measure": "growth"}, []),
        ({"unit": "%", "measure": "growth", "value": Decimal(-100)}, []),
        ({"unit": "%", "measure": "growth", "value": Decimal(-1000)}, ["range"]),
        ({"unit": "%", "measure": "growth", "value": Decimal(10000)}, ["range"]),
        ({"unit": "%", "value": Decimal(1000)}, ["range"]),
        ({"unit": "pp", "measure": "change", "value": Decimal(1000)}, ["range"]),
        ({"subject": " "}, ["subject"]),
        ({"period": "2024-13"}, ["period"]),
        ({"period": "2024/2021"}, ["period"]),
        ({"period": "2021/.."}, []),
        ({"confidence": 0.59}, ["unsure"]),
        ({"confidence": 0.6}, []),
    ],
)
def test_a_claim_is_warned_about(fields: dict[str, object], codes: list[str]) -> None:
    review = review_of(fields)
    problems = Checks(review).problems(review.claim_ids[0])
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize(
    ("quote", "value", "agree"),
    [
        ("4.2万", "42000", True),
        ("1,234.50", "1234.5", True),
        ("７５万", "750000", True),
        ("3亿5000万", "350000000", True),
        ("三千", "3000", True),
        ("14.5%", "-14.5", True),
        ("0.5%", "0.5", True),
        ("0", "0", True),
        ("4.2万", "43000", False),
        ("14.5%", "145.1", False),
        ("120", "12.1", False),
    ],
)
def test_digits_of_a_value_stand_in_its_quote(quote: str, value: str, agree: bool) -> None:
    claim = claim_of(article_of("a", "x" * 9), 0, 9, value=Decimal(value))
    assert digits_agree(claim, quote) is agree


@pytest.mark.parametrize(
    ("value", "agree"), [((Decimal(5), Decimal(6)), True), ((Decimal(5), Decimal(7)), False)]
)
def test_both_ends_of_a_range_are_looked_for(value: Value, agree: bool) -> None:
    claim = claim_of(article_of("a", "x" * 9), 0, 9, value=value)
    assert digits_agree(claim, "5%-6%") is agree


SAME = {"place": "Dingxi", "period": "2021", "indicator": "new_jobs"}


def test_two_values_for_one_figure_warn_on_both_sides_and_follow_the_review() -> None:
    review = review_of(SAME, {**SAME, "value": Decimal(1000000)}, {**SAME, "place": "Lanxi"}, {})
    checks = Checks(review)
    first, second, other, _ = review.claim_ids
    review.fix(second, Changes(value=Decimal(1000)))
    checks.update([second])
    assert checks.problems(first) == (Problem("conflict", "value", second),)
    assert checks.problems(second) == (Problem("conflict", "value", first),)
    assert checks.problems(other) == ()
    review.reject(second)
    checks.update([second])
    assert checks.problems(first) == checks.problems(second) == ()
    review.undo()
    checks.update([second])
    assert checks.problems(first)


def test_a_decided_claim_is_no_longer_unsure_and_a_fixed_value_needs_no_digits() -> None:
    review = review_of({"confidence": 0.1})
    claim_id = review.claim_ids[0]
    review.fix(claim_id, Changes(value=Decimal(7)))
    assert Checks(review).problems(claim_id) == ()


def conflicts(review: Review, claim_id: str) -> list[str]:
    """A look at every pair of claims, as the law says it."""
    state = review[claim_id]
    mine = state.claim
    for other in (review[name] for name in review.claim_ids):
        claim = other.claim
        alike = (claim.place, claim.subject) == (mine.place, mine.subject) and claim.value != mine.value
        if alike and "rejected" not in {state.verdict, other.verdict}:
            return ["conflict"]
    return []


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_kept_problems_equal_those_of_a_fresh_look(data: st.DataObject) -> None:
    review = review_of(*[SAME] * 3, {**SAME, "subject": "others"})
    checks = Checks(review, at_once=False)
    article = review.articles[0]
    for _ in range(data.draw(st.integers(1, 12))):
        checks.read_on(data.draw(st.integers(0, 3)))
        ids = data.draw(st.lists(st.sampled_from(review.claim_ids), min_size=1, max_size=2))
        step = data.draw(st.sampled_from(["accept", "reject", "fix", "add", "undo", "redo"]))
        if step == "fix":
            place = data.draw(st.sampled_from(["Dingxi", "Lanxi"]))
            change = review.fix(ids, Changes(value=Decimal(data.draw(st.integers(1, 2))), place=place))
        elif step == "add":
            change = review.add(claim_of(article, 0, 3, **SAME))
        elif step in {"undo", "redo"}:
            change = getattr(review, step)()
        else:
            change = getattr(review, step)(ids)
        if change is not None:
            checks.update(change.claims)
        if not checks.complete:
            continue
        fresh = Checks(review)
        for claim_id in review.claim_ids:
            kept = [(p.code, p.field) for p in checks.problems(claim_id)]
            assert kept == [(p.code, p.field) for p in fresh.problems(claim_id)]
            told = {(code, field) for (field, code), ids in checks.troubles().items() if claim_id in ids}
            assert told == set(kept)
            assert [code for code, _ in kept if code == "conflict"] == conflicts(review, claim_id)


def test_orders_of_work_are_stable_and_complete() -> None:
    review = review_of(
        {"confidence": 0.9, "indicator": "b"},
        {"confidence": 0.7, "indicator": None, "subject": ""},
        {"confidence": 0.95, "indicator": "a"},
        {"confidence": 0.7, "indicator": "b"},
        {"confidence": 0.9, "indicator": "a", "value": Decimal(7)},
    )
    ids, checks = list(review.claim_ids), Checks(review)

    def ordered(order: str) -> list[int]:
        groups = grouped(ids, order, review, checks.troubles)
        return [ids.index(claim_id) for group in groups for claim_id in group.ids]

    assert {order: ordered(order) for order in ORDERS} == {
        "text": [0, 1, 2, 3, 4],
        "doubt": [1, 3, 0, 4, 2],
        "indicator": [2, 4, 0, 3, 1],
        "field": [4, 1, 0, 2, 3],
    }
    some = review.in_text_order(ids[2::-1])
    assert grouped(some, "text", review, checks.troubles) == [Section(review.articles[0].id, ids[:3])]
    by_field = grouped(ids, "field", review, checks.troubles)
    assert [group.name for group in by_field] == ["value", "subject", "-"]


def test_a_large_session_is_checked_once_for_each_claim_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    review = Review(session_of(2, 200), reviewer="ann")
    checks = Checks(review)
    looked: list[str] = []
    real = module._own
    monkeypatch.setattr(module, "_own", lambda state, text: (looked.append(text), real(state, text))[1])
    for _ in range(3):
        for claim_id in review.claim_ids:
            checks.problems(claim_id)
    change = review.accept(review.claim_ids[0])
    checks.update(change.claims)
    for claim_id in review.claim_ids:
        checks.problems(claim_id)
    assert len(looked) == 401


def test_a_changed_subject_moves_a_claim_to_its_new_group() -> None:
    fields = {"place": "Dingxi", "period": "2021", "indicator": None}
    review = review_of(
        {**fields, "subject": "new jobs"}, {**fields, "subject": "old jobs", "value": Decimal(1)}
    )
    checks = Checks(review)
    first, second = review.claim_ids
    assert [problem.code for problem in checks.problems(first)] == []
    change = review.fix(first, structs.replace(Changes(), subject="Old jobs"))
    checks.update(change.claims)
    assert checks.problems(first) == (Problem("conflict", "value", second),)


@pytest.mark.parametrize("few", [0, 100])
def test_many_claims_in_trouble_are_the_same_as_when_each_is_asked(
    few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FEW", few)
    review = review_of(
        {"value": Decimal(7)}, {"subject": " "}, {"subject": "", "value": Decimal(8)}, {}, {"subject": ""}
    )
    checks = Checks(review)
    ids = review.claim_ids
    review.reject([ids[4]])
    checks.update([ids[4]])
    assert checks.in_trouble(ids) == {name for name in ids if checks.problems(name)} == set(ids[:3])
    assert checks.in_trouble(ids, ["subject"]) == {ids[0], ids[2]}
