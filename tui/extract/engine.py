"""Runs the stages of extraction over an article."""

from collections.abc import Callable

from tui.extract.document import Document
from tui.extract.rules import RuleSet
from tui.model import Article, Claim

Stage = Callable[[Document, RuleSet], None]

# In the order of the pipeline; each reads what the ones before it found.
STAGES: tuple[Stage, ...] = ()


def draft_document(article: Article, rules: RuleSet) -> Document:
    """The article with all that the stages found in it, dropped numbers included."""
    document = Document(article)
    for stage in STAGES:
        stage(document, rules)
    return document


def extract(article: Article, rules: RuleSet) -> list[Claim]:
    """The claims of an article in the order of its text."""
    raise NotImplementedError
