"""Rules that tell what kind of statement a number makes."""

from typing import Literal

from tui.extract.packs.schema.tags import PatternRule


class MeasureRule(PatternRule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What kind of statement ``pattern`` makes of its ``NUM``.

    ``difference`` is ``growth`` for a number in per cent or times and ``change`` for any other. ``same`` is
    what the number before it was found to be, if that has the same unit; ``alike`` asks for no same unit, and
    ``carried`` goes on from the sentence before as well. A
    ``sign`` of -1 makes a change or growth negative, and so does a word in square brackets whose tag has it.
    """

    measure: Literal["level", "change", "growth", "rank", "difference", "same", "alike", "carried"]
    sign: Literal[-1, 1] = 1
