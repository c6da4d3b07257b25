import re
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.drafting import drafted, rules
from tui.extract.document import Sentence
from tui.extract.packs.schema.times import TimeRule
from tui.extract.time.timerules import compiled, in_sentence
from tui.model.edtf import parse_period


@pytest.mark.parametrize("language", ["de", "en", "zh"])
def test_no_expression_begins_where_none_is_looked_for(language):
    known = compiled(rules(), language)
    everywhere = replace(known, begins=(re.compile(""), 0))
    for rule in rules().of(TimeRule, language):
        for example in rule.examples:
            text = example["text"]
            sentence = Sentence(0, len(text), text, language, 0)
            assert list(in_sentence(0, sentence, known)) == list(in_sentence(0, sentence, everywhere)), (
                rule.id
            )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_rule_about_time_has_examples_of_both_kinds(language):
    for rule in rules().of(TimeRule, language):
        assert rule.examples, rule.id
        assert rule.counterexamples, rule.id


WORDS = [
    "2021",
    "年",
    "0",
    "1",
    "31",
    "-",
    "6",
    "月",
    "日",
    "季度",
    "周",
    "底",
    "近",
    "三",
    "in ",
    "the ",
    "year ",
    "to ",
    "March ",
    "Q",
    " 0",
    "/",
    "from ",
    "“十四五”",
    ",",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["en", "zh"]))
def test_whatever_is_found_stands_in_order_and_is_a_period(words, language):
    document = drafted("".join(words), language, "2023-11-14")
    last = 0
    for mention in document.times:
        assert last <= mention.start < mention.end <= len(document.text)
        last = mention.end
        if mention.value:
            parse_period(mention.value)


@pytest.mark.parametrize("text", ["0月有300人", "2021年0月1日有300人", "2021-00-00有300人", "1月0日有300人"])
def test_what_no_calendar_has_is_no_time_of_a_number(text):
    (draft,) = drafted(text, "zh", "2023-11-14").claims
    assert draft.fields["period"] is None


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("en", "from the year to the "),
        ("en", "since the end of "),
        ("zh", "自2021年"),
        ("zh", "近三个月"),
        ("en", "1 "),
    ],
)
def test_finding_times_takes_time_in_proportion_to_length(language, piece):
    known = compiled(rules(), language)

    def seconds(times: int) -> float:
        text = piece * times
        started = time.process_time()
        list(in_sentence(0, Sentence(0, len(text), text, language, 0), known))
        return time.process_time() - started

    assert min(seconds(4000) for _ in range(3)) < 40 * max(min(seconds(400) for _ in range(3)), 1e-4)
