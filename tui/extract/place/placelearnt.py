"""Names that an article itself introduces, and with what names are looked for."""

import re
from dataclasses import dataclass

from tui.extract.document import Document
from tui.extract.expressions.patterns import words_pattern
from tui.extract.packs.rules import RuleSet
from tui.extract.place.gazetteer import Gazetteer, Place, gazetteer
from tui.extract.place.named import Named
from tui.extract.place.placecues import SIGHT, Cues, cues
from tui.extract.place.placeshapes import COMPOUND, Shapes, shapes
from tui.extract.place.titled import titled_firm
from tui.extract.placekinds import BELOW_CITY, SMALL_OR_FIRM
from tui.extract.possessive import Possessive, possessive

# A listed name of no fewer characters may end what looks like another.
SHORTEST_KNOWN = 3


@dataclass(frozen=True, slots=True)
class Tools:
    """What a language knows of names."""

    names: Gazetteer
    cues: Cues
    shapes: Shapes
    possessive: Possessive


@dataclass(frozen=True, slots=True)
class Learnt:
    """Names by what they mean; ``short`` are forms that count only where a word begins."""

    pattern: re.Pattern[str]
    places: dict[str, Place]
    short: frozenset[str]

    def known(self, name: str, made: Place) -> Place:
        """The place of a name, of which its shape alone would make another."""
        place = self.places.get(name, made)
        return place if place.kind == made.kind else made

    def _full(self, place: Place) -> str:
        """The name that the article introduces a place by."""
        return next(name for name, known in self.places.items() if known is place)

    def names_in(self, text: str, index: int, tools: Tools) -> list[Named]:
        """The mentions of these names in the text of sentence ``index``."""
        return [
            Named(
                m.start(),
                m.end(),
                usual if m[0].isupper() or m[0] in self.short else m[0],
                place.rule,
                place.kind,
                place,
                index,
            )
            for m in self.pattern.finditer(text)
            for place in [self.places[m[0]]]
            for usual in [self._full(place) if place.within or place.kind in BELOW_CITY else m[0]]
            if m[0] not in self.short or tools.cues.opens(text[max(0, m.start() - SIGHT) : m.start()])
        ]


def learnt_from(document: Document, rules: RuleSet) -> Learnt | None:
    """The names that the article itself introduces, and an expression that finds them."""
    places: dict[str, Place] = {}
    shorter: set[str] = set()
    for index, sentence in enumerate(document.sentences):
        tools = tools_for(rules, sentence.language, document.respelled)
        for whole, second, rule in tools.shapes.learnt_from(sentence, index):
            name = _behind_owner(whole, tools)
            shaped = tools.shapes.rules.get(name.rpartition(" ")[2])
            # "The mill in Guangming Town": what ends as the names of towns do is one, whatever is said of it.
            if shaped is not None and shaped.kind != rule.kind and shaped.kind in BELOW_CITY:
                continue
            holder = tools.names.by_name.get(second) if rule.inside else None
            if rule.inside and (holder is None or holder.kind not in rule.inside):
                continue
            short = "" if rule.inside else second
            if _ends_known(name, tools.names):
                continue
            if holder is None and not rule.among and not _is_name(name, document.text):
                continue
            usual = name.title() if name.isupper() and rule.inside else name
            kind = rule.inside[holder.kind] if holder else rule.kind
            # "Hualong Hui Autonomous County" is Hualong County, as both go by "Hualong".
            called = places.get(short) if short else None
            called = called if called is not None and called.kind == kind else None
            listed = tools.names.known_as(short, kind) if short else None
            place = called or places.setdefault(usual, listed or Place(kind, [usual], holder, rule.id))
            places[name] = place
            if short and short not in tools.names.by_name:
                places.setdefault(short, place)
                shorter.add(short)
    told = titled_firm(
        document, rules, tools_for(rules, document.article.language, document.respelled).names.by_name
    )
    if told is not None and not any(name.startswith(told[0]) for name in places):
        places[told[0]] = Place(told[1].kind, [told[0]], None, told[1].id)
    if not places:
        return None
    spaced = [name for name in places if name[0].isascii()]
    others = [name for name in places if not name[0].isascii()]
    pattern = rf"\b(?:{words_pattern(spaced)})\b|{words_pattern(others)}"
    return Learnt(re.compile(pattern), places, frozenset(shorter))


def _ends_known(name: str, known: Gazetteer) -> bool:
    """Whether a name is listed, or is but a listed one with another word's end before it."""
    ends = range(1, len(name) - SHORTEST_KNOWN + 1) if not name.isascii() else ()
    return name in known.by_name or any(name[at:] in known.by_name for at in ends)


def _behind_owner(name: str, tools: Tools) -> str:
    """The name of a firm without the place that has it: "Norway's Halden Foods", "Oslo-based Halden"."""
    first, _, rest = name.partition(" ")
    if rest and COMPOUND.search(first):
        return rest
    place = tools.names.by_name.get(tools.possessive.without(first)) if rest else None
    return name if place is None or place.kind in SMALL_OR_FIRM else rest


def _is_name(name: str, text: str) -> bool:
    """Whether a single word has its capital inside a sentence too, or says what it is behind a comma.

    "Brewer's profits" names nobody, nor does what is short for common words: "state firms (SFs)".
    """
    if re.search(rf"[a-z] \({re.escape(name)}\)", text):
        return False
    if " " in name or not name.isascii() or not name[1:].islower():
        return True
    return re.search(rf"[a-z,] {re.escape(name)}\b|\b{re.escape(name)}, [a-z]", text) is not None


def tools_for(rules: RuleSet, language: str, respelled: bool) -> Tools:  # noqa: FBT001
    """What names are looked for with in a language, or in articles that are ``respelled``."""
    return rules.cached(
        ("placenames", language, respelled),
        lambda: Tools(
            gazetteer(rules, language, respelled),
            cues(rules, language),
            shapes(rules, language),
            possessive(rules, language),
        ),
    )
