"""What the lines over a table and its heads say of the numbers below them."""

import re
from dataclasses import dataclass
from decimal import Decimal

from tui.extract import sentences
from tui.extract.document import Dated, Document, Draft, Sentence
from tui.extract.expressions.wordlist import small
from tui.extract.number import numbers
from tui.extract.number.numerals import numerals
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import CounterRule
from tui.extract.quantity import quantity
from tui.extract.quantity.lexicon import lexicon
from tui.extract.rows import Cell
from tui.extract.statement import measures
from tui.extract.words.tagwords import tag_words
from tui.model import Article

# So much of the article is read with a heading: it tells whose currency is meant.
LEAD = 150
# So many lines before a table may say what it is about.
CAPTIONS = 2
_STOP = (".", "\u3002", ":", "\uff1a", ";", "\uff1b")
# A caption ends with its unit in brackets: "Exports by country ($ million)".
_UNIT = re.compile(r"[(\uff08]([^()\uff08\uff09]{1,24})[)\uff09]\s*$")
# Or a line of its own says it: "Unit: t; %".
_LABELLED = re.compile(r"^\s*[(\uff08]?\w{1,12}\s?[:\uff1a]\s?([^()\uff08\uff09]{1,24})[)\uff09]?\s*$")
_NAMED = re.compile(r"^\w{1,6}\s?[:\uff1a]")
_BETWEEN_UNITS = r"\s*[;\uff1b,\uff0c\u3001]\s*"
# "Table 3a." in front of a caption.
_LABEL = re.compile(r"^(?:\w+\s[A-Z]?[\d.]*[a-z]?[.:]\s+|[^\W\d]{1,2}\s?\d{0,3}\s+(?=[^\x00-\x7f]|\d{4}))")
_SIGN = re.compile(r"^([^\w\s]{1,3})\s?")
# The roles of lines that are none.
_NO_CAPTION = frozenset({"table", "boilerplate"})


@dataclass(frozen=True, slots=True)
class Unit:
    """What one of a table's numbers is worth: a unit, and a scale."""

    unit: str
    scale: Decimal
    counter: str = ""


@dataclass(slots=True)
class Column:
    """What the head says of the numbers below it."""

    name: str
    unit: Unit | None = None
    per: str | None = None
    time: Dated | None = None
    measure: str | None = None
    sign: int = 1


def told_before(document: Document, rules: RuleSet, first: int) -> tuple[str, list[Unit], Dated | None]:
    """What the lines before a table say of all of it: what it is about, its units and its time."""
    before = document.sentences[max(0, first - CAPTIONS) : first]
    captions = [s for s in before if s.role not in _NO_CAPTION and not s.text.endswith(_STOP)] or before[-1:]
    topic = ""
    units: list[Unit] = []
    for caption in captions:
        said, found = _caption(caption, document, rules)
        topic, units = said or topic, found or units
    # A sentence that happens to stand before a table says less of it than the title does.
    told = [topic] if captions != before[-1:] or not before[-1].text.endswith(_STOP) else []
    for said in (*told, document.article.title, topic):
        if not units and said and (implied := _implied(said, document.sentences[first].language, rules)):
            units = [implied]
    dated = [m for m in document.times if m.period is not None and m.kind != "report"]
    spoken = (m for s in reversed(captions) for m in dated if s.start <= m.start < s.end)
    return topic, units, next(spoken, None)


def _caption(caption: Sentence, document: Document, rules: RuleSet) -> tuple[str, list[Unit]]:
    """What a line over a table says it is about, and the units it names."""
    if labelled := _LABELLED.match(caption.text):
        units = [_unit(part, caption, document, rules) for part in re.split(_BETWEEN_UNITS, labelled[1])]
        if units and all(units):
            return "", [unit for unit in units if unit]
    found = _UNIT.search(caption.text)
    unit = _unit(found[1], caption, document, rules) if found else None
    topic = _LABEL.sub("", caption.text[: found.start()] if found else caption.text)
    return re.split(r"[,:\uff0c\uff1a]", topic)[0].strip(), [unit] if unit else []


