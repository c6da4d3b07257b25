"""Phrases of a text that begin with what is typed, so that the article's own words need no typing out."""

import re
from collections.abc import Iterator
from functools import cache

LONGEST = 9  # words, or characters of a script without spaces
# A word with what may stand inside one, or a single character of a script without spaces.
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = rf"[{_WIDE}]|[^\W{_WIDE}]+(?:['\u2019./&-][^\W{_WIDE}]+)*"


@cache
def _token() -> re.Pattern[str]:
    return re.compile(_TOKEN)


def phrases(text: str, typed: str) -> list[str]:
    """The stretches of ``text`` that begin with ``typed`` at a word and end at one, the shortest first."""
    wanted = typed.strip().casefold()
    if not wanted:
        return []
    tokens = [match.span() for match in _token().finditer(text)]
    found: dict[str, None] = {}
    for at, (start, _end) in enumerate(tokens):
        if text[start : start + len(wanted)].casefold() == wanted:
            for phrase in _from(text, tokens, at, len(wanted)):
                found[phrase] = None
    return sorted(found, key=len)


def _from(text: str, tokens: list[tuple[int, int]], at: int, least: int) -> Iterator[str]:
    """The phrases that begin at a token, up to the next mark that is no space."""
    start = tokens[at][0]
    before = start
    for first, end in tokens[at : at + LONGEST]:
        if text[before:first].strip() or "\n" in text[before:first]:
            return
        if end - start >= least:
            yield text[start:end]
        before = end
