"""Which of the names found in a sentence stand, and which of them are one mention."""

import re

from msgspec.structs import replace

from tui.extract.document import COMMA
from tui.extract.place.named import Named
from tui.extract.place.placecues import Cues
from tui.extract.placekinds import LOCAL, SMALL, may_hold

# How far apart, in characters, two names may stand that are one, and a firm from its country's adjective.
LONGEST_JOINT = 24
# How far, where what stands between is put in: "Ningbo, a port city in Zhejiang, ..."
LONGEST_ASIDE = 90
LONGEST_TRADE = 30
# More is said of a name: "Ningbo, a port city in Zhejiang".
_SAID = re.compile(rf"{COMMA}(?=[^\W\d_])")


def joined(text: str, hits: list[Named], cues: Cues) -> list[Named]:
    """The mentions that names make of a sentence's text, in its order; none overlaps another."""
    return _chain(text, _owners(text, _longest(_told_apart(text, hits, cues))), cues)


def _told_apart(text: str, hits: list[Named], cues: Cues) -> list[Named]:
    """Of several places of one name those that have what holds them beside it: "Tongjiang, a county in X"."""
    same: dict[tuple[int, int], list[Named]] = {}
    for hit in hits:
        same.setdefault((hit.start, hit.end), []).append(hit)
    others: set[int] = set()
    for ours in same.values():
        held = [hit for hit in ours if _stands_by_holder(text, hit, hits, cues)] if len(ours) > 1 else []
        others.update(id(hit) for hit in ours if held and hit not in held)
    return [hit for hit in hits if id(hit) not in others] if others else hits


def _stands_by_holder(text: str, hit: Named, hits: list[Named], cues: Cues) -> bool:
    return any(
        _is_held(text, other, hit, cues) if other.end <= hit.start else _lies_in(text, hit, other, cues)
        for other in hits
        if other.end <= hit.start or other.start >= hit.end
    )


def _longest(hits: list[Named]) -> list[Named]:
    """Of hits that overlap the longest; of equal ones the surer, then the larger place, then the first."""
    if len(hits) < 2:
        return hits
    hits.sort(key=lambda h: (h.start - h.end, guarded(h), h.kind in LOCAL | SMALL, h.start))
    owner: dict[int, Named] = {}
    for hit in hits:
        clashes = {id(owner[i]): owner[i] for i in range(hit.start, hit.end) if i in owner}
        # A guarded name gives way to one that needs no company, however long.
        if any(not guarded(clash) or guarded(hit) for clash in clashes.values()):
            continue
        for clash in clashes.values():
            for i in range(clash.start, clash.end):
                owner.pop(i, None)
        owner.update(dict.fromkeys(range(hit.start, hit.end), hit))
    return sorted({id(hit): hit for hit in owner.values()}.values(), key=lambda h: h.start)


def guarded(hit: Named) -> bool:
    """Whether a name counts only in company: where the article has it in full, or what holds it."""
    return hit.name is not None and hit.name.guarded


def _trust(hit: Named) -> None:
    """Let a guarded name count: what holds its place stands beside it."""
    if hit.name is not None and hit.name.guarded:
        hit.name = replace(hit.name, guarded=False)


def _chain(text: str, hits: list[Named], cues: Cues) -> list[Named]:
    """Join ``Hangzhou, Zhejiang`` into one mention of the smaller place."""
    mentions: list[Named] = []
    for hit in hits:
        while mentions and _is_held(text, mentions[-1], hit, cues):
            last = mentions.pop()
            hit.parts = _parts(text, last, hit)
            hit.start, hit.role = last.start, last.role or hit.role
            _trust(hit)
            _lay_in(hit, last)
        if mentions and (
            _lies_in(text, mentions[-1], hit, cues) or _is_office(text, mentions[-1], hit, cues)
        ):
            mentions[-1].parts = _parts(text, mentions[-1], hit)
            mentions[-1].end = hit.end
            _lay_in(mentions[-1], hit)
            _trust(mentions[-1])
        else:
            mentions.append(hit)
    return mentions


def _parts(text: str, last: Named, hit: Named) -> tuple[int, ...]:
    """Where the parts of two names that are one begin: behind a comma in words that are no name."""
    said = _SAID.match(text, last.end, hit.start)
    return (*last.parts, *((said.end(),) if said else ()), *hit.parts)


def _is_held(text: str, last: Named, hit: Named, cues: Cues) -> bool:
    """Whether a name tells what lies in the place named before it: "Zhejiang's Hangzhou"."""
    if last.place is None or hit.place is None or last.place is hit.place:
        return False
    if guarded(hit) and last.kind == "country":
        return False  # a common word behind a country's name is no more than that
    gap = text[last.end : hit.start]
    # A name known by its shape only is inside what stands right before it.
    shaped = not gap and hit.place.within is None and hit.kind in SMALL
    return (shaped or hit.place.inside(last.place)) and _fits(gap, cues.holds, LONGEST_JOINT)


def _lies_in(text: str, last: Named, hit: Named, cues: Cues) -> bool:
    """Whether a name only tells where the place before it lies: "Hangzhou, a city in Zhejiang, ..."."""
    if last.place is None or hit.place is None or last.place is hit.place:
        return False
    longest = LONGEST_ASIDE if text[hit.end : hit.end + 1] == "," else LONGEST_JOINT
    inside = last.place.inside(hit.place) or may_lie_in(last, hit)
    return inside and _fits(text[last.end : hit.start], cues.within, longest)


def _is_office(text: str, last: Named, hit: Named, cues: Cues) -> bool:
    """Whether the name of a country's office is that of another country's, named right before it."""
    if last.kind != "country" or hit.kind != "country" or hit.place is None or last.place is hit.place:
        return False
    office = hit.name is not None and hit.name.text not in hit.place.names and not hit.name.adjective
    return office and _fits(text[last.end : hit.start], cues.holds, LONGEST_JOINT)


def may_lie_in(part: Named, whole: Named) -> bool:
    """Whether a place that is only known by its shape may lie in another: a county in a province."""
    holder = part.place.within if part.place is not None else None
    unknown = part.place is not None and (
        holder is None or (part.name is None and whole.place is not None and whole.place.inside(holder))
    )
    return unknown and may_hold(whole.kind, part.kind)


def _lay_in(part: Named, whole: Named) -> None:
    """Keep where a place lies that no list has: it is known from here on, the nearer the better."""
    here = part.place.within if part.place else None
    nearer = here is None or (whole.place is not None and whole.place.inside(here))
    if part.name is None and part.place and part.place.rule == part.rule and nearer:
        part.place.within = whole.place


def _fits(gap: str, joint: re.Pattern[str], longest: int) -> bool:
    return len(gap) <= longest and (not gap or joint.fullmatch(gap) is not None)


def _owners(text: str, hits: list[Named]) -> list[Named]:
    """Leave out the adjective of a firm: the figures of ``Japanese carmaker Toyota`` are Toyota's."""
    kept = []
    for index, hit in enumerate(hits):
        after = hits[index + 1] if index + 1 < len(hits) else None
        if hit.name and hit.name.adjective and after and after.kind == "firm":
            gap = text[hit.end : after.start]
            if len(gap) <= LONGEST_TRADE and gap.replace(" ", "").replace("-", "").isalnum():
                continue
        kept.append(hit)
    return kept
