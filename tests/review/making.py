"""Makes articles, claims and sessions for tests."""

import hashlib
from decimal import Decimal

from tui.model import Article, Claim, Session


def article_of(name: str, text: str) -> Article:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(id=digest[:12], path=f"{name}.txt", text=text, sha256=digest, title=name)


def claim_of(article: Article, start: int, end: int, **fields: object) -> Claim:
    given: dict[str, object] = {
        "id": f"{article.id}:{start}-{end}",
        "article": article.id,
        "start": start,
        "end": end,
        "value": fields["value"] if "value" in fields else Decimal(article.text[start:end]),
        "unit": "person",
        "subject": "people hired",
        "confidence": 0.9,
    }
    return Claim(**{**given, **fields})  # type: ignore[arg-type]


def made(name: str, claims: int) -> tuple[Article, list[Claim]]:
    """An article of lines ``Town 100 hired 100 people.`` and a claim for the second number of each line."""
    line = "Town {0:03} hired {0:03} people.\n"
    text = "".join(line.format(100 + n % 900) for n in range(claims)) + f"From {name}.\n"
    article = article_of(name, text)
    width = len(line.format(100))
    spans = [(n * width + 15, n * width + 18) for n in range(claims)]
    return article, [claim_of(article, start, end) for start, end in spans]


def session_of(articles: int, claims_each: int) -> Session:
    parts = [made(f"news{n}", claims_each) for n in range(articles)]
    return Session(
        name="made",
        created="2026-01-01T00:00:00Z",
        articles=tuple(article for article, _ in parts),
        claims=tuple(claim for _, claims in parts for claim in claims),
    )
