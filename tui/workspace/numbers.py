"""The numbers of an article that claims should cover."""

from tui.extract import RuleSet
from tui.extract.engine import draft_document
from tui.model import Article

Range = tuple[int, int]


def countable(article: Article, rules: RuleSet) -> tuple[Range, ...]:
    """The numbers that may be claims, in order, without those of menus, footers and other page furniture."""
    document = draft_document(article, rules)
    furniture = [(each.start, each.end) for each in document.sentences if each.role == "boilerplate"]
    return tuple(
        (draft.start, draft.end)
        for draft in document.claims
        if not any(start <= draft.start < end for start, end in furniture)
    )
