"""Changed articles and other rules: claims are found again, no decision is lost."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.review.making import article_of, claim_of
from tui.model import Article, Changes, Claim, Decision, Session, Span
from tui.review import Review
from tui.review.anchoring import Anchorer
from tui.review.moving import move
from tui.review.renewal import renew

TOWNS = ("Elm", "Oak", "Fir", "Ash", "Yew")
OLD = "".join(f"{town} Town hired {n}00 people and paid {n}5 bonuses. " for n, town in enumerate(TOWNS, 1))


def span_of(text: str, number: str) -> Span:
    at = text.index(number)
    return Span(at, at + len(number))


@pytest.mark.parametrize(
    ("new", "number", "expected"),
    [
        (OLD, "300", "300"),
        ("A new first line.\n" + OLD, "300", "300"),
        (OLD.replace("Oak Town hired 200 people and paid 25 bonuses. ", ""), "300", "300"),
        (OLD.replace(" ", "\n"), "300", "300"),
        (OLD.replace("300", "３００").replace("Fir Town", "FIR  TOWN"), "300", "３００"),
        (OLD.replace("Fir Town hired 300 people", "Fir Town took on 300 persons"), "300", "300"),
        (OLD.replace("300", "310"), "300", None),
        (OLD.replace("300", "1300"), "300", None),
        ("", "300", None),
        ("Nothing of all that is in this text any more.", "300", None),
    ],
)
def test_a_number_is_found_again_by_its_surroundings(new: str, number: str, expected: str | None) -> None:
    place = span_of(new, expected) if expected else None
    assert Anchorer(OLD, new).find(span_of(OLD, number)) == place


@given(st.text(st.sampled_from("ab \n中"), max_size=40), st.integers(0, len(OLD)))
@settings(deadline=None)
def test_whatever_is_put_in_between_the_same_numbers_are_found(extra: str, at: int) -> None:
    new = OLD[:at] + extra + OLD[at:]
    anchorer = Anchorer(OLD, new)
    for n in range(1, 6):
        span = span_of(OLD, f"{n}00")
        if span.start < at < span.end:
            continue
        expected = span.start + (len(extra) if at <= span.start else 0)
        assert anchorer.find(span) == Span(expected, expected + 3)


@given(st.text(min_size=1, max_size=60), st.text(max_size=60), st.data())
@settings(deadline=None)
def test_any_two_texts_give_a_place_inside_or_none(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    found = Anchorer(old, new).find(Span(start, end))
    assert found is None or 0 <= found.start < found.end <= len(new)


@pytest.fixture
def article() -> Article:
    return article_of("news", OLD)


@pytest.fixture
def review(article: Article) -> Review:
    other = article_of("other", "700 more")
    claims = [at(article, f"{n}00") for n in range(1, 5)]
    session = Session(
        name="s", created="", articles=(article, other), claims=(*claims, claim_of(other, 0, 3))
    )
    return Review(session, reviewer="ann")


def at(article: Article, number: str, **fields: object) -> Claim:
    span = span_of(article.text, number)
    return claim_of(article, span.start, span.end, **fields)


def session_of(review: Review) -> Session:
    base = [review[i].original or review[i].claim for i in review.claim_ids if not review[i].added]
    return Session(
        name="s",
        created="",
        articles=review.articles,
        claims=tuple(base),
        decisions=tuple(review.decisions),
    )


def decided(review: Review, article: Article) -> None:
    """One of each: accept, a fix of the span with undo and redo, an added claim, a rejection."""
    one, two, three, _four = review.of_article(article.id)
    review.accept(one)
    wide = span_of(article.text, "200 people")
    review.fix(two, Changes(end=wide.end, subject="staff"))
    review.undo()
    review.redo()
    review.add(at(article, "45"))
    review.reject(three, reason="no")
    review.note(three, "hm")


def test_decisions_move_with_their_article(review: Review, article: Article) -> None:
    decided(review, article)
    new = article_of("news", "Corrected version.\n" + OLD)
    moved = move(session_of(review), article, new)
    again = Review(moved.session, reviewer="ann")
    assert [one.id for one in again.articles] == [new.id, review.articles[1].id]
    assert again.progress() == review.progress()
    assert moved.vanished == ()
    assert len(moved.moved) == 4
    for claim_id in review.claim_ids:
        then, now = review[claim_id], again[claim_id]
        old_text = review.article(then.claim.article).text[then.claim.start : then.claim.end]
        assert again.article(now.claim.article).text[now.claim.start : now.claim.end] == old_text
        assert (now.verdict, now.note, now.reason, now.by, now.at) == (
            then.verdict, then.note, then.reason, then.by, then.at
        )  # fmt: skip
    assert again.undo() is not None
    assert again.undo() is not None
    assert len(again) == len(review)
    again.undo()
    assert len(again) == len(review) - 1


def test_a_vanished_claim_with_decisions_stays_on_the_old_text(review: Review, article: Article) -> None:
    decided(review, article)
    one, two, three = review.of_article(article.id)[:3]
    new = article_of("news", OLD.replace("100 people", "many people").replace("400 people", "few people"))
    moved = move(session_of(review), article, new)
    again = Review(moved.session, reviewer="ann")
    assert one in moved.vanished
    assert again[one].verdict == "accepted"
    assert again[one].claim.article == article.id
    assert [a.id for a in again.articles][:2] == [new.id, article.id]
    assert {two, three} & set(moved.vanished) == set()
    undecided = at(article, "400").id
    assert undecided in moved.vanished
    assert undecided not in again
    assert len(again.decisions) == len(review.decisions)


def test_a_new_extraction_keeps_decided_claims_and_follows_for_the_others(
    review: Review, article: Article
) -> None:
    one, two, three, four = review.of_article(article.id)
    review.accept(one)
    review.reject(two)
    review.add(at(article, "45"))
    fresh = [
        at(article, "100", unit="job"),
        at(article, "300", confidence=0.3),
        at(article, "45"),
        at(article, "500"),
    ]
    session = session_of(review)
    new = renew(session, {article.id: fresh})
    assert (new.kept, new.changed, new.vanished) == ((three,), (one,), (two, four))
    assert new.new == (fresh[3].id,)
    again = Review(new.session, reviewer="ann")
    assert again[one].claim.unit == "person"
    assert again[one].verdict == "accepted"
    assert again[two].verdict == "rejected"
    assert again[three].claim.confidence == 0.3
    assert four not in again
    assert again.progress().total == 6
    assert tuple(again.decisions) == session.decisions


def test_what_is_decided_no_more_follows_a_new_extraction(review: Review, article: Article) -> None:
    one, two, three, four = review.of_article(article.id)
    review.accept(one)
    review.undo()
    review.reject(two)
    review.reopen(two)
    review.skip(three)
    review.note(three, "hm")
    review.fix(four, Changes(subject="staff", end=span_of(article.text, "400 people").end))
    review.undo()
    fresh = [at(article, f"{n}00", period="2019") for n in range(1, 5)]
    new = renew(session_of(review), {article.id: fresh})
    assert new.changed == (one, two, three, four)
    again = Review(new.session, reviewer="ann")
    assert [again[name].claim.period for name in new.changed] == ["2019"] * 4
    assert (again[three].verdict, again[three].note) == ("skipped", "hm")
    again.redo()
    assert (again[four].claim.subject, again[four].claim.period) == ("staff", "2019")


def test_an_added_claim_keeps_others_off_where_it_stands_and_no_longer_where_it_was_taken_back(
    review: Review, article: Article
) -> None:
    added = review.add(at(article, "45")).focus
    found = at(article, "45", period="2019")
    assert renew(session_of(review), {article.id: [found]}).new == ()
    wide = span_of(article.text, "Ash Town")
    review.fix(added, Changes(start=wide.start, end=wide.end))
    assert len(renew(session_of(review), {article.id: [found]}).new) == 1
    review.undo()
    review.undo()
    new = renew(session_of(review), {article.id: [found]})
    again = Review(new.session, reviewer="ann")
    assert [again[name].claim.period for name in new.new] == ["2019"]
    again.redo()
    assert again[added].verdict == "accepted"


@pytest.mark.parametrize("where", ["100 people", "500"])
def test_what_was_decided_once_stays_where_its_number_is_another_or_gone(
    review: Review, article: Article, where: str
) -> None:
    one = review.of_article(article.id)[0]
    review.fix(one, Changes(end=span_of(article.text, "100 people").end))
    review.reopen(one)
    review.undo()
    review.undo()
    session = session_of(review)
    place = span_of(article.text, where)
    new = renew(session, {article.id: [structs.replace(session.claims[0], start=place.start, end=place.end)]})
    assert new.session.claims[0] == session.claims[0]
    assert Review(new.session, reviewer="ann")[one].verdict == "pending"


def test_a_fix_that_stands_stays_though_its_claim_is_open_again(review: Review, article: Article) -> None:
    one = review.of_article(article.id)[0]
    review.fix(one, Changes(period="2018"))
    review.reopen(one)
    new = renew(session_of(review), {article.id: [at(article, "100", period="2019", unit="job")]})
    claim = Review(new.session, reviewer="ann")[one].claim
    assert (claim.period, claim.unit) == ("2018", "person")


def test_the_same_extraction_changes_nothing(review: Review, article: Article) -> None:
    decided(review, article)
    session = session_of(review)
    fresh = {a.id: [c for c in session.claims if c.article == a.id] for a in session.articles}
    new = renew(session, fresh)
    assert new.session == session
    assert (new.changed, new.new, new.vanished) == ((), (), ())
    assert move(session, article, article).session == session


def test_a_claim_whose_number_grew_keeps_its_id(review: Review, article: Article) -> None:
    four = at(article, "400")
    wider = span_of(article.text, "400 people")
    fresh = structs.replace(four, id=f"{article.id}:x", end=wider.end, value=Decimal(4))
    new = renew(session_of(review), {article.id: [fresh]})
    assert new.changed == (four.id,)
    assert next(c for c in new.session.claims if c.id == four.id).end == wider.end


def test_a_fix_that_put_two_claims_at_one_place_is_kept_on_the_old_text(
    review: Review, article: Article
) -> None:
    one, two, *_ = review.of_article(article.id)
    review.fix([one, two], Changes(start=0, end=3))
    moved = move(session_of(review), article, article_of("news", "New. " + OLD))
    again = Review(moved.session, reviewer="ann")
    assert again[one].claim.article == again[two].claim.article == article.id
    assert isinstance(again.decisions[0], Decision)
    assert again[one].claim.end == 3
