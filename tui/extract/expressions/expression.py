"""Regular expressions that are tried, and compiled, only where a text holds what a match of them does.

Most rules speak of words that most sentences lack. To look for such a word costs a hundredth of trying the
rule's expression at every character.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple, Self

from tui.extract.expressions.needles import Needles, needles
from tui.extract.expressions.shape import Shape, plain, shape
from tui.model.caseless import compiled

# An expression, and how it is shaped, or what makes either when it is needed.
Source = str | Callable[[], str]
Known = Shape | Callable[[], Shape]


class Side(NamedTuple):
    """What stands on one side of something in a text, and the same as ``shape.plain`` makes it."""

    text: str
    plain: str

    @classmethod
    def of(cls, text: str) -> Self:
        """A stretch of text, plain."""
        return cls(text, plain(text))

    def cut(self, start: int, end: int) -> "Side":
        """What of it stands between two places."""
        return Side(self.text[start:end], self.plain[start:end])


class Expression:
    """A regular expression: read when first asked of a text, compiled when first one holds what it needs."""

    __slots__ = ("_flags", "_known", "_needles", "_pattern", "_source")

    def __init__(self, source: Source, flags: int = 0, known: Known | None = None) -> None:
        """``known`` is the shape of the expression where it is not to be read off the source."""
        self._source, self._flags, self._known = source, flags, known
        self._needles: Needles | None = None
        self._pattern: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled. Raises re.error if it can't be."""
        return self._pattern or self.compile()

    def compile(self) -> re.Pattern[str]:
        """Compile the expression now. Raises re.error if it can't be."""
        source = self._source if isinstance(self._source, str) else self._source()
        self._pattern = compiled(source, self._flags)
        return self._pattern

    @property
    def needles(self) -> Needles:
        """What a match needs, read off the expression's shape the first time."""
        if self._needles is None:
            known = shape(str(self._source)) if self._known is None else self._known
            self._needles = needles(known() if callable(known) else known)
            self._known = ()
        return self._needles

    def may_match(self, plain: str) -> bool:
        """Whether a text, given as ``shape.plain`` makes it, holds what every match does."""
        needles = self.needles if self._needles is None else self._needles
        return not needles or _holds(plain, needles)

    def search(self, side: Side) -> re.Match[str] | None:
        """The first match in what stands on one side."""
        return self.pattern.search(side.text) if self.may_match(side.plain) else None

    def begins(self, right: Side) -> bool:
        """Whether a match begins what stands to the right."""
        return self.may_match(right.plain) and self.pattern.match(right.text) is not None

    def ends(self, left: Side) -> bool:
        """Whether there is a match in what stands to the left; the expression itself says that it ends it."""
        return self.search(left) is not None


def _holds(plain: str, needles: Needles) -> bool:
    """Whether a text holds one word of each list."""
    for words in needles:
        if len(words) == 1:
            # Most have but one; this spares them a loop.
            if words[0] not in plain:
                return False
            continue
        for word in words:
            if word in plain:
                break
        else:
            return False
    return True


def letters_of(needles: Needles) -> list[str]:
    """The letters of each word of one list of needles that are no ASCII; none where all are too common."""
    for words in needles:
        letters = ["".join(letter for letter in word if not letter.isascii()) for word in words]
        if all(letters):
            return letters
    return []


class Sieve:
    """Many expressions asked at once of one text: by one letter each, where they have one that is rare.

    Of the others those that need one of the same words are asked together.
    """

    def __init__(self, expressions: Iterable[Expression]) -> None:
        """The expressions are known by their numbers, counted from 0."""
        self._needles = needles = [expression.needles for expression in expressions]
        letters = [letters_of(known) for known in needles]
        common = Counter(letter for told in letters for letter in set("".join(told)))
        self._by_letter: dict[str, list[int]] = defaultdict(list)
        for number, told in enumerate(letters):
            for letter in {min(each, key=common.__getitem__) for each in told}:
                self._by_letter[letter].append(number)
        self._letters = re.compile(f"[{''.join(self._by_letter)}]") if self._by_letter else None
        asked = [number for number, told in enumerate(letters) if not told]
        shared = Counter(words for number in asked for words in needles[number])
        by_words: dict[tuple[str, ...], list[tuple[int, Needles]]] = defaultdict(list)
        for number in asked:
            # A text holds the empty word.
            known = needles[number] or (("",),)
            words = max(known, key=lambda words: (shared[words], -len(words)))
            by_words[words].append((number, tuple(others for others in known if others != words)))
        self._by_words = tuple(by_words.items())

    def may_match(self, plain: str) -> list[int]:
        """Which may match a text, given as ``shape.plain`` makes it: their numbers, in order."""
        found: list[int] = []
        for words, asked in self._by_words:
            for word in words:
                if word in plain:
                    found += [number for number, others in asked if not others or _holds(plain, others)]
                    break
        if self._letters is not None and (held := set(self._letters.findall(plain))):
            told = {number for letter in held for number in self._by_letter[letter]}
            found += [number for number in told if _holds(plain, self._needles[number])]
        found.sort()
        return found
