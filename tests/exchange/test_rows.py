"""A claim's row says what the claim says."""

from dataclasses import dataclass
from decimal import Decimal

from tui.articles import article_from_text
from tui.articles.quotes import quote
from tui.exchange import COLUMNS, REVIEW_COLUMNS, rows
from tui.model import Article, Claim

TEXT = "Prices fell. Some 42 workers came back.\nThe end."


@dataclass
class Told:
    verdict: str = "accepted"
    by: str = "ann"
    at: str = "2026-01-01T00:00:00.000Z"
    note: str = "sure"
    reason: str = ""


def claim_in(article: Article) -> Claim:
    return Claim(
        id=f"{article.id}:18-20",
        article=article.id,
        start=18,
        end=20,
        value=(Decimal(42), Decimal(43)),
        unit="person",
        subject="workers \ud800",
        doubts=("why not",),
        why={"value": "en.numbers"},
    )


def test_a_row_has_every_column_in_order() -> None:
    article = article_from_text(TEXT, "news/a.txt")
    (found,) = rows({article.id: article}, [(claim_in(article), None)], quote)
    assert tuple(found) == COLUMNS
    assert found["doc"] == "a.txt"
    assert found["text"] == "42"
    assert found["quote"] == "Some 42 workers came back."
    assert found["value"] == [Decimal(42), Decimal(43)]


def test_a_reviewed_claim_tells_its_verdict() -> None:
    article = article_from_text(TEXT, "a.txt")
    (found,) = rows({article.id: article}, [(claim_in(article), Told())], quote)
    assert tuple(found) == (*COLUMNS, *REVIEW_COLUMNS)
    assert (found["verdict"], found["by"], found["note"]) == ("accepted", "ann", "sure")


def test_half_a_surrogate_pair_becomes_writable() -> None:
    article = article_from_text(TEXT, "a.txt")
    (found,) = rows({article.id: article}, [(claim_in(article), None)], quote)
    found["subject"].encode("utf-8")
