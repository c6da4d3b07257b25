"""Finds the places, bodies and firms an article names, and what words such as "the city" stand for in it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from tui.extract.document import Document, Sentence
from tui.extract.expressions.expression import Side
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.places import PlaceRule
from tui.extract.place.gazetteer import Name, Place
from tui.extract.place.homeplace import home
from tui.extract.place.named import Named, kind_word, name_like
from tui.extract.place.placecues import SIGHT
from tui.extract.place.placejoints import LONGEST_JOINT, guarded, joined
from tui.extract.place.placelead import lead_of
from tui.extract.place.placelearnt import Learnt, Tools, learnt_from, tools_for
from tui.extract.place.placelists import passed_by
from tui.extract.place.placeshort import short_forms
from tui.extract.placekinds import LOCAL, SMALL, SMALL_OR_FIRM, WHOLES, WIDE, WIDEST


def find(document: Document, rules: RuleSet) -> None:
    """Fill ``document.places`` and ``document.home``."""
    found: list[Named] = []
    first, _ = lead_of(document)
    for index, (sentence, named) in enumerate(
        zip(document.sentences, _all_named(document, rules), strict=True)
    ):
        for hit in named:
            if hit.role == "dateline":  # further on it is what a part of the news is about
                hit.role = "source" if index == first else ""
        # Lines that are no news tell no more than who brings them.
        found += [hit for hit in named if sentence.role != "boilerplate" or hit.role == "source"]
    found = _company(found)
    _mean_the_same(found)
    _make_one(found)
    _bring_in_title(document, found)
    _elsewhere(found)
    _local_offices(document, found)
    _name_adjectives(found)
    document.home = main = home(document, found, rules) or _alone(found)
    told = [hit for hit in found if document.sentences[hit.sentence].role != "boilerplate"]
    document.places = list(_resolve(document, main, told))


def _all_named(document: Document, rules: RuleSet) -> list[list[Named]]:
    """The names of each sentence, short forms of firms among them."""
    learnt = learnt_from(document, rules)
    tools = [tools_for(rules, sentence.language, document.respelled) for sentence in document.sentences]
    named = [_in_sentence(s, i, tools[i], [learnt]) for i, s in enumerate(document.sentences)]
    known = tools_for(rules, document.article.language, document.respelled).names
    short = short_forms(document.text, (hit for hits in named for hit in hits), known)
    if short is not None:
        for index, sentence in enumerate(document.sentences):
            if short.pattern.search(sentence.text):
                named[index] = _in_sentence(sentence, index, tools[index], [learnt, short])
    return named


def _hits(sentence: Sentence, index: int, tools: Tools, learnt: list[Learnt | None]) -> list[Named]:
    """All that looks like a name in a sentence: listed, shaped like one, or learnt from the article."""
    text = sentence.text
    hits = [
        Named(
            start,
            end,
            name.value,
            name.rule,
            _kind(name),
            name.place,
            index,
            name=_seen(name, text, start, tools),
        )
        for start, end, name in tools.names.names_in(text)
        # "Reading's": what something belongs to is no common word there.
        if not (name.shy and start == 0 and not text.startswith(tools.possessive.endings, end))
    ]
    known = [(hit.start, hit.end) for hit in hits if hit.place and not guarded(hit)]
    owners = frozenset(hit.end for hit in hits if hit.place and hit.kind not in SMALL_OR_FIRM)
    hits += [
        Named(start, end, value, rule.id, place.kind, place, index)
        for start, end, value, made, rule in tools.shapes.names_in(text, tools.names, known, owners)
        for place in [learnt[0].known(value, made) if learnt[0] else made]
    ]
    return hits + [hit for names in learnt if names for hit in names.names_in(text, index, tools)]


def _in_sentence(sentence: Sentence, index: int, tools: Tools, learnt: list[Learnt | None]) -> list[Named]:
    """The names of a sentence that name something where they stand, with the part that each plays."""
    text = sentence.text
    hits = _hits(sentence, index, tools, learnt)
    if not hits:
        return hits
    kept: list[Named] = []
    whole = Side(text, sentence.plain)
    for hit in hits:
        hit.role = tools.cues.role(whole, hit.start, hit.end, hit.kind)
        if hit.role != "none":
            kept.append(hit)
    chained = joined(text, kept, tools.cues)
    for last, hit in pairwise(chained):
        alike = last.role == "apart" or (last.role == "source" and last.kind == hit.kind)
        if alike and not hit.role and tools.cues.joins(text[last.end : hit.start]):
            hit.role = last.role
    for hit in chained:
        hit.start += sentence.start
        hit.end += sentence.start
        hit.parts = tuple(part + sentence.start for part in hit.parts)
    return chained


def _seen(name: Name, text: str, start: int, tools: Tools) -> Name:
    """The name, guarded if it may be no more than the ends of two words."""
    if name.bare and not name.guarded and not tools.cues.opens(text[max(0, start - SIGHT) : start]):
        return replace(name, guarded=True)
    return name


def _kind(name: Name) -> str:
    if name.place is not None:
        return name.place.kind
    return name.refers.kind if name.refers else ""


def _company(found: list[Named]) -> list[Named]:
    """Leave out guarded names of places that the article never names in full."""
    full = {id(hit.place) for hit in found if not guarded(hit)}
    return [hit for hit in found if not guarded(hit) or id(hit.place) in full]


def _mean_the_same(found: list[Named]) -> None:
    """Let a name that several places have mean the one that the article joins to what holds it."""
    listed = [hit for hit in found if hit.place and hit.name and hit.kind in LOCAL]
    told = {hit.value: hit for hit in listed if hit.end - hit.start > len(hit.value)}
    for hit in listed:
        first = told.get(hit.value, hit)
        if hit.place is not first.place and hit.end - hit.start == len(hit.value):
            hit.place, hit.kind, hit.rule = first.place, first.kind, first.rule


def _make_one(found: list[Named]) -> None:
    """Let all mentions of a name that no list has mean one place."""
    made: dict[tuple[str, str], Place] = {}
    for hit in found:
        if hit.name is None and hit.place is not None and hit.place.rule == hit.rule:
            own, hit.place = hit.place, made.setdefault((hit.kind, hit.place.names[0]), hit.place)
            hit.place.within = hit.place.within or own.within


def _bring_in_title(document: Document, found: list[Named]) -> None:
    """Let the title's firm or site be a source that the text only names as one: "Jobbot: pay falls"."""
    told: dict[int, set[str]] = defaultdict(set)
    for hit in found:
        if document.sentences[hit.sentence].role != "title":
            told[id(hit.place)].add(hit.role)
    for hit in found:
        if hit.kind in {"firm", "site"} and told[id(hit.place)] == {"source"}:
            hit.role = "source"


