"""Reads articles in the spelling of the rules, and gives claims the article's own characters back."""

from collections import Counter
from collections.abc import Iterable

from msgspec.structs import replace

from tui.extract.document import Document, Mention
from tui.extract.packs.rules import RuleSet
from tui.model import Article

# Of a text in the other spelling at least so many characters are read as others.
_SHARE = 0.08


def read_as(article: Article, rules: RuleSet) -> Article:
    """The article as rules read it; itself where every character stands for itself."""
    table = rules.spelling
    if table.keys().isdisjoint(map(ord, set(article.text))):
        return article
    text = article.text.translate(table)
    if text == article.text:
        return article
    return replace(article, text=text, title=article.title.translate(table))


def document_of(article: Article, rules: RuleSet) -> Document:
    """An article on its way through the stages, with the characters that rules read."""
    read = read_as(article, rules)
    changed = sum(a != b for a, b in zip(read.text, article.text, strict=True)) if read is not article else 0
    return Document(read, respelled=changed > _SHARE * len(article.text))


def give_back(document: Document, article: Article, rules: RuleSet) -> None:
    """Put the article's own characters into what the claims of a document say."""
    read, written = document.text, article.text
    if read is written:
        return
    own = rules.cached("respelling", lambda: _only_spellings(rules)) | {
        a: b for a, b in zip(read, written, strict=True) if a != b
    }
    for draft in document.drafts:
        for name in ("subject", "place"):
            if value := draft.fields.get(name):
                draft.fields[name] = _as_written(value, draft.start, read, written, own)
    mentions: Iterable[Mention] = {id(m): m for m in (document.home, *document.places) if m}.values()
    for mention in mentions:
        mention.value = _as_written(mention.value, mention.start, read, written, own)
    document.article = article


def _only_spellings(rules: RuleSet) -> dict[str, str]:
    """The characters that only one other is read as."""
    many = Counter(rules.spelling.values())
    return {read: chr(written) for written, read in rules.spelling.items() if many[read] == 1}


def _as_written(value: str, at: int, read: str, written: str, own: dict[str, str]) -> str:
    """The value as the article writes it nearest before ``at``, else character by character."""
    found = read.rfind(value, 0, at)
    found = read.find(value, at) if found < 0 else found
    if found >= 0:
        return written[found : found + len(value)]
    return "".join(own.get(character, character) for character in value)
