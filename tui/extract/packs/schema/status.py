"""Rules that tell what has come about from what is planned."""

from typing import ClassVar, Literal

from tui.extract.packs.schema.base import Rule

Reach = Literal["back", "next", "clause", "sentence", "document", "section", "item"]


class StatusRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Words that say that the numbers they reach are ``planned`` or ``actual``.

    ``reach`` goes from the words on: nowhere but to the number right before them (``back``), to the next
    number only, to the end of their clause, or through the
    sentence until words of the other kind. ``back`` lets them reach back to the beginning of their clause,
    for numbers before which nothing else is said, but not across what ``unless`` matches. A rule of reach
    ``document`` is looked for in the headline and makes its status that of every number about which nothing
    else is said; one of reach ``section`` is looked for in headings and does so up to the next it fits.
    One of reach ``item`` matches how items begin, which have the status of the sentence that announces them
    with a colon.
    A ``title`` rule is for headlines only. Words that ``hold`` name a plan by itself, whose old value was
    planned as well; those of the ``past`` tell what was once expected of a time that is over. ``weak`` ones
    give way to the heading of a section that looks back or ahead.
    """

    expressions: ClassVar[tuple[str, ...]] = ("match", "unless")
    cased: ClassVar[bool] = True

    match: str
    status: Literal["planned", "actual"] = "planned"
    reach: Reach = "sentence"
    back: bool = False
    unless: str = ""
    title: bool = False
    holds: bool = False
    past: bool = False
    weak: bool = False
