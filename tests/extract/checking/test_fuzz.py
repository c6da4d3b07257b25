"""Every expression of the built-in rules ends soon on hostile sentences; one that doesn't is named."""

import re
import time
from pathlib import Path

import pytest

from tui.extract.checking.fuzz import LENGTH, sentences, slow
from tui.extract.checking.lint import faults
from tui.extract.packs import rules as reading
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.nonclaims import NonclaimRule


def test_the_built_in_rules_have_no_fault_that_lint_knows(rules: RuleSet) -> None:
    assert [str(problem) for problem in faults(rules, rules.packs)] == []


def test_an_expression_that_never_ends_is_named_and_the_others_are_tried(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("name: own\nlanguage: en\n")
    (tmp_path / "nonclaims.yaml").write_text(
        "- {id: own.good, within: 'No\\. \\d+'}\n"
        "- {id: own.bad, within: '(foo+)+(b|ob)*c'}\n"
        "- {id: own.worse, within: '(?:\\d+,?)+x'}\n"
    )
    read = reading.load_rules([tmp_path])  # nothing is left out as yet
    told = [(p.line, p.message.partition(":")[0]) for p in slow([read.packs[-1]], read, limit=1.0)]
    assert told in ([(3, "own.worse")], [(2, "own.bad"), (3, "own.worse")])


def test_the_sentences_hold_the_words_of_the_expression() -> None:
    made = sentences(r"\b(?:gross|net)\s+(?P<x>\d{2,})")
    assert all(len(sentence) == LENGTH for sentence in made)
    assert {"gross", "net"} <= {word for sentence in made for word in sentence.split()}


@pytest.mark.parametrize("language", ["de", "en", "zh"])
def test_what_is_looked_for_in_whole_sentences_is_looked_for_in_linear_time(
    rules: RuleSet, language: str
) -> None:
    def seconds(pattern: re.Pattern[str], text: str) -> float:
        times = []
        for _ in range(2):
            start = time.process_time()
            sum(1 for _ in pattern.finditer(text))
            times.append(time.process_time() - start)
        return min(times)

    square = []
    for rule in rules.of(NonclaimRule, language):
        if rule.within:
            pattern = re.compile(rule.within.replace("{counter}", "x").replace("{unit}", "x"), re.IGNORECASE)
            for sentence in sentences(rule.within):
                long = seconds(pattern, sentence * 20)
                if long > 0.05 and long > 9 * seconds(pattern, sentence * 5):
                    square.append((rule.id, sentence[:20]))
    assert square == []
