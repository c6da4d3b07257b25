"""Stage: find the places of an article and say whose figure each number is."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from tui.extract.document import Document, Draft, Mention, Sentence
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.places import PlaceRule
from tui.extract.place.gazetteer import Place
from tui.extract.place.homeplace import is_dateline
from tui.extract.place.named import Named
from tui.extract.place.placecues import Cues, cues
from tui.extract.place.placejoints import may_lie_in
from tui.extract.place.placenames import find, in_sentence

__all__ = ["assign", "find"]

# Where clauses end; a comma between digits is none.
_CLAUSE = re.compile(
    r"[\uff0c\uff1b\uff1a;:\u2014\uff08(,\u2013-](?:(?<![,\u2013-])|(?<=,)(?!\d)|(?<=\s[\u2013-])\s)"
)
_OPENING = ("(", "\uff08")
# A bracket that holds a number.
_ASIDE = re.compile(r"[(\uff08][^()\uff08\uff09\d]*\d[^()\uff08\uff09]*[)\uff09]")
# What parts a sentence, and so near before a place.
_PART = re.compile(r"[;\uff1b]")
_OPENS = 3
# "5 million in Japan": as far behind its number may a place stand.
LONGEST_FOLLOW = 40
# A firm or site keeps the figures of the sentences behind it, a larger place only if a sentence is about it.
_KEEPERS = {"firm", "site", "town", "body"}


# A list's own numbers stand so close behind it.
LONGEST_SHARED = 160
# What leads to the place a clause is about is no longer than this.
LONGEST_LEAD = 40
# What leads to the place a heading is about is shorter: "Unemployment in the city of".
LONGEST_HEADING = 30


@dataclass(slots=True)
class _Clause:
    """A stretch of a sentence, the places in it whose figures it may hold, and the one it is about.

    ``before`` is the nearest clause before it that names a place.
    """

    start: int
    end: int
    mentions: list[Named]
    topic: Named | None
    before: "_Clause | None"


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
    if document.home is None:
        document.home = _by_money(document, rules)
    state = _State()
    for index, sentence in enumerate(document.sentences):
        if sentence.role == "boilerplate":
            continue
        tools = cues(rules, sentence.language)
        lists = _lists(sentence, mentions.get(index, []), tools)
        _set_apart(sentence, lists, tools)
        clauses = _clauses(sentence, mentions.get(index, []), lists, tools)
        _enter(document, state, sentence, clauses, tools)
        shared = _shared(sentence, drafts.get(index, []), lists, mentions.get(index, []), tools)
        for draft in drafts.get(index, ()):
            owner = shared.get(id(draft)) or _possessor(document, draft, mentions.get(index, []), tools)
            place, rule = (
                (owner.value, owner.rule) if owner else _owner(document, draft, clauses, tools, state)
            )
            draft.set("place", place, rule)
        _leave(document, state, sentence, clauses, lists)


def _by_money(document: Document, rules: RuleSet) -> Mention | None:
    """The country whose money most of the amounts of an article are in."""
    units = Counter(d.fields.get("unit") for d in document.drafts if d.dropped is None)
    found = [
        (units[unit], rule)
        for rule in rules.of(PlaceRule, document.article.language)
        for unit in rule.units
        if units[unit]
    ]
    if not found:
        return None
    rule = max(found, key=lambda pair: pair[0])[1]
    return Named(0, 0, rule.place or "", rule.id, rule.kind)


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


def _set_apart(sentence: Sentence, lists: list[list[Named]], tools: Cues) -> None:
    """Take the figures from all places of a list that ends with how many they are: "A, B and 12 others"."""
    for places in lists:
        end = places[-1].end - sentence.start
        if tools.closes.match(sentence.text, end, end + LONGEST_FOLLOW):
            for place in places:
                place.role = place.role or "apart"


def _shared(
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
    if len(behind) < count or behind[0].start - places[-1].end > LONGEST_LEAD:
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


def _possessor(document: Document, draft: Draft, mentions: list[Named], tools: Cues) -> Named | None:
    """The place whose possessive stands right before the number, whatever part it plays otherwise."""
    if draft.fields.get("unit") == "rank":  # "the world's second largest" is not the world's
        return None
    index = bisect_right(mentions, draft.start, key=lambda m: m.end) - 1
    if index < 0 or mentions[index].end == draft.start or mentions[index].role == "part":
        return None
    between = document.text[mentions[index].end : min(draft.start, mentions[index].end + LONGEST_FOLLOW)]
    return mentions[index] if tools.owns(between) else None


def _clauses(
    sentence: Sentence, mentions: list[Named], lists: list[list[Named]], tools: Cues
) -> list[_Clause]:
    free = [m for m in mentions if not m.role]
    if not free:
        return [_Clause(sentence.start, sentence.end, [], None, None)]
    asides = [found.span() for found in _ASIDE.finditer(sentence.text)]
    ends = {*_ends(sentence, lists), *(end for _, end in asides)}
    listed = {id(mention) for places in lists if not any(m.role for m in places) for mention in places}
    bounds = [0, *sorted(ends - {len(sentence.text)}), len(sentence.text)]
    found: list[_Clause] = []
    near: _Clause | None = None
    first = 0
    for low, high in pairwise(bounds):
        last = bisect_left(free, sentence.start + high, first, key=lambda m: m.start)
        inside = free[first:last]
        first = last
        topic = None
        if inside:
            lead = sentence.text[low : inside[0].start - sentence.start]
            topic = inside[0] if len(lead) <= LONGEST_LEAD and tools.leads(lead) else None
            inside = _acting(sentence, inside, topic, tools)
        clause = _Clause(sentence.start + low, sentence.start + high, inside, topic, near)
        # What is told in brackets of a part of the whole goes on no further.
        aside = any(start < low < end for start, end in asides)
        if inside and not aside:
            # "The county opened offices in A and B, and hired 5 people".
            strewn = topic is not None and id(topic) not in listed and id(inside[-1]) in listed
            near = _Clause(clause.start, clause.end, [inside[0]], topic, None) if strewn else clause
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


def _ends(sentence: Sentence, lists: list[list[Named]]) -> list[int]:
    """Where clauses end; the commas of a list of places end none."""
    starts = [places[0].start - sentence.start for places in lists]
    ends = []
    for match in _CLAUSE.finditer(sentence.text):
        index = bisect_left(starts, match.end()) - 1
        if index < 0 or match.end() > lists[index][-1].end - sentence.start:
            ends.append(match.end())
    return ends


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
    if tools.stays.match(sentence.text):  # who answers, or "this market", is where the one before went
        return
    state.topic = state.heading
    if sentence.role == "heading":
        inside = [m for clause in clauses for m in clause.mentions]
        heading = inside[0] if len({m.value for m in inside}) == 1 else None
        if heading is not None and heading.start - sentence.start > LONGEST_HEADING:
            heading = None  # "People wait for the first bus of the day in Hull": a photo's caption
        home = document.home.value if document.home else None
        # What a dateline names is where the article was written, unless it is what the article is about.
        elsewhere = heading is not None and heading.value != home and is_dateline(sentence.text)
        state.heading = None if elsewhere else heading


def _beside(topic: Mention | None, home: Mention | None) -> bool:
    """Whether a place is neither the article's own nor inside it."""
    if topic is None or home is None or topic.value == home.value:
        return False
    if isinstance(topic, Named) and isinstance(home, Named) and topic.place and home.place:
        # What lies in an area of several provinces isn't known.
        inside = topic.place.inside(home.place) or may_lie_in(topic, home) or home.kind == "area"
        return not inside and topic.kind not in {"site", "town"}
    return False


