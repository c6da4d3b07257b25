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
        clauses = _clauses(sentence, mentions.get(index, []), tools)
        _enter(state, sentence, clauses)
        for draft in drafts.get(index, ()):
            place, rule = _owner(document, draft, clauses, tools, state)
            draft.set("place", place, rule)
        _leave(document, state, sentence, clauses)


def _clauses(sentence: Sentence, mentions: list[Named], tools: Cues) -> list[_Clause]:
    bounds = [0, *(m.end() for m in _CLAUSE.finditer(sentence.text)), len(sentence.text)]
    found = []
    for low, high in pairwise(bounds):
        start, end = sentence.start + low, sentence.start + high
        inside = [m for m in mentions if start <= m.start < end and not m.role]
        topic = None
        if inside and tools.leads(sentence.text[low : inside[0].start - sentence.start]):
            topic = inside[0]
        found.append(_Clause(start, end, inside, topic))
    return found


def _enter(state: _State, sentence: Sentence, clauses: list[_Clause]) -> None:
    if sentence.paragraph == state.paragraph:
        return
    state.paragraph = sentence.paragraph
    state.topic = state.heading
    if sentence.role == "heading":
        inside = [m for clause in clauses for m in clause.mentions]
        state.heading = inside[0] if len({m.value for m in inside}) == 1 else None


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
