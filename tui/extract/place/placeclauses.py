"""Cuts a sentence into clauses by the places whose figures they may hold."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tui.extract.document import Sentence
from tui.extract.place.named import Named
from tui.extract.place.placecues import Cues

# Where clauses end; a comma between digits is none.
_CLAUSE = re.compile(
    r"[\uff0c\uff1b\uff1a;:\u2014\uff08(,\u2013-](?:(?<![,\u2013-])|(?<=,)(?!\d)|(?<=\s[\u2013-])\s)"
)
PARTS = frozenset(";\uff1b")
# A bracket that holds a number.
_ASIDE = re.compile(r"[(\uff08][^()\uff08\uff09\d]*\d[^()\uff08\uff09]*[)\uff09]")
# What leads to the place a clause is about is no longer than this.
LONGEST_LEAD = 40


@dataclass(slots=True)
class Clause:
    """A stretch of a sentence, the places in it whose figures it may hold, and the one it is about.

    ``before`` is the nearest clause before it that names a place.
    """

    start: int
    end: int
    mentions: list[Named]
    topic: Named | None
    before: "Clause | None"


def clauses_of(
    sentence: Sentence, mentions: list[Named], lists: list[list[Named]], tools: Cues
) -> list[Clause]:
    """The clauses of a sentence, in its order; ``lists`` are the places named one after the other in it."""
    free = [m for m in mentions if not m.role]
    if not free:
        return [Clause(sentence.start, sentence.end, [], None, None)]
    asides = [found.span() for found in _ASIDE.finditer(sentence.text)]
    ends = {*_ends(sentence, lists), *_turns(sentence, free, tools), *(end for _, end in asides)}
    listed = {id(mention) for places in lists if not any(m.role for m in places) for mention in places}
    bounds = [0, *sorted(ends - {len(sentence.text)}), len(sentence.text)]
    found: list[Clause] = []
    near: Clause | None = None
    led: Clause | None = None
    first = 0
    for low, high in pairwise(bounds):
        if sentence.text[max(low - 1, 0) : low] in PARTS:
            near = led  # "The station in B did X; 300 left": only what a part is about goes on behind it
        last = bisect_left(free, sentence.start + high, first, key=lambda m: m.start)
        inside = free[first:last]
        first = last
        topic = None
        if inside:
            lead = sentence.text[low : inside[0].start - sentence.start]
            topic = inside[0] if len(lead) <= LONGEST_LEAD and tools.leads(lead) else None
            inside = _acting(sentence, inside, topic, tools)
        clause = Clause(sentence.start + low, sentence.start + high, inside, topic, near)
        # What is told in brackets of a part of the whole goes on no further.
        aside = any(start < low < end for start, end in asides)
        if inside and not aside:
            # "The county opened offices in A and B, and hired 5 people".
            strewn = topic is not None and id(topic) not in listed and id(inside[-1]) in listed
            near = Clause(clause.start, clause.end, [inside[0]], topic, None) if strewn else clause
            led = Clause(clause.start, clause.end, [topic], topic, None) if topic is not None else led
        found.append(clause)
    return found


def _acting(sentence: Sentence, inside: list[Named], topic: Named | None, tools: Cues) -> list[Named]:
    """The places of a clause but those where its topic did something, unless that is a country."""
    if topic is None or topic.kind == "country" or len(inside) == 1:
        return inside
    behind = topic.end - sentence.start
    return [
        m for m in inside if m is topic or not tools.sites(sentence.text[behind : m.start - sentence.start])
    ]


def _turns(sentence: Sentence, free: list[Named], tools: Cues) -> Iterator[int]:
    """Where another of its kind takes over behind a figure: "Renault lost 5% and Skoda 2%"."""
    for last, mention in pairwise(free):
        before = sentence.text[last.end - sentence.start : mention.start - sentence.start]
        joint = tools.turn.pattern.search(before) if last.kind == mention.kind else None
        if joint is not None and any(map(str.isdigit, before[: joint.start()])):
            yield last.end - sentence.start + joint.end()


def _ends(sentence: Sentence, lists: list[list[Named]]) -> list[int]:
    """Where clauses end; the commas of a list of places end none."""
    starts = [places[0].start - sentence.start for places in lists]
    ends = []
    for match in _CLAUSE.finditer(sentence.text):
        index = bisect_left(starts, match.end()) - 1
        if index < 0 or match.end() > lists[index][-1].end - sentence.start:
            ends.append(match.end())
    return ends
