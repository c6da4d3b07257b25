"""A quote is the sentence around a number, cut as extraction cuts it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.drafting import rules
from tui.articles import article_from_text, read_articles
from tui.articles.quotes import LONGEST, quote, sentence_around
from tui.extract.engine import draft_document
from tui.model import Article

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("One came. In 2021 some 7 left. More came.", "7", "In 2021 some 7 left."),
        ("It rose 1.5 percent.\nNext", "1.5", "It rose 1.5 percent."),
        ("The U.S. Bureau found 9 cases. Yes.", "9", "The U.S. Bureau found 9 cases."),
        ("On Feb. 11 prices fell 3 points. Yes.", "3", "On Feb. 11 prices fell 3 points."),
        (
            "The plant hired on Sept. 30 some 400 people.",
            "400",
            "The plant hired on Sept. 30 some 400 people.",
        ),
        ("Costs fell by 3 million.Rents fell too.", "3", "Costs fell by 3 million."),
        ("一共来了三人。其中5人是新来的。后来没有了。", "5", "其中5人是新来的。"),
        ("一共来了三人。\nSome 7 left. More came.\n后来没有了，谁都不来。", "7", "Some 7 left."),
        ("他说：“来了5人。”后来没有了。", "5", "他说：“来了5人。”"),
        (
            "Die Stadt stellte am 25. Januar rund 400 Arbeiter ein. Es gab viele Bewerber.",
            "400",
            "Die Stadt stellte am 25. Januar rund 400 Arbeiter ein.",
        ),
    ],
)
def test_the_sentence_of_a_number(text: str, number: str, expected: str) -> None:
    article = article_from_text(text, "a.txt")
    start = text.index(number)
    assert quote(article, start, start + len(number)) == expected


def test_lines_wrapped_at_a_column_are_one_in_a_quote() -> None:
    lines = (
        "The council of the small town by the river said on Monday that it had",
        "hired 12 nurses for the wards that had stood empty. It wants more of",
        "them.",
    )
    article = article_from_text("\n".join(lines), "a.txt")
    start = article.text.index("12")
    said, _stop, _rest = " ".join(lines).partition(" It wants")
    assert quote(article, start, start + 2) == said


def test_a_number_is_quoted_with_the_sentence_that_it_was_read_from() -> None:
    for article in read_articles([str(SEEDS)]):
        assert isinstance(article, Article)
        document = draft_document(article, rules())
        for draft in document.drafts:
            sentence = document.sentence_at(draft.start)
            begin, end = max(sentence.start, draft.start - LONGEST), min(sentence.end, draft.end + LONGEST)
            assert sentence_around(article, draft.start, draft.end) == (begin, end)


@given(st.text("a1 .A\n\u3002", max_size=60), st.data())
@settings(deadline=None)
def test_a_quote_holds_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    article = article_from_text(text, "a.txt")
    first, last = sentence_around(article, start, end)
    assert first <= start <= end <= last
    assert " ".join(text[start:end].split()) in " ".join(quote(article, start, end).split())


def test_a_quote_from_an_endless_paragraph_is_short() -> None:
    article = article_from_text("x " * 100_000, "a.txt")
    assert len(quote(article, 50_000, 50_001)) <= 2 * LONGEST + 1
