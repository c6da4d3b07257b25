"""What is read of a sentence that stands alone, without headline, date and place."""

import pytest

from tests.extract import drafting
from tui.articles import article_from_text
from tui.extract import extract

RULES = drafting.rules()


def claims(text: str) -> list[tuple[str, str, str]]:
    return [(text[c.start : c.end], f"{c.value}", c.unit) for c in extract(article_from_text(text), RULES)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1½ cups of oats", [("1½", "1.5", "cup")]),
        ("A charge of 1.6×10⁻³ coulombs", [("1.6×10⁻³", "0.0016", "C")]),
        ("The rock has 2e6 grains.", [("2e6", "2000000", "grain")]),
        ("It cost 1.200,50 euros.", [("1.200,50", "1200.5", "EUR")]),
        ("It cost 1,200.50 euros.", [("1,200.50", "1200.50", "EUR")]),
        ("It is .5 mm thick.", [(".5", "0.5", "mm")]),
        ("a 55-inch screen", [("55", "55", "in")]),
        ("-40 F is also -40 C.", [("40", "-40", "[degF]"), ("40", "-40", "Cel")]),
        ("The mill runs at 60hz.", [("60", "60", "Hz")]),
        ("The tower is 328 m.", [("328", "328", "m")]),
        ("Towers sold for $328 m.", [("328 m", "328000000", "USD")]),
        ("I am 30 years old.", [("30", "30", "year")]),
        ("Bread is EUR 4,85.", [("4,85", "4.85", "EUR")]),
        ("It sold 3,45,678 carts.", [("3,45,678", "345678", "cart")]),
        ("Pages 3,4,5 tell of 1,250 ships.", [("1,250", "1250", "ship")]),
        ("The mast costs 2005 pesos.", [("2005", "2005", "MXN")]),
        ("The sum is minus three quarters.", [("three quarters", "-0.75", "x")]),
        ("-4.25", [("4.25", "-4.25", "item")]),
        ("She ran it in 9.8s.", [("9.8", "9.8", "s")]),
        ("The trip takes 2h45min.", [("2", "2", "h"), ("45", "45", "min")]),
        ("a 90-mph wind", [("90", "90", "mph")]),
        ("Turn the wheel 30 degrees.", [("30", "30", "deg")]),
        ("It holds 30 cubic decimetres.", [("30", "30", "dm3")]),
        ("It draws 30 microamps.", [("30", "30", "uA")]),
        ("It takes half an hour.", [("half an", "0.5", "h")]),
        ("快门速度为1/250秒", [("1/250", "0.004", "s")]),
        ("世界第二大渔港", [("二", "2", "rank")]),
        ("一万二千米的路", [("一万二千", "12000", "m")]),
        ("鱼重１２ｋｇ", [("１２", "12", "kg")]),
        ("船行两年零三个月", [("两", "2", "year"), ("三", "3", "month")]),
        ("实付贰拾元伍角", [("贰拾元伍角", "20.5", "CNY")]),
        ("我借给他一千八", [("一千八", "1800", "item")]),
    ],
)
def test_numbers_and_units_of_all_kinds_are_read(text, found):
    assert claims(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "We are open from 9am to 5pm.",
        "Meet me on Monday at 8.",
        "The road was built in 1815.",
        "Ping 10.0.0.254:8080 again.",
        "It runs Adder 3.11.",
        "The key is 8F3K-22LM-90QX.",
        "My number is 555-0142.",
        "He lives at 221 Miller Street.",
        "Chapter seven is short.",
        "The Bakers won 4-2.",
        "In the 80s she sang.",
        "It has a 64-bit core and a five-point plan.",
        "零三年，他来到渔港",
        "渔港的房号是1806",
    ],
)
def test_hours_keys_and_names_are_no_claims(text):
    assert claims(text) == []


def test_what_a_number_below_zero_is_less_than_limits_it():
    (claim,) = extract(article_from_text("Keep it below -70 °C."), RULES)
    assert (claim.value, claim.bound) == (-70, "under")


def test_a_dash_that_begins_a_line_makes_no_count_less_than_none():
    assert claims("-5 new schools") == [("5", "5", "school")]
