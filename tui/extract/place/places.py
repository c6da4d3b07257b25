"""Stage: find the places of an article and say whose figure each number is."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace

from tui.extract.document import Document, Draft, Mention, Sentence
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.places import PlaceRule
from tui.extract.place.gazetteer import Place
from tui.extract.place.named import Named
from tui.extract.place.placeclauses import Clause, clauses_of
from tui.extract.place.placecues import Cues, cues
from tui.extract.place.placejoints import may_lie_in
from tui.extract.place.placelead import is_dateline
from tui.extract.place.placelists import lists_of, set_apart, shared
from tui.extract.place.placenames import find, in_sentence
from tui.extract.place.placespoken import Spoken, speaker, spoken_in
from tui.extract.placekinds import LOCAL, SETTLEMENTS, SMALL, SMALL_OR_FIRM
from tui.model.scripts import OPENING

__all__ = ["assign", "find"]

# "5 million in Japan": as far behind its number may a place stand.
LONGEST_FOLLOW = 40


# What leads to the place a heading is about is shorter: "Unemployment in the city of".
LONGEST_HEADING = 30


@dataclass(slots=True)
class _State:
    """What governs from sentence to sentence."""

    paragraph: int = -1
    topic: Mention | None = None
    heading: Mention | None = None
    # The only place of the last sentence that named any, where that is not what the sentence was about.
    passed: Mention | None = None
    # Whether the paragraph has told figures of what the article, or this part of it, is about.
    told: bool = False


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
    spoken = spoken_in(document, mentions, rules)
    for index, sentence in enumerate(document.sentences):
        if sentence.role == "boilerplate":
            continue
        tools = cues(rules, sentence.language)
        lists = lists_of(sentence, mentions.get(index, []), tools)
        set_apart(sentence, lists, tools)
        clauses = clauses_of(sentence, mentions.get(index, []), lists, tools)
        _enter(document, state, sentence, clauses, tools)
        own = shared(sentence, drafts.get(index, []), lists, mentions.get(index, []), tools)
        for draft in drafts.get(index, ()):
            told = mentions.get(index, [])
            owner = own.get(id(draft)) or _possessor(document, draft, told, tools)
            owner = owner or _who_says(document, draft, spoken, told)
            place, rule = (
                (owner.value, owner.rule) if owner else _owner(document, draft, clauses, tools, state)
            )
            draft.set("place", place, rule)
        _leave(document, state, sentence, clauses, lists)
        _note(document, state, drafts.get(index, []))


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


def _who_says(document: Document, draft: Draft, spoken: list[Spoken], mentions: list[Named]) -> Named | None:
    """The place of who says a number, unless that is but where somebody of the firm in the news sits."""
    place = speaker(draft, spoken, mentions)
    firm = document.home is not None and document.home.kind == "firm"
    return None if place is not None and firm and place.kind not in SMALL_OR_FIRM else place


def _possessor(document: Document, draft: Draft, mentions: list[Named], tools: Cues) -> Named | None:
    """The place whose possessive stands right before the number, whatever part it plays otherwise."""
    if draft.fields.get("unit") == "rank":  # "the world's second largest" is not the world's
        return None
    index = bisect_right(mentions, draft.start, key=lambda m: m.end) - 1
    if index < 0 or mentions[index].end == draft.start or mentions[index].role == "part":
        return None
    between = document.text[mentions[index].end : min(draft.start, mentions[index].end + LONGEST_FOLLOW)]
    return mentions[index] if tools.owns(between) else None


def _enter(document: Document, state: _State, sentence: Sentence, clauses: list[Clause], tools: Cues) -> None:
    if sentence.paragraph == state.paragraph:
        # What is only looked at beside the article's own place goes on no further than "it" does, as a part
        # of it does of which the paragraph tells behind the whole: "In Ohio it was 5. Some 9 million ...".
        beside = state.topic is not state.heading and (state.told or _beside(state.topic, document.home))
        again = tools.again.match(sentence.text)
        if beside and not again:
            state.topic = state.heading
        elif again and state.passed is not None:
            state.topic = state.passed
        return
    state.paragraph, state.told, state.passed = sentence.paragraph, False, None
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
        # A line with a figure is none: "Hull: 300 jobs by 2030".
        elsewhere = elsewhere and not any(sentence.start <= d.start < sentence.end for d in document.claims)
        state.heading = None if elsewhere else heading


def _beside(topic: Mention | None, home: Mention | None) -> bool:
    """Whether a place is neither the article's own nor inside it."""
    if topic is None or home is None or topic.value == home.value:
        return False
    if isinstance(topic, Named) and isinstance(home, Named) and topic.place and home.place:
        # What lies in an area of several provinces isn't known.
        inside = topic.place.inside(home.place) or may_lie_in(topic, home) or home.kind == "area"
        # A town's article that turns to the whole county, or a county's to the province, goes on about it.
        around = home.kind in SMALL | LOCAL and topic.kind != "country" and home.place.inside(topic.place)
        inside = inside or around
        return not inside and topic.kind not in SETTLEMENTS | {"site"}
    return False


