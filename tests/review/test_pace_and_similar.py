"""How fast a review goes, and what else a fix fits."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from msgspec import structs

from tests.review.making import article_of, claim_of
from tui.model import Changes, Decision, Session
from tui.review import Review
from tui.review.pace import Pace, Streak, hasty_streaks
from tui.review.similar import offer


def decisions(*seconds: float, do: str = "accept", ms: int | None = None, each: int = 1) -> list[Decision]:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    made = []
    for n, wait in enumerate(seconds, 1):
        at += timedelta(seconds=wait)
        claims = tuple(f"c{n}.{k}" for k in range(each))
        made.append(Decision(n=n, at=at.isoformat(), by="ann", do=do, claims=claims, ms=ms))  # type: ignore[arg-type]
    return made


def test_pace_counts_claims_and_leaves_breaks_out() -> None:
    pace = Pace(decisions(0, 6, 6, 3600, 6, 6))
    assert pace.per_minute == pytest.approx(10)
    assert pace.seconds_left(5) == pytest.approx(30)
    assert pace.seconds_left(0) == 0
    assert Pace(decisions(0, 6, 6, 6, each=3)).per_minute == pytest.approx(30)


def test_pace_is_unknown_before_there_is_enough() -> None:
    assert Pace().per_minute is None
    assert Pace(decisions(0, 5)).seconds_left(3) is None
    assert Pace(decisions(0, 1, 1, 1, do="note")).per_minute is None
    assert Pace([structs.replace(decisions(0)[0], at="soon")]).per_minute is None


def test_pace_follows_the_latest_decisions() -> None:
    assert Pace(decisions(*[60] * 10, *[1] * 100)).per_minute == pytest.approx(60)


def test_long_streaks_of_hasty_acceptances_are_pointed_out() -> None:
    hasty = decisions(*[0.2] * 20, ms=200)
    assert [(s.first, s.last, len(s.claims)) for s in hasty_streaks(hasty)] == [(1, 20, 20)]
    slow = [structs.replace(d, ms=900) if d.n == 10 else d for d in hasty]
    assert [(s.first, s.last) for s in hasty_streaks(slow)] == [(1, 9), (11, 20)]
    assert hasty_streaks(slow, least=10) == [Streak(11, 20, tuple(f"c{n}.0" for n in range(11, 21)))]
    assert hasty_streaks(decisions(*[0.2] * 20)) == []
    assert hasty_streaks(decisions(*[0.2] * 20, ms=200, each=2)) == []
    assert hasty_streaks(decisions(*[0.2] * 20, ms=200, do="reject")) == []


def review_of(*rows: tuple[str, dict[str, object]]) -> Review:
    """A claim on each ``100`` of its own article or line; rows are (text after the number, fields)."""
    text = "".join(f"100 {after}\n" for after, _ in rows)
    article = article_of("a", text)
    claims, at = [], 0
    for after, fields in rows:
        claims.append(claim_of(article, at, at + 3, **{"value": Decimal(100), **fields}))
        at += 5 + len(after)
    return Review(Session(name="s", created="", articles=(article,), claims=tuple(claims)), reviewer="ann")


def test_a_fixed_unit_is_offered_where_the_same_word_follows() -> None:
    review = review_of(
        ("posts here", {"unit": "item"}),
        ("Posts there", {"unit": "item"}),
        ("people", {"unit": "item"}),
        ("posts more", {"unit": "job"}),
        ("posts again", {"unit": "item", "why": {"unit": "another.rule"}}),
        ("posts", {"unit": "item"}),
    )
    ids = list(review.claim_ids)
    review.accept(ids[5])
    change = review.fix(ids[0], Changes(unit="job", value=Decimal(7)))
    found = offer(review, change.decision)
    assert found is not None
    assert found.claims == (ids[1],)
    assert found.changes == Changes(unit="job")
    assert [(old.unit, new.unit, new.value) for old, new in found.preview(review)] == [("item", "job", 100)]
    review.fix(found.claims, found.changes)
    assert review[ids[1]].claim.unit == "job"
    review.undo()
    assert review[ids[1]].verdict == "pending"


def test_a_fixed_place_is_offered_within_the_article() -> None:
    review = review_of(*[("jobs", {"place": "Chongqing City"})] * 3, ("jobs", {"place": None}))
    other = article_of("b", "100 jobs")
    review.extend([other], [claim_of(other, 0, 3, place="Chongqing City")])
    ids = list(review.claim_ids)
    change = review.fix(ids[1], Changes(place="Chongqing"))
    found = offer(review, change.decision)
    assert found is not None
    assert found.claims == (ids[0], ids[2])


def test_a_fixed_indicator_is_offered_where_the_same_is_measured() -> None:
    review = review_of(
        ("jobs", {"subject": "new jobs"}),
        ("more", {"subject": "New jobs"}),
        ("workers", {"subject": "workers"}),
        ("places", {"subject": "new jobs", "indicator": "places"}),
    )
    ids = list(review.claim_ids)
    found = offer(review, review.fix(ids[0], Changes(indicator="new_urban_jobs")).decision)
    assert found is not None
    assert found.claims == (ids[1],)
    review.undo()
    assert offer(review, review.fix(ids[2], Changes(indicator="new_urban_jobs")).decision) is None


def test_nothing_is_offered_where_the_text_said_nothing_of_what_was_fixed() -> None:
    said = {"bound": "over", "measure": "growth", "status": "planned", "per": "year"}
    review = review_of(*[("jobs", {})] * 3, *[("jobs", said)] * 3)
    unsaid, _second, _third, told, *_rest = review.claim_ids
    for name, value in said.items():
        assert offer(review, review.fix(unsaid, Changes(**{name: value})).decision) is None
        review.undo()
    for changes in (
        Changes(bound="about"),
        Changes(measure="change"),
        Changes(status="actual"),
        Changes(per=None),
    ):
        found = offer(review, review.fix(told, changes).decision)
        assert found is not None
        assert len(found.claims) == 2
        review.undo()
    both = offer(review, review.fix(unsaid, Changes(bound="over", unit="job")).decision)
    assert both is not None
    assert both.changes == Changes(unit="job")


def test_nothing_is_offered_for_what_is_a_claims_own() -> None:
    review = review_of(*[("jobs", {})] * 3)
    first = review.claim_ids[0]
    for changes in (Changes(value=Decimal(5)), Changes(start=0, end=2), Changes(unit="person")):
        assert offer(review, review.fix(first, changes).decision) is None
    assert offer(review, review.accept(first).decision) is None
    assert offer(review, review.fix(review.claim_ids[:2], Changes(unit="job")).decision) is None
