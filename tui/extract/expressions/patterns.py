"""Builds regular expressions out of word lists and rules."""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import isqrt

# Nothing begins between two letters of a Latin word; said first, it spares a long pattern many places.
NOT_INSIDE = "(?<![A-Za-z](?=[A-Za-z]))"
_LITERAL = r"(?:\[[^\W\d_]{2}\]|[^\W_]\??|[ '’-]|\\\.)+"
# A word in two spellings: one of two letters, or a letter that may be missing.
_CHOICE = re.compile(r"\[(..)\]|(.)\?")
# A capital in an expression that is no part of how a group or a class is written.
_CAPITAL = re.compile(r"\(\?P[<=]\w+|\\.|[^\W\d_a-z\u2e80-\uffff]", re.DOTALL)
# What matches nothing.
NEVER = re.compile("(?!)")
# So many lists of words are remembered: several expressions name all units.
_LISTS = 16
_MANY = 6
_CROWD = 12
# With this many branches, those that begin with a letter without case are grouped by it.
_THRONG, _WIDE = 200, "\u2e80"
_LIST = re.compile(rf"\(\?:({_LITERAL}(?:\|{_LITERAL}){{{_MANY - 1},}})\)")


def factored(source: str) -> str:
    """A regular expression with its long lists of words factored by common beginnings."""

    def listed(found: re.Match[str]) -> str:
        words = [word for each in found[1].replace("\\.", ".").split("|") for word in _spelt(each)]
        # Spaces stay as they were written, for those who let any white space stand for one.
        return "(?:" + words_pattern(words).replace("\\ ", " ") + ")"

    return _LIST.sub(listed, source)


def _spelt(word: str) -> list[str]:
    """The spellings of a word that is written with choices: "[Cc]ars?" is "Cars", "Car", "cars" and "car"."""
    found = _CHOICE.search(word)
    if found is None:
        return [word]
    options = found[1] or (found[2], "")
    return [word[: found.start()] + one + rest for one in options for rest in _spelt(word[found.end() :])]


def says_case(source: str) -> bool:
    """Whether a part of an expression for any case is about a case."""
    return "(?-i:" in source


def uncased(source: str) -> str:
    """An expression that matches in small letters what this one, which says no case, does in any case.

    With two cases for a letter ``re`` tries each branch of an alternation, else those that may match.
    """
    return _CAPITAL.sub(lambda found: found[0].lower() if len(found[0]) == 1 else found[0], source).replace(
        "(?i:", "(?:"
    )


def at_end(source: str) -> re.Pattern[str]:
    """An expression for the end of what stands before something, in any case; nothing matches none."""
    return re.compile(rf"(?:{source or NEVER.pattern})\Z", re.IGNORECASE)


def words_pattern(words: Iterable[str]) -> str:
    """A regular expression that matches the longest of ``words``, factored by common beginnings.

    An alternation of thousands of words is tried one by one by ``re``; factored, a miss costs one look.
    Without words the pattern matches nothing.
    """
    return _factored(tuple(dict.fromkeys(words)))


@lru_cache(_LISTS)
def _factored(words: tuple[str, ...]) -> str:
    by_first = _by_first(words)
    if len(by_first) < _CROWD or "" in by_first:
        return _alternatives(by_first) if by_first else r"(?!)"
    # Branches are tried one by one: one look at all first letters spares most places the trial.
    return f"(?=[{''.join(map(re.escape, by_first))}]){_alternatives(by_first)}"


def loose_words(words: Iterable[str]) -> str:
    """The same with spaces that are spaces however long, as lines may break there."""
    return words_pattern(words).replace("\\ ", r"\s+")


def _by_first(words: Iterable[str]) -> dict[str, list[str]]:
    """What is behind the first letters of some words, by these; the empty word has none."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[:1], []).append(word[1:])
    return found


def _alternatives(by_first: dict[str, list[str]]) -> str:
    ends = "" in by_first
    singles = [re.escape(c) for c, tails in by_first.items() if c and tails == [""]]
    longer = {
        c: re.escape(c + tails[0]) if len(tails) == 1 else re.escape(c) + _alternatives(_by_first(tails))
        for c, tails in by_first.items()
        if c and tails != [""]
    }
    wide = sorted(c for c in longer if c >= _WIDE)
    branches = [branch for c, branch in longer.items() if c < _WIDE or len(wide) < _THRONG]
    if len(wide) >= _THRONG:
        # Where branches are hundreds, one look at each score of them spares most the trial.
        size = isqrt(len(wide))
        groups = (wide[at : at + size] for at in range(0, len(wide), size))
        branches += [f"(?=[{g[0]}-{g[-1]}])(?:{'|'.join(longer[c] for c in g)})" for g in groups]
    if branches and len(singles) < 5:
        branches += singles
    elif singles:
        branches.append(f"[{''.join(singles)}]" if singles[1:] else singles[0])
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{body}?" if ends else body
