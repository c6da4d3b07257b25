"""Cuts a sentence into words and tells the part that each plays."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeVar

from tui.extract.document import COMMA, Document, Draft, Mention, Sentence
from tui.extract.expressions.wordlist import small
from tui.extract.packs.rules import RuleSet
from tui.extract.words.tagpatterns import NUMBER, START
from tui.extract.words.tagwords import TagWords, Word, tag_words
from tui.model.scripts import HAN

M = TypeVar("M", bound=Draft | Mention)

# How many words before and after a number its patterns see.
BEFORE, AFTER = 64, 32

# Words in capitals, which a text written in small letters uses for names.
_CAPITALS = re.compile(r"[A-Z](?<![\w-].)[A-Z]+(?![\w-])")

# A space between two words of a headline parts its clauses where words aren't spaced, but no label from its
# number, which ends the line.
_PAUSE = re.compile(r"(?<=[^\x00-\x7f])\s(?=[^\x00-\x7f]|\d(?!\S{0,14}$))")
# Between two figures a dash parts nothing.
_DASH = re.compile(r"(?<=\d)[\u2013\u2014\uff0d](?=\d)")
# A sign glued to a figure is part of it where words aren't spaced.
_MINUS = re.compile(rf"(?<=[{HAN}\u3001])[-\u2212](?=\d)")
_PLAIN = tuple(zip("’\n\r\t\u00a0\u3000", "'     ", strict=True))


@dataclass(slots=True)
class Sight:
    """A number among the tagged words of its sentence, as patterns see it.

    ``window`` holds the tags round it; it begins with word ``offset``, the number is at ``at``. ``starts``
    and ``ends`` are where all the sentence's words stand in the article.
    """

    starts: list[int]
    ends: list[int]
    window: str
    offset: int
    at: int
    # The tags before the number.
    held: frozenset[str]
    backwards: str
    forwards: str


@dataclass(slots=True)
class Tagged:
    """A sentence as words; ``tags`` has one character for each, the lists offsets in the article's text.

    ``seen`` holds what several stages see of its numbers.
    """

    tags: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    seen: dict[int, Sight] = field(default_factory=dict)

    def at(self, offset: int) -> int:
        """The index of the word that begins at or before ``offset``."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def sight(self, offset: int) -> Sight:
        """The words round the number at ``offset``."""
        index = self.at(offset)
        if index not in self.seen:
            low = max(index - BEFORE, 0)
            before = START * (low == 0) + self.tags[low:index]
            behind = self.tags[index + 1 : index + AFTER]
            at = len(before)
            self.seen[index] = Sight(
                self.starts,
                self.ends,
                before + NUMBER + behind,
                index - at,
                at,
                frozenset(before),
                before[::-1],
                behind,
            )
        return self.seen[index]


def tagged(document: Document, index: int, rules: RuleSet) -> Tagged:
    """Sentence ``index`` of a document as tagged words, worked out once."""
    known = document.words.get(index)
    if not isinstance(known, Tagged):
        sentence = document.sentences[index]
        known = document.words[index] = tag_sentence(document, sentence, tag_words(rules, sentence.language))
    return known


def tag_sentence(document: Document, sentence: Sentence, words: TagWords) -> Tagged:
    """The words of a sentence; numbers, times and places are one word each."""
    base = sentence.start
    raw = document.text[base : sentence.end]
    text = small(raw)
    for sign, usual in _PLAIN:
        text = text.replace(sign, usual)
    if not words.joint and sentence.role in {"title", "heading"}:
        text = _PAUSE.sub(",", text)
    if not words.joint:
        text = _MINUS.sub(" ", _DASH.sub("-", text))
    claim = words.alphabet["num"]
    found: list[Word] = []
    position, previous = 0, ""
    for start, end, tag in _marks(document, sentence, words):
        low, high = start - base, min(end - base, len(text))
        found += words.words(text, position, low, behind=previous, before_number=tag == claim)
        found.append((low, high, tag))
        position, previous = high, tag
    found += words.words(text, position, len(text), behind=previous)
    if words.joint and (capitals := {m.start() for m in _CAPITALS.finditer(raw)}) and not raw.isupper():
        found = [
            (a, b, words.of_capitals(tag) if a in capitals and tag != claim else tag) for a, b, tag in found
        ]
    return Tagged(
        words.settled("".join(tag for _, _, tag in found)),
        [start + base for start, _, _ in found],
        [end + base for _, end, _ in found],
    )


def _marks(document: Document, sentence: Sentence, words: TagWords) -> list[Word]:
    """Numbers, times and places of a sentence in the order of the text; of overlapping ones the number.

    Where words aren't spaced a range that is no claim is a word of who is counted: no part of it is "to".
    """
    drafts = _within(document.drafts, sentence)
    marks = [(d.start, d.end, words.alphabet["num"]) for d in drafts if d.dropped is None]
    told: tuple[tuple[Sequence[Mention], str], ...] = ((document.times, "time"), (document.places, "place"))
    for mentions, name in told:
        named = [m for m in _within(mentions, sentence) if m.rule not in words.measured]
        _add(marks, _parts(named), words.alphabet[name])
    if not words.joint:
        ranges = [(d.start, d.end) for d in drafts if d.dropped is not None and d.kind == "range"]
        _add(marks, ranges, words.alphabet["noun"])
    return sorted(marks)


def _parts(mentions: Iterable[Mention]) -> Iterator[tuple[int, int]]:
    """Where mentions stand, each part of them by itself: "Tongjiang, a county under Bazhong"."""
    for mention in mentions:
        ends = (part - len(COMMA) for part in mention.parts)
        yield from zip((mention.start, *mention.parts), (*ends, mention.end), strict=True)


def _add(marks: list[Word], spans: Iterable[tuple[int, int]], tag: str) -> None:
    """Add to marks the spans that overlap none of them."""
    taken = sorted(marks)
    for start, end in spans:
        # Marks lie apart: only the last that begins before its end can overlap a span.
        at = bisect_left(taken, (end, 0, "")) - 1
        if at < 0 or taken[at][1] <= start:
            marks.append((start, end, tag))


def _within(items: Sequence[M], sentence: Sentence) -> Sequence[M]:
    low = bisect_left(items, sentence.start, key=attrgetter("start"))
    high = bisect_left(items, sentence.end, key=attrgetter("start"))
    return items[low:high]
