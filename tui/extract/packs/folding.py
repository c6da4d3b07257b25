"""Rows of rule files in one spelling, such as traditional Chinese characters as simplified ones."""

import re
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from tui.extract.packs.schema.text import SpellingRule

Table = dict[int, str]
Fold = Callable[[str], str]
# What shows and explains a rule stays as it is.
_AS_IT_IS = frozenset({"id", "note", "examples", "not"})


def table_of(rule: SpellingRule) -> Table:
    """The characters of one rule; a pair that is no pair is left out."""
    return {ord(pair[0]): pair[1] for pair in rule.pairs.split() if len(pair) == len("ab")}


def fold_of(table: Table) -> Fold:
    """Reads a text with the characters of a table; made for many texts that hold few of them."""
    if not table:
        return str
    known = {chr(code): read for code, read in table.items()}
    some = re.compile(f"[{''.join(map(re.escape, known))}]")
    return lambda text: some.sub(lambda match: known[match[0]], text)


class Folding:
    """Has rows of rule files read as articles are; what it does is in its ``name``."""

    def __init__(self, table: Table) -> None:
        self._fold = fold_of(table)
        self.name = blake2b(repr(sorted(table.items())).encode(), digest_size=16).hexdigest()

    def __call__(self, row: Any) -> Any:
        """The row as rules read articles."""
        return folded(row, self._fold)


def folded(row: Any, fold: Fold) -> Any:
    """A row of a rule file as rules read articles; what shows and explains the rule stays as it is."""
    if isinstance(row, str):
        return row if row.isascii() else fold(row)
    if isinstance(row, list):
        return [folded(part, fold) for part in row]
    if isinstance(row, dict):
        return {folded(k, fold): v if k in _AS_IT_IS else folded(v, fold) for k, v in row.items()}
    return row
