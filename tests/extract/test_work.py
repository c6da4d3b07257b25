"""How much is done for a text, counted: work that grows here is felt as waiting, on any machine."""

import re
from threading import get_ident
from typing import Any

import pytest

from tests.extract.drafting import drafted, rules
from tui.extract import load_rules
from tui.extract.document import Cell, Document, Sentence
from tui.extract.engine import draft_document
from tui.extract.layout import cells, marking
from tui.extract.number.nonclaims import compiled as nonclaims
from tui.extract.time.timerules import compiled as times
from tui.model import Article

ENGLISH = (
    "The bureau said the city created 751,000 new jobs in 2021, up 14.5% year on year, and helped firms to "
    "recruit 494,000 workers, while the economy went on to grow."
)
CHINESE = "今年以来，全市新增城镇就业4.2万人，同比增长5%；完成培训8034人次，发放补贴1.5亿元。"


def made(text: str, language: str) -> Article:
    return Article(id="a", path="a.txt", text=text, sha256="", language=language)


# Those whose words a text lacks need not be compiled for it.
@pytest.mark.parametrize(("text", "language", "most"), [(ENGLISH, "en", 220), (CHINESE, "zh", 180)])
def test_a_first_article_compiles_what_its_words_ask_for(
    text: str, language: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    count, here = 0, get_ident()
    compiled = re.compile

    def counting(*args: Any) -> re.Pattern[str]:
        nonlocal count
        count += get_ident() == here  # the screens of other tests may still be reading in theirs
        return compiled(*args)

    fresh = load_rules()
    monkeypatch.setattr(re, "compile", counting)
    draft_document(made(text, language), fresh)
    first, count = count, 0
    draft_document(made(text, language), fresh)
    assert first <= most
    assert count == 0


@pytest.mark.parametrize(("text", "language"), [(ENGLISH, "en"), (CHINESE, "zh")])
def test_few_rules_are_tried_on_a_sentence(text: str, language: str) -> None:
    (sentence,) = (s for s in drafted(text, language).sentences if s.text == text)
    within = [expression for each in nonclaims(rules(), language).within for expression in each.sought]
    said = sentence.plain
    tried = [(*sought.tries(said), *sought.asked(said)) for _, sought in nonclaims(rules(), language).within]
    # Each is tried at one place or all over the sentence.
    assert sum(map(len, tried)) <= len(within) / 5
    known = times(rules(), language)
    begun = [known.beginnings.at(sentence.plain, place) for place in range(len(text))]
    # Four rules in a hundred are tried at a place, on the average.
    assert sum(map(len, begun)) <= 0.05 * len(text) * len(known.rules)


def test_an_article_is_not_looked_through_again_for_each_mention_of_a_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[int] = []
    search = re.search

    def counting(pattern: Any, string: str, flags: int = 0) -> re.Match[str] | None:
        looked.append(len(string))
        return search(pattern, string, flags)

    text = "In 2023 River County hired 300 cooks, and Brewer's profits rose. " * 40
    monkeypatch.setattr(re, "search", counting)
    draft_document(made(text, "en"), rules())
    assert sum(1 for length in looked if length == len(text)) <= 4


def test_a_line_too_long_for_a_row_is_left_at_its_first_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[Cell] = []

    def counting(*args: Any) -> Cell:
        cut.append(Cell(*args))
        return cut[-1]

    monkeypatch.setattr(cells, "Cell", counting)
    lines = ["Name\tJobs\tPay", "\t".join(["Mill", *["5"] * 500])]
    document = Document(made("\n".join(lines), "en"))
    document.sentences = [Sentence(0, len(line), line, "en", 0, "heading") for line in lines]
    marking.mark(document, rules())
    # The head, and of the row that is none one cell more than a row below that head may have.
    assert len(cut) == 3 + 5
