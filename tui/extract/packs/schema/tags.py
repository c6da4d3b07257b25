"""Words by the part they play in a sentence, and the phrases built of them."""

from typing import Literal

from tui.extract.packs.schema.base import Rule


class TagRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Words that play the same part, under one ``tag``; of several lists that hold a word the last one wins.

    ``words`` may hold several words with spaces. ``endings`` give the tag to words that no list names and
    that end so, in languages that put spaces between words. ``only`` is for words that play their part
    directly before or behind a number, or behind a time, and nowhere else, as single characters often do. A
    word of each example must get the tag, and no word of a text under ``not`` may have it in the end.
    Words of a ``sign`` of -1 tell of less, as does the measure whose pattern has them in square brackets; one
    list of a tag says so for all.
    """

    tag: str
    only: Literal["", "before", "behind", "time"] = ""
    words: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    sign: Literal[-1, 1] = 1


class ChunkRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A phrase by ``name``, which patterns call as ``{name}``; ``pattern`` may use the chunks before it.

    Some names are asked for by the program itself: ``lead`` and ``tail`` are what is cut from the beginning
    and the end of a subject; the notes of the built-in ones tell what others are for. In an example
    ``phrase`` are words of the text that are such a phrase; each text under ``not`` is, as a whole, none.
    """

    name: str
    pattern: str


class RetagRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What ``pattern`` has in square brackets gets ``tag``: words whose neighbours tell their part."""

    pattern: str
    tag: str


class PatternRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A rule with a ``pattern`` over tags, for all ``units`` or some.

    Units are percent, money, time, rank or count; of counts a ``part`` is one such as a third, or twice, a
    ``length`` one such as a metre, and a ``thing`` what is neither a measure nor people.
    """

    pattern: str
    units: tuple[str, ...] = ()
