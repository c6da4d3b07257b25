"""Phrases of a text that begin with what is typed, so that the article's own words need no typing out."""

import re
from collections.abc import Callable, Iterator
from functools import cache

LONGEST = 14  # words, or characters of a script without spaces
# A word with what may stand inside one, or a single character of a script without spaces.
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = rf"[{_WIDE}]|[^\W{_WIDE}]+(?:['\u2019./&-][^\W{_WIDE}]+)*"


@cache
def _token() -> re.Pattern[str]:
    return re.compile(_TOKEN)


def phrases(
    text: str, typed: str, whole: Callable[[int, int], bool] = lambda _start, _end: True
) -> list[str]:
    """The stretches of ``text`` that begin with ``typed`` at a word and end at one, the shortest first.

    ``whole`` is asked of each whether it is no torn phrase, by its start and end in the text.
    """
    wanted = typed.strip().casefold()
    if not wanted:
        return []
    tokens = [match.span() for match in _token().finditer(text)]
    found: dict[str, None] = {}
    for at, (start, _end) in enumerate(tokens):
        if text[start : start + len(wanted)].casefold() == wanted:
            for end in _ends(text, tokens, at, len(wanted)):
                if text[start:end] not in found and whole(start, end):
                    found[text[start:end]] = None
    return sorted(found, key=len)


def _ends(text: str, tokens: list[tuple[int, int]], at: int, least: int) -> Iterator[int]:
    """Where phrases may end that begin at a token, up to the next mark that is no space."""
    start = tokens[at][0]
    before = start
    for first, end in tokens[at : at + LONGEST]:
        if text[before:first].strip() or "\n" in text[before:first]:
            return
        if end - start >= least:
            yield end
        before = end