def _leave(
    document: Document, state: _State, sentence: Sentence, clauses: list[Clause], lists: list[list[Named]]
) -> None:
    """Decide what governs the next sentence of the paragraph; what a bracket names is told of once."""
    clauses = [
        c
        for c in clauses
        if sentence.text[c.start - sentence.start - 1 : c.start - sentence.start] not in OPENING
    ]
    inside = [m for clause in clauses for m in clause.mentions]
    if not inside or sentence.role == "title":
        return
    state.passed = None
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
    elif len({m.value for m in inside}) == 1 and inside[0].kind in SMALL_OR_FIRM:
        # These keep the figures of the sentences behind them, a larger place only if a sentence is about it.
        state.topic = inside[0]
    elif len({m.value for m in inside}) == 1:
        state.passed = inside[0]
    elif len({m.value for m in inside}) > 1:
        state.topic = state.heading or document.home


def _note(document: Document, state: _State, drafts: list[Draft]) -> None:
    """Note whether the figures of a sentence are told of the whole, by name or because no part goes on."""
    whole = state.heading or document.home
    if whole is not None and drafts:
        owners = {draft.fields["place"] for draft in drafts}
        state.told = state.told or whole.value in {*owners, (state.topic or whole).value}


def _owner(
    document: Document, draft: Draft, clauses: list[Clause], tools: Cues, state: _State
) -> tuple[str | None, str]:
    """The place that governs a number, and the rule that named it."""
    own = clauses[max(bisect_right(clauses, draft.start, key=lambda c: c.start) - 1, 0)]
    count = bisect_right(own.mentions, draft.start, key=lambda m: m.end)
    clause = own if count else own.before
    governing: Mention | None = state.topic or document.home
    if clause is not None:
        count = count or len(clause.mentions)
        about = clause.topic is not None and (clause.topic.kind in SMALL_OR_FIRM or count == 1)
        named = clause.topic if about else clause.mentions[count - 1]
        firm = governing is not None and governing.kind == "firm"
        if not (firm and named is not None and _only_says_where(document, named, clause, own)):
            governing = named
    if governing is None or governing.kind != "firm":
        governing = _following(document, draft, own, tools) or governing
    return (governing.value, governing.rule) if governing else (None, "place.none")


def _following(document: Document, draft: Draft, own: Clause, tools: Cues) -> Named | None:
    """The place behind a number that owns it: "5 million in Japan"."""
    ahead = bisect_left(own.mentions, draft.end, key=lambda m: m.start)
    # What ranks "second in the country" is not the country's.
    if ahead == len(own.mentions) or draft.fields.get("unit") == "rank":
        return None
    following = own.mentions[ahead]
    between = document.text[draft.end : min(following.start, draft.end + LONGEST_FOLLOW + 1)]
    # Right behind its number a place wins over all before it, further on only where there is none.
    first = own.mentions[0].end > draft.start or len(between.split()) <= 2
    return following if first and len(between) <= LONGEST_FOLLOW and tools.follows(between) else None


def _only_says_where(document: Document, named: Named, clause: Clause, own: Clause) -> bool:
    """Whether a name only says where something of a firm's is, of which the number tells.

    "It will close two of its Danish plants"; "it has 50 staff in Spain, and made 4 million".
    """
    if named.name is not None and named.name.adjective:
        return True
    led = named is clause.topic or named.kind in SMALL_OR_FIRM
    return clause is not own and not led and any(map(str.isdigit, document.text[clause.start : named.start]))
