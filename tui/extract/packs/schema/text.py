"""How a text falls into sentences, and which of its lines are no article at all."""

from typing import ClassVar

from tui.extract.packs.schema.base import Rule


class SentenceRule(Rule, frozen=True, kw_only=True):
    """Where sentences end: regular expressions whose match ends one, and words after which none ends."""

    expressions: ClassVar[tuple[str, ...]] = ("breaks",)
    cased: ClassVar[bool] = True

    breaks: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


class BoilerplateRule(Rule, frozen=True, kw_only=True):
    """A line that is page furniture: ``line`` is matched against the whole line, case left aside."""

    expressions: ClassVar[tuple[str, ...]] = ("line",)

    line: str


class SpellingRule(Rule, frozen=True, kw_only=True):
    """Characters that are read as others, in articles and in rules: pairs of the one and the other.

    Both are one character, so that no offset changes; claims keep the article's own. With ``beside``, the
    expression of one character, only articles are read so, and only where such a character stands right
    before or behind.
    """

    expressions: ClassVar[tuple[str, ...]] = ("beside",)

    pairs: str
    beside: str = ""
