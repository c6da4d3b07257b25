"""The gazetteer: names of places, found in a text by their first word or first two characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import compress
from operator import add

from msgspec import Struct

from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.places import GazetteerRule, PlaceRule
from tui.model.scripts import HAN

# Names in scripts that put no spaces between words are looked up by characters, all others by words.
_UNSPACED = re.compile(rf"[\u3040-\u30ff{HAN}]")
_WORD = re.compile(rf"[A-Z]\.(?:[A-Z]\.)+|[^\W_\u3040-\u30ff{HAN}]+")
# A romanised name of this length is no English word by chance and is accepted without its capital.
LOWER_CASE = 6


# There are thousands of both; none is part of a circle, so that the garbage collector may pass them by.
class Place(Struct, eq=False, gc=False):
    """A place, body or firm, with what holds it; ``names`` begins with the usual one."""

    kind: str
    names: list[str]
    within: "Place | None" = None
    rule: str = ""

    def inside(self, other: "Place") -> bool:
        """Whether ``other`` is this place or holds it."""
        here: Place | None = self
        while here is not None:
            if here is other:
                return True
            here = here.within
        return False


class Name(Struct, gc=False):
    """A name as it stands in a text and what it means: a place, or what ``refers`` tells.

    ``guarded``: counts only in company; ``bare``: counts alone only where a word begins; ``adjective``: no
    noun; ``shy``: not at the beginning of a sentence; ``cased``: only with its capital.
    """

    text: str
    place: Place | None
    value: str
    rule: str
    words: tuple[str, ...] = ()
    guarded: bool = False
    bare: bool = False
    adjective: bool = False
    shy: bool = False
    cased: bool = False
    refers: PlaceRule | None = None


@dataclass(slots=True)
class Gazetteer:
    """All names known to a language."""

    by_pair: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    # By the first word, or the first two of a longer name.
    by_word: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    by_name: dict[str, Place] = field(default_factory=dict)
    # Counties and districts by their romanised names and kinds; None stands for several.
    inner: dict[tuple[str, str], Place | None] = field(default_factory=dict)
    # Few words of a text are among them.
    first_words: set[str] = field(default_factory=set)

    def add(self, name: Name) -> None:
        """Make a name known."""
        if _UNSPACED.search(name.text):
            key = name.text[:2]
            self.by_pair[key] = (*self.by_pair.get(key, ()), name)
        else:
            key = " ".join(name.words[:2]).casefold()
            self.by_word[key] = (*self.by_word.get(key, ()), name)
            self.first_words.add(key.partition(" ")[0])

    def known_as(self, name: str, kind: str) -> Place | None:
        """The only county or district of a romanised name, which may go before the name of a people."""
        return self.inner.get((name, kind)) or self.inner.get((name.partition(" ")[0], kind))

    def names_in(self, text: str) -> Iterator[tuple[int, int, Name]]:
        """Every name in a text with its place, overlapping ones too."""
        pairs = self.by_pair
        if pairs and _UNSPACED.search(text):
            known = map(pairs.__contains__, map(add, text, text[1:]))
            for start in compress(range(len(text)), known):
                for name in pairs[text[start : start + 2]]:
                    if text.startswith(name.text, start):
                        yield start, start + len(name.text), name
        words = _WORD.findall(text)
        # One call for all words costs a third of one for each.
        plain = " ".join(words).casefold().split()
        spans: list[tuple[int, int]] = []
        for index in compress(range(len(plain)), map(self.first_words.__contains__, plain)):
            key = plain[index]
            following = plain[index + 1] if index + 1 < len(plain) else ""
            for name in (*self.by_word.get(key, ()), *self.by_word.get(f"{key} {following}", ())):
                own = words[index : index + len(name.words)]
                if len(own) == len(name.words) and _same(name, own):
                    spans = spans or [match.span() for match in _WORD.finditer(text)]
                    yield spans[index][0], spans[index + len(own) - 1][1], name


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name; marks between them don't count."""
    return tuple(_WORD.findall(text))


def _same(name: Name, words: list[str]) -> bool:
    for known, word in zip(name.words, words, strict=True):
        if known == word or known == word.casefold():
            continue
        if word.isupper() and (len(word) > 3 or len(words) > 1) and known.casefold() == word.casefold():
            continue
        lowered = not name.cased and word.islower() and len(word) >= LOWER_CASE and known.casefold() == word
        if not (lowered and name.place is not None and name.place.kind in {"province", "city"}):
            return False
    return True


def gazetteer(rules: RuleSet, language: str, respelled: bool = False) -> Gazetteer:  # noqa: FBT001, FBT002
    """The names of the language's own packs and of those that serve all.

    ``respelled`` asks for those of articles that are read with other characters than they are written with.
    """
    return rules.cached(
        ("gazetteer", language, respelled), lambda: _build(rules, language, respelled=respelled)
    )


