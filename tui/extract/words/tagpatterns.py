"""Patterns over the tags of words, the language in which measures and subjects are described.

``<noun>`` is a word of that tag, ``<noun|place>`` of one of several, ``<^comma>`` of any other and ``.`` of
any; ``{phrase}`` is a chunk by name, ``NUM`` the number in question, ``START`` and ``END`` the edges of the
sentence, ``[ ]`` what is wanted; ``( ) | ? * + {1,3}`` are as in regular expressions, and a second ``+``
gives nothing back. Each tag is one character, so that a pattern becomes a regular expression over a string
as long as the sentence has words.

What stands before the number is matched from the number backwards, what stands behind it forwards: a pattern
is tried in one place only, however long the sentence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# From here on no character means anything in an expression, and classes of the first 90 are small tables.
FIRST = 0xA3
NUMBER = chr(FIRST - 1)
START = chr(FIRST - 2)

_ITEM = re.compile(
    r"<(?P<no>\^?)(?P<tags>[^<>]+)>|\{(?P<chunk>[a-z][a-z_]*)\}|(?P<mark>NUM|START|END)"
    r"|(?P<open>[(\[])|(?P<close>[)\]])|(?P<bar>\|)|(?P<any>\.)|(?P<times>(?:[?*+]|\{\d+(?:,\d*)?\})\+?)|\s+"
)
# What there is no more to say of matches anywhere.
_NOTHING = re.compile("")


class PatternError(ValueError):
    """A pattern that cannot be read; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives, each a sequence of parts with how often it may come; ``name`` marks what is wanted."""

    choices: tuple[tuple[tuple["Part", str], ...], ...]
    name: str = ""

    def expression(self, *, backwards: bool = False) -> str:
        """The group as a regular expression, read from the end if ``backwards``."""
        body = "|".join(_sequence(choice, backwards=backwards) for choice in self.choices)
        return f"(?P<{self.name}>{body})" if self.name else f"(?:{body})"


Part = str | Group
Parts = tuple[tuple[Part, str], ...]


def _sequence(parts: Parts, *, backwards: bool) -> str:
    return "".join(
        (part if isinstance(part, str) else part.expression(backwards=backwards)) + times
        for part, times in (reversed(parts) if backwards else parts)
    )


def _begins(parts: Parts, *, backwards: bool) -> frozenset[str] | None:
    """The tags with which matches begin, the empty one for the end; None where any may, or none need."""
    found: frozenset[str] = frozenset()
    for part, times in reversed(parts) if backwards else parts:
        if isinstance(part, Group):
            own = [_begins(choice, backwards=backwards) for choice in part.choices]
            if None in own:
                return None
            found = found.union(*(tags for tags in own if tags))
        elif part == r"\Z":
            return found | {""}
        elif part[:2] == "[^" or part == ".":
            return None
        else:
            found |= frozenset(part.strip("[]"))
        if not times.startswith(("?", "*", "{0")):
            return found
    return None


def needs(parts: Parts) -> list[frozenset[str]]:
    """Sets of tags, of each of which every match holds one."""
    found: list[frozenset[str]] = []
    for part, times in parts:
        if times.startswith(("?", "*", "{0")) or part in {".", r"\Z"}:
            continue
        if not isinstance(part, Group):
            found += [] if part[:2] == "[^" else [frozenset(part.strip("[]"))]
        elif len(part.choices) == 1:
            found += needs(part.choices[0])
        else:
            own = [min(needs(choice), key=len, default=frozenset()) for choice in part.choices]
            found += [frozenset().union(*own)] if all(own) else []
    return found


class TagPattern:
    """A pattern cut at its number: what stands before reads backwards, what stands behind forwards.

    Each half is compiled when it is first tried: that before the number where the other fits.
    """

    __slots__ = (
        "_ahead",
        "_back",
        "_before",
        "_behind",
        "_going",
        "_needed",
        "_reading",
        "_source",
        "wanted",
    )

    def __init__(self, before: Parts, behind: Parts, source: str) -> None:
        self._before, self._behind, self._source = before, behind, source
        self._back, self._ahead = _begins(before, backwards=True), _begins(behind, backwards=False)
        self._reading: re.Pattern[str] | None = None if before else _NOTHING
        self._going: re.Pattern[str] | None = None if behind else _NOTHING
        self._needed: list[frozenset[str]] | None = None
        self.wanted = source.count("[")

    def compile(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Both halves as regular expressions. Raises PatternError."""
        return self._before_it(), self._behind_it()

    def _before_it(self) -> re.Pattern[str]:
        self._reading = _compiled(_sequence(self._before, backwards=True), self._source)
        return self._reading

    def _behind_it(self) -> re.Pattern[str]:
        self._going = _compiled(_sequence(self._behind, backwards=False), self._source)
        return self._going

    def may_match(self, before: str, behind: str) -> bool:
        """Whether it may fit a number between words of these tags, the empty one for the edge of the text."""
        ahead = self._ahead is None or behind in self._ahead
        return ahead and (self._back is None or before in self._back)

    @property
    def needed(self) -> list[frozenset[str]]:
        """Sets of tags: of each, one stands before every number that it fits."""
        if self._needed is None:
            self._needed = sorted(set(needs(self._before)), key=len)
        return self._needed

    def match(self, backwards: str, forwards: str, at: int) -> list[tuple[int, int]] | None:
        """Where the wanted parts stand if the pattern fits a number at ``at``; (-1, -1) for a missing one.

        ``backwards`` is what stands before the number, last word first, ``forwards`` what stands behind it.
        """
        if (behind := (self._going or self._behind_it()).match(forwards)) is None:
            return None
        reading = self._reading or self._before_it()
        if (before := reading.match(backwards)) is None:
            return None
        spans: list[tuple[int, int]] = []
        for number in range(self.wanted):
            name = f"s{number}"
            if name in reading.groupindex:
                low, high = before.span(name)
                spans.append((at - high, at - low) if low >= 0 else (-1, -1))
            else:
                low, high = behind.span(name)
                spans.append((at + 1 + low, at + 1 + high) if low >= 0 else (-1, -1))
        return spans


