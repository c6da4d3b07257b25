"""The filter language: what each field finds, and errors that say place and mend."""

import re
import sys
from decimal import Decimal
from types import FrameType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.review.making import article_of, claim_of
from tui.model import Changes, Session
from tui.review import Review
from tui.review.conditions import _FIELDS
from tui.review.facets import FACETS, facets
from tui.review.query import MOST_PARTS, QueryError, parse, quoted

TEXT = "Chongqing created 751,000 jobs, up 14.5% in 2021.\n重庆市新增就业75.1万人。\nOver 80 firms came.\n"


@pytest.fixture
def review() -> Review:
    article = article_of("annual report", TEXT)
    places = {
        name: (TEXT.index(name), TEXT.index(name) + len(name))
        for name in ("751,000", "14.5%", "75.1万", "80")
    }
    rows = [
        ("751,000", "751000", {"unit": "job", "subject": "new jobs", "place": "Chongqing", "period": "2021"}),
        (
            "14.5%",
            "14.5",
            {
                "unit": "%",
                "measure": "growth",
                "place": "Chongqing",
                "period": "2021/2025",
                "confidence": 0.6,
            },
        ),
        (
            "75.1万",
            "751000",
            {"subject": "新增就业", "place": "重庆", "period": "2021-06", "indicator": "new_jobs"},
        ),
        (
            "80",
            "80",
            {
                "unit": "firm",
                "subject": "Firms",
                "bound": "over",
                "confidence": 0.5,
                "doubts": ("no period",),
            },
        ),
    ]
    claims = [
        claim_of(article, *places[name], **{"id": name, "value": Decimal(value), **fields})
        for name, value, fields in rows
    ]
    return Review(Session(name="s", created="", articles=(article,), claims=tuple(claims)), reviewer="ann")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "751,000 14.5% 75.1万 80"),
        ("   ", "751,000 14.5% 75.1万 80"),
        ("unit:%", "14.5%"),
        ("unit:job,firm", "751,000 80"),
        ("-unit:%", "751,000 75.1万 80"),
        ("conf<0.8", "14.5% 80"),
        ("conf<=0.5", "80"),
        ("conf>0.8 unit:job", "751,000"),
        ("-conf<0.8", "751,000 75.1万"),
        ("value>=751,000", "751,000 75.1万"),
        ("value=14.50", "14.5%"),
        ("value:80", "80"),
        ("place:重庆", "75.1万"),
        ("place:CHONG", "751,000 14.5%"),
        ("place:none", "80"),
        ("place:any unit:job", "751,000"),
        ('place:"none"', ""),
        ('text:"jobs, up"', "751,000 14.5%"),
        ("text:就业", "75.1万"),
        ("period:2021", "751,000 14.5% 75.1万"),
        ("period:2025", "14.5%"),
        ("period:2021-06", "75.1万"),
        ("period:20", ""),
        ("period:2021/2025", "14.5%"),
        ("period:..", ""),
        ("indicator:new_jobs", "75.1万"),
        ("measure:growth", "14.5%"),
        ("bound:over", "80"),
        ("status:actual unit:%", "14.5%"),
        ("doubt:period", "80"),
        ("doubt:any", "80"),
        ('article:"annual report"', "751,000 14.5% 75.1万 80"),
        ("article:other", ""),
        ("note:any", ""),
        ("firms", "80"),
        ("751", "751,000"),
        ("７５１", "751,000"),
        ("chongqing 14.5", "14.5%"),
        ('"new jobs"', "751,000"),
        ("state:pending,accepted", "751,000 14.5% 75.1万 80"),
        ("state:fact", ""),
    ],
)
def test_a_filter_finds(review: Review, query: str, found: str) -> None:
    assert sorted(parse(query).select(review)) == sorted(found.split())


def test_states_follow_the_review(review: Review) -> None:
    review.accept("751,000")
    review.fix("80", Changes(unit="company"))
    review.reject("14.5%", reason="a target")
    review.note("75.1万", "ask Li")
    assert parse("state:fact").select(review) == ["751,000", "80"]
    assert parse("state:decided").select(review) == ["751,000", "14.5%", "80"]
    assert parse("state:fixed unit:company").select(review) == ["80"]
    assert parse("reason:target").select(review) == ["14.5%"]
    assert parse("note:li").select(review) == ["75.1万"]
    assert parse("by:ann -state:rejected").select(review) == ["751,000", "80"]


