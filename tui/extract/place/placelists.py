"""Places named one after the other, and which of the numbers behind them is whose."""

import re
from bisect import bisect_left
from itertools import pairwise

from tui.extract.document import Document, Draft, Sentence
from tui.extract.place.named import Named
from tui.extract.place.placecues import Cues

# A list's own numbers stand so close behind it; the first of those that nothing tells to be so much closer.
LONGEST_SHARED, NEAREST = 160, 40
# What says how many the places of a list are ends so close behind it.
LONGEST_CLOSE = 40
# What parts a sentence, and so near before a place.
_PART = re.compile(r"[;\uff1b]")
_OPENS = 3
# A firm that begins a sentence stands so near its beginning, and so near to another told of with it.
BEGINS, LONGEST_AND = 24, 5


def lists_of(sentence: Sentence, mentions: list[Named], tools: Cues) -> list[list[Named]]:
    """The places named one after the other as members of one list."""
    found: list[list[Named]] = []
    last: Named | None = None
    for mention in mentions:
        if last and tools.joins(sentence.text[last.end - sentence.start : mention.start - sentence.start]):
            if found and found[-1][-1] is last:
                found[-1].append(mention)
            else:
                found.append([last, mention])
        last = mention
    return found


def passed_by(document: Document, found: list[Named]) -> set[int]:
    """The ids of firms that "the company" doesn't mean further on.

    These are several at once ("after Fiat and Opel left"), and others than the one a sentence begins with.
    """
    firms = [hit for hit in found if hit.kind == "firm"]
    passed: set[int] = set()
    first: Named | None = None
    for hit, after in pairwise([*firms, None]):
        if hit is None:
            break
        if first is None or first.sentence != hit.sentence:
            first = hit
        elif first.start - document.sentences[hit.sentence].start <= BEGINS:
            passed.add(id(hit))
        if after is not None and not after.refers and _near(document.text, hit.end, after.start):
            passed |= {id(hit), id(after)}
    return passed


def _near(text: str, end: int, start: int) -> bool:
    """Whether no more than "and", or a comma, stands between two names."""
    between = text[end:start]
    return 0 <= start - end <= (LONGEST_AND if between.isascii() else 1) and "\n" not in between


def set_apart(sentence: Sentence, lists: list[list[Named]], tools: Cues) -> None:
    """Take the figures from all places of a list that ends with how many they are: "A, B and 12 others"."""
    for places in lists:
        end = places[-1].end - sentence.start
        if tools.closes.match(sentence.text, end, end + LONGEST_CLOSE):
            for place in places:
                place.role = place.role or "apart"


def shared(
    sentence: Sentence, drafts: list[Draft], lists: list[list[Named]], mentions: list[Named], tools: Cues
) -> dict[int, Named]:
    """Give each place of a list its own number where the sentence says so: by the id of the draft."""
    owners: dict[int, Named] = {}
    for index, places in enumerate(lists):
        if places[0].role == "apart":  # "exports to Japan and Korea" are of those who export
            continue
        end = min(places[-1].end + LONGEST_SHARED, sentence.end)
        if index + 1 < len(lists):
            end = min(end, lists[index + 1][0].start)
        end = _turn(sentence, mentions, places[-1].end, end)
        each = tools.each.search(sentence.text, places[-1].end - sentence.start, end - sentence.start)
        first = bisect_left(drafts, places[-1].end, key=lambda d: d.start)
        behind = drafts[first : bisect_left(drafts, end, key=lambda d: d.start)]
        if each is None:
            behind = _abreast(sentence, places, behind, tools)
        elif len(behind) % len(places):
            # "Ranked in the top three with 5, 4 and 3 respectively": the numbers right before the word.
            told = [d for d in behind if d.end <= sentence.start + each.start()]
            # "A (5) and B (4) grew by 3 and 2 respectively": those its word leads to, up to another place.
            begin = sentence.start + each.end()
            turn = next((m.start for m in mentions if m.start >= begin), end)
            led = [d for d in behind if begin <= d.start < turn]
            behind = told[-len(places) :] if len(told) > len(places) else []
            behind = led if len(led) == len(places) else behind
        if behind:
            owners.update({id(d): places[k % len(places)] for k, d in enumerate(behind)})
    return owners


def _abreast(sentence: Sentence, places: list[Named], behind: list[Draft], tools: Cues) -> list[Draft]:
    """The list of as many numbers that stands behind a list of places: "A, B and C took 9%, 7% and 6%"."""
    text, start = sentence.text, sentence.start
    count = len(places)
    if len(behind) < count or behind[0].start - places[-1].end > NEAREST:
        return []
    joined = [tools.joins(text[a.end - start : b.start - start]) for a, b in pairwise(behind)]
    ends = len(behind) == count or not joined[count - 1]
    return behind[:count] if all(joined[: count - 1]) and ends else []


def _turn(sentence: Sentence, mentions: list[Named], behind: int, end: int) -> int:
    """Where another place opens a new part of the sentence behind a list ("; to Japan"), or ``end``."""
    for mention in mentions[bisect_left(mentions, behind, key=lambda m: m.start) :]:
        at = mention.start - sentence.start
        if mention.start >= end:
            break
        if _PART.search(sentence.text, max(0, at - _OPENS), at):
            return mention.start
    return end
