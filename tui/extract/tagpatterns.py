"""Patterns over the tags of words, the language in which measures and subjects are described.

``<noun>`` is a word of that tag, ``<noun|place>`` of one of several, ``<^comma>`` of any other and ``.`` of
any; ``{phrase}`` is a chunk by name, ``NUM`` the number in question, ``START`` and ``END`` the edges of the
sentence, ``[ ]`` what is wanted; ``( ) | ? * + {1,3}`` are as in regular expressions. Each tag is one
character, so that a pattern becomes a regular expression over a string as long as the sentence has words.
"""

import re
from collections.abc import Iterable, Mapping

FIRST = 0xE000
NUMBER = chr(FIRST - 1)
START = chr(FIRST - 2)

_ITEM = re.compile(
    r"<(\^?)([^<>]*)>|\{([a-z][a-z_]*)\}|(NUM)|(START|END)|(\[)|(\])|(\s+)|(\(|\)|[|?*+.]|\{\d+(?:,\d*)?\})"
)


class PatternError(ValueError):
    """A pattern that cannot be read; the message says what is wrong with it."""


class Alphabet:
    """Gives every tag its character."""

    def __init__(self) -> None:
        self._characters: dict[str, str] = {}

    def __getitem__(self, tag: str) -> str:
        return self._characters.setdefault(tag, chr(FIRST + len(self._characters)))

    def compile(self, pattern: str, chunks: Mapping[str, str]) -> re.Pattern[str]:
        """The regular expression of a pattern. Raises PatternError."""
        try:
            return re.compile(self.expression(pattern, chunks))
        except re.error as error:
            raise PatternError(f"{error.msg} in {pattern!r}") from None

    def expression(self, pattern: str, chunks: Mapping[str, str]) -> str:
        """The text of the regular expression, with ``chunks`` put in by name. Raises PatternError."""
        out: list[str] = []
        position = groups = 0
        while position < len(pattern):
            item = _ITEM.match(pattern, position)
            if item is None:
                raise PatternError(f"cannot read {pattern[position : position + 20]!r}")
            position = item.end()
            negated, tags, chunk, number, edge, opened, closed, space, other = item.groups()
            if tags is not None:
                letters = "".join(self[tag] for tag in tags.split("|"))
                out.append(f"[{'^' + NUMBER + START if negated else ''}{letters}]")
            elif chunk:
                if chunk not in chunks:
                    raise PatternError(f"no chunk is called {chunk!r}")
                out.append(f"(?:{chunks[chunk]})")
            elif number:
                out.append(NUMBER)
            elif edge:
                out.append(START if edge == "START" else r"\Z")
            elif opened:
                groups += 1
                out.append(f"(?P<s{groups}>")
            elif closed:
                out.append(")")
            elif not space:
                out.append("(?:" if other == "(" else other)
        return "".join(out)

    def tags(self, names: Iterable[str]) -> str:
        """The characters of several tags."""
        return "".join(self[name] for name in names)
