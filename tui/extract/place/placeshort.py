"""What an article calls a firm for short that it has named in full: "Halden" of Halden Foods Ltd."""

import re
from collections.abc import Collection, Iterable

from tui.extract.expressions.patterns import words_pattern
from tui.extract.place.gazetteer import Gazetteer, Place
from tui.extract.place.named import Named
from tui.extract.place.placelearnt import Learnt

SHORTEST = 3
# What stands before a name inside a sentence, and right behind that of an owner.
_INSIDE = re.compile(r"[a-z0-9,;:)\u2013\u2014] $")
_OWNER = re.compile(r"['\u2019]s\b")
_BEFORE = 3
_SMALL = re.compile(r"\b[a-z]+\b")


def short_forms(text: str, found: Iterable[Named], known: Gazetteer) -> Learnt | None:
    """The first words of the names of firms that no list has, where the text has them alone too."""
    firms = {
        hit.value: hit.place
        for hit in found
        if hit.kind == "firm" and hit.name is None and hit.place is not None and " " in hit.value
    }
    shorter: dict[str, Place] = {}
    for name, firm in firms.items():
        shorter.setdefault(_first_word(name, known), firm)
    shorter.pop("", None)
    own = _standing_alone(text, shorter) if shorter else frozenset()
    kept = {word: firm for word, firm in shorter.items() if word in own}
    return Learnt(_alone(kept), kept, frozenset()) if kept else None


def _first_word(name: str, known: Gazetteer) -> str:
    """The word that tells a firm from others: behind the place that its name begins with, never its last."""
    words = name.split()
    while words and words[0] in known.by_name:
        words = words[1:]
    word = words[0] if len(words) > 1 else ""
    return word if len(word) >= SHORTEST and word[0].isupper() and word.isalpha() else ""


def _alone(words: Collection[str]) -> re.Pattern[str]:
    """Finds words that are no part of a longer name."""
    listed = words_pattern(list(words))
    return re.compile(rf"(?<![\w&'\u2019.-])(?:{listed})(?:(?=['\u2019]s\b)|(?![\w&'\u2019-]| ?[A-Z&]))")


def _standing_alone(text: str, words: Collection[str]) -> frozenset[str]:
    """Those of some words that are names alone, inside a sentence or as owners, and never common words."""
    found = {
        match[0]
        for match in _alone(words).finditer(text)
        if _OWNER.match(text, match.end())
        or _INSIDE.search(text[max(0, match.start() - _BEFORE) : match.start()])
    }
    common = set(_SMALL.findall(text)) if found else set()
    return frozenset(word for word in found if word.lower() not in common)
