"""Runs the stages of extraction over a text, with the built-in rules read once."""

import functools
from hashlib import sha256

from tui.extract.document import Document
from tui.extract.engine import draft_document
from tui.extract.packs.rules import RuleSet, load_rules
from tui.model import Article


@functools.cache
def rules() -> RuleSet:
    """The built-in rules, read and compiled once for all tests of a process."""
    return load_rules()


HEADLINES = {"en": "A headline", "zh": "一个标题", "de": "Eine Überschrift"}


def drafted(text: str, language: str, published: str | None = None, headline: str = "") -> Document:
    """The document of a text that follows a headline, one without a number unless it is given."""
    digest = sha256(text.encode()).hexdigest()
    text = f"{headline or HEADLINES[language]}\n{text}"
    article = Article(
        id=digest[:12],
        path="x.txt",
        text=text,
        sha256=digest,
        language=language,
        published=published,
    )
    return draft_document(article, rules())


def field(text: str, name: str, language: str, published: str | None = None) -> list[str | None]:
    """A field of each claim of a text."""
    return [draft.fields[name] for draft in drafted(text, language, published).claims]
