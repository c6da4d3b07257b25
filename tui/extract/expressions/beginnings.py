"""Tells which of many regular expressions may match at a place, by how the text goes on there."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from tui.extract.expressions.patterns import loose_words
from tui.extract.expressions.shape import LONGEST_LEAD, Shape, backwards, leads

# So much of a text is looked at, spaces that fall together included.
_SIGHT = 4 * LONGEST_LEAD
# By so many letters words are told from most others.
TOLD_BY = 4
# So many pairs of what stands on both sides of something are remembered.
_REMEMBERED = 8192


def begun_by(begins: Iterable[str]) -> str:
    """An expression for the first letters of what begins so, in any case; it spares longer ones a try."""
    words = {word[: TOLD_BY - 1] for word in begins}
    found = "" if "" in words else loose_words(words).replace("0", r"\d")
    return f"(?i:{found})"


class Beginnings:
    """A list of expressions by how their matches begin."""

    def __init__(self, shapes: Iterable[Shape], longest: int = LONGEST_LEAD) -> None:
        """``shapes`` are those of the expressions, read with spaces that are spaces however long.

        Where places are few, it is soon enough told by beginnings of so many letters, ``longest``.
        """
        by_lead: dict[str, list[int]] = defaultdict(list)
        for number, known in enumerate(shapes):
            for lead in {_single_spaced(lead) for lead in leads(known, longest)}:
                by_lead[lead].append(number)
        self._always = by_lead.pop("", [])
        self._by_lead = dict(by_lead)
        lengths: dict[str, set[int]] = defaultdict(set)
        for lead in by_lead:
            lengths[lead[0]].add(len(lead))
        # Most places are told by their first letter; the longest beginnings come first.
        self._lengths = {letter: sorted(found, reverse=True) for letter, found in lengths.items()}
        self._longest = max((len(lead) for lead in by_lead), default=0)
        self._whole: dict[str, list[int]] = {}

    @property
    def letters(self) -> str:
        """What a match may begin with in small letters, to stand in a class; empty where that is anything."""
        known = re.escape("".join(self._lengths)).replace("0", r"\d").replace(r"\ ", r"\s")
        return "" if self._always else known

    def at(self, plain: str, place: int) -> list[int]:
        """Which may match at a place of a text that ``shape.plain`` made: their numbers, in order."""
        ahead = plain[place : place + self._longest]
        lengths = self._lengths.get(ahead[:1]) or (self._lengths.get(" ") if ahead[:1].isspace() else None)
        if lengths is None:
            return self._always
        if "  " in ahead or not ahead.isprintable():  # then it may have white space but single spaces
            ahead = _single_spaced(plain[place : place + _SIGHT])
        for length in lengths:
            if (lead := ahead[:length]) in self._by_lead:
                return self._whole.get(lead) or self._with_shorter(lead)
        return self._always

    def _with_shorter(self, lead: str) -> list[int]:
        """Those with a beginning, with a part of it, or with any; worked out once."""
        begun = (self._by_lead.get(lead[:length], ()) for length in range(1, len(lead) + 1))
        return self._whole.setdefault(lead, sorted(set(self._always).union(*begun)))


class Surroundings:
    """A list of rules by what they say of both sides of something: how the one ends and the other begins."""

    def __init__(
        self, before: Iterable[Shape], behind: Iterable[Shape], kinds: Iterable[Collection[str]] = ()
    ) -> None:
        """``before`` and ``behind`` are the shapes of expressions that reach up to that something.

        Each rule is about the ``kinds`` of things named for it, or about any where none are.
        """
        self._before = Beginnings(map(backwards, before), TOLD_BY)
        self._behind = Beginnings(behind, TOLD_BY)
        self._kinds = {number: named for number, named in enumerate(kinds) if named}
        # By kind and what stands on both sides, of which few are told apart.
        self._round: dict[tuple[str | None, int, int], list[int]] = {}

    def round(self, plain: str, start: int, end: int, kind: str | None = None) -> list[int]:
        """Which may match round something, of any kind or of one, in a text that ``shape.plain`` made.

        They are told by their numbers, in order.
        """
        found = self._behind.at(plain, end)
        before = self._before.at(plain[max(0, start - _SIGHT) : start][::-1], 0)
        # A dollar sign also stands before the line break that ends a text.
        if plain[start - 1 : start] == "\n":
            before = found
        # Each list there is comes again and again.
        key = kind, id(before), id(found)
        if (known := self._round.get(key)) is None:
            if len(self._round) >= _REMEMBERED:
                self._round.clear()
            others = {n for n, named in self._kinds.items() if kind is not None and kind not in named}
            self._round[key] = known = sorted(set(before).intersection(found) - others)
        return known


def _single_spaced(text: str) -> str:
    """A text with one space for each stretch of white space."""
    # The letters at both ends keep those there.
    return " ".join(f"x{text}x".split())[1:-1]
