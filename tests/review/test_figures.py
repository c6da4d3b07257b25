"""Claims that say different things of one figure."""

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.making import article_of, claim_of
from tui.model import Claim
from tui.review.figures import Figures
from tui.review.state import ClaimState, Verdict

ARTICLES = [article_of(name, name * 50) for name in "abc"]


def disagree(one: ClaimState, other: ClaimState) -> bool:
    """The rule, told of two claims without any grouping."""
    if "rejected" in {one.verdict, other.verdict}:
        return False
    same = all(getattr(one.claim, name) == getattr(other.claim, name) for name in ("place", "indicator"))
    whole = one.claim.article != other.claim.article or one.claim.subject == other.claim.subject
    return same and whole and one.claim.value != other.claim.value


@st.composite
def states(draw: st.DrawFn) -> ClaimState:
    """A claim of three articles, two figures, two subjects, two values."""
    claim: Claim = claim_of(
        draw(st.sampled_from(ARTICLES)),
        0,
        1,
        value=Decimal(draw(st.integers(1, 2))),
        subject=draw(st.sampled_from(["jobs", "new jobs"])),
        place=draw(st.sampled_from(["Dingxi", "Lanxi"])),
        indicator="new_jobs",
        period="2021",
    )
    verdicts: list[Verdict] = ["pending", "accepted", "rejected"]
    return ClaimState(claim=claim, verdict=draw(st.sampled_from(verdicts)))


@given(st.lists(st.tuples(st.sampled_from("123456"), st.none() | states()), max_size=25))
@settings(deadline=None)
def test_what_says_otherwise_is_found_as_by_a_look_at_every_pair(
    steps: list[tuple[str, ClaimState | None]],
) -> None:
    figures = Figures()
    now: dict[str, ClaimState] = {}
    for name, state in steps:
        figures.enter(name, state)
        now.pop(name, None)
        if state is not None:
            now[name] = state
    expected: dict[str, set[str]] = {name: set() for name in now}
    for one, other in permutations(now, 2):
        if disagree(now[one], now[other]):
            expected[one].add(other)
    for name, others in expected.items():
        found = figures.other(name)
        assert (found in others) if others else found is None
    assert sorted(figures.at_odds()) == sorted(name for name, others in expected.items() if others)


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("people", False),
        ("企业", False),
        ("skilled people", True),
        ("民营企业", True),
        ("Arbeitslosenquote", True),
    ],
)
def test_claims_that_tell_only_what_is_counted_are_not_held_against_each_other(
    subject: str, told: bool
) -> None:
    figures = Figures()
    for name, value in (("1", 656200), ("2", 455)):
        fields = {"value": Decimal(value), "subject": subject, "place": "Dingxi", "period": "2024"}
        figures.enter(name, ClaimState(claim=claim_of(ARTICLES[0], 0, 1, **fields)))
    assert figures.other("1") == ("2" if told else None)
