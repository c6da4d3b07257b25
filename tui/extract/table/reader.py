"""Reads the pieces of a table: a text with a number as the article would be read, and units."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tui.extract import sentences
from tui.extract.document import Document, Draft
from tui.extract.expressions.wordlist import small
from tui.extract.layout.words import TableWords, table_words
from tui.extract.number import numbers
from tui.extract.number.numerals import Numerals, numerals
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import CounterRule
from tui.extract.quantity import quantity
from tui.extract.quantity.lexicon import Lexicon, lexicon
from tui.extract.statement import measures
from tui.model import Article

# So much of the article is read with a heading: it tells whose currency is meant.
LEAD = 150
_NAMED = re.compile(r"^\w{1,6}\s?[:\uff1a]")
_SIGN = re.compile(r"^([^\w\s]{1,3})\s?")
# "000s", "'000 tonnes".
_THOUSANDS = re.compile(r"^['\u2018\u2019]?000s?\b")
_THOUSAND = "1,000"


@dataclass(frozen=True, slots=True)
class Unit:
    """What one of a table's numbers is worth: a unit, empty where only a scale is told, and a scale."""

    unit: str
    scale: Decimal
    counter: str = ""
    per: str | None = None


PERCENT = Unit("%", Decimal(1))


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads pieces of an article's table in the table's language."""

    document: Document
    rules: RuleSet
    language: str

    @property
    def words(self) -> TableWords:
        """The words of tables."""
        return table_words(self.rules, self.language)

    @property
    def joint(self) -> str:
        """What stands between words."""
        return " " if self._lexicon.spaced else ""

    @property
    def spaced(self) -> bool:
        """Whether something does."""
        return self._lexicon.spaced

    @property
    def _lexicon(self) -> Lexicon:
        return lexicon(self.rules, self.language)

    @property
    def _grammar(self) -> Numerals:
        return numerals(self.rules, self.language)

    def read(self, said: str) -> Draft | None:
        """The first number of a text as the article would be read; its head tells whose currency is meant."""
        text = f"{said}\n{self.document.text[:LEAD]}"
        alone = Document(Article(id="", path="", text=text, sha256="", language=self.language))
        for stage in (sentences.split, numbers.find, quantity.assign, measures.assign):
            stage(alone, self.rules)
        return alone.drafts[0] if alone.drafts and alone.drafts[0].end <= len(said) else None

    def cell_unit(self, text: str) -> Unit | None:
        """The unit that a cell names, where it holds nothing else and words aren't spaced."""
        words = self._lexicon
        found = None if words.spaced else quantity.heading_unit(text, words, self._grammar)
        if found is None:
            return None
        counter = words.behind_rules.get(text)
        bare = counter is not None and isinstance(counter[0], CounterRule) and not counter[0].fixed
        return Unit(found[0], found[2], text if bare else "")

    def unit(self, text: str) -> Unit | None:
        """What a unit in brackets says, read as if it stood beside the number one; maybe only a scale."""
        text = _THOUSANDS.sub(_THOUSAND, _NAMED.sub("", text).strip())
        if not text or not self.spaced:
            return self.cell_unit(text) or self.cell_unit(text.partition("/")[0])
        scale = Decimal(1000) if text == _THOUSAND else self._grammar.multipliers.get(text.casefold())
        if scale is not None:
            return Unit("", scale)
        sign = _SIGN.match(text)
        one = text if text[0].isdigit() else f"1 {text}"
        if sign is not None and sign[1] != "%":
            one = f"{sign[1]}1 {text[sign.end() :]}"
        draft = self.read(f"{one}.")
        if draft is None or draft.guessed or draft.why.get("unit") == ["noun"] or not draft.value:
            return None
        value = draft.value if isinstance(draft.value, Decimal) else Decimal(1)
        return Unit(draft.fields.get("unit") or "item", value, per=draft.fields.get("per"))

    def implied(self, topic: str) -> Unit | None:
        """The unit that the listed nouns of a title tell, where words are spaced: payrolls count jobs."""
        words = self._lexicon
        found = list(words.chunk.found_in(small(topic), 0, len(topic))) if words.spaced else []
        known = words.nouns[found[-1][2]] if found else None
        return Unit(known.unit, Decimal(1)) if known is not None and known.id not in words.wholes else None
