"""What numerals are worth, and that finding numbers holds for any text."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract import drafting
from tests.extract.drafting import drafted
from tui.extract import extract
from tui.extract.engine import claim_at, draft_document
from tui.extract.number.numerals import numerals
from tui.extract.spelling import document_of
from tui.model import Article

RULES = drafting.rules()
SIGNS = "0123456789.,%-~[]()/+ \n一二三十百千万亿两几余多成半第年月日个人元约超“”。、abkm$£"
WORDS = (
    "million",
    "bn",
    "percent",
    "half",
    "yuan",
    "of",
    "people",
    "two",
    "hundred",
    "and",
    "分之",
    "百分点",
)


def article(text: str, language: str = "en") -> Article:
    return Article(id="0" * 12, path="x.txt", text=text, sha256="0" * 64, language=language)


def drafts(text: str, language: str) -> list[tuple[str, object]]:
    return [(d.text, d.value) for d in draft_document(article(text, language), RULES).drafts]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一千三百六十八", 1368),
        ("两万三", 23000),
        ("一亿两千万", 120000000),
        ("三千零五", 3005),
        ("壹佰贰拾", 120),
        ("肆拾伍", 45),
        ("叁仟伍佰陆拾", 3560),
        ("十五", 15),
        ("4.2万", 42000),
        ("1,100.9亿", 110090000000),
        ("1亿2千万", 120000000),
        ("40萬2千", 402000),
        ("1.43万亿", 1430000000000),
        ("14613万", 146130000),
        ("501202万亿", 501202000000000000),
    ],
)
def test_chinese_numerals(text, value):
    assert numerals(RULES, "zh").value(text.translate(RULES.spelling)) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "low", "high"), [("两三百", 200, 300), ("一万六七千", 16000, 17000), ("十五六", 15, 16)]
)
def test_two_digits_side_by_side_are_a_range(text, low, high):
    assert numerals(RULES, "zh").value(text) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two hundred and ten", 210),
        ("twenty-five", 25),
        ("two hundred ten thousand", 210000),
        ("2.25 million", 2250000),
        ("1.762bn", 1762000000),
        ("11k", 11000),
        ("92 thousand and 300", 92300),
        ("1 thousand and 130", 1130),
        ("1 billion 420 million", 1420000000),
        ("2 billion 306 million 40 thousand", 2306040000),
    ],
)
def test_english_numerals(text, value):
    assert numerals(RULES, "en").value(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("There were 1.45 million.2.25 million workers came.", "en", ["1.45 million", "2.25 million"]),
        ("5%-6%", "zh", ["5%-6%"]),
        ("rose 32,000 to 41,000", "en", ["32,000", "41,000"]),
        ("从2个增加到3个", "zh", ["2", "3"]),
        ("At one point five hundred workers left.", "en", ["one", "five hundred"]),
        ("It grew from one point five million.", "en", ["one point five million"]),
        ("It lent 1 million 900 thousand yuan.", "en", ["1 million 900 thousand"]),
        ("It fed 92 thousand and 300 people.", "en", ["92 thousand and 300"]),
        ("It sold 92 thousand and 300 thousand tonnes.", "en", ["92 thousand", "300 thousand"]),
        ("It sold 2 million and 300 firms closed.", "en", ["2 million", "300"]),
        ("占总量的20分之3", "zh", ["20分之3"]),
        ("占总量的十万分之13.4", "zh", ["十万分之13.4"]),
    ],
)
def test_what_is_one_number_and_what_two(text, language, found):
    assert [t for t, _ in drafts(text, language)] == found


def in_chinese(number: int) -> str:
    """A number below 10 ** 12 in Chinese words, as 一千零二万三千."""
    for scale, word in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= scale:
            rest = number % scale
            gap = "零" if 0 < rest < scale // 10 else ""
            return in_chinese(number // scale) + word + gap + (in_chinese(rest) if rest else "")
    return "零一二三四五六七八九"[number]


ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
UNDER_TWENTY = (*ONES, *TEENS)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def in_english(number: int) -> str:
    """A number below 10 ** 12 in English words, as two hundred and three thousand and ten."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_english(number // scale)} {word}{joint + in_english(rest) if rest else ''}"
    if number < len(UNDER_TWENTY):
        return UNDER_TWENTY[number]
    return TENS[number // 10 - 2] + (f"-{UNDER_TWENTY[number % 10]}" if number % 10 else "")


@settings(deadline=None, max_examples=300)
@given(st.integers(1, 10**12 - 1), st.sampled_from([("zh", in_chinese), ("en", in_english)]))
def test_a_number_written_out_in_words_is_read_back(number, spelled):
    language, spell = spelled
    assert numerals(RULES, language).value(spell(number)) == number


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 10**6), st.text("123456789", min_size=1, max_size=4))
def test_decimals_in_words_are_read_back(whole, digits):
    value = Decimal(f"{whole}.{digits}")
    assert (
        numerals(RULES, "zh").value(f"{in_chinese(whole)}点{''.join(map(in_chinese, map(int, digits)))}")
        == value
    )
    english = " ".join(in_english(int(digit)) for digit in digits)
    assert numerals(RULES, "en").value(f"{in_english(whole)} point {english}") == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("坝顶高程为三点五万米。", "zh", 35000),
        ("水价为二又四分之三元。", "zh", "2.75"),
        ("他身高一米七五。", "zh", "1.75"),
        ("车程三个半小时。", "zh", "3.5"),
        ("进度达七成半。", "zh", 75),
        ("利率为负0.5%。", "zh", "-0.5"),
        ("利率为百分之负三。", "zh", -3),
        ("最低气温降至-18℃。", "zh", -18),
        ("It has one and three quarters million members.", "en", 1750000),
        ("The board is 6 1/2 inches long.", "en", "6.5"),
        ("The rate was negative 0.5 percent.", "en", "-0.5"),
        ("It fell to 12 degrees Celsius below zero.", "en", -12),
        ("It has twenty-one thousand three hundred and seventy-four members.", "en", 21374),
    ],
)
def test_mixed_numbers_and_numbers_below_zero(text, language, value):
    assert [draft.value for draft in drafted(text, language).claims] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三点五十分开了两场会。", 2),
        ("该镇背负12万元债务。", 120000),
        ("用3年半成品养鸡12只。", 12),
        ("7月-12月发放8万元。", 80000),
    ],
)
def test_what_only_looks_like_a_mixed_or_negative_number_in_chinese(text, value):
    assert [draft.value for draft in drafted(text, "zh").claims] == [value]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.one_of(st.text(SIGNS, max_size=12), st.sampled_from(WORDS)), max_size=12).map("".join),
    st.sampled_from(["en", "zh"]),
)
def test_any_text_gives_claims_that_lie_in_it_in_order(text, language):
    source = article(text, language)
    claims = extract(source, RULES)
    spans = [(c.start, c.end) for c in claims]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert len({c.id for c in claims}) == len(claims)


