"""What a number counts: units, denominators and bounds."""

from decimal import Decimal
from typing import ClassVar, Literal

import msgspec

from tui.extract.packs.schema.base import Rule
from tui.model import Bound

PERSON = "person"


# Words of one unit; of a family, such as currencies, each with its own.
Words = tuple[str, ...] | dict[str, str]


class Counting(Rule, frozen=True, kw_only=True):
    """Words that tell a ``unit``, which is that of them all unless ``match`` tells one for each."""

    match: Words = ()
    unit: str = ""

    def __post_init__(self) -> None:
        """Refuse words without a unit."""
        super().__post_init__()
        told = any(isinstance(getattr(self, name, None), dict) for name in ("match", "before"))
        if not self.unit and not told:
            raise ValueError("unit is missing: give one, or one for each word of match")


class UnitRule(Counting, frozen=True, kw_only=True):
    """Words directly behind a number that are its unit, such as km; those in ``before`` stand before it.

    ``before`` may tell a unit for each word, as ``match`` may. Each of ``prefixes`` makes another unit of
    each word in ``match``, whose own unit stands for ``{}``: with ``kilo: 'k{}'`` a meter makes a km, too.
    A prefix with ``{}`` says where the word stands, as ``{} squared`` does.
    ``national`` gives another unit where one of its words stands in the sentence or at the article's head,
    as yuan are another currency in Taiwan; ``home`` does so where one of its words stands anywhere in the
    article, and ``not_home``, a regular expression, matches nowhere in it. ``not_before`` is a regular
    expression for what may not follow. ``factor`` is how much of ``unit`` one is: a penny is 0.01 of a pound.
    ``after_percent`` is the unit behind a percentage of the same sentence: points are then percentage points;
    they are so too behind ``rate_before``, a regular expression for the sentence's words before the number.
    A number counts one of the units in ``of`` instead where a noun of that unit stands right before it.
    ``untold`` is a regular expression for the words right before a number that leaves this unit out; the
    number is no smaller than ``least``.
    """

    expressions: ClassVar[tuple[str, ...]] = ("not_before", "not_home", "rate_before", "untold")

    before: Words = ()
    prefixes: dict[str, str] = msgspec.field(default_factory=dict)
    national: dict[str, str] = msgspec.field(default_factory=dict)
    home: dict[str, str] = msgspec.field(default_factory=dict)
    not_home: str = ""
    not_before: str = ""
    factor: Decimal = Decimal(1)
    after_percent: str = ""
    rate_before: str = ""
    untold: str = ""
    least: int = 0
    of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Add the words that the prefixes make, once: a copy of the rule has them."""
        super().__post_init__()
        if self.prefixes:
            units = self.match if isinstance(self.match, dict) else dict.fromkeys(self.match, self.unit)
            made = {
                (prefix.replace("{}", word) if "{}" in prefix else prefix + word): told.replace("{}", unit)
                for prefix, told in self.prefixes.items()
                for word, unit in units.items()
            }
            msgspec.structs.force_setattr(self, "match", made | units)
            msgspec.structs.force_setattr(self, "prefixes", {})


class CounterRule(Counting, frozen=True, kw_only=True):
    """Words that count what a noun names; ``unit`` is what they count where no noun is found.

    ``fixed`` counters say all by themselves and need no noun; only those with ``people`` may count persons.
    A counter with ``kinds`` counts nothing else than these units and its own.
    """

    expressions: ClassVar[tuple[str, ...]] = ("not_before",)

    match: Words
    fixed: bool = False
    people: bool = False
    kinds: tuple[str, ...] = ()
    not_before: str = ""

    def may_count(self, unit: str) -> bool:
        """Whether it counts what is of this unit."""
        return (self.people or unit != PERSON) and (not self.kinds or unit in self.kinds)


class NounRule(Counting, frozen=True, kw_only=True):
    """Nouns and the unit of which they are: one entry lists all words for one unit, or tells one for each.

    Words that no entry lists are of the unit whose ``endings`` they have; ``behind`` is false for words that
    only tell the unit of a number standing behind them (rates and totals). Those that are a ``whole``, as
    cities are, are looked for only behind the number: before it they say where, not what.
    """

    endings: tuple[str, ...] = ()
    behind: bool = True
    whole: bool = False


class StopRule(Rule, frozen=True, kw_only=True):
    """Words that end the phrase a number counts; those that ``link`` or ``join`` do so only behind a noun.

    What links is part of the phrase before its noun, what joins only stands between two of its adjectives.
    Where words aren't spaced, those that ``part`` end the phrase at a distance behind its noun too, and those
    that ``bar`` end it before its noun as well. Who does what they tell right behind a number is of their
    ``unit``, unless they are some of those counted before: "215 got letters".
    """

    unproven: ClassVar[str] = "its words only end the phrases that nouns and counters show"

    match: tuple[str, ...]
    link: bool = False
    join: bool = False
    part: bool = False
    bar: bool = False
    unit: str = ""


class SingularRule(Rule, frozen=True, kw_only=True):
    """How a plural becomes singular: whole ``words``, then the first of ``endings`` that fits.

    Words in ``never``, and those with one of ``never_endings``, look like plurals and are none.
    """

    unproven: ClassVar[str] = "it serves the nouns, whose examples show it"

    endings: dict[str, str] = msgspec.field(default_factory=dict)
    words: dict[str, str] = msgspec.field(default_factory=dict)
    never: tuple[str, ...] = ()
    never_endings: tuple[str, ...] = ()


class BoundRule(Rule, frozen=True, kw_only=True):
    """Words that limit a number: ``before`` stand directly before it, ``after`` behind it or its unit.

    ``across`` is a regular expression for what stands between the words in ``before`` and the number, where
    anything does. ``unit`` limits to numbers of that unit; ``not_after`` is a regular expression for what may
    not stand before the words in ``before``: prices that edged up to 5 are at 5. ``not_behind`` is one for
    what may not stand behind the number and its unit: "below the target of 5%" says that the target is 5%.
    """

    expressions: ClassVar[tuple[str, ...]] = ("across", "not_after", "not_behind")

    bound: Bound
    before: tuple[str, ...] = ()
    across: str = ""
    after: tuple[str, ...] = ()
    unit: str | None = None
    not_after: str = ""
    not_behind: str = ""


class PerRule(Rule, frozen=True, kw_only=True):
    """Words that say per what a number counts; all are regular expressions.

    ``behind`` is looked for behind the number up to the end of its clause, ``before`` in its clause before
    it, or with ``opens`` in the sentence before it. A group ``noun`` in one names the denominator, else
    ``per`` does. With ``reach`` the words before govern the following clauses of the sentence too, until one
    of ``ends``; with ``same_unit`` only numbers of the same unit. ``units`` and ``not_units`` limit the rule
    to numbers of some units. A ``counted`` rule is per what the nearest number before counts, and ``per`` is
    what it says where there is none. ``whose`` is found in the subject of a sum that only says whose it is,
    behind one whose name tells the denominator: "a mean yearly wage of 50,000; clerks, 40,000".
    """

    expressions: ClassVar[tuple[str, ...]] = ("behind", "before", "ends", "whose")

    per: str = ""
    behind: str = ""
    before: str = ""
    reach: bool = False
    same_unit: bool = False
    ends: str = ""
    whose: str = ""
    units: tuple[str, ...] = ()
    not_units: tuple[str, ...] = ()
    words: dict[str, str] = msgspec.field(default_factory=dict)
    counted: bool = False
    opens: bool = False


class DoubtRule(Rule, frozen=True, kw_only=True):
    """What lowers confidence: a ``doubt`` that a stage raised, or something about the claim that holds.

    That is a ``field`` whose value ``matches``, which a rule set whose id is like ``by``, and of which
    ``where`` holds: ``away``, that the claim's own sentence doesn't name it and the article isn't about it;
    ``beside``, that the sentence names another; ``undated``, that neither the article's head nor the sentence
    tells its year, or ``guessed``, that the text speaks for another year almost as much besides. Or it is a
    line of one of these ``roles``. With ``most`` it is about the article: all its claims are in doubt where
    that holds of so large a share of them. ``factor`` is what it leaves of the confidence. A reviewer sees
    the doubt unless it is ``silent``.
    """

    expressions: ClassVar[tuple[str, ...]] = ("matches", "by")
    cased: ClassVar[bool] = True

    unproven: ClassVar[str] = "it is measured on annotated articles, not shown by one text"

    doubt: str
    factor: float
    field: str = ""
    matches: str | None = None
    by: str | None = None
    where: Literal["", "away", "beside", "undated", "guessed"] = ""
    most: float = 0.0
    roles: tuple[str, ...] = ()
    silent: bool = False