def _leave(
    document: Document, state: _State, sentence: Sentence, clauses: list[_Clause], lists: list[list[Named]]
) -> None:
    """Decide what governs the next sentence of the paragraph; what a bracket names is told of once."""
    clauses = [
        c
        for c in clauses
        if sentence.text[c.start - sentence.start - 1 : c.start - sentence.start] not in _OPENING
    ]
    inside = [m for clause in clauses for m in clause.mentions]
    if not inside or sentence.role == "title":
        return
    topics = [clause.topic for clause in clauses if clause.topic]
    firms = [topic for topic in topics[1:] if topic.kind == "firm"]
    opening = {id(places[0]) for places in lists}
    if any(id(topic) in opening for topic in topics):
        state.topic = state.heading or document.home  # what several places did together is over
    elif len({m.value for m in topics}) == 1:
        state.topic = topics[0]
    elif len({m.value for m in firms}) == 1:
        # "In Ohio, the firm hired 5": what goes on is told of the firm, which lies there.
        held = Place("firm", [firms[0].value], topics[0].place, firms[0].rule)
        state.topic = replace(firms[0], place=held)
    elif len({m.value for m in inside}) == 1 and inside[0].kind in _KEEPERS:
        state.topic = inside[0]
    elif len({m.value for m in inside}) > 1:
        state.topic = state.heading or document.home


def _owner(
    document: Document, draft: Draft, clauses: list[_Clause], tools: Cues, state: _State
) -> tuple[str | None, str]:
    """The place that governs a number, and the rule that named it."""
    own = clauses[max(bisect_right(clauses, draft.start, key=lambda c: c.start) - 1, 0)]
    ahead = bisect_left(own.mentions, draft.end, key=lambda m: m.start)
    # What ranks "second in the country" is not the country's.
    if ahead < len(own.mentions) and draft.fields.get("unit") != "rank":
        following = own.mentions[ahead]
        between = document.text[draft.end : min(following.start, draft.end + LONGEST_FOLLOW + 1)]
        # Right behind its number a place wins over all before it, further on only where there is none.
        first = own.mentions[0].end > draft.start or len(between.split()) <= 2
        if first and len(between) <= LONGEST_FOLLOW and tools.follows(between):
            return following.value, following.rule
    count = bisect_right(own.mentions, draft.start, key=lambda m: m.end)
    clause = own if count else own.before
    governing: Mention | None = state.topic or document.home
    if clause is not None:
        count = count or len(clause.mentions)
        about = clause.topic is not None and (clause.topic.kind in _KEEPERS or count == 1)
        named = clause.topic if about else clause.mentions[count - 1]
        firm = governing is not None and governing.kind == "firm"
        if not (firm and named is not None and _only_says_where(document, named, clause, own)):
            governing = named
    return (governing.value, governing.rule) if governing else (None, "place.none")


def _only_says_where(document: Document, named: Named, clause: _Clause, own: _Clause) -> bool:
    """Whether a name only says where something of a firm's is, of which the number tells.

    "It will close two of its Danish plants"; "it has 50 staff in Spain, and made 4 million".
    """
    if named.name is not None and named.name.adjective:
        return True
    led = named is clause.topic or named.kind in _KEEPERS
    return clause is not own and not led and any(map(str.isdigit, document.text[clause.start : named.start]))
