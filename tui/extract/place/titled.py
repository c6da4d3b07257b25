"""A name in the title that no list has: the firm or town that the article goes on telling of."""

import re
from collections.abc import Container

from tui.extract.document import Document
from tui.extract.expressions.patterns import NEVER, words_pattern
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.places import PlaceRule
from tui.extract.possessive import possessive

# Sentences behind the title of which one names it, and mentions behind the title that it needs.
LEAD, MENTIONS = 2, 2
LONGEST_NAME = 3  # words
# A name that the text has so often, title included, is what it is about.
NAMED_AGAIN = 4
SIGHT = 24
_CAPITAL = re.compile(r"(?<![\w'\u2019.-])[A-Z][a-z]{3,}(?![\w-])")
_NEXT = re.compile(r" ([A-Z][a-z]+)(?!\w|-[A-Z])")
_STARTS = re.compile(r"(?:^|[.!?:\u201c\"] ?)$")


def titled(document: Document, rules: RuleSet, known: Container[str] = ()) -> tuple[str, PlaceRule] | None:
    """The first name of the title that the lead goes on telling of, and the rule that says so.

    Names that are ``known`` for something else are passed by.
    """
    titles = [sentence for sentence in document.sentences if sentence.role == "title"]
    rule = _rule(rules, titles[0].language) if titles else None
    if rule is None:
        return None
    body = [s.text for s in document.sentences if s.role not in {"title", "boilerplate"}]
    shapes = _shapes(rules, titles[0].language)
    lead, text = " ".join(body[:LEAD]), " ".join(body)
    for title in titles:
        for found in _CAPITAL.finditer(title.text):
            word = found[0]
            if word in rule.stops or word in known or not re.search(rf"\b{word}\b", lead):
                continue
            common = re.search(rf"\b{word.lower()}\b", f"{title.text} {text}")
            if not common and _is_name(word, text, shapes):
                return _whole(word, text), rule
    return None


def titled_firm(document: Document, rules: RuleSet, known: Container[str]) -> tuple[str, PlaceRule] | None:
    """The name that the title brings in and the article calls "the company" or the like further on."""
    told = titled(document, rules, known)
    if told is None:
        return None
    name, rule = told
    language = document.article.language
    words = rules.cached(("called", language, rule.kind), lambda: _called(rules, language, rule.kind))
    return told if words.search(document.text) and document.text.count(name) >= NAMED_AGAIN else None


def _called(rules: RuleSet, language: str, kind: str) -> re.Pattern[str]:
    """The words that stand for the last place of a kind that was told of: "the company"."""
    words = [w for r in rules.of(PlaceRule, language) if r.nearest and kind in r.refers for w in r.match]
    return re.compile(rf"\b(?:{words_pattern(words)})\b", re.IGNORECASE) if words else NEVER


def _rule(rules: RuleSet, language: str) -> PlaceRule | None:
    named = (rule for rule in rules.of(PlaceRule, language) if rule.titled)
    return rules.cached(("titled", language), lambda: next(named, None))


def _shapes(rules: RuleSet, language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What makes a name an owner, and what ends a name that goes on with the word behind it.

    A first name, a rank or an adjective before a word makes it a person's, or part of another name.
    """
    whose = possessive(rules, language).source
    return rules.cached(
        ("names in titles", language),
        lambda: (
            re.compile(rf"{whose}\b"),
            re.compile(rf"(?<![\w'\u2019.-])[A-Z](?:(?!{whose} )[\w'\u2019.-])* $"),
        ),
    )


def _is_name(word: str, text: str, shapes: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
    """Whether a word is named often enough, inside sentences or as an owner, and is nobody's last name."""
    owner, behind_name = shapes
    mentions = list(re.finditer(rf"\b{word}\b", text))
    if len(mentions) < MENTIONS:
        return False
    before = [text[max(0, mention.start() - SIGHT) : mention.start()] for mention in mentions]
    if any(behind_name.search(words) and not _STARTS.search(words) for words in before):
        return False
    told = zip(mentions, before, strict=True)
    return any(owner.match(text, m.end()) or not _STARTS.search(words) for m, words in told)


def _whole(word: str, text: str) -> str:
    """The name with the words that always follow: "Tarrow" is "Tarrow Valley"."""
    name = word
    while len(name.split()) < LONGEST_NAME:
        behind = [_NEXT.match(text, mention.end()) for mention in re.finditer(rf"\b{name}\b", text)]
        following = {match[1] for match in behind if match}
        if len(following) != 1 or not all(behind):
            return name
        name = f"{name} {following.pop()}"
    return name
