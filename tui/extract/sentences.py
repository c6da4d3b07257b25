"""Stage: cut an article into paragraphs and sentences, each with its language and the role of its line."""

import re
from dataclasses import dataclass
from itertools import pairwise

from tui.extract.document import Document, Role, Sentence
from tui.extract.expressions.patterns import words_pattern
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.text import BoilerplateRule, SentenceRule
from tui.extract.rows import mark
from tui.model.rule import HeaderRule, LanguageRule
from tui.model.scripts import HAN

# A text with at least this share of Han characters among its letters is Chinese: names and units in Latin
# letters are common in Chinese, the reverse is not.
HAN_SHARE = 0.2
TOP = 8_000  # characters in which the title stands
MENU_WORDS, MENU_HAN = 3, 6  # of one part of a menu
SAMPLE = 2_000  # characters of a part whose words tell its language
DEFAULT_LANGUAGE = "en"  # of Latin letters whose words tell nothing
LONGEST_WRAPPED_LINE = 120
SHORTEST_WRAPPED_LINE = 40
WIDE = 0.7  # the share of a column's width that a line fills at least before it is wrapped
LONGEST_HEADING = 80

# A line that ends so leads on to the next.
_LEADS_ON = "\uff1a\uff1b"
# What parts the items of a menu or a trail.
_PARTED = re.compile(r"[>\uff1e\u00bb\u203a|\uff5c\u2022\u00b7]|\s[/\uff0f]\s|\s{2,}|(?<=[^\x00-\x7f])\s")
_HAN = re.compile(f"[{HAN}]+")
_LATIN = re.compile(r"[A-Za-z]+")
_WORD = re.compile(r"[^\W\d_]+")
_SPACED_WORD = re.compile(r"\s*([\x21-\x7e]+)")
_LINE = re.compile(r"[^\n]*\n?")
_TABLE = re.compile(r"\t|\|.*\||\S {3,}\S|[^\s.?!:;,] {2,}\S.*[^\s.?!:;,] {2,}\S")
_PARTS_CELLS = ("\t", "|", "  ")  # one of them stands in every row of a table
_LIST = re.compile(r"\s*(?:[-*•·▪◆●■–]\s|\u2014\u2014|\(?\d{1,2}[.)、]\s)")
# A numbered line is none that was wrapped.
_NUMBERED = re.compile(r"\s*[(\uff08]?\d{1,2}[.)\u3001\uff0e\uff09](?!\d)")


@dataclass(frozen=True, slots=True)
class _Scripts:
    """The language in Chinese characters, if there is one, and the commonest words of the others."""

    han: str
    words: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Cutter:
    breaks: re.Pattern[str]
    abbreviation: re.Pattern[str]
    boilerplate: re.Pattern[str]
    tail: re.Pattern[str]


def split(document: Document, rules: RuleSet) -> None:
    """Fill ``document.sentences``; white space around sentences belongs to none."""
    text = document.text
    fallback = language_of(text, document.article.language, rules)
    title, begun, ends = True, False, None
    headline = _begins(text, document.article.title)
    for number, (start, end) in enumerate(_paragraphs(text, _leading(rules))):
        paragraph = text[start:end]
        language = language_of(paragraph, fallback, rules)
        cutter = rules.cached(("sentences", language), lambda lang=language: _cutter(rules, lang))  # type: ignore[misc]
        role = _role(paragraph, cutter, title=title)
        cut = _cut(paragraph, cutter)
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
    mark(document.sentences)


def _begins(text: str, title: str) -> int:
    """Where the title stands; menus and the like above it are no part of the article."""
    found = re.search(r"\s+".join(map(re.escape, title.split())), text[:TOP]) if title else None
    return found.start() if found else 0


def _tells(line: str) -> bool:
    """Whether a line above the title may be a headline or text as well: some part of it is no menu's."""
    return any(_han(part) > MENU_HAN or len(_WORD.findall(part)) > MENU_WORDS for part in _PARTED.split(line))


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


