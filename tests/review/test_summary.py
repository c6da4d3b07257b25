"""The summary of the facts: what belongs together, what compares over time, what contradicts."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.making import article_of, claim_of
from tui.model import Session
from tui.review import Review
from tui.review.summary import Summary, summary, value_of

JOBS = {"unit": "job", "indicator": "new_urban_jobs", "place": "Bath", "period": "2023", "subject": "jobs"}


def facts(*rows: dict[str, object], accept: bool = True) -> tuple[Review, Summary]:
    """A fact for each row, all in one article unless a row names another."""
    names = list(dict.fromkeys(str(row.get("article", "a")) for row in rows))
    articles = {name: article_of(name, "100 " * (len(rows) + 1) + name) for name in names}
    claims = []
    for n, row in enumerate(rows):
        article = articles[str(row.get("article", "a"))]
        fields = {"id": f"c{n}", "value": Decimal(100), **JOBS, **row}
        fields.pop("article", None)
        claims.append(claim_of(article, 4 * n, 4 * n + 3, **fields))
    session = Session(name="s", created="", articles=tuple(articles.values()), claims=tuple(claims))
    review = Review(session, reviewer="ann")
    if accept and claims:
        review.accept([claim.id for claim in claims])
    return review, summary(review)


def test_only_facts_are_summed_up() -> None:
    review, none = facts({}, {"period": "2022"}, {"period": "2021"}, accept=False)
    assert none.figures == ()
    review.accept("c0")
    review.reject("c1")
    assert [figure.period for figure in summary(review).figures] == ["2023"]


def test_figures_stand_by_indicator_place_and_time_with_plain_subjects_last() -> None:
    _review, found = facts(
        {"indicator": None, "subject": "apples"},
        {"place": None},
        {"period": "2023-06"},
        {"period": "2022"},
        {"place": "Aston"},
        {"indicator": "gdp"},
        {"period": None},
    )
    told = [(figure.topic.what, figure.topic.place, figure.period) for figure in found.figures]
    assert told == [
        ("gdp", "Bath", "2023"),
        ("new_urban_jobs", "Aston", "2023"),
        ("new_urban_jobs", "Bath", "2022"),
        ("new_urban_jobs", "Bath", "2023-06"),
        ("new_urban_jobs", "Bath", ""),
        ("new_urban_jobs", "", "2023"),
        ("apples", "Bath", "2023"),
    ]


def test_the_same_value_said_twice_is_one_statement_however_the_place_is_spelt() -> None:
    _review, found = facts({}, {"place": "BATH"}, {"value": Decimal(90)})
    (figure,) = found.figures
    assert [(statement.value, len(statement.claims)) for statement in figure.statements] == [
        (100, 2),
        (90, 1),
    ]
    assert value_of(figure) == 100


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ({}, {"value": Decimal(90)}, True),
        ({}, {"value": Decimal(90), "article": "b", "subject": "posts"}, True),
        ({}, {"value": Decimal(90), "subject": "posts"}, False),  # it may be a part of the whole
        ({}, {"value": Decimal(90), "bound": "over"}, False),
        ({}, {"value": Decimal(110), "bound": "over"}, True),
        ({}, {"value": Decimal(102), "bound": "about"}, False),
        ({}, {"value": Decimal(90), "bound": "at_most"}, True),
        ({}, {"value": (Decimal(90), Decimal(110))}, False),
        ({}, {"value": (Decimal(110), Decimal(120))}, True),
        ({}, {"value": Decimal(90), "period": "2022"}, False),
        ({}, {"value": Decimal(90), "unit": "person"}, False),
        ({}, {"value": Decimal(90), "status": "planned"}, False),
        ({"period": None}, {"value": Decimal(90), "period": None}, False),
    ],
)
def test_facts_contradict_each_other_when_both_cannot_be_true(
    one: dict[str, object], other: dict[str, object], *, conflict: bool
) -> None:
    assert bool(facts(one, other)[1].conflicts) is conflict
    assert bool(facts(other, one)[1].conflicts) is conflict


def test_periods_compare_when_they_are_of_one_kind() -> None:
    _review, found = facts(
        *(
            {"period": period}
            for period in ("2023", "2021", "2022-06", "2022-12", "2022-01/2022-06", "2022/..")
        ),
        {"period": "2021-01/2021-06"},
        {"period": "2022", "place": "Aston"},
        {"period": "soon"},
    )
    assert [[figure.period for figure in series.figures] for series in found.series] == [
        ["2021-01/2021-06", "2022-01/2022-06"],
        ["2021", "2023"],
        ["2022-06", "2022-12"],
    ]


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "value": st.integers(-3, 3).map(Decimal),
                "place": st.sampled_from([None, "Bath", "bath", "Aston"]),
                "period": st.sampled_from([None, "2021", "2022", "2021-06", "2021/..", "soon"]),
                "indicator": st.sampled_from([None, "gdp"]),
                "bound": st.sampled_from(["exact", "over", "about"]),
            }
        ),
        max_size=12,
    )
)
@settings(deadline=None, max_examples=80)
def test_every_fact_stands_in_exactly_one_statement(rows: list[dict[str, object]]) -> None:
    review, found = facts(*rows)
    told = [claim_id for figure in found.figures for claim_id in figure.claims]
    assert sorted(told) == sorted(review.claim_ids)
    assert all(len(series.figures) > 1 for series in found.series)
    assert {figure for series in found.series for figure in series.figures} <= set(found.figures)
