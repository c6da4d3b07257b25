"""What every entry of a rule file has in common."""

from typing import Any

from msgspec import Struct, field


class Rule(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One entry of a rule file.

    ``id`` names it in ``why``, in ``off`` lists and in overrides: a later pack's entry with the same id wins.
    Each of ``examples`` is a text under ``text`` with the fields that this rule gives a claim there; ``not``
    lists texts in which the rule must not fire; ``note`` says why the rule is so.
    """

    id: str
    note: str = ""
    examples: tuple[dict[str, Any], ...] = ()
    counterexamples: tuple[str, ...] = field(name="not", default=())


class PackInfo(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A pack's ``pack.yaml``: the language it is about (none: it serves all) and the ids it switches off."""

    name: str
    language: str | None = None
    off: tuple[str, ...] = ()
    note: str = ""
