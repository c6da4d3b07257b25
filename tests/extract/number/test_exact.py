from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract import drafting
from tui.articles import article_from_text
from tui.extract import extract
from tui.extract.number.exact import shortest


@pytest.mark.parametrize(
    ("value", "written", "kept"),
    [
        ("42000.0", "4.2万", "42000"),
        ("2250000.00", "2.25 million", "2250000"),
        ("4E+4", "4万", "40000"),
        ("5.0", "5.0%", "5.0"),
        ("5.0", "５.０％", "5.0"),
        ("-5.0", "5.0%", "-5.0"),
        ("1234.50", "1,234.50", "1234.50"),
        ("12.50", "1.25成", "12.5"),
        ("40", "四成", "40"),
    ],
)
def test_a_value_is_as_short_as_it_can_be_but_as_exact_as_the_text_writes_it(value, written, kept):
    assert str(shortest(Decimal(value), written)) == kept


def test_both_ends_of_a_range_are_shortened():
    low, high = shortest((Decimal("10000.0"), Decimal("20000.0")), "1.0-2.0万")
    assert (str(low), str(high)) == ("10000", "20000")


@settings(deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=6), st.text("0123456789.,%", max_size=12))
def test_no_value_is_changed(value, written):
    short = shortest(value, written)
    assert short == value
    assert "E" not in str(format(short, "f"))


def test_extraction_gives_scaled_numbers_without_a_tail_and_percentages_as_they_are_written():
    text = "2023年，全市新增就业4.2万人，同比增长5.0%。\n"
    values = [str(claim.value) for claim in extract(article_from_text(text, "a.txt"), drafting.rules())]
    assert values == ["42000", "5.0"]
