"""Regular expressions that are tried, and compiled, only where a text holds what a match of them does.

Most rules speak of words that most sentences lack. To look for such a word costs a hundredth of trying the
rule's expression at every character.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from tui.extract.expressions.shape import Needles, Shape, needles, plain, shape

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
        if len(self.plain) != len(self.text):  # a letter may be two without its case
            return Side.of(self.text[start:end])
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
        self._pattern = re.compile(source, self._flags)
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
        for words in self.needles if self._needles is None else self._needles:
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

    @property
    def letters(self) -> str | None:
        """Letters of which a text holds one where this may match; None where all are too common to tell."""
        for words in self.needles:
            letters = [next((letter for letter in word if not letter.isascii()), "") for word in words]
            if all(letters):
                return "".join(letters)
        return None

    def search(self, side: Side) -> re.Match[str] | None:
        """The first match in what stands on one side."""
        return self.pattern.search(side.text) if self.may_match(side.plain) else None

    def begins(self, right: Side) -> bool:
        """Whether a match begins what stands to the right."""
        return self.may_match(right.plain) and self.pattern.match(right.text) is not None

    def ends(self, left: Side) -> bool:
        """Whether there is a match in what stands to the left; the expression itself says that it ends it."""
        return self.search(left) is not None


def matches(patterns: Sequence[re.Pattern[str]], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """What expressions match, with their numbers: what one would of which they are the alternatives."""
    if len(patterns) == 1:
        yield from ((0, match) for match in patterns[0].finditer(text))
        return
    coming = [pattern.search(text) for pattern in patterns]
    while any(coming):
        number, match = min(
            ((n, match) for n, match in enumerate(coming) if match), key=lambda found: found[1].start()
        )
        yield number, match
        end = max(match.end(), match.start() + 1)
        coming = [
            pattern.search(text, end) if match is not None and match.start() < end else match
            for pattern, match in zip(patterns, coming, strict=True)
        ]


class Sieve:
    """Many expressions asked at once of one text: by one letter each, where they have one that is rare.

    Of the others those that need one of the same words are asked together.
    """

    def __init__(self, expressions: Iterable[Expression]) -> None:
        """The expressions are known by their numbers, counted from 0."""
        self._expressions = tuple(expressions)
        self._by_letter: dict[str, list[int]] = defaultdict(list)
        asked: list[int] = []
        for number, expression in enumerate(self._expressions):
            letters = expression.letters
            for letter in set(letters or ()):
                self._by_letter[letter].append(number)
            if letters is None:
                asked.append(number)
        shared = Counter(words for number in asked for words in self._expressions[number].needles)
        by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number in asked:
            # A text holds the empty word.
            needles = self._expressions[number].needles or (("",),)
            by_words[max(needles, key=lambda words: (shared[words], -len(words)))].append(number)
        self._by_words = tuple(by_words.items())

    def may_match(self, plain: str) -> list[int]:
        """Which may match a text, given as ``shape.plain`` makes it: their numbers, in order."""
        asked: list[int] = []
        for words, numbers in self._by_words:
            for word in words:
                if word in plain:
                    asked += numbers
                    break
        if held := self._by_letter.keys() & set(plain):
            asked += {number for letter in held for number in self._by_letter[letter]}
        return sorted(number for number in asked if self._expressions[number].may_match(plain))
