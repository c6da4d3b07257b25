"""The sentence around a place in an article, for quoting."""

import re
from bisect import bisect_right
from functools import cache, lru_cache

from tui.articles.headers import DEFAULT_LANGUAGE, header_rules
from tui.articles.language import language_of
from tui.model import Article
from tui.model.sentences import SentenceCutter, Spans, paragraphs

LONGEST = 400  # code points on either side of the place: a quote is to be read at a glance
KEPT = 32  # texts and paragraphs whose parts are known

_LINE_BREAK = re.compile(r"\s*\n\s*")


def sentence_around(article: Article, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that holds ``start`` to ``end`` (code points, end exclusive).

    It is cut as extraction cuts sentences. One that runs on is cut to LONGEST characters on either side.
    """
    first = _sentence_at(article, start)[0]
    last = _sentence_at(article, max(end - 1, start))[1]
    return max(min(first, start), start - LONGEST), min(max(last, end), end + LONGEST)


def quote(article: Article, start: int, end: int) -> str:
    """The sentence around a place, in one line."""
    first, last = sentence_around(article, start, end)
    return _LINE_BREAK.sub(" ", article.text[first:last].strip())


def _sentence_at(article: Article, place: int) -> tuple[int, int]:
    """The sentence at a place, or the place itself where only blanks are."""
    first, last = _holding(_paragraphs(article.text), place)
    cut = _sentences(article.text[first:last], article.language)
    start, end = _holding(cut, place - first)
    return first + start, first + end


def _holding(spans: Spans, place: int) -> tuple[int, int]:
    at = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return spans[at] if at >= 0 and place < spans[at][1] else (place, place)


@lru_cache(maxsize=KEPT)
def _paragraphs(text: str) -> Spans:
    return paragraphs(text, header_rules().leading)


@lru_cache(maxsize=KEPT)
def _sentences(paragraph: str, language: str) -> Spans:
    return _cutter(_language(paragraph, language)).cut(paragraph)


def _language(paragraph: str, otherwise: str) -> str:
    """The article's language, but for a paragraph in another script."""
    found = language_of(paragraph, header_rules())
    return otherwise if _is_han(found) == _is_han(otherwise) else found


def _is_han(language: str) -> bool:
    rule = header_rules().languages.get(language)
    return rule is not None and rule.han


@cache
def _cutter(language: str) -> SentenceCutter:
    known = header_rules().sentences
    return SentenceCutter(known.get(language) or known[DEFAULT_LANGUAGE])
