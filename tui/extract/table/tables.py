"""Stage: give the cells of a flattened table what its caption, its head and their row say."""

from tui.extract.document import Cell, Document, Grid
from tui.extract.packs.rules import RuleSet
from tui.extract.table.filling import fill
from tui.extract.table.table import Table, numbers_in, understood

# What drops the numbers of rows, and those in names and headings.
INDEX, NAME = "table.number", "table.name"


def assign(document: Document, rules: RuleSet) -> None:
    """Set unit, value, measure, subject, place and period of the numbers in tables."""
    for grid in document.tables:
        claims = document.claims
        for cell in grid.numbering:
            for draft in numbers_in(claims, cell):
                draft.dropped = INDEX
        if not grid.first:
            continue
        table = understood(grid, document, rules)
        _drop(table, grid)
        for row in table.rows if any(grid.heads) or _is_told(table) else ():
            fill(table, row)


def _is_told(table: Table) -> bool:
    """Whether the line over a list without a head says what its numbers measure."""
    caption = table.caption
    return bool(caption.topic) and not caption.titled and bool(caption.units or caption.implied)


def _drop(table: Table, grid: Grid) -> None:
    """Drop the numbers of telephones and codes, of names and of headings: "15-24", "(10,000 persons)"."""
    claims, words = table.reader.document.claims, table.reader.words
    headed = any(grid.heads)
    for at, parts in enumerate(grid.heads):
        said = [cell.text for cell in parts] if headed else [table.caption.topic]
        rule = next((found for text in said if (found := words.whole("label", text))), "")
        for row in table.rows if rule else ():
            for draft in numbers_in(claims, row.cells[at]):
                draft.dropped = rule
    names = [cell for parts in grid.heads for cell in parts]
    names += [row.cells[0] for row in grid.rows] if headed else []
    names += [row.section for row in grid.rows if row.section is not None]
    for cell in (*names, *(Cell(start, end, "") for start, end in table.caption.spans)):
        for draft in numbers_in(claims, cell):
            draft.dropped = NAME