@settings(deadline=None, max_examples=60)
@given(st.text(SIGNS, max_size=60))
def test_sentences_cover_all_that_is_no_space(text):
    source = article(text, "zh")
    document = draft_document(source, RULES)
    # Sentences have the characters that rules read, one for each that is written.
    read = document_of(source, RULES).text
    assert len(read) == len(text)
    covered = "".join(s.text for s in document.sentences)
    assert "".join(covered.split()) == "".join(read.split())
    assert all(read[s.start : s.end] == s.text for s in document.sentences)


def test_a_claim_can_be_had_at_a_span_that_rules_drop():
    text = "The paper [5] names 300 people."
    claim = claim_at(article(text), RULES, text.index("5"), text.index("5") + 1)
    assert claim.value == 5
    assert (claim.start, claim.end) == (11, 12)


def test_a_claim_can_be_had_where_there_is_no_number():
    claim = claim_at(article("Nobody came to see it."), RULES, 0, 6)
    assert claim.value == 0
    assert claim.confidence < 0.2


def test_numbers_with_blanks_between_their_parts_are_one_in_chinese():
    found = drafted("共 2 億 1,500 萬元，增加 748 萬 7,000 人。", "zh").claims
    assert [draft.value for draft in found] == [215000000, 7487000]


@given(st.integers(1_000, 10**12), st.sampled_from(["en", "zh", "de"]), st.sampled_from("\u00a0\u202f\u2009"))
@settings(max_examples=60, deadline=None)
def test_digits_grouped_by_narrow_spaces_are_one_number(number, language, space):
    assert numerals(RULES, language).value(f"{number:,}".replace(",", space)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [("2,79,837 carts", 279837), ("12,34,56,789 carts", 123456789), ("279,837 carts", 279837)],
)
def test_digits_grouped_by_two_before_the_last_three_are_one_number(text, value):
    assert [draft.value for draft in drafted(f"They sold {text}.", "en").claims] == [value]


def test_digits_grouped_by_blanks_are_one_number_unless_something_else_is_counted_before():
    assert [draft.text for draft in drafted("共有3 650个岗位", "zh", headline="岗位").drafts] == ["3 650"]
    assert [draft.text for draft in drafted("见表 3 650个岗位", "zh", headline="岗位").drafts] == ["3", "650"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("今天-22℃到-10℃", [("22℃到-10", (Decimal(-22), Decimal(-10)))]),
        ("气温在零下5度到3度之间", [("5度到3", (Decimal(-5), Decimal(3)))]),
        ("共有１，２００名代表", [("１，２００", Decimal(1200))]),
        ("选手１，２名教练", [("１", Decimal(1)), ("２", Decimal(2))]),
    ],
)
def test_ranges_below_zero_and_wide_groups(text, found):
    assert drafts(text, "zh") == found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It fell to 55-60,000 tonnes.", [(55000, 60000)]),
        ("It sold 5\u201310,000 tonnes.", [(5000, 10000)]),
        ("It sold 500-10,000 tonnes.", [(500, 10000)]),
        ("It sold 10 to 15,000 tonnes.", [10, 15000]),
    ],
)
def test_the_first_of_two_beside_each_other_shares_the_thousands_of_the_second(text, values):
    assert [draft.value for draft in drafted(text, "en").claims] == values