def column_of(cell: Cell, head: Sentence, document: Document, rules: RuleSet) -> Column:
    """What a cell of a head says of the numbers below it, read as if it stood beside one of them."""
    found = _UNIT.search(cell.text)
    unit = _unit(found[1], head, document, rules) if found else None
    name = cell.text[: found.start()].strip() if found and unit else cell.text
    spaced = lexicon(rules, head.language).spaced
    if unit is None and spaced:
        # "Persons" and "Change on the year, persons" are headings that say the unit themselves.
        rest, _, last = name.rpartition(",")
        unit = _unit(last.strip(), head, document, rules) if last.strip() else None
        name = rest if unit else name
    column = Column(name, unit)
    number = f"{' ' if spaced else ''}1{found[1] if found and unit else ''}."
    said = read(name + number, head.language, document, rules)
    column.per = said.fields.get("per") if said is not None else None
    changes = numerals(rules, head.language).changes
    if changes is not None and changes.search(cell.text):
        column.measure = "change"
    elif said is not None and said.fields.get("measure") in {"growth", "change"}:
        column.measure = said.fields["measure"]
        column.sign = -1 if isinstance(said.value, Decimal) and said.value < 0 else 1
    else:  # the time in a column of growth is what it is compared with
        column.time = next(
            (m for m in document.times if cell.start <= m.start < cell.end and m.period is not None), None
        )
    return column


def named_unit(text: str, language: str, rules: RuleSet) -> Unit | None:
    """The unit that a cell names, where it holds nothing else and words aren't spaced."""
    words = lexicon(rules, language)
    found = None if words.spaced else quantity.heading_unit(text, words, numerals(rules, language))
    if found is None:
        return None
    counter = words.behind_rules.get(text)
    bare = counter is not None and isinstance(counter[0], CounterRule) and not counter[0].fixed
    return Unit(found[0], found[2], text if bare else "")


def is_area(text: str, language: str, rules: RuleSet) -> bool:
    """Whether a head says that the column below it names places."""
    words = tag_words(rules, language)
    found = words.words(text.casefold(), 0, len(text))
    return bool(found) and found[-1][2] == words.alphabet["area"]


def _unit(text: str, caption: Sentence, document: Document, rules: RuleSet) -> Unit | None:
    """What a unit in brackets says, read as if it stood beside the number one."""
    text = _NAMED.sub("", text).strip()
    if not text or not lexicon(rules, caption.language).spaced:
        whole = named_unit(text, caption.language, rules)
        return whole or named_unit(text.partition("/")[0], caption.language, rules)
    sign = _SIGN.match(text)
    one = text if text[0].isdigit() else f"1 {text}"
    if sign is not None and sign[1] != "%":
        one = f"{sign[1]}1 {text[sign.end() :]}"
    draft = read(f"{one}.", caption.language, document, rules)
    if draft is None or draft.guessed or draft.why.get("unit") == ["noun"]:
        return None
    value = draft.value if isinstance(draft.value, Decimal) else Decimal(1)
    return Unit(draft.fields.get("unit") or "item", value)


def _implied(topic: str, language: str, rules: RuleSet) -> Unit | None:
    """The unit that the listed nouns of a caption tell, where words are spaced: payrolls count jobs."""
    words = lexicon(rules, language)
    found = list(words.chunk.found_in(small(topic), 0, len(topic))) if words.spaced else []
    known = words.nouns[found[-1][2]] if found else None
    return Unit(known.unit, Decimal(1)) if known is not None and known.id not in words.wholes else None


def read(said: str, language: str, document: Document, rules: RuleSet) -> Draft | None:
    """The first number of a text as the article would be read; its head tells whose currency is meant."""
    text = f"{said}\n{document.text[:LEAD]}"
    small = Document(Article(id="", path="", text=text, sha256="", language=language))
    for stage in (sentences.split, numbers.find, quantity.assign, measures.assign):
        stage(small, rules)
    return small.drafts[0] if small.drafts and small.drafts[0].end <= len(said) else None
