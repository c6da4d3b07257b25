"""The catalogue of indicators: statistics with a name in each language."""

from typing import Literal

from msgspec import field

from tui.extract.packs.schema.base import Rule


class IndicatorRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A statistic; claims of any language whose subject names it share its ``id``.

    ``en`` and ``zh`` are its usual names, the first one the best; those in further languages stand under
    ``names``. ``kind`` says what its level is: a ``count``, an amount of ``money``, a ``rate``, an
    ``index`` or another ``amount``. ``unlike`` are words that make a name mean something else.
    """

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kind: Literal["count", "money", "rate", "index", "amount"]
    unlike: tuple[str, ...] = ()
