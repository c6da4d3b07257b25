"""Says what an article as a whole is about."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from math import isclose

from tui.extract.document import Document
from tui.extract.packs.rules import RuleSet
from tui.extract.place.gazetteer import Place
from tui.extract.place.named import SMALL, Named, name_like
from tui.extract.place.titled import titled
from tui.model.rule import LanguageRule

# How much a mention says about what the article is about, by where it stands.
TITLE_WEIGHT = 8.0
LEAD_WEIGHT = 3.0
# A firm that opens the lead is what its news are about, wherever the title says that they happen.
OPENING_WEIGHT = 12.0
LEAD_SENTENCES = 3
# A place that is mentioned also speaks for what holds it.
HOLDER_SHARE = 0.4
# Before a firm whose news the lead tells stands no more than what it is: "Supermarket group Mornings".
LONGEST_TRADE = 40
# A line of where and when is no longer than this; who brings the news need not be in them.
LONGEST_DATELINE = 80
DATELINE_WEIGHT = 1.0
# A firm is named for its own sake, a place often for where something is.
FIRM_WEIGHT = 1.5
# A place named once in passing is not what an article is about.
LEAST_WEIGHT = 1.2
# Words such as "the city" speak for a home of their kind.
REFERENCE_WEIGHT = 0.5
# What a province holds, whose name may stand behind its own in a title.
_WIDE, _LOCAL = {"province", "region"}, {"city", "county", "district", "prefecture"}
_NEXT = re.compile(r"(?:['\u2019]s)?[\s:,]+([A-Z][\w'\u2019-]+)")
_NOT_THERE = {"apart", "part", "source"}
# A place that holds others is named so often at most beside the sentence that tells of one of them.
TOLD_AGAIN = 1
# Names of a place and of what holds it stand no further apart.
NEAR = 60
# So many places of which none stands out are parts of what the article is about.
SEVERAL = 3
# So many other places begin a sentence or a part of one, so near behind a mark, where news are told by turns.
TURNS, OPENS = 3, 4
_TURN = ".!?;\n\u3002\uff1b"
# What a title is about stands in its first so many characters.
BEGINNING = 3
# Words such as "the province" that stand this often for one kind of place, and none for another, tell apart.
OFTEN = 3
_GONE_TO = {"county", "town"}
# "PITTSBURGH, Dec. 3 -- ..."
_DATELINE = re.compile(r"^[^.!?]{0,60}(?:\.[^!?]{0,20})?\s?(?:--|[-\u2013\u2014])\s?")


def _standing(place: Place) -> float:
    """How likely a place of its kind is to be what an article is about."""
    return 0.4 if place.kind in SMALL else FIRM_WEIGHT if place.kind == "firm" else 1


def _spoken_of(document: Document, found: list[Named], lead: tuple[int, int]) -> dict[str, float]:
    """How much words such as "the city" say for a place of each kind."""
    spoken: dict[str, float] = defaultdict(float)
    for hit in found:
        refers = hit.name.refers if hit.name else None
        if refers and hit.place is None and not refers.nearest and hit.role not in _NOT_THERE:
            for kind in refers.refers:
                spoken[kind] += REFERENCE_WEIGHT * _weight(document, hit, lead)
    return spoken


def home(document: Document, found: list[Named], rules: RuleSet) -> Named | None:
    """What the article as a whole is about: the place with the most weight, counted up to what holds it."""
    lead = _lead(document)
    # Names of what holds a place are told in the article's script.
    han = any(rule.han for rule in rules.of(LanguageRule, document.article.language))
    scores: dict[int, float] = defaultdict(float)
    direct: dict[int, float] = defaultdict(float)
    places: dict[int, Place] = {}
    values: dict[int, Named] = {}
    counts: dict[int, int] = defaultdict(int)
    referred = _referred(found)
    for hit in found:
        here = _spoken_for(hit, referred)
        if here is None:
            continue
        weight = 1.0 if hit.role == "source" else _weight(document, hit, lead)
        if here is hit.place:
            values.setdefault(id(here), hit)
        direct[id(here)] += weight
        counts[id(here)] += 2 if hit.sentence < lead[1] else 1
        while here is not None:
            places[id(here)] = here
            scores[id(here)] += weight
            weight *= HOLDER_SHARE
            here = here.within
    spoken = _spoken_of(document, found, lead)
    for key, place in places.items():
        scores[key] = (scores[key] + spoken[place.kind]) * _standing(place)
    # A firm or site named once, behind the lead, is but one of those the article looks at.
    scores = {k: s for k, s in scores.items() if counts[k] != 1 or places[k].kind not in {*SMALL, "firm"}}
    best = max(scores, key=lambda key: scores[key], default=0)
    if not best or scores[best] < LEAST_WEIGHT:
        known = _common_holder([places[key] for key in direct], han=han)
        return known or _titled(document, rules) or _country_of_source(found) or _only_apart(found)
    whole = _of_equals(best, scores, direct, places, han=han)
    if whole is not None or (whole := _round_up(document, found, places[best], han=han)) is not None:
        return whole
    best = _of_title(best, places, direct, referred)
    best = _called_next(document, found, places[best], lead[0]) or best
    if (local := _told_within(document, found, places[best], lead)) is not None:
        return Named(0, 0, local.value, "place.home", local.kind, local.place)
    if best in values:
        return Named(0, 0, values[best].value, "place.home", places[best].kind, places[best])
    return _holder(places[best], han=han)


def _referred(found: list[Named]) -> dict[str, int]:
    """How often words such as "the city" stand for a place of each kind."""
    referred: dict[str, int] = defaultdict(int)
    for hit in found:
        if hit.name and hit.name.refers and hit.place is None and not hit.name.refers.nearest:
            for kind in hit.name.refers.refers:
                referred[kind] += 1
    return referred


def _spoken_for(hit: Named, referred: dict[str, int]) -> Place | None:
    """The place that a mention counts for.

    Who brings the news tells of its city or province, where its office is, only where the article speaks of
    "the city" or such. A county is gone to for its own sake.
    """
    if hit.role in {"apart", "part"}:
        return None
    here = hit.place
    while hit.role == "source" and here is not None and here.kind not in _GONE_TO:
        if referred[here.kind] and here.kind != "country":
            break
        here = here.within
    return here


def _holder(place: Place, *, han: bool) -> Named:
    return Named(0, 0, name_like(place, ascii_only=not han), "place.home", place.kind, place)


def _weight(document: Document, hit: Named, lead: tuple[int, int]) -> float:
    if hit.sentence < lead[0]:
        dated = hit.sentence and is_dateline(document.sentences[hit.sentence].text)
        return DATELINE_WEIGHT if dated else TITLE_WEIGHT
    if hit.sentence > lead[0] and document.sentences[hit.sentence].role == "heading":
        # A photo's caption or a heading of a part; the last line is a signature.
        behind = document.sentences[hit.sentence + 1 :]
        return 1.0 if any(sentence.role != "boilerplate" for sentence in behind) else LEAD_WEIGHT
    if _opens(document, hit, lead[0]):
        return OPENING_WEIGHT
    return LEAD_WEIGHT if hit.sentence < lead[1] else 1.0


def _opens(document: Document, hit: Named, lead: int) -> bool:
    """Whether a firm opens the lead, which is then its news."""
    if hit.kind != "firm" or hit.sentence != lead:
        return False
    before = _DATELINE.sub("", document.text[document.sentences[lead].start : hit.start])
    return len(before) <= LONGEST_TRADE and not any(mark in before for mark in ",;:\uff0c\uff1b\uff1a")


def _common_holder(named: Iterable[Place], *, han: bool) -> Named | None:
    """What holds all the places of an article that tells of several parts and names no whole."""
    inner = [place for place in named if place.within is not None]
    here = inner[0].within if len(inner) > 1 else None
    while here is not None and not all(place.inside(here) for place in inner):
        here = here.within
    return None if here is None else _holder(here, han=han)


def _of_equals(
    best: int, scores: dict[int, float], direct: dict[int, float], places: dict[int, Place], *, han: bool
) -> Named | None:
    """What holds several places of which nothing makes one the best: "demand in A, B and C was largest"."""
    equals = [places[key] for key in direct if isclose(scores.get(key, 0), scores[best])]
    return _common_holder(equals, han=han) if len(equals) >= SEVERAL else None


def _round_up(document: Document, found: list[Named], best: Place, *, han: bool) -> Named | None:
    """What holds the places whose news an article tells by turns, the best of them in one paragraph only."""
    told = [(hit, hit.place) for hit in found if hit.place is not None and not hit.role]
    own = [document.sentences[hit.sentence] for hit, place in told if _holds(best, place)]
    turns = {id(place): place for hit, place in told if _begins(document, hit)}
    others = [place for place in turns.values() if not _holds(best, place) and not best.inside(place)]
    titled = any(sentence.role == "title" for sentence in own)
    if titled or len({sentence.paragraph for sentence in own}) > 1 or len(others) < TURNS:
        return None
    return _common_holder(turns.values(), han=han)


def _begins(document: Document, hit: Named) -> bool:
    """Whether a place stands at the beginning of a sentence or of a part of one, but for a short word."""
    before = document.text[max(0, hit.start - OPENS) : hit.start]
    return hit.start == 0 or any(mark in before for mark in _TURN)


def _of_title(best: int, places: dict[int, Place], direct: dict[int, float], referred: dict[str, int]) -> int:
    """What the title names, where that is inside the best and the lead tells of no others inside it.

    Nor is it what an article is about that speaks of "our province", never of "the city".
    """
    inside = [key for key in places if places[key].inside(places[best]) and direct[key] > direct[best]]
    named = max(inside, default=best, key=lambda key: direct[key])
    if referred[places[best].kind] >= OFTEN and not referred[places[named].kind]:
        return best
    others = (
        key
        for key in places
        if direct[key] >= LEAD_WEIGHT
        and places[key].inside(places[best])
        and not places[key].inside(places[named])
        and key != best
    )
    titled = direct[named] >= TITLE_WEIGHT and not any(others)
    return named if titled or direct[best] >= TITLE_WEIGHT else best


def _called_next(document: Document, found: list[Named], best: Place, body: int) -> int | None:
    """The county or city whose name stands behind that of its province in the title: "Jilin Fusong: ..."."""
    if best.kind not in _WIDE:
        return None
    for hit in found:
        if hit.place is not best or hit.sentence >= body:
            continue
        named = _NEXT.match(document.text, hit.end)
        for other in found if named else ():
            place = other.place
            if place is None or place.kind not in _LOCAL or other.role in _NOT_THERE:
                continue
            if named and other.value.startswith(named[1]) and (place.within is None or place.inside(best)):
                return id(place)
    return None


def _told_within(document: Document, found: list[Named], best: Place, lead: tuple[int, int]) -> Named | None:
    """The county or town that the lead tells of before it says that it lies in the best, or in a part of it.

    The best is the topic itself where the title begins with it, or where it is named on its own later. Of
    a village in a county in a city the text tells of what it calls "the county", else of the first named.
    """
    near = _LOCAL | {"town"}
    told = [hit for hit in found if lead[0] <= hit.sentence < lead[1] and hit.role not in _NOT_THERE]
    row = [hit for hit in told if hit.sentence == told[0].sentence]
    holders = [at for at, hit in enumerate(row) if hit.place is not None and _holds(best, hit.place)]
    local = row[: holders[-1]] if holders and (best.kind in _WIDE or best.kind == "country") else []
    named = [hit for hit in found if hit.place is best and hit.role != "source"]
    again = sum(hit.sentence > row[0].sentence for hit in named) if row else 0
    title = document.text.find(document.article.title) if document.article.title else -1
    begins = any(title <= hit.start < title + BEGINNING for hit in named)
    if not local or again > TOLD_AGAIN or begins or _are_apart(row[: holders[-1] + 1]):
        return None
    if any(hit.kind not in near or hit.place is None for hit in local):
        return None
    referred = _referred(found)
    return max(local, key=lambda hit: (referred[hit.kind] > 0, -hit.start))


def _holds(best: Place, place: Place) -> bool:
    """Whether a place is the best, or known to lie in it."""
    return place is best or place.inside(best)


def _are_apart(row: list[Named]) -> bool:
    """Whether more than a few words stand between some places of a sentence and the next."""
    return any(two.start - one.end > NEAR for one, two in pairwise(row))


def _titled(document: Document, rules: RuleSet) -> Named | None:
    """What the title names and no list has."""
    told = titled(document, rules)
    if told is None:
        return None
    name, rule = told
    return Named(0, 0, name, rule.id, rule.kind, Place(rule.kind, [name], None, rule.id))


def _country_of_source(found: list[Named]) -> Named | None:
    """The country of who brings the news, or of where it was written; a county that was gone to."""
    for hit in found:
        here = hit.place if hit.role == "source" else None
        while here is not None:
            if here.kind == "country" or here.kind in _GONE_TO:
                value = hit.value if here is hit.place else name_like(here, ascii_only=hit.value.isascii())
                return Named(0, 0, value, "place.source", here.kind, here)
            here = here.within
    return None


def _only_apart(found: list[Named]) -> Named | None:
    """The country that people come to or goods go to, where the article names no other place."""
    apart = [hit for hit in found if hit.role == "apart" and hit.kind == "country"]
    if len({hit.value for hit in apart}) != 1 or len(apart) == 1:
        return None
    return Named(0, 0, apart[0].value, "place.apart", apart[0].kind, apart[0].place)


def _lead(document: Document) -> tuple[int, int]:
    """The index of the sentence that begins the lead, behind title and dateline, and of the one behind it."""
    body = [i for i, s in enumerate(document.sentences) if s.role not in {"title", "boilerplate"}]
    first = body[0] if body else 0
    if document.sentences and document.sentences[0].role != "title":
        first = max(first, 1) if len(document.sentences) > 1 else first
    after = [i for i in body if i >= first]
    if len(after) > 1 and is_dateline(document.sentences[first].text):
        after = after[1:]
    told = [i for i in after[1:] if document.sentences[i].role != "heading"]
    lead = [*after[:1], *told][:LEAD_SENTENCES]
    return (lead[0] if lead else first), (lead[-1] + 1 if lead else first)


def is_dateline(text: str) -> bool:
    """Whether a line tells where and when, and states nothing."""
    ended = text.rstrip(" \n)\uff09]\u3011")[-1:].isalnum()
    return ended and len(text) <= LONGEST_DATELINE and any(map(str.isdigit, text))
