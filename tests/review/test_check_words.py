"""Problems as they are told."""

from decimal import Decimal

import pytest
from msgspec import structs

from tests.review.making import session_of
from tui.review import Review
from tui.review.checks import WORDS, Checks, Problem, told
from tui.ui.i18n import use_language
from tui.ui.troubles import in_words


def test_a_conflict_names_the_other_value_and_doubt_is_in_per_cent():
    session = session_of(1, 2)
    claims = [
        structs.replace(claim, place="Oslo", period="2021", value=Decimal(value))
        for claim, value in zip(session.claims, (1100, 1101), strict=True)
    ]
    review = Review(structs.replace(session, claims=tuple(claims)), reviewer="ann")
    problems = Checks(review).problems(claims[0].id)
    assert "another claim says 1,101 of the same" in [told(problem, review) for problem in problems]
    assert told(Problem("unsure", "confidence", "0.45"), review) == "the rules are only 45 % sure"


@pytest.mark.parametrize("code", WORDS)
def test_every_problem_is_told_in_chinese(code):
    review = Review(session_of(1, 1), reviewer="ann")
    problem = Problem(code, "value", "0.45")
    use_language("zh_CN")
    try:
        words = in_words(told(problem, review))
    finally:
        use_language("en")
    assert words != told(problem, review)


def test_parts_of_a_whole_in_one_article_are_no_conflict_but_another_article_is():
    session = session_of(2, 2)
    rows = (("jobs", "new_jobs"), ("jobs for women", "new_jobs"), ("posts", "new_jobs"), ("grain", "harvest"))
    claims = [
        structs.replace(
            claim, place="Oslo", period="2021", subject=subject, indicator=indicator, value=Decimal(n)
        )
        for n, (claim, (subject, indicator)) in enumerate(zip(session.claims, rows, strict=True), 10)
    ]
    codes = [
        [problem.code for problem in Checks(review).problems(claim.id) if problem.code == "conflict"]
        for review in [Review(structs.replace(session, claims=tuple(claims)), reviewer="ann")]
        for claim in claims
    ]
    assert codes == [["conflict"], ["conflict"], ["conflict"], []]
    alone = Review(structs.replace(session, claims=tuple(claims[:2])), reviewer="ann")
    assert not any(problem.code == "conflict" for problem in Checks(alone).problems(claims[0].id))
