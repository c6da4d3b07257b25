"""How much the mentions of an article say for each place that it may be about."""

import re
from collections import defaultdict
from dataclasses import dataclass

from tui.extract.document import Document
from tui.extract.place.gazetteer import Place
from tui.extract.place.named import NOT_THERE, Named
from tui.extract.place.placelead import is_dateline
from tui.extract.placekinds import BELOW_CITY, SMALL, SMALL_OR_FIRM

# How much a mention says about what the article is about, by where it stands.
TITLE_WEIGHT = 8.0
LEAD_WEIGHT = 3.0
# The news is in the lead's first sentence; the others may look at what it is compared with.
LATER_WEIGHT = 2.5
# A firm that opens the lead is what its news are about, wherever the title says that they happen.
OPENING_WEIGHT = 12.0
# A place that is mentioned also speaks for what holds it; a village does so more than for itself.
HOLDER_SHARE, SMALL_SHARE = 0.4, 0.8
# Before a firm whose news the lead tells stands no more than what it is: "Supermarket group Mornings".
LONGEST_TRADE = 40
DATELINE_WEIGHT = 1.0
# A firm is named for its own sake, a place often for where something is.
FIRM_WEIGHT = 1.5
ONCE_WEIGHT, MENTIONED_ONCE, IN_PASSING = 0.8, 2, 0.5
# Words such as "the city" speak for a home of their kind.
REFERENCE_WEIGHT = 0.5
# "PITTSBURGH, Dec. 3 -- ..."
_DATELINE = re.compile(r"^[^.!?]{0,60}(?:\.[^!?]{0,20})?\s?(?:--|[-\u2013\u2014])\s?")


@dataclass(frozen=True, slots=True)
class Weights:
    """What the mentions of an article say for each place, by its id; ``direct`` is without what it holds."""

    scores: dict[int, float]
    direct: dict[int, float]
    places: dict[int, Place]
    values: dict[int, Named]

    @property
    def best(self) -> int:
        """The place with the highest score, or 0."""
        return max(self.scores, key=lambda key: self.scores[key], default=0)


def weights_of(
    document: Document, found: list[Named], lead: tuple[int, int], referred: dict[str, int]
) -> Weights:
    """The weights of an article's mentions, by ``referred`` counts of words such as "the city"."""
    scores: dict[int, float] = defaultdict(float)
    direct: dict[int, float] = defaultdict(float)
    places: dict[int, Place] = {}
    values: dict[int, Named] = {}
    counts: dict[int, int] = defaultdict(int)
    written = {id(hit.place.within) for hit in found if hit.role == "source" and hit.place}
    for hit in found:
        here = _spoken_for(hit, referred, written)
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
            weight *= SMALL_SHARE if here.kind in SMALL else HOLDER_SHARE
            here = here.within
    spoken = _spoken_of(document, found, lead)
    opening = {id(hit.place) for hit in found if hit.sentence == lead[0] and not hit.role}
    for key, place in places.items():
        # A firm that only one sentence of the lead names may be one of many there.
        once = place.kind == "firm" and counts[key] <= MENTIONED_ONCE and direct[key] <= LEAD_WEIGHT
        # A school or hospital that title and lead name is what they tell of.
        told = place.kind == "site" and direct.get(key, 0) >= TITLE_WEIGHT + LATER_WEIGHT
        standing = 1 if told else ONCE_WEIGHT if once else _standing(place)
        scores[key] = (scores[key] + spoken[place.kind]) * standing
        passing = key not in opening and direct.get(key, 0) <= LEAD_WEIGHT
        if place.kind == "region" and place.within is None and passing:
            scores[key] *= IN_PASSING  # a continent is hardly ever whose figure it is
    # A firm or site named once, behind the lead, is but one of those the article looks at.
    kept = {k: s for k, s in scores.items() if counts[k] != 1 or places[k].kind not in SMALL_OR_FIRM}
    return Weights(kept, direct, places, values)


def referred_in(found: list[Named]) -> dict[str, int]:
    """How often words such as "the city" stand for a place of each kind."""
    referred: dict[str, int] = defaultdict(int)
    for hit in found:
        if hit.name and hit.name.refers and hit.place is None and not hit.name.refers.nearest:
            for kind in hit.name.refers.refers:
                referred[kind] += 1
    return referred


def _spoken_for(hit: Named, referred: dict[str, int], written: set[int]) -> Place | None:
    """The place that a mention counts for.

    Who brings the news tells of its city or province, where its office is, only where the article speaks of
    "the city" or such. A county is gone to for its own sake. A country that people or goods come to counts
    for itself if the news was ``written`` there.
    """
    if hit.role == "apart" and hit.kind == "country" and id(hit.place) in written:
        return hit.place
    if hit.role in {"apart", "part"}:
        return None
    here = hit.place
    while hit.role == "source" and here is not None and here.kind not in BELOW_CITY:
        if referred[here.kind] and here.kind != "country":
            break
        here = here.within
    return here


def _weight(document: Document, hit: Named, lead: tuple[int, int]) -> float:
    if hit.sentence < lead[0]:
        sentence = document.sentences[hit.sentence]
        dated = hit.sentence and sentence.role != "title" and is_dateline(sentence.text)
        return DATELINE_WEIGHT if dated else TITLE_WEIGHT
    if hit.sentence > lead[0] and document.sentences[hit.sentence].role == "heading":
        # A photo's caption or a heading of a part; the last line is a signature.
        behind = document.sentences[hit.sentence + 1 :]
        return 1.0 if any(sentence.role != "boilerplate" for sentence in behind) else LEAD_WEIGHT
    if hit.kind == "firm" and opens_lead(document, hit, lead[0]):
        return OPENING_WEIGHT
    return LEAD_WEIGHT if hit.sentence == lead[0] else LATER_WEIGHT if hit.sentence < lead[1] else 1.0


def opens_lead(document: Document, hit: Named, lead: int) -> bool:
    """Whether a firm or school opens the lead, which is then its news."""
    if hit.sentence != lead:
        return False
    before = _DATELINE.sub("", document.text[document.sentences[lead].start : hit.start])
    return len(before) <= LONGEST_TRADE and not any(mark in before for mark in ",;:\uff0c\uff1b\uff1a")


def _standing(place: Place) -> float:
    """How likely a place of its kind is to be what an article is about."""
    return 0.4 if place.kind in SMALL else FIRM_WEIGHT if place.kind == "firm" else 1


def _spoken_of(document: Document, found: list[Named], lead: tuple[int, int]) -> dict[str, float]:
    """How much words such as "the city" say for a place of each kind."""
    spoken: dict[str, float] = defaultdict(float)
    for hit in found:
        refers = hit.name.refers if hit.name else None
        if refers and hit.place is None and not refers.nearest and hit.role not in NOT_THERE:
            for kind in refers.refers:
                spoken[kind] += REFERENCE_WEIGHT * _weight(document, hit, lead)
    return spoken
