"""How words limit numbers: behind currency signs, and where they only hold one number against another."""

import pytest

from tests.extract import drafting
from tui.articles import article_from_text
from tui.extract import extract


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The mayor spent at least \u20b9800 crore on roads.", ["at_least"]),
        ("Rents are more than US$900 a month.", ["over"]),
        ("The pass rate was higher than 95%.", ["over"]),
        ("The mean wage rose by 5.3%, sharply higher than 3.8% in the year before.", ["exact", "exact"]),
        ("The rate was 4.1 percent, which was lower than 4.6% in May.", ["exact", "exact"]),
        ("Roads cost more than 40 million baht ($1.2 million).", ["over", "over"]),
        ("Roads cost more than 40 million baht (about $1.2 million).", ["over", "about"]),
        ("Roads cost more than 40 baht to those (3 dollars each).", ["over", "exact"]),
    ],
)
def test_a_bound_stands_before_any_sign_and_limits_nothing_that_is_held_against_a_number(
    text: str, bounds: list[str]
) -> None:
    assert [claim.bound for claim in extract(article_from_text(text + "\n"), drafting.rules())] == bounds


def test_a_rate_held_against_a_target_leaves_the_target_exact():
    def bounds(text: str) -> list[str]:
        return [draft.fields.get("bound") or "exact" for draft in drafting.drafted(text, "zh").claims]

    assert bounds("失业率为4.3%，低于4.6%的控制目标。") == ["exact", "exact"]
    assert bounds("新船下水增长6%，高于5%的平均水平。") == ["exact", "exact"]
    assert bounds("失业率低于4.6%。") == ["under"]
