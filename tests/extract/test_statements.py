"""What numbers measure and what kind of statement they make, in sentences of many shapes.

The sentences stand in ``statements``, a file for each language, with their numbers marked; units are given,
so that only these two stages are on trial.
"""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tui.extract.document import Document, Draft, Sentence
from tui.extract.evaluation.same import any_like, same_subject
from tui.extract.packs.rules import RuleSet
from tui.extract.statement import measures, subjects
from tui.model import Article

FOLDER = Path(__file__).parent / "statements"
MARK = re.compile(r"\[([^|\]]+)\|([^|\]]*)\|([^|\]]*)\|([^|\]]*)\]")


def statements(language: str) -> list[str]:
    lines = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read(line: str, language: str, rules: RuleSet) -> tuple[Document, list[tuple[str, str]]]:
    """The document of a marked sentence after both stages, and what is wanted of its numbers.

    It is read in the spelling of the rules, as the engine reads articles.
    """
    line = line.translate(rules.spelling)
    text = MARK.sub(lambda mark: mark[1], line)
    document = Document(Article(id="0" * 12, path="", text=text, sha256="", language=language))
    document.sentences.append(Sentence(0, len(text), text, language, 0))
    wanted, shift = [], 0
    for mark in MARK.finditer(line):
        start = mark.start() - shift
        draft = Draft(start, start + len(mark[1]), mark[1], 0, Decimal(5))
        draft.fields["unit"] = mark[2]
        document.drafts.append(draft)
        wanted.append((mark[3], mark[4]))
        shift += len(mark[0]) - len(mark[1])
    measures.assign(document, rules)
    subjects.assign(document, rules)
    return document, wanted


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_number_makes_the_statement_it_makes_to_a_reader(language, rules):
    wrong = []
    for line in statements(language):
        document, wanted = read(line, language, rules)
        for draft, (measure, _) in zip(document.drafts, wanted, strict=True):
            found = ("-" if draft.value < 0 else "") + (draft.fields["measure"] or "")
            if found != measure:
                wrong.append((draft.text, found, measure, line))
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_number_measures_what_the_sentence_says(language, rules):
    wrong = []
    for line in statements(language):
        document, wanted = read(line, language, rules)
        for draft, (_, subject) in zip(document.drafts, wanted, strict=True):
            if not any_like(draft.fields["subject"], tuple(subject.split("/")), same_subject):
                wrong.append((draft.text, draft.fields["subject"], subject, line))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The city's jobless rate fell to [4.1%|%||].", "jobless rate"),
        ("Output of steel and coal rose [3%|%||].", "Output of steel and coal"),
        ("In May the average price of a home was [285,000|GBP||] pounds.", "average price of a home"),
        ("发放稳岗返还资金[3亿|CNY||]元。", "稳岗返还资金"),
        ("去年全市实现工业增加值[90亿|CNY||]元。", "工业增加值"),
        ("制造业增加值增长5%，占GDP的比重达[26%|%||]。", "占GDP的比重"),
    ],
)
def test_a_subject_is_cut_to_the_shortest_phrase_that_is_complete(text, subject, rules):
    document, _ = read(text, "zh" if "。" in text else "en", rules)
    assert document.drafts[-1].fields["subject"] == subject


def test_why_names_the_rules_that_decided(rules):
    document, _ = read("Exports fell [3%|%||] in May.", "en", rules)
    (draft,) = document.drafts
    assert draft.why["measure"] == ["en.measure.moved"]
    assert draft.why["subject"] == ["en.subject.verb"]


def test_the_losers_are_there_to_be_explained(rules):
    document, _ = read("The city opened [12|school||] new schools for children.", "en", rules)
    finder = subjects.Finder(document, rules)
    ((draft, sight),) = measures.sights(document, rules)
    found = [candidate.phrase for candidate in finder.candidates(draft, sight)]
    assert found[0] == "new schools"
    assert len(found) > 1


def test_a_range_that_falls_keeps_its_low_end_first(rules):
    document, _ = read("Prices fell [4-6%|%||].", "en", rules)
    draft = document.drafts[0]
    draft.fields.pop("measure")
    draft.value = (Decimal(4), Decimal(6))
    measures.assign(document, rules)
    assert draft.value == (Decimal(-6), Decimal(-4))


def test_a_number_alone_has_no_subject_and_a_doubt(rules):
    document, _ = read("[42|||]", "en", rules)
    (draft,) = document.drafts
    assert draft.fields["subject"] == ""
    assert draft.doubts


def test_a_language_without_rules_gives_plain_levels(rules):
    document, _ = read("[42|||] brīvas vietas", "lv", rules)
    assert document.drafts[0].fields["measure"] == "level"


def test_a_sentence_without_end_is_read_like_a_short_one(rules):
    """Only a window round each number is looked at, so that neither time nor subjects depend on the rest."""
    line = "exports of steel to the region rose [3%|%||]; imports of coal fell [2%|%||]; " * 400
    document, _ = read(line, "en", rules)
    found = [draft.fields["subject"] for draft in document.drafts]
    assert found == ["exports of steel to the region", "imports of coal"] * 400
