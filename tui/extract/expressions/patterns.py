"""Builds regular expressions out of word lists and rules."""

import re
from collections.abc import Iterable
from math import isqrt

Trie = dict[str, "Trie"]

# Nothing begins between two letters of a Latin word; said first, it spares a long pattern many places.
NOT_INSIDE = "(?<![A-Za-z](?=[A-Za-z]))"
_LITERAL = r"(?:[^\W\d_]|[ '’-]|\\\.)+"
_MANY = 6
_CROWD = 12
# From so many on branches are put in groups, those of letters that have neither case nor meaning in classes.
_THRONG, _WIDE = 200, "\u2e80"
_LIST = re.compile(rf"\(\?:({_LITERAL}(?:\|{_LITERAL}){{{_MANY - 1},}})\)")


def factored(source: str) -> str:
    """A regular expression with its long lists of words factored by common beginnings."""

    def listed(found: re.Match[str]) -> str:
        words = found[1].replace("\\.", ".").split("|")
        # Spaces stay as they were written, for those who let any white space stand for one.
        return "(?:" + words_pattern(words).replace("\\ ", " ") + ")"

    return _LIST.sub(listed, source)


def words_pattern(words: Iterable[str]) -> str:
    """A regular expression that matches the longest of ``words``, factored by common beginnings.

    An alternation of thousands of words is tried one by one by ``re``; factored, a miss costs one look.
    Without words the pattern matches nothing.
    """
    trie: Trie = {}
    for word in words:
        node = trie
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    if len(trie) < _CROWD or "" in trie:
        return _alternatives(trie) if trie else r"(?!)"
    # Branches are tried one by one: one look at all first letters spares most places the trial.
    return f"(?=[{''.join(map(re.escape, trie))}]){_alternatives(trie)}"


def begun(words: Iterable[str]) -> str:
    """An expression that looks whether one of ``words`` may begin here, put before a search for many.

    Their branches are tried one by one; one look at all first letters spares most places the trial.
    """
    letters = "".join(sorted({re.escape(word[0]) for word in words if word}))
    return f"(?=[{letters}])" if letters else ""


def _alternatives(node: Trie) -> str:
    ends = "" in node
    singles = [re.escape(c) for c, child in node.items() if c and child.keys() == {""}]
    longer = {
        c: re.escape(c) + _alternatives(after) for c, after in node.items() if c and after.keys() != {""}
    }
    wide = sorted(c for c in longer if c >= _WIDE)
    branches = [branch for c, branch in longer.items() if c < _WIDE or len(wide) < _THRONG]
    if len(wide) >= _THRONG:
        # Where branches are hundreds, one look at each score of them spares most the trial.
        size = isqrt(len(wide))
        groups = (wide[at : at + size] for at in range(0, len(wide), size))
        branches += [f"(?=[{g[0]}-{g[-1]}])(?:{'|'.join(longer[c] for c in g)})" for g in groups]
    if singles:
        branches.append(singles[0] if len(singles) == 1 else f"[{''.join(singles)}]")
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return f"{body}?" if ends else body
