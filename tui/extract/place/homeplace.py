"""Says what an article as a whole is about."""

import re
from collections.abc import Iterable
from itertools import pairwise
from math import isclose

from tui.extract.document import Document
from tui.extract.packs.rules import RuleSet
from tui.extract.place.gazetteer import Place
from tui.extract.place.homeweights import (
    LATER_WEIGHT,
    TITLE_WEIGHT,
    Weights,
    opens_lead,
    referred_in,
    weights_of,
)
from tui.extract.place.named import NOT_THERE, Named, kind_word, name_like
from tui.extract.place.placejoints import may_lie_in
from tui.extract.place.placelead import lead_of
from tui.extract.place.titled import titled
from tui.extract.placekinds import BELOW_CITY, LOCAL, SETTLEMENTS, WHOLES, WIDE
from tui.extract.possessive import possessive
from tui.model.rule import LanguageRule

# A place named once in passing is not what an article is about.
LEAST_WEIGHT = 1.2
_NEXT = re.compile(r"[\s:,]+([A-Z][\w'\u2019-]+)")
# A province named more often than this outside the sentence that tells of its part is the home itself.
TOLD_AGAIN = 1
# Names of a place and of what holds it stand no further apart.
NEAR = 60
# So many places of which none stands out are parts of what the article is about.
SEVERAL = 3
# So many other places begin a sentence or a part of one, so near behind a mark, where news are told by turns.
TURNS, OPENS = 3, 4
# A paragraph about a place begins so near its name: "On the 30th, in Graz, Styria".
NAMED_BY = 16
_TURN = ".!?;\n\u3002\uff1b"
# What a title is about stands in its first so many characters.
BEGINNING = 3
# Words such as "the province" that stand this often for one kind of place, and none for another, tell apart.
OFTEN = 3


def home(document: Document, found: list[Named], rules: RuleSet) -> Named | None:
    """What the article as a whole is about: the place with the most weight, counted up to what holds it."""
    lead = lead_of(document)
    # Names of what holds a place are told in the article's script.
    han = any(rule.han for rule in rules.of(LanguageRule, document.article.language))
    referred = referred_in(found)
    weights = weights_of(document, found, lead, referred)
    places, direct = weights.places, weights.direct
    best = weights.best
    if weights.scores.get(best, 0) >= LEAST_WEIGHT:
        whole = _of_equals(best, weights, han=han) or _round_up(document, found, places[best], han=han)
        if whole is not None:
            return whole
    while best and _in_passing(places[best], found, lead[0], referred):
        del weights.scores[best]
        best = weights.best
    if not best or weights.scores[best] < LEAST_WEIGHT:
        known = _common_holder([places[key] for key in direct], han=han)
        return known or _titled(document, rules) or _country_of_source(found) or _only_apart(found)
    best = _of_title(best, places, direct, referred)
    best = _called_next(document, found, places[best], rules) or best
    if (local := _small(document, found, places[best], lead)) is not None:
        return Named(0, 0, local.value, "place.home", local.kind, local.place)
    if (local := _told_within(document, found, places[best], lead)) is not None:
        return Named(0, 0, local.value, "place.home", local.kind, local.place)
    if best in weights.values:
        return Named(0, 0, weights.values[best].value, "place.home", places[best].kind, places[best])
    return _holder(places[best], han=han)


def _in_passing(place: Place, found: list[Named], first: int, referred: dict[str, int]) -> bool:
    """Whether a place in the country or city where the news was written is only named once.

    It is then but one of those looked at, unless the lead's first sentence names it or "the city" means it.
    """
    own = [hit for hit in found if hit.place is place]
    if len(own) != 1 or own[0].sentence <= first or referred[place.kind]:
        return False
    return any(hit.role == "source" and _lies_round(hit, own[0]) for hit in found)


def _lies_round(source: Named, part: Named) -> bool:
    """Whether a place is inside the country, province or city of another, or may be."""
    if source.place is None or part.place is None or source.place.inside(part.place):
        return False
    here: Place | None = source.place
    while here is not None and not part.place.inside(here):
        here = here.within
    return here is not None or may_lie_in(part, source)


def _holder(place: Place, *, han: bool) -> Named:
    return Named(0, 0, name_like(place, ascii_only=not han), "place.home", place.kind, place)


def _common_holder(named: Iterable[Place], *, han: bool) -> Named | None:
    """What holds all the places of an article that tells of several parts and names no whole."""
    inner = [place for place in named if place.within is not None]
    here = inner[0].within if len(inner) > 1 else None
    while here is not None and not all(place.inside(here) for place in inner):
        here = here.within
    return None if here is None else _holder(here, han=han)


