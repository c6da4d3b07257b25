"""How a language writes numbers."""

from decimal import Decimal
from typing import ClassVar

from msgspec import field

from tui.extract.packs.schema.base import Rule


class GrammarRule(Rule, frozen=True, kw_only=True):
    """How numerals join. One entry serves a language.

    ``thousands`` groups digits by three and ``decimal`` begins their fraction; with ``pairs``, those before
    the last three may also stand by two (2,79,837); ``joint`` is a regular expression for what may stand
    between the words of one numeral; ``spaced`` says that words are separated,
    so that a number ends where a word does; ``inner`` are words of approximation between a number and its
    scale; ``vague`` words before a scale say several of it, but not behind ``not_vague_after``; ``elliptic``
    lets a last digit stand for tenths of the scale before it; ``ranges`` join two numbers to a range, both
    ends may carry one of ``range_units``, or of the words of units but ``no_range_units``, behind and of
    ``range_signs`` before them; ``no_range_after`` are words before a pair that is none, with
    ``no_range_gap`` between, unless ``range_anyway`` ends there; each with its unit they are none behind
    ``changed`` (a rise of 3 miles to 8 miles); any pair is one that ``ranging`` stands before or
    ``ranging_behind`` behind (ranging from 5 to 80), where they may be joined by one of ``ranging_joints``;
    digits may also be grouped by one of ``spaces``, but not behind ``ungrouped_after``; ``list_joints`` join
    numbers to a list; behind ``count_of`` stands what is counted, and ``count_behind`` may part a number
    from it (a rise of 9 in sales); ``again`` are words between two numbers that say the same in other units;
    ``determiners`` may stand between a number and its noun, ``helpers`` between a number and what happened
    to those who are counted; ``between`` are words before a range and within;
    ``attributive`` are plurals that only say of what kind a plural behind them is (skills training bases);
    behind ``compared`` a number without a noun is of the unit of the number before.
    ``parts`` are words behind which numbers without a noun are parts of the number before those words.
    ``sharers`` are those of whom each may have so many, as rules of per.yaml call by ``{sharer}``.
    ``point`` are words for the decimal mark of a number in words, unless ``not_point`` follows its decimals
    or one of ``not_point_after`` stands before it; ``minus`` is a regular expression for what stands before a
    number below zero, ``below_zero`` for what stands behind one,
    ``degrees`` for what stands behind one that a mere sign puts below zero,
    and ``plus`` for the word that tells, like the sign, how much more there is of something in brackets.
    ``scale_joints`` join two scales that say several (hundreds of thousands); four digits behind a scale are
    a year, and none of its number, before one of ``year_marks``.
    """

    expressions: ClassVar[tuple[str, ...]] = (
        "joint",
        "range_anyway",
        "changed",
        "ranging",
        "ranging_behind",
        "no_range_gap",
        "attributive",
        "compared",
        "not_point",
        "minus",
        "plus",
        "below_zero",
        "degrees",
    )

    thousands: str = ","
    pairs: bool = False
    spaces: tuple[str, ...] = ()
    ungrouped_after: tuple[str, ...] = ()
    decimal: str = "."
    joint: str = ""
    spaced: bool = True
    inner: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    not_vague_after: tuple[str, ...] = ()
    elliptic: bool = False
    ranges: tuple[str, ...] = ()
    range_units: tuple[str, ...] = ()
    no_range_units: tuple[str, ...] = ()
    word_ranges: tuple[str, ...] = ()
    no_range_after: tuple[str, ...] = ()
    no_range_gap: str = r"\s?"
    range_signs: tuple[str, ...] = ()
    range_anyway: str = ""
    changed: str = ""
    ranging: str = ""
    ranging_behind: str = ""
    ranging_joints: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    between: dict[str, str] = field(default_factory=dict)
    count_of: tuple[str, ...] = ()
    count_behind: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    sharers: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    attributive: str = ""
    compared: str = ""
    list_joints: tuple[str, ...] = ()
    ordinal_prefix: tuple[str, ...] = ()
    ordinal_suffix: tuple[str, ...] = ()
    point: tuple[str, ...] = ()
    not_point: str = "(?!)"
    not_point_after: tuple[str, ...] = ()
    minus: str = "(?!)"
    plus: str = "(?!)"
    below_zero: str = "(?!)"
    degrees: str = "(?!)"
    scale_joints: tuple[str, ...] = ()
    year_marks: tuple[str, ...] = ()


class NumeralRule(Rule, frozen=True, kw_only=True):
    """Words for numbers; as ``ordinal`` they say a place in a row.

    Where words aren't spaced, ``where`` is a regular expression for one of them that is a numeral; without it
    they are numerals wherever they stand.
    """

    expressions: ClassVar[tuple[str, ...]] = ("where",)

    words: dict[str, Decimal]
    ordinal: bool = False
    where: str = ""


class ScaleRule(Rule, frozen=True, kw_only=True):
    """Words that multiply what stands before them.

    ``alone`` may begin a numeral; ``glued`` only counts directly behind digits; ``spelled`` only multiplies
    number words, not digits; ``digital`` only digits, a space apart; ``not_before`` is a regular expression
    for what follows where it is no scale.
    """

    expressions: ClassVar[tuple[str, ...]] = ("not_before",)

    match: tuple[str, ...]
    value: Decimal
    alone: bool = False
    glued: bool = False
    spelled: bool = False
    digital: bool = False
    plural: tuple[str, ...] = ()
    not_before: str = ""


class PercentRule(Rule, frozen=True, kw_only=True):
    """Signs and words that belong to a number's span and give it a unit and a factor.

    ``prefix`` ones stand before the number; those with ``tails`` may carry one of these words behind them, or
    one more digit of tenths. With ``below`` only smaller numbers are multiplied by the factor.
    """

    expressions: ClassVar[tuple[str, ...]] = ("not_before",)

    match: tuple[str, ...]
    unit: str
    factor: Decimal = Decimal(1)
    below: Decimal | None = None
    prefix: bool = False
    tails: dict[str, Decimal] = field(default_factory=dict)
    not_before: str = ""


class FractionRule(Rule, frozen=True, kw_only=True):
    """A fraction or a mixed number: a regular expression with the groups ``num`` and ``den``.

    ``{n}`` in it stands for any numeral; ``names`` gives the value of a part that is no numeral. Without
    ``num`` it is one part. A group ``whole`` stands for what the fraction is added to, ``tenths`` for
    decimals instead of a fraction, ``sign`` for a character that is one, ``scale`` for words that multiply
    the sum, ``unit`` for a unit within, whose name ``units`` gives. A fraction is a share unless it is a
    ``numeral``, which counts what follows; a mixed number is one.
    """

    expressions: ClassVar[tuple[str, ...]] = ("pattern",)

    pattern: str
    names: dict[str, Decimal] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    numeral: bool = False


class FixedRule(Rule, frozen=True, kw_only=True):
    """Words that are a quantity by themselves: half, doubled.

    ``value`` is that of all words, or ``match`` tells one for each. Without a ``unit`` it is a numeral (half
    a million). ``not_before`` is a regular expression for what may not follow, ``not_after`` lists what may
    not precede.
    """

    expressions: ClassVar[tuple[str, ...]] = ("not_before",)

    match: tuple[str, ...] | dict[str, Decimal]
    value: Decimal = Decimal(0)
    unit: str = ""
    measure: str | None = None
    bound: str | None = None
    not_before: str = ""
    not_after: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse words without a value."""
        super().__post_init__()
        if not self.value and not isinstance(self.match, dict):
            raise ValueError("value is missing: give one, or one for each word of match")
