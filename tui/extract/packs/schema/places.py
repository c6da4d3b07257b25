"""Places, bodies and firms: their names, the words that stand for them, and what takes a figure from them."""

from typing import ClassVar, Literal

from msgspec import field

from tui.extract.packs.schema.base import Rule

# A region is part of one country or made of several, as an autonomous region and the euro zone are; an area
# is made of provinces of one country, as the Yangtze River Delta is, and what lies in it isn't listed.
PlaceKind = Literal[
    "world",
    "area",
    "region",
    "country",
    "state",
    "province",
    "city",
    "county",
    "district",
    "town",
    "village",
    "site",
    "body",
    "firm",
]

# What stands between, before or behind names tells these, their surroundings the other roles.
JointRole = Literal[
    "lead",
    "after",
    "joint",
    "turns",
    "each",
    "holds",
    "within",
    "again",
    "opens",
    "owns",
    "closes",
    "stays",
    "sites",
    "says",
    "ours",
    "heads",
]
CueRole = Literal["none", "apart", "part", "source", "dateline", JointRole]


class GazetteerRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Names of places, a line of ``places`` for each: its names split by ``|``, behind ``:`` what is inside.

    ``names`` are those of the place of kind ``kind`` that holds them all, and the lines are of kind
    ``inner``; without ``names`` the lines are of kind ``kind``. ``within`` is a name of what holds the whole,
    ``endings`` give the kinds of the places behind ``:`` by the last character. Marks before a name: ``~`` it
    is a common word and counts only behind what holds it or, unless it is a district, in an article that has
    it in full; ``=`` an adjective; ``!`` not at the beginning of a sentence. ``SHORT/FULL``: a short form
    that isn't the full one without its end. ``NAME=ROMANISED`` gives a name behind ``:`` one in Latin
    letters, or several; that of a county or district counts only in company, as one with ``~`` does. With
    ``parts``, the kind of what is behind ``:``, and in a line without ``:``, places are split by ``;``; one
    that is known already only gets the names and the holder that it lacks.
    """

    kind: PlaceKind
    within: str = ""
    names: str = ""
    inner: PlaceKind | None = None
    parts: PlaceKind | None = None
    endings: dict[str, PlaceKind] = field(default_factory=dict)
    places: str = ""


class PlaceRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What else names a place.

    ``match`` lists words; they stand for ``place``, or by ``refers`` for a place of one of these kinds that
    the article has named: its home if it is of the kind and ``nearest`` is off, else the last one before. A
    country or province that opens a sentence is meant in it and in the next, but not by ``own`` ("ours").
    With both, what it refers to wins where the article names other countries only. Words that stand ``alone``
    are themselves the place where the article names none that they could mean. ``units`` are the money by
    which an article that names no place at all is known for one of ``place``. Words that are ``measured``
    stay words of subjects, as in council tax. ``suffixes`` end names that no list has (``X District``); such
    a name begins behind one of ``stops`` or, with ``capitals``, with the first capitalised word before the
    suffix, or with ``whole`` with a place's name right in it. ``keep`` says that the suffix is part of the
    name, ``ends`` that no name goes on behind it; ``least`` and ``most`` are how many characters or words may
    come before it, and words that are all ``generic`` make it no name, or where suffixes aren't kept one with
    its suffix. ``learn`` are expressions whose first group is a name, which then counts everywhere in the
    article; with ``early`` only its first sentences introduce one. A second group is its short form, which
    counts where a word begins, or with ``inside`` the name of what holds it, which must be known: by its kind
    ``inside`` tells the kind of the name. Where ``among`` lists words, only sentences that have one of them
    introduce names: "Provinces where it fell were Wherry (3%) and Stolm (2%)". ``titled`` is a rule for what
    the title names and the article goes on telling of, where nothing else says what the article is about or
    where words such as "the company" stand for it; none of ``stops``. A ``respelled`` rule is for articles
    only that are read with other characters than they are written with.
    """

    expressions: ClassVar[tuple[str, ...]] = ("learn",)
    cased: ClassVar[bool] = True

    kind: PlaceKind = "site"
    match: tuple[str, ...] = ()
    place: str | None = None
    refers: tuple[PlaceKind, ...] = ()
    nearest: bool = False
    own: bool = False
    alone: bool = False
    measured: bool = False
    units: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    whole: bool = False
    stops: tuple[str, ...] = ()
    capitals: bool = False
    keep: bool = True
    ends: bool = False
    least: int = 2
    most: int = 18
    generic: tuple[str, ...] = ()
    learn: tuple[str, ...] = ()
    early: bool = False
    inside: dict[str, PlaceKind] = field(default_factory=dict)
    among: tuple[str, ...] = ()
    titled: bool = False
    respelled: bool = False


class PlaceCueRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What surroundings say about a name: expressions that end at it (``before``) or begin behind it.

    ``role`` is ``none`` (no place at all), ``apart`` (a partner, a destination, a yardstick: figures are not
    its), ``part`` (the whole that a share is of), ``source`` (where the news comes from) or ``dateline`` (the
    same, but only in the sentence that the article begins with behind its title). ``match`` restricts the
    rule to these names in any case, an id of a place rule to its words; ``kinds`` restricts it to these
    kinds. Both sides must hold where both are given.

    Other roles have ``before`` only: what may stand between the beginning of a clause and the place it is
    about (``lead``), between a number and its place (``after``), between places of one list (``joint``),
    between a figure and the place that takes over behind it (``turns``), between a place and a smaller one
    inside (``holds``) or one around it (``within``); the words that tell that each place of a list has its
    own number (``each``), and those that carry on with the place before (``again``) at the beginning of a
    sentence; and what a short name must stand behind to be more than the ends of two words (``opens``), and
    between a place and the number it owns at any rate (``owns``). What stands between what a clause is about
    and a place where that did something (``sites``) takes the figures from the latter; what says behind a
    list how many its places are (``closes``), from all of them. A paragraph that begins with who speaks, or
    with what points back, is still about the place of the one before (``stays``). What begins behind a
    quotation like this tells who said it (``says``), and a place named there owns the figures of the
    quotation if that speaks of the speaker's own (``ours``), a firm or site also if the speaker is said to
    lead it (``heads``).
    """

    expressions: ClassVar[tuple[str, ...]] = ("before", "after")
    cased: ClassVar[bool] = True

    role: CueRole
    match: tuple[str, ...] = ()
    kinds: tuple[PlaceKind, ...] = ()
    before: str = ""
    after: str = ""