def _of_equals(best: int, weights: Weights, *, han: bool) -> Named | None:
    """What holds several places of which nothing makes one the best: "demand in A, B and C was largest"."""
    scores = weights.scores
    equals = [weights.places[key] for key in weights.direct if isclose(scores.get(key, 0), scores[best])]
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
    """Whether a place stands at the beginning of a sentence or of a part of one, or near a paragraph's."""
    sentence = document.sentences[hit.sentence]
    first = not hit.sentence or document.sentences[hit.sentence - 1].paragraph != sentence.paragraph
    if first and hit.start - sentence.start <= NAMED_BY:
        return True
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
        if direct[key] >= LATER_WEIGHT
        and places[key].inside(places[best])
        and not places[key].inside(places[named])
        and key != best
    )
    titled = direct[named] >= TITLE_WEIGHT and not any(others)
    return named if titled or direct[best] >= TITLE_WEIGHT else best


def _called_next(document: Document, found: list[Named], best: Place, rules: RuleSet) -> int | None:
    """The county or city whose name stands behind that of its province in the title: "Jilin Fusong: ..."."""
    if best.kind not in WIDE:
        return None
    body, _ = lead_of(document)
    whose = possessive(rules, document.article.language)
    for hit in found:
        if hit.place is not best or hit.sentence >= body:
            continue
        named = _NEXT.match(document.text, whose.end(document.text, hit.end))
        for other in found if named else ():
            place = other.place
            if place is None or place.kind not in LOCAL or other.role in NOT_THERE:
                continue
            if named and other.value.startswith(named[1]) and (place.within is None or place.inside(best)):
                return id(place)
    return None


def _told_within(document: Document, found: list[Named], best: Place, lead: tuple[int, int]) -> Named | None:
    """The county or town that the lead tells of before it says that it lies in the best, or in a part of it.

    The best is the topic itself where the title begins with it, or where it is named on its own later. Of
    a village in a county in a city the text tells of what it calls "the county", else of the first named.
    """
    told = [hit for hit in found if lead[0] <= hit.sentence < lead[1] and hit.role not in NOT_THERE]
    row = [hit for hit in told if hit.sentence == told[0].sentence]
    holders = [at for at, hit in enumerate(row) if hit.place is not None and _holds(best, hit.place)]
    local = row[: holders[-1]] if holders and best.kind in WHOLES else []
    named = [hit for hit in found if hit.place is best and hit.role != "source"]
    again = sum(hit.sentence > row[0].sentence for hit in named) if row else 0
    title = document.text.find(document.article.title) if document.article.title else -1
    begins = any(title <= hit.start < title + BEGINNING for hit in named)
    if not local or again > TOLD_AGAIN or begins or _are_apart(row[: holders[-1] + 1]):
        return None
    if any(hit.kind not in LOCAL or hit.place is None for hit in local):
        return None
    referred = referred_in(found)
    first = max(local, key=lambda hit: (referred[hit.kind] > 0, -hit.start))
    return first if referred[first.kind] else _called_holder(first, referred) or first


def _called_holder(hit: Named, referred: dict[str, int]) -> Named | None:
    """The county or town around a place that the text calls "the county": "Elm Village in Tonglu County"."""
    here = hit.place.within if hit.place else None
    while here is not None and not referred[here.kind]:
        here = here.within
    if here is None or here.kind not in LOCAL:
        return None
    value = name_like(here, ascii_only=hit.value.isascii())
    return Named(hit.start, hit.end, value, hit.rule, here.kind, here)


def _small(document: Document, found: list[Named], best: Place, lead: tuple[int, int]) -> Named | None:
    """The village, town or school of the lead that the article goes on calling so, if there is one.

    What is larger is then only where it lies: nothing such as "the county" stands for it.
    """
    spoken = [hit for hit in found if hit.name and hit.name.refers and hit.place is None]
    there = (hit for hit in spoken if hit.role not in NOT_THERE)
    if any(hit.name and hit.name.refers and best.kind in hit.name.refers.refers for hit in there):
        return None
    words = [document.text[hit.start : hit.end].casefold() for hit in spoken]
    for hit in found:
        if (
            hit.kind not in SETTLEMENTS | {"site"}
            or hit.role in NOT_THERE
            or not lead[0] <= hit.sentence < lead[1]
        ):
            continue
        opens = hit.kind == "site" and opens_lead(document, hit, lead[0])
        if sum(word.endswith(kind_word(hit.value)) for word in words) >= (1 if opens else OFTEN):
            return hit
    return None


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
            if here.kind == "country" or here.kind in BELOW_CITY:
                value = hit.value if here is hit.place else name_like(here, ascii_only=hit.value.isascii())
                return Named(0, 0, value, "place.source", here.kind, here)
            here = here.within
    return None


def _only_apart(found: list[Named]) -> Named | None:
    """The country or county that people come to or goods go to, where the article names no other place."""
    apart = [hit for hit in found if hit.role == "apart" and hit.place]
    once = len(apart) == 1 and apart[0].kind not in BELOW_CITY
    if once or len({hit.value for hit in apart}) != 1 or apart[0].kind not in BELOW_CITY | {"country"}:
        return None
    return Named(0, 0, apart[0].value, "place.apart", apart[0].kind, apart[0].place)
