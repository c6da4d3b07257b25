"""Reads articles in the spelling of the rules, and gives claims the article's own characters back."""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from tui.extract.document import Document, Mention
from tui.extract.packs.folding import table_of
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.text import SpellingRule
from tui.model import Article

# Of a text in the other spelling at least so many characters are read as others.
_SHARE = 0.08


def document_of(article: Article, rules: RuleSet) -> Document:
    """An article on its way through the stages, with the characters that rules read."""
    text, changed = article.text, 0
    if not rules.spelling.keys().isdisjoint(map(ord, set(text))):
        text = text.translate(rules.spelling)
        changed = sum(a != b for a, b in zip(text, article.text, strict=True))
    language = article.language
    for read in rules.cached(("readers", language), lambda: _readers(rules, language)):
        text = read(text)
    if text == article.text:
        return Document(article)
    start = article.text.find(article.title)
    title = (
        text[start : start + len(article.title)] if start >= 0 else article.title.translate(rules.spelling)
    )
    return Document(replace(article, text=text, title=title), respelled=changed > _SHARE * len(article.text))


def _readers(rules: RuleSet, language: str) -> list[Callable[[str], str]]:
    """What reads a text of a language without its noise, and characters that are others only beside some."""
    known = rules.of(SpellingRule, language)
    return [_blanker(rule.blank) for rule in known if rule.blank] + [_reader(r) for r in known if r.beside]


def _blanker(noise: str) -> Callable[[str], str]:
    pattern = re.compile(noise)
    return lambda text: pattern.sub(lambda match: " " * len(match[0]), text)


def _reader(rule: SpellingRule) -> Callable[[str], str]:
    table = {chr(code): read for code, read in table_of(rule).items()}
    some = f"[{''.join(map(re.escape, table))}]"
    # Compiled by ``re`` once a text has one of the characters.
    pattern = f"(?<={rule.beside}){some}|{some}(?={rule.beside})"

    def read(text: str) -> str:
        if table.keys().isdisjoint(text):
            return text
        return re.sub(pattern, lambda match: table[match[0]], text)

    return read


def give_back(document: Document, article: Article, rules: RuleSet) -> None:
    """Put the article's own characters into what the claims of a document say."""
    read, written = document.text, article.text
    if read is written:
        return
    own = rules.cached("respelling", lambda: _only_spellings(rules)) if document.respelled else {}
    # A character that the article itself writes has no other spelling in it.
    kept = set(written)
    own = {a: b for a, b in own.items() if a not in kept}
    own |= {a: b for a, b in zip(read, written, strict=True) if a not in {b, " "}}
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
