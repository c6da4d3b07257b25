"""Many regular expressions looked for together: a text is looked through once for how their matches begin."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.extract.expressions.beginnings import Beginnings
from tui.extract.expressions.expression import Expression, Side, Sieve
from tui.extract.expressions.patterns import NOT_INSIDE, loose_words
from tui.extract.expressions.shape import Shape, alternatives, leads

# By so many letters what begins a match is told from most other words, as each try costs much.
_TOLD_BY = 6
# Shorter words stand everywhere.
_SHORT = 2
# What an expression begins with that matches no part of a word.
NO_LETTER_BEFORE = r"(?<![^\W\d_])"
_WHERE_WORDS_BEGIN = (r"\b", NO_LETTER_BEFORE, NOT_INSIDE)


class Entry(NamedTuple):
    """An expression, how it is written at least at its beginning, and its shape, read with spaces as such."""

    expression: Expression
    source: str
    known: Shape

    @property
    def first(self) -> bool:
        """Whether all matches stand at the beginning of the text."""
        begins = self.source.startswith("^")
        return begins and all(part.startswith("^") for part in alternatives(self.source))

    @property
    def apart(self) -> bool:
        """Whether all matches begin with what few places do.

        That is a word, where words begin, or a figure or mark and what stands behind it.
        """
        words = self.source.startswith(_WHERE_WORDS_BEGIN)
        return all(
            (words and len(lead) > _SHORT) if lead[:1].isalpha() else len(lead) > 1
            for lead in leads(self.known)
        )


class Sought:
    """Expressions looked for in a text, known by their numbers, counted from 0."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Those that begin with what few places do are tried there, others all over texts that may match.

        What only stands at the beginning of a text is tried at that place.
        """
        listed = list(entries)
        self._expressions = [entry.expression for entry in listed]
        self._first = [number for number, entry in enumerate(listed) if entry.first]
        self._apart = [number for number, entry in enumerate(listed) if not entry.first and entry.apart]
        self._others = sorted({*range(len(listed))}.difference(self._first, self._apart))
        self._sieve = Sieve(self._expressions[number] for number in self._others)
        shapes = [listed[number].known for number in self._apart]
        self._beginnings = Beginnings(shapes)
        self._opening = Beginnings(listed[number].known for number in self._first)
        begins = {lead[:_TOLD_BY] for known in shapes for lead in leads(known)}
        words = sorted(lead for lead in begins if lead[0].isascii() and lead[0].isalpha())
        marks = sorted(begins.difference(words))
        # To look for what stands before a word, or for the first of marks, spares most places the rest.
        self._words = re.compile(f"[^a-z](?={loose_words(words)})") if words else None
        firsts = re.escape("".join({lead[0] for lead in marks})).replace(r"\ ", r"\s")
        self._marks = re.compile(f"[{firsts}](?<=(?={loose_words(marks)}).)", re.DOTALL) if marks else None

    def __iter__(self) -> Iterator[Expression]:
        return iter(self._expressions)

    def tries(self, plain: str) -> list[tuple[int, int]]:
        """Where in a text that ``shape.plain`` made which are tried of those that are tried at places."""
        at, numbers = self._beginnings.at, self._apart
        tried = [(place, numbers[begun]) for place in self._places(plain) for begun in at(plain, place)]
        if self._first:
            tried += [(0, self._first[begun]) for begun in self._opening.at(plain, 0)]
        return tried

    def asked(self, plain: str) -> list[int]:
        """Which of the others are tried all over a text that ``shape.plain`` made."""
        return [self._others[number] for number in self._sieve.may_match(plain)]

    def found_in(self, side: Side) -> Iterator[tuple[int, re.Match[str]]]:
        """What they match in a text, with their numbers; the matches of each lie apart."""
        ends: dict[int, int] = {}
        for number, found in self._begun_in(side):
            if found.start() >= ends.get(number, 0):
                ends[number] = found.end()
                yield number, found
        for number in self.asked(side.plain):
            for found in self._expressions[number].pattern.finditer(side.text):
                yield number, found

    def first_in(self, side: Side) -> Iterator[tuple[int, re.Match[str]]]:
        """The matches of all expressions together, as of ``a|b|c``: leftmost first, each with its number."""
        everywhere = list(self._begun_in(side))
        for number in self.asked(side.plain):
            pattern, at = self._expressions[number].pattern, 0
            while (found := pattern.search(side.text, at)) is not None:
                everywhere.append((number, found))
                at = found.start() + 1
        end = 0
        for number, found in sorted(everywhere, key=_place):
            if found.start() >= end:
                end = found.end()
                yield number, found

    def _begun_in(self, side: Side) -> Iterator[tuple[int, re.Match[str]]]:
        """What those match that are tried at places, at each place."""
        for place, number in self.tries(side.plain):
            if (found := self._expressions[number].pattern.match(side.text, place)) is not None:
                yield number, found

    def _places(self, plain: str) -> list[int]:
        """Where a text goes on as matches of those begin that are tried at places."""
        # What is found of a word is the place before it.
        places = [found.start() for found in self._words.finditer(f" {plain}")] if self._words else []
        # No mark stands where a word begins.
        marks = [found.start() for found in self._marks.finditer(plain)] if self._marks else []
        return sorted(places + marks) if marks else places


def _place(numbered: tuple[int, re.Match[str]]) -> tuple[int, int]:
    """Where something was found, and by which expression."""
    return numbered[1].start(), numbered[0]