def _elsewhere(found: list[Named]) -> None:
    """Let names of bodies that many countries have stand for the country of an article about others."""
    countries = {id(hit.place) for hit in found if hit.kind == "country" and not hit.refers}
    for hit in found:
        if hit.refers and countries and id(hit.place) not in countries:
            hit.place = None


def _local_offices(document: Document, found: list[Named]) -> None:
    """Let a country's office be that of a place where the article first names it right behind the place."""
    offices: dict[str, list[Named]] = defaultdict(list)
    for hit in found:
        if hit.name is not None and hit.place is not None and hit.name.text not in hit.place.names:
            offices[document.text[hit.start : hit.end]].append(hit)
    for word, named in offices.items():
        # A name joined with its office ends as the office does.
        longer = (other for other in found if other.place and other.end - other.start > len(word))
        local = next((o for o in longer if document.text.endswith(word, o.start, o.end)), None)
        if local is None:
            continue
        for hit in named:
            if hit.start > local.start:
                hit.value, hit.kind, hit.place = local.value, local.kind, local.place


def _name_adjectives(found: Iterable[Named]) -> None:
    """Give adjectives the noun that the article uses for their place, else the usual one."""
    nouns: dict[int, str] = {}
    for hit in found:
        if hit.place and not (hit.name and hit.name.adjective):
            nouns.setdefault(id(hit.place), hit.value)
    for hit in found:
        if hit.place and hit.name and hit.name.adjective:
            hit.value = nouns.get(id(hit.place), hit.place.names[0])


