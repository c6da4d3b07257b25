"""What a filter goes on with when tab is pressed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.making import article_of, claim_of
from tui.model import Session
from tui.review import Review
from tui.review.completing import completions
from tui.review.query import parse


def review() -> Review:
    article = article_of("Things made", "Made 10, 20, 30 and 40 things.")
    fields: list[dict[str, object]] = [
        {"place": "New York", "doubts": ("unit guessed",)},
        {"place": "York"},
        {"unit": "%"},
        {"unit": "job, part-time", "place": 'the "Hill"'},
    ]
    starts = [article.text.index(number) for number in ("10", "20", "30", "40")]
    claims = [claim_of(article, at, at + 2, **each) for at, each in zip(starts, fields, strict=True)]
    session = Session(name="made", created="2026-01-01T00:00:00Z", articles=(article,), claims=tuple(claims))
    made = Review(session, reviewer="ann")
    made.accept(claims[0].id)
    return made


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("un", ["unit:"]),
        ("-pl", ["-place:"]),
        ("unit:", ["unit:person", "unit:%", 'unit:"job, part-time"']),
        ("unit:p", ["unit:person", 'unit:"job, part-time"']),
        ("place=", ['place="New York"', "place=York", 'place="the \\"Hill\\""', "place=none"]),
        ("place:yo", ["place:York", 'place:"New York"']),
        ('place:"New Y', ['place:"New York"']),
        ("state:accepted unit:", ["state:accepted unit:person"]),
        ("state:acc", ["state:accepted"]),
        ("article:", ['article:"Things made"']),
        ("doubt:", ["doubt:none", 'doubt:"unit guessed"']),
        ("note:", []),
        ("unit:galleon", []),
        ("nonsense:", []),
        ('unit:nothing-open" ', []),
        ("state:maybe unit:", []),
        ("text:", []),
        ("conf<", []),
    ],
)
def test_the_last_part_is_completed_with_what_the_claims_have(typed: str, filters: list[str]) -> None:
    found = [each.filter for each in completions(typed, review())]
    assert found[: len(filters)] == filters if typed == "state:acc" else sorted(found) == sorted(filters)
    if filters:
        assert found[0] == filters[0]


def test_each_value_says_how_many_claims_of_the_filter_have_it() -> None:
    found = completions("-state:accepted unit:", review())
    assert {each.shown: each.claims for each in found} == {"person": 1, "%": 1, "job, part-time": 1}


def test_states_that_no_claim_has_are_offered_last() -> None:
    found = completions("state:", review())
    assert [each.shown for each in found[:2]] == ["pending", "accepted"]
    assert {each.shown for each in found if not each.claims} >= {"rejected", "skipped", "fixed"}


@settings(deadline=None)
@given(st.text(alphabet='unitplace:= "\\-%York3', max_size=24))
def test_what_is_offered_is_a_filter_that_finds_what_it_says(typed: str) -> None:
    made = review()
    for each in completions(typed, made):
        assert each.filter.startswith(typed[: typed.rfind(" ") + 1])
        if not each.filter.endswith(":"):
            assert len(parse(each.filter).select(made)) >= (
                1 if each.claims and "-" not in each.filter else 0
            )


def test_an_indicator_is_completed_from_what_it_is_called_and_shown_by_its_best_name() -> None:
    article = article_of("Things made", "Made 10, 20 and 30 things.")
    starts = [article.text.index(number) for number in ("10", "20", "30")]
    indicators = ("new_jobs", "new_jobs", "jobless_rate")
    claims = tuple(
        claim_of(article, at, at + 2, indicator=name) for at, name in zip(starts, indicators, strict=True)
    )
    made = Review(
        Session(name="made", created="2026-01-01T00:00:00Z", articles=(article,), claims=claims),
        reviewer="ann",
    )
    made.called = {"new_jobs": ("新增就业", "jobs added"), "jobless_rate": ("失业率",)}.__getitem__
    for typed in ("indicator:新增", "indicator:added", "indicator:new"):
        assert completions(typed, made) == [("indicator:new_jobs", "新增就业", 2)]
    assert [each.shown for each in completions("indicator:", made)] == ["新增就业", "失业率"]
