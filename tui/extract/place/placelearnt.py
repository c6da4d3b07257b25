"""Names that an article itself introduces, and with what names are looked for."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tui.extract.document import Document
from tui.extract.expressions.patterns import words_pattern
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.places import PlaceRule
from tui.extract.place.gazetteer import Gazetteer, Place, gazetteer
from tui.extract.place.named import Named
from tui.extract.place.placecues import SIGHT, Cues, cues
from tui.extract.place.placeshapes import COMPOUND, Shapes, shapes
from tui.extract.place.titled import titled_firm
from tui.extract.placekinds import BELOW_CITY, SMALL_OR_FIRM, WIDE, WIDEST
from tui.extract.possessive import Possessive, possessive

_BRACKETED = re.compile(r"[a-z] \(([^()]+)\)")
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
_SAID = re.compile(r"\b[A-Z][a-z]+(?=, [a-z])")
_WORDS = re.compile(r"\w+")
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


@dataclass(frozen=True, slots=True)
class _New:
    """A name that an article introduces, a ``short`` form of it or nothing, and what holds it if told."""

    name: str
    short: str
    kind: str
    holder: Place | None
    rule: PlaceRule
    known: Gazetteer

    def place(self, places: dict[str, Place]) -> Place:
        """What it means: a place that goes by the same short form, one that is listed, or a new one."""
        # "Hualong Hui Autonomous County" is Hualong County, as both go by "Hualong".
        called = places.get(self.short) if self.short else None
        if called is not None and called.kind == self.kind:
            return called
        usual = self.name.title() if self.name.isupper() and self.rule.inside else self.name
        listed = self.known.known_as(self.short, self.kind) if self.short else None
        return places.setdefault(usual, listed or Place(self.kind, [usual], self.holder, self.rule.id))


class _Standing:
    """How words stand in a text, looked through once for all of them."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _bracketed(self) -> frozenset[str]:
        return frozenset(_BRACKETED.findall(self._text))

    def without_trade(self, name: str) -> str:
        """A name without the word for what it is that a sentence begins with: "Grocer Fernleigh says"."""
        first, _, rest = name.partition(" ")
        if not rest or first.lower() not in self._text:
            return name
        words, pairs = self._words
        own = rest.isalpha() and words[rest] > pairs[first, rest]
        return rest if own and first.lower() in words else name

    @cached_property
    def _words(self) -> tuple[Counter[str], Counter[tuple[str, str]]]:
        """How often each word stands in the text, and each pair."""
        words = _WORDS.findall(self._text)
        return Counter(words), Counter(pairwise(words))

    @cached_property
    def _inside(self) -> frozenset[str]:
        """Words with a capital inside a sentence, and those that say what they are behind a comma."""
        return frozenset(_INSIDE.findall(self._text)).union(_SAID.findall(self._text))

    def is_name(self, name: str) -> bool:
        """Whether a single word has its capital inside a sentence too, or says what it is behind a comma.

        "Brewer's profits" names nobody, nor does what is short for common words: "state firms (SFs)".
        """
        if name in self._bracketed:
            return False
        if " " in name or not name.isascii() or not name[1:].islower():
            return True
        if name.isalpha():
            return name in self._inside
        # Few names have marks in them.
        own = re.escape(name)
        return re.search(rf"[a-z,] {own}\b|\b{own}, [a-z]", self._text) is not None


def learnt_from(document: Document, rules: RuleSet) -> Learnt | None:
    """The names that the article itself introduces, and an expression that finds them."""
    places: dict[str, Place] = {}
    shorter: set[str] = set()
    standing = _Standing(document.text)
    for index, sentence in enumerate(document.sentences):
        tools = tools_for(rules, sentence.language, document.respelled)
        for name, second, rule in tools.shapes.learnt_from(sentence, index):
            own = standing.without_trade(_behind_owner(name, tools))
            new = _introduced(own, second, rule, standing, tools)
            if new is None:
                continue
            place = places[new.name] = new.place(places)
            if new.short and new.short not in tools.names.by_name:
                places.setdefault(new.short, place)
                shorter.add(new.short)
    listed = tools_for(rules, document.article.language, document.respelled).names.by_name
    told = titled_firm(document, rules, listed)
    if told is not None and not any(name.startswith(told[0]) for name in places):
        places[told[0]] = Place(told[1].kind, [told[0]], None, told[1].id)
    if not places:
        return None
    spaced = [name for name in places if name[0].isascii()]
    others = [name for name in places if not name[0].isascii()]
    pattern = rf"\b(?:{words_pattern(spaced)})\b|{words_pattern(others)}"
    return Learnt(re.compile(pattern), places, frozenset(shorter))


def _introduced(name: str, second: str, rule: PlaceRule, standing: _Standing, tools: Tools) -> _New | None:
    """What a rule takes for a new name, if it is one; ``second`` is what holds it, or a short form."""
    shaped = tools.shapes.rules.get(name.rpartition(" ")[2])
    # "The mill in Guangming Town": what ends as the names of towns do is one, whatever is said of it.
    if shaped is not None and shaped.kind != rule.kind and shaped.kind in BELOW_CITY:
        return None
    if _ends_known(name, tools.names):
        return None
    if rule.inside:
        holder = tools.names.by_name.get(second)
        if holder is None or holder.kind not in rule.inside:
            return None
        return _New(name, "", rule.inside[holder.kind], holder, rule, tools.names)
    if not rule.among and not standing.is_name(name):
        return None
    return _New(name, second, rule.kind, None, rule, tools.names)


def _ends_known(name: str, known: Gazetteer) -> bool:
    """Whether a name is listed, or is but a listed one with another word, or a word's end, before it."""
    ends = range(1, len(name) - SHORTEST_KNOWN + 1) if not name.isascii() else ()
    larger = known.by_name.get(name.partition(" ")[2])
    part = larger is not None and larger.kind in WIDEST | WIDE  # "Northwest China", "coastal Kenya"
    return part or name in known.by_name or any(name[at:] in known.by_name for at in ends)


def _behind_owner(name: str, tools: Tools) -> str:
    """The name of a firm without the place that has it: "Norway's Halden Foods", "Oslo-based Halden"."""
    first, _, rest = name.partition(" ")
    if rest and COMPOUND.search(first):
        return rest
    place = tools.names.by_name.get(tools.possessive.without(first)) if rest else None
    return name if place is None or place.kind in SMALL_OR_FIRM else rest


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
