"""Names that no list has but whose shape tells: ``X District``, ``X Ltd``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from operator import itemgetter

from tui.extract.document import Sentence
from tui.extract.expressions.expression import Side
from tui.extract.expressions.patterns import factored, words_pattern
from tui.extract.expressions.shape import loose, shape
from tui.extract.expressions.sought import Entry, Sought
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.places import PlaceRule
from tui.extract.place.gazetteer import Gazetteer, Place
from tui.extract.placekinds import NAMESAKES
from tui.extract.possessive import Possessive, possessive
from tui.model.scripts import HAN

# The longest name before a suffix, in characters and in words.
LONGEST = 18
# What an article is about it introduces in so many sentences.
EARLY = 24
MOST_WORDS = 5

_BOUNDARY = re.compile(rf"[^{HAN}A-Za-z\u201c\u201d\uff08\uff09()]")
_QUOTED_NAME = re.compile("[\u201c\u2018][^\u201d\u2019\uff0c\u3002,]{1,10}[\u201d\u2019]")
_LAST_WORDS = re.compile(r"(?:(?<![\w'\u2019&-])[A-Z][\w'\u2019&.-]*[ \u00a0]){1,6}$")
# "Oslo-based", "Toyota-owner": what stands before a name.
COMPOUND = re.compile("-[a-z]+$")
_GOES_ON = re.compile(r"[ \u00a0][A-Z][a-z]+")


Shaped = tuple[int, int, str, Place, PlaceRule]


@dataclass(frozen=True, slots=True)
class Shapes:
    """The suffixes of a language and how far a name reaches before them."""

    suffix: re.Pattern[str]
    rules: dict[str, PlaceRule]
    stops: dict[str, re.Pattern[str]]
    generic: dict[str, re.Pattern[str]]
    learn: tuple[PlaceRule, ...]
    sought: Sought
    possessive: Possessive

    def learnt_from(self, sentence: Sentence, index: int) -> Iterator[tuple[str, str, PlaceRule]]:
        """Names that sentence ``index`` introduces as a firm or place, with their short forms or nothing."""
        found = self.sought.found_in(Side(sentence.text.replace("\n", " "), sentence.plain))
        for number, match in sorted(found, key=itemgetter(0)):
            rule = self.learn[number]
            if rule.among and not any(word in sentence.text.lower() for word in rule.among):
                continue
            if (index < EARLY or not rule.early) and match[1] and match[1].split()[0] not in rule.stops:
                yield match[1], (match.re.groups > 1 and match[2]) or "", rule

    def names_in(
        self, text: str, known: Gazetteer, places: list[tuple[int, int]], owners: frozenset[int]
    ) -> Iterator[Shaped]:
        """Names by their shape: start, end, value, what they mean, and the rule.

        ``places`` is where the text has known names: one inside the name of a firm or school begins it,
        any other name begins behind it. ``owners`` is where names end whose possessive begins no name.
        """
        places = list(places)
        for match in self.suffix.finditer(text):
            rule = self.rules[match[0].strip()]
            if rule.ends and _GOES_ON.match(text, match.end()) and not self.suffix.match(text, match.end()):
                continue
            if rule.capitals:
                start = self._first_capital(text, match.start(), rule, owners)
            else:
                start = self._behind_stop(text, match.start(), rule, places)
            if start is None:
                continue
            own = text[start : match.start()].strip()
            size = len(own.split()) if rule.capitals else len(own)
            generic = rule.id in self.generic and self.generic[rule.id].fullmatch(own) is not None
            # Oak City is one; no name is what a suffix with a small letter or one that stays ends.
            if size < rule.least or (generic and (rule.keep or not match[0].strip()[0].isupper())):
                continue
            value, place = text[start : match.end()].strip(), known.known_as(own, rule.kind)
            if not (rule.keep or generic):
                value, place = _usual(value, own, known)
            # "Elm Town Oak Village": the second name begins behind the first.
            places.append((start, match.end()))
            yield start, match.end(), value, place or Place(rule.kind, [value], None, rule.id), rule

    def _first_capital(self, text: str, end: int, rule: PlaceRule, owners: frozenset[int]) -> int | None:
        run = _LAST_WORDS.search(text, max(0, end - 60), end)
        if run is None:
            return None
        words = [(run.start() + m.start(), m[0]) for m in re.finditer(r"\S+", run[0])]
        first = len(words)
        for index in range(len(words) - 1, max(len(words) - 1 - MOST_WORDS, -1), -1):
            start, word = words[index]
            # "Norway's Halden Foods", "Toyota-owner Halden Group": the name begins behind whose it is.
            if (
                word in rule.stops
                or COMPOUND.search(word)
                or ((owner := self.possessive.without(word)) and start + len(owner) in owners)
            ):
                break
            first = index
        return words[first][0] if first < len(words) else None

    def _behind_stop(self, text: str, end: int, rule: PlaceRule, places: list[tuple[int, int]]) -> int | None:
        start = max(0, end - LONGEST)
        for pattern in (_BOUNDARY, self.stops[rule.id]):
            for match in pattern.finditer(text, start, end):
                start = match.end()
        # A bracket that closes inside a name began before it.
        closed = max(text.rfind(mark, start, end) for mark in ")\uff09")
        if closed >= 0 and not any(mark in text[start:closed] for mark in "(\uff08"):
            start = closed + 1
        # One that opens inside it and doesn't close begins another.
        opened = max(text.rfind(mark, start, end) for mark in "(\uff08")
        if opened >= 0 and not any(mark in text[opened:end] for mark in ")\uff09"):
            start = opened + 1
        quoted = max(text.rfind(mark, start, end) for mark in "\u201c\u2018")
        if quoted >= 0 and not any(mark in text[quoted:end] for mark in "\u201d\u2019"):
            if _QUOTED_NAME.match(text, quoted):
                return None  # part of a name or slogan
            start = quoted + 1
        inside = [place for place in places if start <= place[0] and place[1] <= end]
        if inside and rule.whole:
            return inside[0][0]
        before = [place[1] for place in places if start < place[1] < end]
        start = max(before, default=start)
        return start if start < end and end - start <= rule.most else None


def _usual(full: str, own: str, known: Gazetteer) -> tuple[str, Place | None]:
    """The usual name of a place and what it is known for: without its suffix, unless that is another place.

    Kansas City is not Kansas, and Mexico City not Mexico.
    """
    whole, bare = known.by_name.get(full), known.by_name.get(own)
    other = whole is not bare if whole is not None else bare is not None and bare.kind in NAMESAKES
    if bare is not None and other and full[len(own) :].strip()[:1].isupper():
        return full, whole
    return own, whole or bare


def shapes(rules: RuleSet, language: str) -> Shapes:
    """The shapes in force for a language."""
    return rules.cached(("placeshapes", language), lambda: _build(rules, language))


def _build(rules: RuleSet, language: str) -> Shapes:
    by_suffix: dict[str, PlaceRule] = {}
    stops: dict[str, re.Pattern[str]] = {}
    spaced: list[str] = []
    unspaced: list[str] = []
    for rule in rules.of(PlaceRule, language):
        for suffix in rule.suffixes:
            by_suffix[suffix] = rule
            (spaced if rule.capitals else unspaced).append(suffix)
        if rule.suffixes:
            stops[rule.id] = re.compile(words_pattern(rule.stops))
    forms = [rf"(?<=[ \u00a0])(?:{words_pattern(spaced)})(?![^\W_])"] if spaced else []
    pattern = "|".join(forms + [words_pattern(unspaced)] * bool(unspaced or not forms))
    learn = [(source, rule) for rule in rules.of(PlaceRule, language) for source in rule.learn]
    sought = Sought(
        Entry(rules.expression(factored(source), 0, partial(shape, source)), source, loose(source))
        for source, _ in learn
    )
    generic = {
        rule.id: re.compile(f"(?:{words_pattern(rule.generic)})+")
        for rule in rules.of(PlaceRule, language)
        if rule.generic
    }
    taught = tuple(rule for _, rule in learn)
    whose = possessive(rules, language)
    return Shapes(re.compile(pattern), by_suffix, stops, generic, taught, sought, whose)
