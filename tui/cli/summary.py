"""``factdesk status SESSION --summary``: the facts so far as a table, and their contradictions."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tui.cli.errors import counted, shown
from tui.cli.stored import reviewed

if TYPE_CHECKING:
    from rich.table import Table

    from tui.model import Value
    from tui.review import Review
    from tui.review.summary import Figure, Statement, Summary

PIPED_WIDTH = 160  # columns of a table that goes into a file or another program
BOUNDS = {"over": ">", "under": "<", "about": "~", "at_least": "\u2265", "at_most": "\u2264"}
CONFLICT, SEVERAL, NOTHING = "!", "?", "\u2013"


def print_summary(name: str) -> None:
    """Print the facts of a session by indicator, place and period."""
    from rich.console import Console

    from tui.review.summary import summary

    review = reviewed(name)
    found = summary(review)
    if not found.figures:
        click.echo("There are no facts yet: no claim is accepted or fixed.")
        return
    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else PIPED_WIDTH)
    console.print(_table(found))
    for line in _conflicts(found, review):
        click.echo(line)


def _table(found: "Summary") -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("about", "place", "period"):
        table.add_column(heading, overflow="fold")
    table.add_column("value", justify="right", no_wrap=True)
    for heading in ("unit", "measure", "facts", ""):
        table.add_column(heading, overflow="fold")
    before = ("", "")
    for figure in found.figures:
        topic = figure.topic
        here = (topic.what, topic.place)
        what = "" if topic.what == before[0] else topic.what
        place = "" if here == before else topic.place or NOTHING
        before = here
        unit = topic.unit + (f" / {topic.per}" if topic.per else "")
        measure = topic.measure + (", planned" if topic.status == "planned" else "")
        cells = (what, place, figure.period or NOTHING, _amount(figure.statements[0]), unit, measure)
        table.add_row(*(Text(shown(cell)) for cell in (*cells, str(len(figure.claims)), _mark(figure))))
    return table


def _mark(figure: "Figure") -> str:
    return CONFLICT if figure.conflict else SEVERAL if len(figure.statements) > 1 else ""


def _conflicts(found: "Summary", review: "Review") -> Iterator[str]:
    """Each contradiction with what the articles say."""
    from tui.articles.quotes import quote

    if found.conflicts:
        yield f"{counted(len(found.conflicts), 'contradiction')}:"
    for figure in found.conflicts:
        topic = figure.topic
        yield shown(f"  {topic.what}, {topic.place or NOTHING}, {figure.period}")
        for statement in figure.statements:
            claim = review[statement.claims[0]].claim
            article = review.article(claim.article)
            said = quote(article, claim.start, claim.end)
            yield shown(f"    {_amount(statement)} {topic.unit}  {article.name}: {said}")


def _amount(statement: "Statement") -> str:
    return BOUNDS.get(statement.bound, "") + _number(statement.value)


def _number(value: "Value") -> str:
    if isinstance(value, tuple):
        return f"{_number(value[0])}\u2013{_number(value[1])}"
    return format(value, ",f")
