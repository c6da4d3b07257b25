"""Cuts a sentence into words and tells the part that each plays."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeVar

from tui.extract.document import Document, Draft, Mention, Sentence
from tui.extract.patterns import words_pattern
from tui.extract.rules import RuleSet
from tui.extract.schema.tags import ChunkRule, TagRule
from tui.extract.tagpatterns import NUMBER, START, Alphabet

M = TypeVar("M", Draft, Mention)

# How many words before and after a number its patterns see.
BEFORE, AFTER = 64, 32

_IDEOGRAPHS = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = rf"[^\W{_IDEOGRAPHS}]+(?:[-'’&/.][^\W{_IDEOGRAPHS}]+)*|[{_IDEOGRAPHS}]|[^\w\s]|_"
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_APOSTROPHE = str.maketrans("’\n\r\t\u00a0\u3000", "'     ")


@dataclass(slots=True)
class Tagged:
    """A sentence as words: ``tags`` has one character for each, ``starts`` and ``ends`` are offsets in the text."""

    tags: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def at(self, offset: int) -> int:
        """The index of the word that begins at or before ``offset``."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def window(self, index: int) -> tuple[str, int]:
        """The tags round the word ``index``, that word marked as the number, and where the window begins."""
        low = max(index - BEFORE, 0)
        mark = START if low == 0 else ""
        text = mark + self.tags[low:index] + NUMBER + self.tags[index + 1 : index + AFTER]
        return text, low - len(mark)


class Lexicon:
    """The tags and chunks of one language, made ready for use."""

    def __init__(self, rules: RuleSet, language: str) -> None:
        self.alphabet = Alphabet()
        self.noun = self.alphabet["noun"]
        self.claim, self.figure = self.alphabet["num"], self.alphabet["figure"]
        self.time, self.place = self.alphabet["time"], self.alphabet["place"]
        self.words: dict[str, str] = {}
        endings: dict[str, str] = {}
        for rule in rules.of(TagRule, language):
            letter = self.alphabet[rule.tag]
            self.words.update((word.casefold(), letter) for word in rule.words)
            endings.update((ending, letter) for ending in rule.endings)
        self.endings = endings
        self._ending = (
            re.compile(f"(?:{'|'.join(sorted(endings, key=len, reverse=True))})$") if endings else None
        )
        self.chunks: dict[str, str] = {}
        for chunk in rules.of(ChunkRule, language):
            self.chunks[chunk.name] = self.alphabet.expression(chunk.pattern, self.chunks)
        unspaced = [word for word in self.words if _IDEOGRAPH.search(word)]
        spaced = [word for word in self.words if " " in word and not _IDEOGRAPH.search(word)]
        self._token = re.compile(
            rf"\b(?:{words_pattern(spaced)})\b|{words_pattern(unspaced)}|{_WORD}", re.DOTALL
        )

        self.joint = "" if unspaced else " "
        self._lead = re.compile(f"(?:{self.chunks.get('lead', '')})*")
        self._tail = re.compile(f"(?:{self.chunks.get('tail', '(?!)')})+$")

    def cut(self, tags: str, low: int, high: int) -> tuple[int, int] | None:
        """The part of ``tags`` between ``low`` and ``high`` without lead and tail; None if nothing is left."""
        lead = self._lead.match(tags, low, high)
        low = lead.end() if lead else low
        tail = self._tail.search(tags, low, high)
        high = tail.start() if tail else high
        return (low, high) if low < high else None

    def tag_of(self, word: str) -> str:
        """The tag of a word in lower case."""
        tag = self.words.get(word)
        if tag is None:
            if word[0].isdigit():
                return self.figure
            if self._ending and (match := self._ending.search(word)):
                return self.endings[match[0]]
            return self.noun
        return tag

    def tag(self, document: Document, sentence: Sentence) -> Tagged:
        """The words of a sentence with their tags; numbers, times and places are one word each."""
        tags: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        raw = document.text[sentence.start : sentence.end]
        folded = raw.casefold()
        text = (folded if len(folded) == len(raw) else raw).translate(_APOSTROPHE)
        position = 0
        for start, end, tag in _marks(document, sentence, self):
            if start - sentence.start < position:
                continue
            self._words(text, position, start - sentence.start, sentence.start, tags, starts, ends)
            tags.append(tag)
            starts.append(start)
            ends.append(end)
            position = end - sentence.start
        self._words(text, position, len(text), sentence.start, tags, starts, ends)
        return Tagged("".join(tags), starts, ends)

    def _words(
        self, text: str, low: int, high: int, base: int, tags: list[str], starts: list[int], ends: list[int]
    ) -> None:
        for match in self._token.finditer(text, low, high):
            tags.append(self.tag_of(match[0]))
            starts.append(match.start() + base)
            ends.append(match.end() + base)


def tagged(document: Document, index: int, rules: RuleSet) -> Tagged:
    """Sentence ``index`` of a document as tagged words, worked out once."""
    known = document.words.get(index)
    if known is None:
        sentence = document.sentences[index]
        known = lexicon(rules, sentence.language).tag(document, sentence)
        document.words[index] = known
    return known  # type: ignore[return-value]


def lexicon(rules: RuleSet, language: str) -> Lexicon:
    """The words of a language, read once for a set of rules."""
    return rules.cached(("lexicon", language), lambda: Lexicon(rules, language))


def _marks(document: Document, sentence: Sentence, lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Numbers, times and places of a sentence in the order of the text; of overlapping ones the number."""
    marks = [(d.start, d.end, lexicon.claim) for d in _within(document.drafts, sentence) if d.dropped is None]
    taken = [(start, end) for start, end, _ in marks]
    for mentions, tag in ((document.times, lexicon.time), (document.places, lexicon.place)):
        for mention in _within(mentions, sentence):
            if not any(start < mention.end and mention.start < end for start, end in taken):
                marks.append((mention.start, mention.end, tag))
                taken.append((mention.start, mention.end))
    return sorted(marks)


def _within(items: list[M], sentence: Sentence) -> list[M]:
    low = bisect_left(items, sentence.start, key=attrgetter("start"))
    high = bisect_left(items, sentence.end, key=attrgetter("start"))
    return items[low:high]