def _resolve(document: Document, main: Named | None, found: list[Named]) -> list[Named]:
    """Put places in for the words that stand for them; leave out those that stand for nothing known."""
    kept: list[Named] = []
    last: dict[str, tuple[int, Named]] = {}
    wholes: dict[str, tuple[int, Named]] = {}
    passed = passed_by(document, found)
    for hit in found:
        refers = hit.name.refers if hit.name and hit.place is None else None
        if refers is not None:
            known = last if refers.nearest else last | wholes
            called = _called(document, hit, kept) if refers.nearest else None
            target = called or _opening(document, hit, known, refers) or _referent(main, known, refers)
            if target is not None:
                hit.value, hit.kind, hit.place = target.value, target.kind, target.place
            elif not refers.alone or (main is not None and not _within(refers.kind, main.kind)):
                continue
        # What is only compared with or worked with is not meant by "there".
        if hit.role not in {"source", "apart", "part"}:
            if id(hit) not in passed:
                last[hit.kind] = (len(kept), hit)
            wholes |= {whole.kind: (len(kept), whole) for whole in (hit, *_wholes(hit))}
        kept.append(hit)
    return kept


def _wholes(hit: Named) -> Iterator[Named]:
    """The regions, states or provinces that hold a place, named in its script."""
    here = hit.place.within if hit.place else None
    while here is not None and here.kind in WIDE:
        value = name_like(here, ascii_only=hit.value.isascii())
        yield Named(hit.start, hit.end, value, here.rule, here.kind, here, hit.sentence)
        here = here.within


def _opening(
    document: Document, hit: Named, known: dict[str, tuple[int, Named]], rule: PlaceRule
) -> Named | None:
    """The last country or province told of, if it opens the sentence of a mention or the one before that."""
    told = [known[kind] for kind in rule.refers if kind in known and kind in WHOLES]
    if not told or rule.nearest or rule.own:
        return None
    place = max(told, key=lambda pair: pair[0])[1]
    first, here = document.sentences[place.sentence], document.sentences[hit.sentence]
    near = first.paragraph == here.paragraph and hit.sentence - place.sentence <= 1
    return place if near and place.start - first.start <= LONGEST_JOINT else None


def _alone(found: list[Named]) -> Named | None:
    """The words that stand for what the article is about and never names: most often "the whole city"."""
    words = Counter(
        (hit.value, hit.kind) for hit in found if hit.name and hit.name.refers and hit.name.refers.alone
    )
    if not words:
        return None
    value, kind = words.most_common(1)[0][0]
    return Named(0, 0, value, "place.alone", kind)


def _called(document: Document, hit: Named, earlier: list[Named]) -> Named | None:
    """The place last told of that "the village" calls by the word its name ends with: "Elm Village"."""
    words = document.text[hit.start : hit.end].casefold()
    told = (other for other in reversed(earlier) if other.place and other.kind in SMALL)
    return next((other for other in told if words.endswith(kind_word(other.value))), None)


def _within(kind: str, other: str) -> bool:
    """Whether places of one kind are inside one of the other."""
    return other in WIDEST or (other in WIDE and kind not in WIDEST | WIDE)


def _referent(main: Named | None, last: dict[str, tuple[int, Named]], rule: PlaceRule) -> Named | None:
    if main is not None and main.kind in rule.refers and not rule.nearest:
        return main
    earlier = [last[kind] for kind in rule.refers if kind in last]
    if earlier:
        return max(earlier, key=lambda pair: pair[0])[1]
    here = main.place if main else None
    while main is not None and here is not None:
        if here.kind in rule.refers:
            value = main.value if here is main.place else name_like(here, ascii_only=main.value.isascii())
            return Named(0, 0, value, main.rule, here.kind, here)
        here = here.within
    return None


def in_sentence(document: Document) -> dict[int, list[Named]]:
    """The mentions by the index of their sentence."""
    grouped: dict[int, list[Named]] = defaultdict(list)
    for mention in document.places:
        if isinstance(mention, Named):
            grouped[mention.sentence].append(mention)
    return grouped
