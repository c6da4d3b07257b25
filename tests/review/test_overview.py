"""The session at one look, coverage of numbers, a claim's history, and paragraphs of a list."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from tests.review.making import article_of, claim_of, session_of
from tui.model import Changes, Session
from tui.review import Review
from tui.review.coverage import Coverage, coverage, uncovered
from tui.review.history import history
from tui.review.order import grouped
from tui.review.overview import BINS, histogram, overview
from tui.review.paragraphs import paragraphs

spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 6)), max_size=12).map(
    lambda items: sorted((start, start + size) for start, size in items)
)
# The numbers of a text never overlap: each begins behind the one before.
apart = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 6)), max_size=12).map(
    lambda items: list(laid_out(items))
)


def laid_out(items: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches one behind the other, from gaps and sizes."""
    at = 0
    for gap, size in items:
        yield at + gap, at + gap + size
        at += gap + size


def test_the_overview_counts_articles_and_states_as_the_review_does(review: Review) -> None:
    ids = list(review.claim_ids)
    review.accept(ids[0])
    review.fix(ids[1], Changes(unit="job"))
    review.reject(ids[3])
    review.skip(ids[4])
    found = overview(review)
    assert found.progress == review.progress()
    assert [each.article.title for each in found.articles] == ["news0", "news1"]
    assert [each.progress.decided for each in found.articles] == [2, 1]
    assert found.per_minute == 40  # the skip took its second as well
    assert found.seconds_left == 4.5


@given(st.floats(0, 1))
@settings(deadline=None)
def test_every_claim_is_in_the_bin_of_its_confidence(confidence: float) -> None:
    session = session_of(1, 1)
    claim = structs.replace(session.claims[0], confidence=confidence)
    bins = histogram(Review(structs.replace(session, claims=(claim,)), reviewer="ann"))
    (mine,) = [each for each in bins if each.claims]
    assert len(bins) == BINS
    assert mine.low - 1e-8 <= confidence <= mine.high


def test_a_tenth_belongs_to_the_bin_that_begins_with_it() -> None:
    session = session_of(1, 1)
    for n in range(BINS):
        claim = structs.replace(session.claims[0], confidence=n / BINS)
        bins = histogram(Review(structs.replace(session, claims=(claim,)), reviewer="ann"))
        assert bins[n].states["pending"] == 1


@given(apart, spans)
@settings(deadline=None)
def test_a_number_is_uncovered_when_it_touches_no_claim(
    numbers: list[tuple[int, int]], claims: list[tuple[int, int]]
) -> None:
    expected = [
        (start, end)
        for start, end in numbers
        if not any(start < other_end and other < end for other, other_end in claims)
    ]
    assert uncovered(numbers, claims) == expected
    assert coverage(numbers, claims) == (len(numbers), len(expected))


def test_coverage_adds_up() -> None:
    assert Coverage(4, 1).plus(Coverage(6, 0)) == Coverage(10, 1)
    assert Coverage(10, 1).share == 0.9
    assert Coverage().share == 1


def test_history_tells_what_stands_through_undo_and_redo(review: Review) -> None:
    first, second = review.claim_ids[:2]

    def told() -> list[tuple[str, bool]]:
        return [(step.decision.do, step.stands) for step in history(review, first)]

    assert told() == []
    review.accept(first)
    review.note(first, "look again")
    review.accept(second)
    assert told() == [("accept", True), ("note", True)]
    review.undo()
    assert told() == [("accept", True), ("note", True)]
    review.undo()
    assert told() == [("accept", True), ("note", False)]
    review.undo()
    assert told() == [("accept", False), ("note", False)]
    review.redo()
    assert told() == [("accept", True), ("note", False)]
    review.fix(first, Changes(unit="job"))
    assert told() == [("accept", True), ("note", False), ("fix", True)]


def test_claims_are_headed_by_the_beginnings_of_their_paragraphs() -> None:
    text = "Title\n\n  In spring 100 came, then 200.\n300 stayed over the summer.\n"
    article, other = article_of("a", text), article_of("b", "400 left.")
    claims = [
        claim_of(one, one.text.index(number), one.text.index(number) + 3)
        for one, number in ((article, "100"), (article, "200"), (article, "300"), (other, "400"))
    ]
    session = Session(name="s", created="", articles=(article, other), claims=tuple(claims))
    review = Review(session, reviewer="ann")

    def headed(ids: list[str]) -> list[tuple[int, str]]:
        return paragraphs(grouped(ids, "text", review, dict), review, 12)

    assert headed(review.claim_ids) == [(0, "In spring"), (2, "300 stayed o"), (3, "400 left.")]
    assert headed(review.claim_ids[1:]) == [(0, "In spring"), (1, "300 stayed o"), (2, "400 left.")]
    assert headed(review.claim_ids[2:]) == [(0, "300 stayed o"), (1, "400 left.")]
