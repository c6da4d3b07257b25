"""What lines are cut into, and which cells are numbers: the parts of tables that were flattened to lines."""

import re
from collections.abc import Callable, Iterator, Sequence

from tui.extract.document import Cell, Sentence
from tui.extract.layout.words import TableWords
from tui.model.scripts import HAN

# A table has at least so many rows, and rows at least so many cells; of fewer cells there are more rows.
FEWEST, NARROWEST, LISTED = 2, 3, 3
# A unit behind the number in a cell, or a name, is no longer than this.
_LONGEST = 60

# Cells are cut one by one, as a line may be far too long for a row.
Cut = Callable[[Sentence], Iterator[Cell]]

_SIGN = r"[-\u2212\u2013+\uff0b]?\s?(?:[A-Z]{0,2}[$\u00a3\u20ac\u00a5\uffe5])?"
_DIGITS = r"(?:\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d[\d,]*)(?:\.\d+)?"
# Behind a number a note may be called: 58316*, 7.1[2], 7.1 (p).
_MARK = r"\s?(?:[*\u2020\u2021\u00a7#^\u00b9\u00b2\u00b3\u2460-\u2473]+|\[\w{1,2}\]|\([a-z]\))?"
_NUMBER = re.compile(rf"{_SIGN}{_DIGITS}[%\uff05\u2030]?{_MARK}")
# With its unit in the cell: 7000 yuan, and in unspaced writing up to so many characters.
_WITH_UNIT = re.compile(rf"{_SIGN}{_DIGITS}(?:\s[A-Za-z]{{1,12}}(?:\s[A-Za-z]{{1,8}})?|\s?[{HAN}]{{1,5}})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOTHING = re.compile(r"[-\u2013\u2014\uff0d.\u2026/\uff0f\u00d7:]*")
_HAN = re.compile(f"[{HAN}]")
_DIGIT = re.compile(r"\d")
_RULED = re.compile(r"[\s|:+=_\-\u2500-\u257f]*[-=_\u2500-\u257f]{3,}[\s|:+=_\-\u2500-\u257f]*")

_SPACES = re.compile(r"\s{2,}")
_TABS = re.compile(r"\s*\t\s*")
_ANY = re.compile(r"\s*\|\s*|\t+|\s{2,}")
_PIPE = re.compile(r"\|")
_SINGLE = re.compile(r"\s+")
_MORE = re.compile(r"\t\s*\t|[\t |][ |]")
_WIDE = re.compile(r"[\t|]|\s{2}")
# A comma before three digits groups those of a number, unless other rows say otherwise.
_COMMAS = re.compile(r"\s*(?:[\uff0c\u3001;\uff1b]|(?<!\d),|,(?!\d{3}(?!\d)))\s*")
_ALL_COMMAS = re.compile(r"\s*[,\uff0c\u3001;\uff1b]\s*")
# In a head of words that single spaces part, a cell ends behind brackets and round a year.
_HEAD_PARTS = re.compile(r"(?<=[)\uff09])\s+|\s+(?=(?:19|20)\d\d\b)|(?<=\b(?:19|20)\d\d)\s+(?![(\uff08])")


def is_number(text: str) -> bool:
    """Whether a cell holds a bare number that is no year."""
    return _NUMBER.fullmatch(text) is not None and _YEAR.fullmatch(text) is None


def is_year(text: str) -> bool:
    """Whether a cell looks like a year and nothing else."""
    return _YEAR.fullmatch(text) is not None


def is_value(text: str) -> bool:
    """Whether a cell holds a number, with a unit or without; under a head 2070 may be a wage."""
    return _NUMBER.fullmatch(text) is not None or _WITH_UNIT.fullmatch(text) is not None


def is_bare(text: str) -> bool:
    """Whether a cell holds a number and nothing else."""
    return _NUMBER.fullmatch(text) is not None


def is_empty(text: str, words: TableWords) -> bool:
    """Whether a cell says that there is no number."""
    return _NOTHING.fullmatch(text) is not None or bool(words.whole("empty", text))


def is_ruled(text: str) -> bool:
    """Whether a line is only drawn between others."""
    return _RULED.fullmatch(text) is not None


def alone(line: str) -> str:
    """A line of a single cell without the marks that part cells: "Sweden |"."""
    return line.strip("| ")


def only_cell(sentence: Sentence) -> Cell:
    """The single cell of a line."""
    text = alone(sentence.text)
    start = sentence.start + sentence.text.find(text)
    return Cell(start, start + len(text), text)


def has_digit(sentence: Sentence) -> bool:
    """Whether a line is of a table's length and has a digit."""
    return _DIGIT.search(sentence.text) is not None


def is_row(found: Sequence[Cell], words: TableWords) -> bool:
    """Whether cells are those of a row: a name, then numbers, with a unit before or a remark behind."""
    if len(found) < 2 or not found[0].text or len(found[0].text) > _LONGEST or is_number(found[0].text):
        return False
    values = [is_value(cell.text) for cell in found[1:]]
    filled = [known or is_empty(c.text, words) for known, c in zip(values, found[1:], strict=True)]
    if len(found) == 2:
        return values[0]
    return any(values) and (all(filled[1:]) or all(filled[:-1]))


def is_place(cell: Cell, number: int) -> bool:
    """Whether a cell holds the number of its row in the table, from 1."""
    return cell.text.rstrip(".\u3001)") in {f"{number}", f"{number:02}"}


def without_numbers(rows: Sequence[list[Cell]], head: str, words: TableWords) -> bool:
    """Whether the first cells of rows only number them: they count from 1, or their head says so."""
    counted = all(is_place(row[0], number) for number, row in enumerate(rows, 1))
    named = bool(words.whole("index", head)) and all(is_bare(row[0].text) for row in rows)
    return counted or named


def cuts(sentence: Sentence) -> list[Cut]:
    """The ways to part the cells of a line, the surest first."""
    text = sentence.text
    found: list[Cut] = []
    if "|" in text:
        found.append(_cut_pipes)
    if "\t" in text:
        found.append(_exactly(_TABS))
        if _MORE.search(text):
            found.append(_by(_ANY))
    if _SPACES.search(text):
        found.append(_by(_SPACES))
    if _HAN.search(text):
        found.append(_by(_SINGLE))
    if _COMMAS.search(text):
        found += [_cut_commas(_COMMAS), _cut_commas(_ALL_COMMAS)]
    if not found or not _HAN.search(text):
        found.append(cut_words)
    return found


def _by(parting: re.Pattern[str]) -> Cut:
    """Cells with something in them."""
    return lambda sentence: (cell for cell in _cells(sentence, parting) if cell.text)


def _exactly(parting: re.Pattern[str]) -> Cut:
    """All cells, also those with nothing in them."""
    return lambda sentence: _cells(sentence, parting)


def _cut_commas(parting: re.Pattern[str]) -> Cut:
    """All cells of a line that has no wider spaces or lines between them."""
    return lambda sentence: iter(()) if _WIDE.search(sentence.text) else _cells(sentence, parting)


def _cut_pipes(sentence: Sentence) -> Iterator[Cell]:
    closed = sentence.text.startswith("|") and sentence.text.endswith("|") and len(sentence.text) > 1
    return _cells(sentence, _PIPE, closed=closed)


def _cells(sentence: Sentence, parting: re.Pattern[str], *, closed: bool = False) -> Iterator[Cell]:
    """The cells of a line, or of what is between its first character and its last."""
    at, end = int(closed), len(sentence.text) - closed
    for match in parting.finditer(sentence.text, at, end):
        yield _cell(sentence, at, match.start())
        at = match.end()
    yield _cell(sentence, at, end)


def _cell(sentence: Sentence, start: int, end: int) -> Cell:
    text = sentence.text[start:end]
    first = sentence.start + start + len(text) - len(text.lstrip())
    return Cell(first, first + len(text.strip()), text.strip())


def cut_words(sentence: Sentence) -> Iterator[Cell]:
    """A row whose cells single spaces part: a name of some words, then numbers."""
    if _WIDE.search(sentence.text):
        return
    words = list(re.finditer(r"\S+", sentence.text))
    first = len(words)
    while first and (is_bare(words[first - 1][0]) or _NOTHING.fullmatch(words[first - 1][0])):
        first -= 1
    if first and first < len(words):
        yield _cell(sentence, 0, words[first - 1].end())
        yield from (_cell(sentence, *word.span()) for word in words[first:])


def cut_head(sentence: Sentence, width: int) -> list[Cell]:
    """The cells of a head of words that single spaces part, as many as its rows have, or one fewer."""
    for parting in (_SINGLE, _HEAD_PARTS) if not _WIDE.search(sentence.text) else ():
        found = list(_cells(sentence, parting))
        if len(found) in {width, width - 1}:
            return found
    return []
