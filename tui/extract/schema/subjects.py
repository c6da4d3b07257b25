"""Rules that find what a number measures."""

from typing import Literal

from tui.extract.schema.tags import PatternRule


class SubjectRule(PatternRule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where the subject of ``NUM`` stands: the part of ``pattern`` in square brackets.

    Several bracketed parts are joined. ``take: previous`` gives the subject of the number before instead, and
    what is bracketed then stands behind it. ``measures`` limits the rule to some measures. The first rule that
    finds a phrase wins.
    """

    take: Literal["words", "previous"] = "words"
    measures: tuple[str, ...] = ()
