"""Gives the lines of flattened tables and of lists their roles, and finds the cells of the tables."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from tui.extract.document import Cell, Document, Grid, Sentence
from tui.extract.layout import lines, lists, stacks
from tui.extract.layout.cells import FEWEST, LISTED, alone, has_digit, is_bare, is_year
from tui.extract.layout.words import TableWords, table_words
from tui.extract.packs.rules import RuleSet
from tui.model.scripts import COLONS


def mark(document: Document, rules: RuleSet) -> None:
    """Fill ``document.tables``; their lines become a ``table``, those of lists without marks a ``list``."""
    sentences = document.sentences
    _itemise(sentences)
    _turn_pages(sentences)
    at = 0
    while at < len(sentences):
        grid = _table_at(sentences, at, table_words(rules, sentences[at].language))
        if grid is not None:
            found = _numbers(grid, table_words(rules, sentences[at].language))
            grid.numbers = sorted(found, key=lambda cell: cell.start)
            document.tables.append(grid)
        at = at + 1 if grid is None else grid.last + 1


def _numbers(grid: Grid, words: TableWords) -> Iterator[Cell]:
    """The numbers of a table with heads, which are neither years nor those of telephones."""
    for at, parts in enumerate(grid.heads):
        column = [row.cells[at] for row in grid.rows]
        labels = any(words.whole("label", cell.text) for cell in parts)
        years = sum(is_year(cell.text) for cell in column)
        if at and parts and not labels and years * 2 <= len(column):
            yield from (cell for cell in column if is_bare(cell.text))


def _table_at(sentences: Sequence[Sentence], at: int, words: TableWords) -> Grid | None:
    if sentences[at].role in {"title", "body"}:
        return None
    grid = lines.table_at(sentences, at, words)
    if grid is None and _may_be_stack(sentences, at):
        grid = stacks.table_at(sentences, at, words)
    if grid is not None:
        for sentence in sentences[grid.first : grid.last + 1]:
            sentence.role = "table"
        return grid
    return lists.table_at(sentences, at, words) if has_digit(sentences[at]) else None


def _may_be_stack(sentences: Sequence[Sentence], at: int) -> bool:
    """Whether a run of lines begins here that has bare numbers soon behind."""
    begins = at == 0 or sentences[at - 1].role == "table" or not stacks.is_cell(sentences[at - 1])
    run = takewhile(stacks.is_cell, islice(sentences, at, at + 4 * stacks.WIDEST))
    return begins and any(is_bare(alone(sentence.text)) for sentence in run)


def _itemise(sentences: Sequence[Sentence]) -> None:
    """Mark short lines with figures, at least two, behind a line that announces them with a colon."""
    for at, sentence in enumerate(sentences):
        if not sentence.text.endswith(COLONS) or sentence.role in {"title", "boilerplate"}:
            continue
        found = list(takewhile(_is_line, islice(sentences, at + 1, None)))
        for line in found if len(found) >= FEWEST else ():
            line.role = "list"


def _turn_pages(sentences: Sequence[Sentence]) -> None:
    """Lines that only count from one are those to turn pages with, and no part of the article."""
    pages: list[Sentence] = []
    for sentence in (*sentences, None):
        if sentence is not None and sentence.text == f"{len(pages) + 1}":
            pages.append(sentence)
            continue
        for page in pages if len(pages) >= LISTED else ():
            page.role = "boilerplate"
        pages = [sentence] if sentence is not None and sentence.text == "1" else []


def _is_line(sentence: Sentence) -> bool:
    """Whether a short line tells a figure, and announces nothing."""
    return sentence.role == "heading" and has_digit(sentence) and not sentence.text.endswith(COLONS)
