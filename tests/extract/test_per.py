"""What a sum is paid for is told once and holds for the same sum told again."""

import pytest

from tui.articles import article_from_text
from tui.extract import extract, load_rules


def _per(text: str) -> list[str | None]:
    return [claim.per for claim in extract(article_from_text(text + "\n"), load_rules())]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        (
            "The mean wage was 900 dollars a month. Nurses had a mean wage of 1,100 dollars.",
            ["month", "month"],
        ),
        ("The mean wage was 900 dollars a month. The mean rent was 800 dollars.", ["month", None]),
        ("The mean wage was 900 dollars a month. Cooks won unpaid wages of 90,000 dollars.", ["month", None]),
        ("The mean wage was 900 dollars a month. In Spain the mean wage was 950 euros.", ["month", None]),
    ],
)
def test_a_sum_keeps_the_denominator_of_the_same_sum_before_it(text: str, per: list[str | None]) -> None:
    assert _per(text) == per
