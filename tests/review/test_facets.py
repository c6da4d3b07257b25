"""Facets: what they count is what their filters find, and narrowing goes back to where it came from."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.making import article_of, claim_of
from tui.model import Session
from tui.review import Review
from tui.review.facets import FACETS, excluding, facets, narrowed, term, widened
from tui.review.query import parse

TEXT = "100 " * 12
WORDS = st.sampled_from(
    ["", "York", "New York", "none", "any", "a,b", 'say "so"', "back\\slash", "-x", "%", "重庆", "重庆市"]
)
FIELDS = st.fixed_dictionaries(
    {
        "unit": WORDS,
        "place": st.none() | WORDS,
        "indicator": st.none() | WORDS,
        "period": st.sampled_from([None, "2021", "2021-06", "2021/2025"]),
        "doubts": st.lists(WORDS, max_size=3).map(tuple),
    }
)


def review_of(rows: list[dict[str, object]]) -> Review:
    articles = [article_of("one", TEXT), article_of("two", TEXT + "end")]
    claims = []
    for n, fields in enumerate(rows):
        article = articles[n % 2]
        given_fields = {"id": f"c{n}", "value": Decimal(100), **fields}
        claims.append(claim_of(article, 4 * n, 4 * n + 3, **given_fields))
    review = Review(
        Session(name="s", created="", articles=tuple(articles), claims=tuple(claims)), reviewer="ann"
    )
    for n in range(0, len(rows), 3):
        review.accept(f"c{n}")
    return review


reviews = st.lists(FIELDS, max_size=10).map(review_of)


@given(reviews, st.data())
@settings(deadline=None, max_examples=60)
def test_a_count_is_what_choosing_the_value_leaves(review: Review, data: st.DataObject) -> None:
    text = ""
    for _step in range(3):
        found = facets(review, parse(text))
        for name, values in found.items():
            for facet in values:
                rest = narrowed(text, name, facet.filter) if facet.chosen == "+" else text
                alone = narrowed(rest, name, facet.filter)
                assert facet.claims == len(parse(alone).select(review)), (text, facet)
        choices = [(name, facet) for name, values in found.items() for facet in values]
        if not choices:
            return
        name, facet = data.draw(st.sampled_from(choices))
        exclude = data.draw(st.booleans())
        text = excluding(text, facet.filter) if exclude else narrowed(text, name, facet.filter)


@given(reviews)
@settings(deadline=None, max_examples=40)
def test_without_a_filter_each_claim_is_counted_once_in_every_field_with_one_value(review: Review) -> None:
    found = facets(review)
    assert tuple(found) == FACETS
    for name in set(FACETS) - {"doubt"}:
        assert sum(facet.claims for facet in found[name]) == len(review)
        assert len({facet.value for facet in found[name]}) == len(found[name])


@given(st.lists(st.tuples(st.sampled_from(["unit", "place"]), WORDS), max_size=4), WORDS)
@settings(deadline=None)
def test_choosing_twice_and_excluding_twice_lead_back(parts: list[tuple[str, str]], value: str) -> None:
    text = ""
    for name, each in parts:
        text = narrowed(text, name, term(name, each))
    fresh = term("period", value)
    assert narrowed(narrowed(text, "period", fresh), "period", fresh) == text
    assert excluding(excluding(text, fresh), fresh) == text
    assert widened(narrowed(text, "period", fresh)) == text


def test_other_values_of_a_chosen_field_stay_in_sight() -> None:
    review = review_of([{"unit": "job"}, {"unit": "%"}, {"unit": "%", "place": "York"}])
    found = facets(review, parse("unit=job"))
    assert [(facet.value, facet.claims, facet.chosen) for facet in found["unit"]] == [
        ("%", 2, ""),
        ("job", 1, "+"),
    ]
    assert [(facet.value, facet.claims) for facet in found["place"]] == [(None, 1)]


def test_what_was_typed_by_hand_or_finds_nothing_any_more_is_shown_as_chosen() -> None:
    review = review_of([{"place": "New York"}, {"place": "York"}, {"place": "Leeds"}])
    places = facets(review, parse("place:york -unit:gone unit=job"))
    assert ("york", 0, "place:york", "+") in places["place"]
    assert ("gone", 0, "unit:gone", "-") in places["unit"]
    alone = facets(review, parse("place:york"))["place"]
    assert ("york", 2, "place:york", "+") in alone


@pytest.mark.parametrize(
    ("query", "found"),
    [("place=York", ["c1"]), ("place:york", ["c0", "c1"]), ("place=york", []), ("-place=York", ["c0", "c2"])],
)
def test_an_equals_sign_means_exactly_that(query: str, found: list[str]) -> None:
    review = review_of([{"place": "New York"}, {"place": "York"}, {"place": None}])
    assert sorted(parse(query).select(review)) == found
