"""Patterns speak only of tags that words have."""

from pathlib import Path

from tui.extract.checking.lint import faults
from tui.extract.checking.tagnames import given, named
from tui.extract.packs.rules import RuleSet, load_rules
from tui.extract.packs.schema.tags import ChunkRule, TagRule


def test_the_tags_of_a_pattern_are_those_in_its_brackets() -> None:
    rule = ChunkRule(id="my.chunk", name="mine", pattern="(<noun|place>? <^rise|fall>* {word} NUM)")
    assert named(rule) == {"noun", "place", "rise", "fall"}
    assert named(TagRule(id="my.tag", tag="rise", words=("soars",))) == set()


def test_words_have_the_tags_of_lists_and_those_that_the_program_gives(rules: RuleSet) -> None:
    assert {"rise", "num", "time", "place", "noun"} <= given(rules, "en")
    assert "rise" not in given(rules, "fr")


def test_a_tag_that_no_word_has_is_told_with_the_one_that_may_be_meant(tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: mine\nlanguage: en\n", encoding="utf-8")
    (pack / "measures.yaml").write_text(
        "- id: my.measure\n"
        "  pattern: <risse> <by> NUM <xyzzy>?\n"
        "  measure: difference\n"
        '  examples: [{text: "Pay rose by 3%.", measure: growth}]\n'
        '  not: ["Pay fell by 3%."]\n',
        encoding="utf-8",
    )
    rules = load_rules([pack])
    told = sorted(str(problem) for problem in faults(rules, [rules.packs[-1]]))
    assert [line.split("measures.yaml:")[1] for line in told] == [
        "1: my.measure: no word has the tag 'risse': did you mean 'rise'?",
        "1: my.measure: no word has the tag 'xyzzy': take it out",
    ]
