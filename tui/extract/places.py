"""Stage: find the places of an article and say whose figure each number is."""

import re
from dataclasses import dataclass
from itertools import pairwise

from tui.extract.document import Document, Draft, Mention, Sentence
from tui.extract.placecues import Cues, cues
from tui.extract.placenames import Named, find, in_sentence
from tui.extract.rules import RuleSet

__all__ = ["assign", "find"]

# Where clauses end; a comma between digits is none.
_CLAUSE = re.compile(r"[\uff0c\uff1b\uff1a;:\u2014]|,(?!\d)|\s[-\u2013]\s|[\uff08(]")
# "5 million in Japan": as far behind its number may a place stand.
LONGEST_FOLLOW = 40
# A firm or site keeps the figures of the sentences behind it, a larger place only if a sentence is about it.
_KEEPERS = {"firm", "site", "town", "body"}


@dataclass(slots=True)
class _Clause:
    start: int
    end: int
    mentions: list[Named]
    topic: Named | None


@dataclass(slots=True)
class _State:
    """What governs from sentence to sentence."""

    paragraph: int = -1
    topic: Mention | None = None
    heading: Mention | None = None


def assign(document: Document, rules: RuleSet) -> None:
    """Set ``place`` of every claim: whose figure it is, or None where the article doesn't say."""
    mentions = in_sentence(document)
    drafts: dict[int, list[Draft]] = {}
    for draft in document.drafts:
        if draft.dropped is None:
            drafts.setdefault(draft.sentence, []).append(draft)
    state = _State()
    for index, sentence in enumerate(document.sentences):
        if sentence.role == "boilerplate":
            continue
        tools = cues(rules, sentence.language)
        lists = _lists(sentence, mentions.get(index, []), tools)
        clauses = _clauses(sentence, mentions.get(index, []), lists, tools)
        _enter(document, state, sentence, clauses, tools)
        shared = _shared(sentence, drafts.get(index, []), lists, tools)
        for draft in drafts.get(index, ()):
            owner = shared.get(id(draft))
            place, rule = (
                (owner.value, owner.rule) if owner else _owner(document, draft, clauses, tools, state)
            )
            draft.set("place", place, rule)
        _leave(document, state, sentence, clauses)


def _lists(sentence: Sentence, mentions: list[Named], tools: Cues) -> list[list[Named]]:
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


def _shared(
    sentence: Sentence, drafts: list[Draft], lists: list[list[Named]], tools: Cues
) -> dict[int, Named]:
    """Give each place of a list its own number where the sentence says so: by the id of the draft."""
    owners: dict[int, Named] = {}
    for places in lists:
        if not tools.each.search(sentence.text, places[-1].end - sentence.start):
            continue
        behind = [draft for draft in drafts if draft.start >= places[-1].end]
        if behind and len(behind) % len(places) == 0:
            owners.update({id(d): places[k % len(places)] for k, d in enumerate(behind)})
    return owners


def _clauses(
    sentence: Sentence, mentions: list[Named], lists: list[list[Named]], tools: Cues
) -> list[_Clause]:
    inner = [(places[0].start - sentence.start, places[-1].end - sentence.start) for places in lists]
    ends = [m.end() for m in _CLAUSE.finditer(sentence.text)]
    ends = [end for end in ends if not any(low < end <= high for low, high in inner)]
    bounds = [0, *ends, len(sentence.text)]
    found = []
    for low, high in pairwise(bounds):
        start, end = sentence.start + low, sentence.start + high
        inside = [m for m in mentions if start <= m.start < end and not m.role]
        topic = None
        if inside and tools.leads(sentence.text[low : inside[0].start - sentence.start]):
            topic = inside[0]
        found.append(_Clause(start, end, inside, topic))
    return found


def _enter(
    document: Document, state: _State, sentence: Sentence, clauses: list[_Clause], tools: Cues
) -> None:
    if sentence.paragraph == state.paragraph:
        # What is only looked at beside the article's own place goes on no further than "it" does.
        beside = state.topic is not state.heading and _beside(state.topic, document.home)
        if beside and not tools.again.match(sentence.text):
            state.topic = state.heading
        return
    state.paragraph = sentence.paragraph
    state.topic = state.heading
    if sentence.role == "heading":
        inside = [m for clause in clauses for m in clause.mentions]
        state.heading = inside[0] if len({m.value for m in inside}) == 1 else None


def _beside(topic: Mention | None, home: Mention | None) -> bool:
    """Whether a place is neither the article's own nor inside it."""
    if topic is None or home is None or topic.value == home.value:
        return False
    if isinstance(topic, Named) and isinstance(home, Named) and topic.place and home.place:
        return not topic.place.inside(home.place) and topic.kind not in {"site", "town"}
    return False


def _leave(document: Document, state: _State, sentence: Sentence, clauses: list[_Clause]) -> None:
    """Decide what governs the next sentence of the paragraph."""
    inside = [m for clause in clauses for m in clause.mentions]
    if not inside or sentence.role == "title":
        return
    topics = [clause.topic for clause in clauses if clause.topic]
    if len({m.value for m in topics}) == 1:
        state.topic = topics[0]
    elif len({m.value for m in inside}) == 1 and inside[0].kind in _KEEPERS:
        state.topic = inside[0]
    elif len({m.value for m in inside}) > 1:
        state.topic = state.heading or document.home


def _owner(
    document: Document, draft: Draft, clauses: list[_Clause], tools: Cues, state: _State
) -> tuple[str | None, str]:
    text = document.text
    own = next((c for c in clauses if c.start <= draft.start < c.end), None)
    if own is not None:
        following = next((m for m in own.mentions if m.start >= draft.end), None)
        if following and following.start - draft.end <= LONGEST_FOLLOW:
            between = text[draft.end : following.start]
            before = [m for m in own.mentions if m.end <= draft.start]
            if tools.follows(between) and (not before or len(between.split()) <= 1):
                return following.value, following.rule
    for clause in reversed(clauses):
        if clause.start > draft.start:
            continue
        before = [m for m in clause.mentions if m.end <= draft.start]
        if not before:
            continue
        if clause.topic in before and (clause.topic.kind in _KEEPERS or len(before) == 1):
            return clause.topic.value, clause.topic.rule
        return before[-1].value, before[-1].rule
    for governing in (state.topic, document.home):
        if governing is not None:
            return governing.value, governing.rule
    return None, "place.none"
