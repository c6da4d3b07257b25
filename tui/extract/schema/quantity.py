"""What a number counts: units, denominators and bounds."""

from tui.extract.schema.base import Rule


class UnitRule(Rule, frozen=True, kw_only=True):
    """Words behind a number that are its unit (``before``: before it), such as km, yuan or a currency sign.

    ``national`` units are money whose currency is the country's the text speaks of, if that is named.
    """

    match: tuple[str, ...]
    unit: str
    before: tuple[str, ...] = ()
    not_before: str = ""


class CounterRule(Rule, frozen=True, kw_only=True):
    """Words that count what a noun names; ``unit`` is what they count where no noun is found.

    ``fixed`` counters say all by themselves and need no noun.
    """

    match: tuple[str, ...]
    unit: str
    fixed: bool = False
    not_before: str = ""


class NounRule(Rule, frozen=True, kw_only=True):
    """Nouns and the unit of which they are: one entry lists all words for one unit."""

    match: tuple[str, ...]
    unit: str


class StopRule(Rule, frozen=True, kw_only=True):
    """Words that end the phrase a number counts, and with ``skip`` words to be passed over inside it."""

    match: tuple[str, ...]
    skip: bool = False


class SingularRule(Rule, frozen=True, kw_only=True):
    """How a plural ending becomes singular; the first ending that fits counts. ``words`` are exceptions."""

    endings: dict[str, str] = {}
    words: dict[str, str] = {}
    invariant: tuple[str, ...] = ()


class BoundRule(Rule, frozen=True, kw_only=True):
    """Words that limit a number: ``before`` stand directly before it, ``after`` behind it or its unit."""

    bound: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_before: str = ""


class PerRule(Rule, frozen=True, kw_only=True):
    """Words that say per what a number counts.

    ``behind`` stand behind the number's unit or noun, ``before`` anywhere in its clause before it; ``reach``
    lets those before govern the following clauses too, until one of ``ends``.
    """

    per: str
    behind: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    reach: bool = False
    ends: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


class DoubtRule(Rule, frozen=True, kw_only=True):
    """What lowers confidence: a doubt or a condition, in words, with the factor it multiplies by."""

    doubt: str
    factor: float
    text: str = ""