def _paragraphs(text: str, leading: frozenset[str]) -> list[tuple[int, int]]:
    """Lines that aren't blank, with those joined that were only wrapped at a column."""
    found: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if match.end() == match.start():
            continue
        if match[0].isspace():
            found += _unwrap(text, block, leading)
            block = []
        else:
            block.append((match.start(), match.end() - match[0].endswith("\n")))
    return found + _unwrap(text, block, leading)


def _unwrap(text: str, lines: list[tuple[int, int]], leading: frozenset[str]) -> list[tuple[int, int]]:
    width = max((end - start for start, end in lines), default=0)
    if len(lines) < 2 or width < SHORTEST_WRAPPED_LINE:
        return lines
    # The only long line of a block was not wrapped, unless small letters go on with it.
    alone = sum(end - start > WIDE * width for start, end in lines) == 1
    joined = [lines[0]]
    for start, end in lines[1:]:
        before_start, before_end = joined[-1]
        line_start = text.rfind("\n", before_start, before_end) + 1 or before_start
        word = _SPACED_WORD.match(text, start, end)
        length = before_end - line_start
        # A line was wrapped if the next word would not have fitted into it, or goes on in small letters, or
        # behind a word that ends no line.
        last = text[line_start:before_end].rpartition(" ")[2]
        wrapped = word is not None and (
            (length + 1 + len(word[1]) > width <= LONGEST_WRAPPED_LINE and not alone)
            or (length >= SHORTEST_WRAPPED_LINE and (word[1][0].islower() or last in leading))
        )
        line = text[start:end]
        if wrapped and not _is_row(line) and not _LIST.match(line) and not _NUMBERED.match(line):
            joined[-1] = (before_start, end)
        else:
            joined.append((start, end))
    return joined


def _is_row(line: str) -> bool:
    return any(mark in line for mark in _PARTS_CELLS) and _TABLE.search(line) is not None


def _role(paragraph: str, cutter: _Cutter, *, title: bool) -> Role:
    line = paragraph.strip()
    if cutter.boilerplate.fullmatch(line):
        return "boilerplate"
    may_be_title = title and len(line) <= 2 * LONGEST_HEADING
    # Only of a line that may be a headline or heading is it asked where it ends.
    short = may_be_title or len(line) <= LONGEST_HEADING
    ended = cutter.breaks.search(line + "\n") if short else None
    # A headline may be long, or end like a sentence, but not both.
    within = 0 if ended is None else ended.end()
    headline = len(line) if len(line) <= LONGEST_HEADING else len(line) + 1
    if may_be_title and (ended is None or within >= headline):
        return "title"
    if _is_row(paragraph):
        return "table"
    if _LIST.match(paragraph):
        return "list"
    return "heading" if len(line) <= LONGEST_HEADING and not ended and line[-1] not in _LEADS_ON else "body"


def _cut(paragraph: str, cutter: _Cutter) -> list[tuple[int, int]]:
    bounds = [0]
    for match in cutter.breaks.finditer(paragraph):
        if cutter.abbreviation.search(paragraph, max(0, match.start() - 12), match.start() + 1):
            continue
        bounds.append(match.end())
    bounds.append(len(paragraph))
    spans = []
    for start, end in pairwise(bounds):
        piece = paragraph[start:end]
        first = start + len(piece) - len(piece.lstrip())
        spans.append((first, first + len(piece.strip())))
    return [(first, last) for first, last in spans if last > first]


def _cutter(rules: RuleSet, language: str) -> _Cutter:
    sentences = rules.of(SentenceRule, language)
    breaks = "|".join(b for rule in sentences for b in rule.breaks) or r"(?!)"
    words = words_pattern(w for rule in sentences for w in rule.abbreviations)
    tails = [rule.match for rule in rules.of(HeaderRule, language) if rule.role == "tail"]
    furniture, tail = (
        "|".join(f"(?:{line})" for line in lines) or r"(?!)"
        for lines in ([*(rule.line for rule in rules.of(BoilerplateRule, language)), *tails], tails)
    )
    # No lookbehind may see past the window that the search is given, so a word's start is spelled out.
    return _Cutter(
        re.compile(breaks),
        re.compile(rf"(?:^|[^A-Za-z])(?:{words})\.?\Z"),
        re.compile(furniture, re.IGNORECASE),
        re.compile(tail, re.IGNORECASE),
    )