@pytest.mark.parametrize(
    ("query", "position", "message"),
    [
        ("unt:%", 0, "there is no field 'unt'; did you mean unit?"),
        ("a state:pendign", 8, "there is no state 'pendign'; did you mean pending?"),
        ("value>nan", 6, "'nan' is no number; write a number such as value>0.8"),
        ("conf<high", 5, "'high' is no number; write a number such as conf<0.8"),
        ("unit<3", 4, "unit can't be compared with <; write unit:3"),
        ("unit:", 5, "there is nothing to look for; write what to look for, such as unit:%"),
        ("-", 1, "there is nothing to look for"),
        ('place:"New York', 6, "a quote"),
        ('"New York', 0, "a quote begins here and doesn't end"),
        ('new"york"', 3, "a quote stands in the middle of a word"),
        ("measure:size", 8, "known are|did you mean"),
        ("a " * MOST_PARTS + "b", 2 * MOST_PARTS, "a filter has 64 parts at most; leave out the rest"),
    ],
)
def test_errors_say_place_and_mend(query: str, position: int, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        parse(query)
    assert caught.value.position == position
    assert caught.value.mend


@pytest.mark.parametrize("query", ["value>7", "5", "-value<=3 12"])
def test_a_number_or_a_word_is_looked_for_in_many_claims_at_once(query: str) -> None:
    text = "".join(f"{n} homes\n" for n in range(3_000))
    article = article_of("homes", text)
    claims = [
        claim_of(article, start, end, value=Decimal(text[start:end]))
        for start, end in (found.span() for found in re.finditer(r"\d+", text))
    ]
    review = Review(Session(name="s", created="", articles=(article,), claims=tuple(claims)), reviewer="ann")
    parse(query).select(review)  # what claims say is put together once
    lines, wanted = 0, parse(query)

    def ran(frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal lines
        lines += event == "line" and frame.f_code.co_name not in {"<listcomp>", "<lambda>"}
        return ran

    sys.settrace(ran)
    try:
        found = wanted.select(review)
    finally:
        sys.settrace(None)
    assert 0 < len(found) < 3_000
    assert lines < 1_000


@given(st.text(st.sampled_from('a:"-<>= \\中%,.1stateunit'), max_size=20))
@example('"\\"')
@settings(deadline=None, max_examples=300)
def test_any_text_is_a_filter_or_an_error_with_a_place(text: str) -> None:
    try:
        tests = [part.passes for part in parse(text).parts]
    except QueryError as error:
        place = error.position
        tests = []
        assert 0 <= place <= len(text)
    assert all(callable(test) for test in tests)


@given(st.sampled_from(sorted(set(_FIELDS) - {"state", "bound", "measure", "status"})), st.text(min_size=1))
@example(field="article", value="-")
@settings(deadline=None)
def test_a_quoted_value_is_read_back_as_one_test(field: str, value: str) -> None:
    assert len(parse(f"{field}:{quoted(value)}").parts) == 1


def test_facets_count_and_their_filters_find_exactly_what_they_count(review: Review) -> None:
    review.accept("80")
    found = facets(review)
    assert tuple(found) == FACETS
    for entries in found.values():
        for facet in entries:
            assert len(parse(facet.filter).select(review)) == facet.claims
    units = {facet.value: facet.claims for facet in found["unit"]}
    assert units == {"job": 1, "%": 1, "person": 1, "firm": 1}
    assert {facet.value: facet.claims for facet in found["state"]} == {"pending": 3, "accepted": 1}
    assert found["place"][0] == ("Chongqing", 2, "place=Chongqing", "")
    assert (None, 1, "place:none", "") in found["place"]


CALLED = {"new_jobs": ("新增就业", "New Jobs", "jobs added")}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("indicator:新增", "75.1万"),
        ("indicator=新增就业", "75.1万"),
        ("indicator=新增", ""),
        ('indicator:"new jobs"', "75.1万"),
        ('indicator="ＮＥＷ jobs"', "75.1万"),
        ("indicator:added", "75.1万"),
        ("indicator=new_jobs", "75.1万"),
        ("indicator:失业率", ""),
    ],
)
def test_an_indicator_is_found_by_what_it_is_called(review: Review, query: str, found: str) -> None:
    review.called = lambda indicator: CALLED.get(indicator, ())
    spans = [(review[name].claim.start, review[name].claim.end) for name in parse(query).select(review)]
    assert " ".join(TEXT[start:end] for start, end in spans) == found


def test_names_are_asked_for_once_for_each_indicator_and_never_for_an_id(review: Review) -> None:
    asked: list[str] = []
    review.called = lambda indicator: (asked.append(indicator), CALLED.get(indicator, ()))[1]
    for query in ("indicator=new_jobs", "indicator:new_", "-indicator=new_jobs", "indicator:none"):
        parse(query).select(review)
    assert asked == []
    parse("indicator:新增").select(review)
    assert asked == ["new_jobs"]
