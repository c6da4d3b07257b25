"""Stage: cut an article into paragraphs and sentences, each with its language and the role of its line."""

import re
from dataclasses import dataclass

from tui.extract.document import Document, Role, Sentence
from tui.extract.layout.marking import mark
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.text import BoilerplateRule
from tui.model.rule import HeaderRule, LanguageRule, SentenceRule
from tui.model.scripts import HAN
from tui.model.sentences import SentenceCutter, is_item, is_row, paragraphs

# A text with at least this share of Han characters among its letters is Chinese: names and units in Latin
# letters are common in Chinese, the reverse is not.
HAN_SHARE = 0.2
TOP = 8_000  # characters in which the title stands
MENU_WORDS, MENU_HAN = 3, 6  # of one part of a menu
SAMPLE = 2_000  # characters of a part whose words tell its language
DEFAULT_LANGUAGE = "en"  # of Latin letters whose words tell nothing
LONGEST_HEADING = 80

# A line that ends so leads on to the next.
_LEADS_ON = "\uff1a\uff1b"
# What parts the items of a menu or a trail.
_PARTED = re.compile(r"[>\uff1e\u00bb\u203a|\uff5c\u2022\u00b7]|\s[/\uff0f]\s|\s{2,}|(?<=[^\x00-\x7f])\s")
_HAN = re.compile(f"[{HAN}]+")
_LATIN = re.compile(r"[A-Za-z]+")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Scripts:
    """The language in Chinese characters, if there is one, and the commonest words of the others."""

    han: str
    words: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Cutter:
    sentences: SentenceCutter
    boilerplate: re.Pattern[str]
    tail: re.Pattern[str]


def split(document: Document, rules: RuleSet) -> None:
    """Fill ``document.sentences``; white space around sentences belongs to none."""
    text = document.text
    fallback = language_of(text, document.article.language, rules)
    title, begun, ends = True, False, None
    headline = _begins(text, document.article.title)
    for number, (start, end) in enumerate(paragraphs(text, _leading(rules))):
        paragraph = text[start:end]
        language = language_of(paragraph, fallback, rules)
        cutter = rules.cached(("sentences", language), lambda lang=language: _cutter(rules, lang))  # type: ignore[misc]
        role = _role(paragraph, cutter, title=title)
        cut = cutter.sentences.cut(paragraph)
        begun = begun or end > headline or (role != "boilerplate" and _tells(paragraph))
        if not begun:
            role = "boilerplate"
        title = title and role == "boilerplate"
        if ends is None and start > len(text) / 2 and cutter.tail.fullmatch(paragraph.strip()):
            ends = len(document.sentences)
        elif role != "boilerplate" and len(cut) > 1:  # the article goes on behind what it links to
            ends = None
        for first, last in cut:
            document.sentences.append(
                Sentence(start + first, start + last, paragraph[first:last], language, number, role)
            )
    for sentence in document.sentences[ends:] if ends is not None else ():
        sentence.role = "boilerplate"
    mark(document, rules)


def _begins(text: str, title: str) -> int:
    """Where the title stands; menus and the like above it are no part of the article."""
    found = re.search(r"\s+".join(map(re.escape, title.split())), text[:TOP]) if title else None
    return found.start() if found else 0


def _tells(line: str) -> bool:
    """Whether a line above the title may be a headline or text as well: some part of it is no menu's."""
    # A menu without marks between its items has capitals all along: "HOME  WORLD AFRICA ASIA SPORT".
    said = line.upper() != line or _DIGIT.search(line) is not None
    return any(
        _han(part) > MENU_HAN or (said and len(_WORD.findall(part)) > MENU_WORDS)
        for part in _PARTED.split(line)
    )


def _han(text: str) -> int:
    """How many Han characters a text has."""
    return sum(map(len, _HAN.findall(text)))


def language_of(text: str, otherwise: str, rules: RuleSet) -> str:
    """The language of a part of an article of the language ``otherwise``, by the script it is written in.

    Languages of one script are told apart by the article as a whole only; a part in Latin letters of an
    article in Chinese characters is of the language whose commonest words it has most of.
    """
    known = rules.cached("scripts", lambda: _scripts(rules))
    han = 0 if text.isascii() else _han(text)
    if not han and otherwise != known.han:
        return otherwise
    latin = len(_LATIN.findall(text))
    if han and han >= HAN_SHARE * (han + latin):
        return known.han or otherwise
    if not latin or otherwise != known.han:
        return otherwise
    words = _WORD.findall(text[:SAMPLE].casefold())
    return max(
        known.words, key=lambda name: sum(map(known.words[name].__contains__, words)), default=otherwise
    )


def _scripts(rules: RuleSet) -> _Scripts:
    han, words = "", {}
    for name in rules.languages:
        for rule in rules.of(LanguageRule, name):
            han = han or (name if rule.han else "")
            if rule.words:
                words[name] = frozenset(word.casefold() for word in rule.words)
    return _Scripts(han, dict(sorted(words.items(), key=lambda item: item[0] != DEFAULT_LANGUAGE)))


def _leading(rules: RuleSet) -> frozenset[str]:
    """The commonest words of all languages: a line that ends with one goes on in the next."""
    known = rules.cached("scripts", lambda: _scripts(rules))
    return rules.cached("leading words", lambda: frozenset().union(*known.words.values()))


def _role(paragraph: str, cutter: _Cutter, *, title: bool) -> Role:
    line = paragraph.strip()
    if cutter.boilerplate.fullmatch(line):
        return "boilerplate"
    may_be_title = title and len(line) <= 2 * LONGEST_HEADING
    # Only of a line that may be a headline or heading is it asked where it ends.
    short = may_be_title or len(line) <= LONGEST_HEADING
    ended = cutter.sentences.breaks.search(line + "\n") if short else None
    # A headline may be long, or end like a sentence, but not both.
    within = 0 if ended is None else ended.end()
    headline = len(line) if len(line) <= LONGEST_HEADING else len(line) + 1
    if may_be_title and (ended is None or within >= headline):
        return "title"
    if is_row(paragraph):
        return "table"
    if is_item(paragraph):
        return "list"
    return "heading" if len(line) <= LONGEST_HEADING and not ended and line[-1] not in _LEADS_ON else "body"


def _cutter(rules: RuleSet, language: str) -> _Cutter:
    tails = [rule.match for rule in rules.of(HeaderRule, language) if rule.role == "tail"]
    furniture, tail = (
        "|".join(f"(?:{line})" for line in lines) or r"(?!)"
        for lines in ([*(rule.line for rule in rules.of(BoilerplateRule, language)), *tails], tails)
    )
    return _Cutter(
        SentenceCutter(rules.of(SentenceRule, language)),
        re.compile(furniture, re.IGNORECASE),
        re.compile(tail, re.IGNORECASE),
    )
