"""Rules that find what a number measures."""

from typing import Literal

from tui.extract.packs.schema.tags import PatternRule

Take = Literal["words", "previous", "share", "abreast", "kindred", "pair", "counted", "kin", "those", "owner"]


class SubjectRule(PatternRule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where the subject of ``NUM`` stands: the part of ``pattern`` in square brackets.

    ``take`` says what is done with it. ``words``: it is the subject; several bracketed parts are joined.
    ``owner``: the last of them comes first: whose length it is.
    ``previous``: the subject of the number before is, with what is bracketed behind it. ``share``: what is
    bracketed is a list as long as the list of numbers, and each number gets its own item. ``abreast``: each
    number of a list gets the subject of its fellow in the list before.
    ``pair`` does so with the numbers of a sentence before.
    ``kindred``: the number has the subject of the nearest one before it in the sentence that has its unit.
    ``kin``: as ``previous``, but with that of the nearest number before that has its unit.
    ``those``: it has that of the nearest number before that counts or shares out people, firms or homes.
    ``counted``: it has that of the nearest number before that counts something.
    ``measures`` limits the rule to some measures. What it names may be ``part`` of a whole of which later
    sentences go on to tell. The first rule that finds a phrase wins.
    """

    take: Take = "words"
    measures: tuple[str, ...] = ()
    part: bool = False
