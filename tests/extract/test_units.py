"""Kinds of units, which stages ask for without knowing any language."""

import pytest

from tui.articles import article_from_text
from tui.extract import extract, load_rules
from tui.extract.units import is_currency, is_noun
from tui.extract.words.tagrules import unit_class


@pytest.mark.parametrize("code", ["CNY", "USD", "TWD"])
def test_three_capitals_are_money(code: str) -> None:
    assert is_currency(code)
    assert unit_class(code) == "money"


@pytest.mark.parametrize("unit", ["TEU", "MW", "Cel", "kWh", "ton", ""])
def test_other_units_are_none(unit: str) -> None:
    assert not is_currency(unit)
    assert unit_class(unit) == "count"


@pytest.mark.parametrize(
    ("unit", "noun"), [("job", True), ("person", True), ("week", False), ("km", False), ("CNY", False)]
)
def test_a_noun_is_neither_money_nor_a_measure(unit: str, noun: bool) -> None:
    assert is_noun(unit) is noun


def test_containers_are_counted_and_no_money() -> None:
    article = article_from_text("Container throughput was 300,000 TEUs.", "port.txt")
    (claim,) = extract(article, load_rules())
    assert (claim.unit, claim.indicator) == ("TEU", "container_throughput")
