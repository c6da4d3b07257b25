"""What counts as the same answer when extraction is measured: ``tolerances.yaml``."""

from typing import ClassVar

from tui.extract.packs.schema.base import Rule


class ToleranceRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Differences that no reviewer would mend.

    ``units`` are sets of units that count as one; ``place_parts`` are words (at word boundaries) and
    ``place_endings`` are pieces that a place's name may have or lack.
    """

    unproven: ClassVar[str] = "it is about how results are compared, not about texts"

    units: tuple[tuple[str, ...], ...] = ()
    place_parts: tuple[str, ...] = ()
    place_endings: tuple[str, ...] = ()
