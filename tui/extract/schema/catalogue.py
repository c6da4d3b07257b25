"""The catalogue of indicators: statistics with a name in each language."""

from tui.extract.schema.base import Rule


class IndicatorRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A statistic; claims of any language whose subject names it share its ``id``.

    ``en`` and ``zh`` are its usual names, the first one the best; names in further languages stand under
    ``names``. ``kind`` says what it is (``stock``, ``flow``, ``rate``, ``price`` …) and ``units`` which units
    its level may have: a claim of another unit is the indicator's only if it is a growth or a change.
    ``unlike`` are words that make a name mean something else.
    """

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = {}
    kind: str = ""
    units: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
