"""What an article calls a firm for short that it has named in full: "Halden" of Halden Foods Ltd."""

import re
from collections.abc import Iterable

from tui.extract.expressions.patterns import words_pattern
from tui.extract.place.gazetteer import Gazetteer, Place
from tui.extract.place.named import Named
from tui.extract.place.placelearnt import Learnt

SHORTEST = 3
# What stands before a name inside a sentence, and right behind that of an owner.
_INSIDE = re.compile(r"[a-z0-9,;:)\u2013\u2014] $")
_OWNER = re.compile(r"['\u2019]s\b")
_BEFORE = 3


def short_forms(text: str, found: Iterable[Named], known: Gazetteer) -> Learnt | None:
    """The first words of the names of firms that no list has, where the text has them alone too."""
    firms = {
        hit.value: hit.place
        for hit in found
        if hit.kind == "firm" and hit.name is None and hit.place is not None and " " in hit.value
    }
    shorter: dict[str, Place] = {}
    for name, firm in firms.items():
        word = _first_word(name, known)
        if word and word not in shorter and _stands_alone(word, text):
            shorter[word] = firm
    if not shorter:
        return None
    return Learnt(re.compile(_alone(words_pattern(list(shorter)))), shorter, frozenset())


def _first_word(name: str, known: Gazetteer) -> str:
    """The word that tells a firm from others: behind the place that its name begins with, never its last."""
    words = name.split()
    while words and words[0] in known.by_name:
        words = words[1:]
    word = words[0] if len(words) > 1 else ""
    return word if len(word) >= SHORTEST and word[0].isupper() and word.isalpha() else ""


def _alone(word: str) -> str:
    return rf"(?<![\w&'\u2019.-])(?:{word})(?:(?=['\u2019]s\b)|(?![\w&'\u2019-]| ?[A-Z&]))"


def _stands_alone(word: str, text: str) -> bool:
    """Whether a word is a name alone, inside a sentence or as an owner, and never a common word."""
    if re.search(rf"\b{word.lower()}\b", text):
        return False
    return any(
        _OWNER.match(text, match.end())
        or _INSIDE.search(text[max(0, match.start() - _BEFORE) : match.start()])
        for match in re.finditer(_alone(word), text)
    )
