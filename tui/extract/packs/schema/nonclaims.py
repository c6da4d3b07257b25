"""Numbers that are no claims."""

from typing import ClassVar

from tui.extract.packs.schema.base import Rule
from tui.model import Measure


class NonclaimRule(Rule, frozen=True, kw_only=True):
    """Says which numbers are no claims, or with ``keep`` which are, whatever the others say.

    Either ``within``: a regular expression for a stretch of text inside which numbers are dropped; or a
    neighbourhood: ``before`` must match the text that ends at the number, ``after`` the text that
    begins behind it,
    ``number`` the number itself. ``kinds`` limits the rule to numbers written so.
    ``unit`` is that of a number that is kept; or it tells one for each word (in small letters) that may stand
    for ``{word}``, which ``before`` or ``after`` then has once.
    """

    expressions: ClassVar[tuple[str, ...]] = ("within", "before", "after", "number")

    within: str = ""
    before: str = ""
    after: str = ""
    number: str = ""
    kinds: tuple[str, ...] = ()
    keep: bool = False
    unit: str | dict[str, str] | None = None
    measure: Measure | None = None

    def __post_init__(self) -> None:
        """Refuse words with a unit that no expression asks for."""
        super().__post_init__()
        if isinstance(self.unit, dict) != ((self.before + self.after).count("{word}") == 1):
            raise ValueError("unit tells one for each word if before or after has {word}, once, and else one")