class TagSearch:
    """A pattern that is looked for anywhere, compiled when tags hold all that it needs."""

    __slots__ = ("_group", "_regex", "_source", "needed")

    def __init__(self, group: Group, source: str) -> None:
        self._group, self._source = group, source
        self._regex: re.Pattern[str] | None = None
        # Sets of tags, of each of which a match holds one; the first is the smallest.
        self.needed = sorted(needs(((group, ""),)), key=len)

    def finditer(self, tags: str) -> Iterator[re.Match[str]]:
        """Where it stands in a sentence's tags."""
        if self._regex is None:
            self._regex = _compiled(self._group.expression(), self._source)
        return self._regex.finditer(tags)


class Alphabet(dict[str, str]):
    """Gives every tag its character, and reads patterns."""

    def __missing__(self, tag: str) -> str:
        self[tag] = chr(FIRST + len(self))
        return self[tag]

    def read(self, pattern: str, chunks: Mapping[str, Group]) -> Group:
        """A pattern in parts, with the chunks it names. Raises PatternError."""
        return _Reader(pattern, self, chunks).whole()

    def compile(self, pattern: str, chunks: Mapping[str, Group]) -> TagPattern:
        """A pattern round a number. Raises PatternError."""
        group = self.read(pattern, chunks)
        parts = group.choices[0]
        marks = [index for index, (part, _) in enumerate(parts) if part == NUMBER]
        if len(group.choices) > 1 or len(marks) != 1:
            raise PatternError(f"NUM must stand once and outside of brackets in {pattern!r}")
        before, behind = parts[: marks[0]], parts[marks[0] + 1 :]
        return TagPattern(before, behind, pattern)

    def search(self, pattern: str, chunks: Mapping[str, Group]) -> TagSearch:
        """A pattern that is looked for anywhere. Raises PatternError."""
        return TagSearch(self.read(pattern, chunks), pattern)

    def expression(self, pattern: str, chunks: Mapping[str, Group]) -> re.Pattern[str]:
        """A pattern with or without a number as a plain regular expression. Raises PatternError."""
        return _compiled(self.read(pattern, chunks).expression(), pattern)


def _compiled(expression: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(expression)
    except re.error as error:
        raise PatternError(f"{error.msg} in {pattern!r}") from None


class _Reader:
    """Reads one pattern from left to right."""

    def __init__(self, pattern: str, alphabet: Alphabet, chunks: Mapping[str, Group]) -> None:
        self._pattern, self._alphabet, self._chunks = pattern, alphabet, chunks
        self._position = self._wanted = 0

    def whole(self) -> Group:
        group, closed = self._group("")
        if closed:
            raise self._error(f"{closed!r} closes nothing")
        return group

    def _group(self, name: str) -> tuple[Group, str]:
        """Alternatives up to the bracket that closes them, and that bracket."""
        choices: list[tuple[tuple[Part, str], ...]] = []
        parts: list[tuple[Part, str]] = []
        closed = ""
        while self._position < len(self._pattern) and not closed:
            item = _ITEM.match(self._pattern, self._position)
            if item is None:
                raise self._error(f"cannot read {self._pattern[self._position : self._position + 12]!r}")
            self._position = item.end()
            if item["close"]:
                closed = item["close"]
            elif item["bar"]:
                choices.append(tuple(parts))
                parts = []
            elif item["times"]:
                if not parts or parts[-1][1]:
                    raise self._error(f"{item['times']!r} repeats nothing")
                low, _, high = item["times"].strip("{}+?*").partition(",")
                if low and high and int(low) > int(high):
                    raise self._error("min repeat greater than max repeat")
                parts[-1] = (parts[-1][0], item["times"])
            elif item[0].strip():
                parts.append((self._part(item), ""))
        return Group((*choices, tuple(parts)), name), closed

    def _part(self, item: re.Match[str]) -> Part:
        if item["tags"]:
            letters = "".join(self._alphabet[tag] for tag in item["tags"].split("|"))
            return f"[^{NUMBER}{START}{letters}]" if item["no"] else f"[{letters}]"
        if item["chunk"]:
            if item["chunk"] not in self._chunks:
                raise self._error(f"no chunk is called {item['chunk']!r}")
            return self._chunks[item["chunk"]]
        if item["mark"]:
            return {"NUM": NUMBER, "START": START, "END": r"\Z"}[item["mark"]]
        if item["any"]:
            return "."
        name = ""
        if item["open"] == "[":
            name = f"s{self._wanted}"
            self._wanted += 1
        group, closed = self._group(name)
        if closed != {"(": ")", "[": "]"}[item["open"]]:
            raise self._error(f"{item['open']!r} is not closed")
        return group

    def _error(self, message: str) -> PatternError:
        return PatternError(f"{message} in {self._pattern!r}")