def _build(rules: RuleSet, language: str, *, respelled: bool) -> Gazetteer:
    shared = rules.of(GazetteerRule)
    base = rules.cached("gazetteer", lambda: _read_all(Gazetteer(), shared))
    found = Gazetteer(
        dict(base.by_pair), dict(base.by_word), dict(base.by_name), base.inner, set(base.first_words)
    )
    common = {id(rule) for rule in shared}
    _read_all(found, tuple(rule for rule in rules.of(GazetteerRule, language) if id(rule) not in common))
    entries = [entry for entry in rules.of(PlaceRule, language) if respelled or not entry.respelled]
    # What is said of such articles alone goes before what is said of all.
    for entry in sorted(entries, key=lambda entry: not entry.respelled):
        place = found.by_name.get(entry.place or "")
        if entry.place and place is None:
            place = Place(entry.kind, [entry.place], None, entry.id)
        for text in entry.match:
            value = entry.place or text
            if not entry.place and not entry.refers:
                place = Place(entry.kind, [text], None, entry.id)
            found.add(
                Name(text, place, value, entry.id, words_of(text), refers=entry if entry.refers else None)
            )
    return found


def _read_all(found: Gazetteer, entries: tuple[GazetteerRule, ...]) -> Gazetteer:
    # What holds others is read before them.
    for rule in sorted(entries, key=lambda rule: bool(rule.within)):
        _read(found, rule)
    return found


def _read(found: Gazetteer, rule: GazetteerRule) -> None:
    holder = found.by_name.get(rule.within)
    if rule.names:
        holder = _place(found, rule, rule.kind, rule.names, holder)
    kind = rule.inner or rule.kind
    for line in rule.places.splitlines():
        if rule.parts is not None or ";" in line:
            _read_list(found, rule, kind, line, holder)
            continue
        own, _, inside = line.partition(":")
        upper = _place(found, rule, kind, own, holder) if own.strip() else holder
        for token in inside.split():
            _inner(found, rule, token, upper)


def _read_list(found: Gazetteer, rule: GazetteerRule, kind: str, line: str, holder: Place | None) -> None:
    """Read a line of places split by ``;``, all inside the one before ``:`` if there is one."""
    own, inner, inside = line.partition(":")
    upper = _known(found, rule, kind, own, holder) if inner or rule.parts else holder
    for names in (inside if inner else "" if rule.parts else own).split(";"):
        if names.strip():
            _known(found, rule, rule.parts or kind, names, upper)


def _known(found: Gazetteer, rule: GazetteerRule, kind: str, names: str, holder: Place | None) -> Place:
    """The place of these names: one known already, which gets what it lacks, or a new one."""
    marked = [name.strip() for name in names.split("|") if name.strip()]
    place = found.by_name.get(marked[0].lstrip("~=!"))
    if place is None or (holder is not None and place.within not in {None, holder}) or place is holder:
        return _place(found, rule, kind, names, holder)
    place.within = holder or place.within
    for name in marked:
        if name.lstrip("~=!") not in found.by_name:
            _name(found, rule, place, name)
    return place


def _place(found: Gazetteer, rule: GazetteerRule, kind: str, names: str, holder: Place | None) -> Place:
    marked = [name.strip() for name in names.split("|") if name.strip()]
    place = Place(kind, [name.lstrip("~=!") for name in marked if name[0] != "="], holder, rule.id)
    for name in marked:
        _name(found, rule, place, name)
    return place


def _name(found: Gazetteer, rule: GazetteerRule, place: Place, name: str) -> None:
    """Make a name with its marks known for a place."""
    text = name.lstrip("~=!")
    marks = name[: len(name) - len(text)]
    found.by_name.setdefault(text, place)
    found.add(
        Name(
            text,
            place,
            text if "=" in marks else _shortest(text, place.names),
            rule.id,
            words_of(text),
            guarded="~" in marks,
            adjective="=" in marks,
            shy="!" in marks,
            cased=rule.parts is not None,
        )
    )


def _shortest(text: str, names: list[str]) -> str:
    """The shortest of a place's names that ``text`` begins with: the name without its suffix."""
    return min((n for n in names if text.startswith(n) and (len(n) > 1)), key=len, default=text)


def _inner(found: Gazetteer, rule: GazetteerRule, token: str, holder: Place | None) -> None:
    text, *romanised = token.lstrip("~").split("=")
    short, _, full = text.rpartition("/")
    if not short:
        short = full[:-1] if len(full) > 2 else full
    kind = rule.endings.get(full[-1:], "county")
    place = Place(kind, [short, full], holder, rule.id)
    found.by_name.setdefault(full, place)
    # A city goes by its short name, a county or a district by its full one.
    value = short if kind == "city" else full
    common, district = token[0] == "~", kind == "district"
    # "The suburbs" are a district of some cities.
    found.add(Name(full, place, value, rule.id, guarded=common and district))
    if short != full:
        found.add(Name(short, place, short, rule.id, guarded=common or district, bare=True))
    place.names += romanised
    for name in romanised:
        if kind == "city":
            found.by_name.setdefault(name, place)
        else:  # many of them are people's names and words, too, and some are the names of several
            found.inner[name, kind] = None if (name, kind) in found.inner else place
        found.add(Name(name, place, name, rule.id, words_of(name), guarded=kind != "city"))
