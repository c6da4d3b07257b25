"""Where a text's paragraphs and sentences begin and end."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from tui.model.rule import SentenceRule

LONGEST_WRAPPED_LINE = 120
SHORTEST_WRAPPED_LINE = 40
WIDE = 0.7  # the share of a column's width that a line fills at least before it is wrapped
RAGGED = 0.5  # the same where the next line goes on in small letters
LONGEST_ABBREVIATION = 12  # characters before a stop that are looked at

_SPACED_WORD = re.compile(r"\s*([\x21-\x7e]+)")
_LINE = re.compile(r"[^\n]*\n?")
_TABLE = re.compile(r"\t|\|.*\||\S {3,}\S|[^\s.?!:;,] {2,}\S.*[^\s.?!:;,] {2,}\S")
_PARTS_CELLS = ("\t", "|", "  ")  # one of them stands in every row of a table
_ITEM = re.compile(r"\s*(?:[-*•·▪◆●■–]\s|\u2014\u2014|\(?\d{1,2}[.)、]\s)")
# A numbered line is none that was wrapped.
_NUMBERED = re.compile(r"\s*[(\uff08]?\d{1,2}[.)\u3001\uff0e\uff09](?!\d)")

Spans = list[tuple[int, int]]


class SentenceCutter:
    """Cuts paragraphs of one language into sentences, by its rules."""

    def __init__(self, rules: Iterable[SentenceRule]) -> None:
        some = tuple(rules)
        words = {word for rule in some for word in rule.abbreviations}
        longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"
        self.breaks = re.compile("|".join(each for rule in some for each in rule.breaks) or r"(?!)")
        # No lookbehind may see past the window that the search is given, so a word's start is spelled out.
        self._abbreviation = re.compile(rf"(?:^|[^A-Za-z])(?:{longest_first})\.?\Z")

    def cut(self, paragraph: str) -> Spans:
        """Where each sentence begins and ends; white space around one belongs to none."""
        bounds = [0, *self._ends(paragraph), len(paragraph)]
        spans = []
        for start, end in pairwise(bounds):
            piece = paragraph[start:end]
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(piece.strip())))
        return [(first, last) for first, last in spans if last > first]

    def _ends(self, paragraph: str) -> Iterator[int]:
        for match in self.breaks.finditer(paragraph):
            begin = max(0, match.start() - LONGEST_ABBREVIATION)
            if not self._abbreviation.search(paragraph, begin, match.start() + 1):
                yield match.end()


def paragraphs(text: str, leading: Collection[str]) -> Spans:
    """Lines that aren't blank, with those joined that were only wrapped at a column.

    ``leading`` are words that end no line: one that ends with such a word goes on in the next.
    """
    found: Spans = []
    block: Spans = []
    for match in _LINE.finditer(text):
        if match.end() == match.start():
            continue
        if match[0].isspace():
            found += _unwrap(text, block, leading)
            block = []
        else:
            block.append((match.start(), match.end() - match[0].endswith("\n")))
    return found + _unwrap(text, block, leading)


def is_row(line: str) -> bool:
    """Whether a line looks like one of a table."""
    return any(mark in line for mark in _PARTS_CELLS) and _TABLE.search(line) is not None


def is_item(line: str) -> bool:
    """Whether a line looks like one of a list."""
    return _ITEM.match(line) is not None


def _unwrap(text: str, lines: Spans, leading: Collection[str]) -> Spans:
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
            or (length >= RAGGED * width and (word[1][0].islower() or last in leading))
        )
        line = text[start:end]
        if wrapped and not is_row(line) and not is_item(line) and not _NUMBERED.match(line):
            joined[-1] = (before_start, end)
        else:
            joined.append((start, end))
    return joined
