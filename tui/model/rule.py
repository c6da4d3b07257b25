"""What every entry of a rule file has in common, and the kinds that describe articles rather than claims."""

import re
from typing import Any, ClassVar, Literal

from msgspec import Struct, field
from msgspec.structs import force_setattr

HeaderRole = Literal["form", "date", "other", "page", "address", "title", "furniture", "tail"]

_LINE_END = re.compile(r"\n *")

# What stands in the expressions of heads for a date of any form, for one that may leave out its year, and for
# the name of any month.
ANY_DATE, ANY_DAY, ANY_MONTH = "{date}", "{day}", "{month}"

# The named groups that the expression of a role must have.
HEADER_GROUPS: dict[HeaderRole, tuple[str, ...]] = {
    "form": ("year", "month", "day"),
    "date": ("month",),
    "other": (),
    "page": ("year", "month", "day"),
    "address": ("year", "month", "day"),
    "title": ("title",),
    "furniture": (),
    "tail": (),
}


class Rule(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One entry of a rule file.

    ``id`` names it in ``why``, in ``off`` lists and in overrides: a later pack's entry with the same id wins.
    Each of ``examples`` is a text under ``text`` with the fields that this rule gives a claim there; ``not``
    lists texts in which the rule must not fire; ``note`` says why the rule is so.

    Every rule needs both, except those of a kind that says in ``unproven`` why it can't have them.
    """

    unproven: ClassVar[str] = ""
    # The fields that are regular expressions, and whether these tell small letters from capitals.
    expressions: ClassVar[tuple[str, ...]] = ()
    cased: ClassVar[bool] = False

    id: str
    note: str = ""
    examples: tuple[dict[str, Any], ...] = ()
    counterexamples: tuple[str, ...] = field(name="not", default=())

    def __post_init__(self) -> None:
        """Put the lines of each expression together."""
        for name in self.expressions:
            force_setattr(self, name, one_line(getattr(self, name)))


def one_line(expression: Any) -> Any:
    """An expression, or a list of them, without its line ends and the spaces that begin a line."""
    if isinstance(expression, str):
        return _LINE_END.sub("", expression) if "\n" in expression else expression
    return tuple(map(one_line, expression)) if isinstance(expression, tuple) else expression


class PackInfo(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A pack's ``pack.yaml``: the language it is about (none: it serves all) and the ids it switches off."""

    name: str
    language: str | None = None
    off: tuple[str, ...] = ()
    note: str = ""


class HeaderRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """How the head of an article is laid out: ``headers.yaml``.

    ``role`` says what a match of the regular expression ``match`` means:

    - ``form``: a way of writing a date, in the groups ``year``, which may be missing from a text, ``month``
      and ``day``; ``{month}`` stands for the name of any month. Other expressions say ``{date}``, once, for a
      date of any form that names its year, or ``{day}`` for one that may leave it out.
    - ``date``: the day of publication, as ``{date}`` or ``{day}`` or in the groups ``year``, ``month`` and
      ``day``. A missing year is inferred; a missing day gives a month. Of several the lowest ``rank`` wins.
      ``lag`` is how many months after the named month the text comes out, ``era`` the year before the first
      one of the calendar in which its own group ``year`` counts.
    - ``other``: words that stand before a date in its line if it is not the day of publication.
    - ``page``: a full date of the page around the article, which only helps to find a missing year.
    - ``address``: a full date in the address of the page; the article's own where nothing else tells one.
    - ``title``: a line that names the title, in the group ``title``.
    - ``furniture``: a line that is no title.
    - ``tail``: a line behind which, in the second half of a page, stand other articles only: they date
      nothing and are furniture, unless a paragraph of several sentences tells that the article goes on.
    """

    expressions: ClassVar[tuple[str, ...]] = ("match",)

    role: HeaderRole
    match: str
    rank: int = 50
    lag: int = 0
    era: int = 0

    def fault(self) -> str | None:
        """Why the expression can't be used: it does not compile, or lacks a group that its role needs."""
        form = self.role == "form"
        try:
            # Names of months differ in length, and a form is compiled as one of many.
            groups = re.compile(
                ("(?!)|" if form else "") + self.match.replace(ANY_MONTH, "(?:a|bc)")
            ).groupindex
        except (re.error, RecursionError, OverflowError) as error:
            return f"match is no valid regular expression: {error}"
        if form and (not groups.keys() <= {*HEADER_GROUPS["form"]} or "(?P=" in self.match):
            return "match of a form may have the groups year, month and day only, each said once"
        marks = self.match.count(ANY_DATE) + self.match.count(ANY_DAY)
        if marks > 1:
            return f"match may say {ANY_DATE} or {ANY_DAY} once only"
        dated = marks and self.role in {"date", "page", "address"}
        needed = () if dated else HEADER_GROUPS[self.role]
        missing = [name for name in needed if name not in groups]
        return f"match of a {self.role} needs the group (?P<{missing[0]}>...)" if missing else None


class LanguageRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """How a language is recognised: ``language.yaml``.

    ``words`` are its commonest words, ``letters`` the commonest of its characters outside ASCII, ``han`` says
    that it is written in Chinese characters; ``encodings`` are what its files use besides Unicode (Python's
    names); ``months`` gives the number of each name of a month; ``possessive`` is what whoever something
    belongs to ends with.
    """

    unproven: ClassVar[str] = "it describes a whole language, which no single text shows"

    words: tuple[str, ...] = ()
    letters: str = ""
    han: bool = False
    encodings: tuple[str, ...] = ()
    months: dict[str, int] = field(default_factory=dict)
    possessive: tuple[str, ...] = ()


class SentenceRule(Rule, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where sentences end: regular expressions whose match ends one, and words after which none ends."""

    expressions: ClassVar[tuple[str, ...]] = ("breaks",)
    cased: ClassVar[bool] = True

    breaks: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
