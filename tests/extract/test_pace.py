"""No text makes extraction slow: whatever is repeated, the work grows with the length and no faster.

Seconds are those of the processor, so that other programs at work do not count.
"""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.articles import article_from_text
from tui.extract import extract, load_rules
from tui.extract.expressions.expression import Expression
from tui.extract.packs.rules import RuleSet
from tui.resources import seeds_folder

# A sentence of the greatest length below takes some hundredths of a second; an expression that backtracks
# without end would take hours.
LONGEST_SECONDS = 4.0
REPEATS = 300

PIECES = (  # noqa: SIM905 - a list would take seventy lines
    '1|12,|3.4|2021|1,234,|5-|(|)|"|“|‘|[|-|–|, |; |: | |  |and |of |the |in |to |from |per |'
    "by |more than |million |percent |A|a|a b |New York |City |the city |January |5 January |"
    "January 5, |the first |quarter |year |up 3% |一|十万|亿|第|年|月|3月|2021年|的|，|、|：|"
    "“|”|市|县|省|人|增长|同比|和|至|近|个|百分之|分之|北京|全市|其中|每|岁|Ä|der |und |"
    "Millionen |im |auf "
).split("|")


MEASURABLE = 0.03  # seconds; times below are noise
# What a hostile text may repeat in one paragraph.
REPEATED = (  # noqa: SIM905 - as above
    '1|a|1,|a |A |1 and |the 5 |一|1、|、一|市|"1|(1|3% |1.|$5 |half |5\n|5公里|'
    "2021年|百分之五|从5到6|就业5万人增长3%，|亿|十万|万亿"
).split("|")


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    """The rules, with all that is compiled of them at first use."""
    loaded = load_rules()
    for text in ("In 2021 there were 12 of 300.", "2021年共有12人。", "Im Jahr 2021 kamen die 300 Gäste."):
        seconds(text, loaded)
    return loaded


def seconds(text: str, rules: RuleSet) -> float:
    article = article_from_text(text)
    start = time.process_time()
    extract(article, rules)
    return time.process_time() - start


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    unit=st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join),
    end=st.sampled_from(["", "!", "x", "。", "%", "）"]),
)
def test_no_repeated_pieces_take_long(unit: str, end: str, rules: RuleSet) -> None:
    assert seconds(unit * REPEATS + end, rules) < LONGEST_SECONDS


@pytest.mark.parametrize("piece", REPEATED)
def test_four_times_the_text_is_no_sixteen_times_the_work(piece: str, rules: RuleSet) -> None:
    for n in (500, 2_000, 8_000, 32_000, 128_000):
        short, long = (min(seconds(piece * times, rules) for _ in range(2)) for times in (n, 4 * n))
        if long >= MEASURABLE:
            break
    assert long < 9 * short  # sixteen times would be square


def test_a_single_paragraph_is_read_as_fast_however_long(rules: RuleSet) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(seeds_folder()).glob("*.txt")))
    text = text.replace("\n", " ")
    short, long = (min(seconds(text * n, rules) for _ in range(2)) for n in (1, 4))
    assert long < 7 * short


def test_what_is_looked_through_for_words_grows_with_the_text(
    rules: RuleSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_through = 0
    may_match = Expression.may_match

    def counted(self: Expression, plain: str) -> bool:
        nonlocal looked_through
        looked_through += len(plain)
        return may_match(self, plain)

    monkeypatch.setattr(Expression, "may_match", counted)
    amounts = []
    for repeats in (100, 400):
        looked_through = 0
        extract(
            article_from_text("the mill hired 512 workers in 2021 and paid 3.4 million yuan; " * repeats),
            rules,
        )
        amounts.append(looked_through)
    assert amounts[1] < 6 * amounts[0]
