"""Which lines of a text are no article at all, and how its characters are read."""

from typing import ClassVar

from tui.extract.packs.schema.base import Rule


class BoilerplateRule(Rule, frozen=True, kw_only=True):
    """A line that is page furniture: ``line`` is matched against the whole line, case left aside."""

    expressions: ClassVar[tuple[str, ...]] = ("line",)

    line: str


class SpellingRule(Rule, frozen=True, kw_only=True):
    """Characters that are read as others, in articles and in rules: pairs of the one and the other.

    Both are one character, so that no offset changes; claims keep the article's own. With ``beside``, the
    expression of one character, only articles are read so, and only where such a character stands right
    before or behind. ``blank`` matches what pages put between words against copying: it is read as spaces.
    """

    expressions: ClassVar[tuple[str, ...]] = ("beside", "blank")

    pairs: str = ""
    beside: str = ""
    blank: str = ""
