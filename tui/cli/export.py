"""``factdesk export``: verified facts to a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.errors import warn
from tui.cli.options import output_option
from tui.cli.output import format_for, open_output
from tui.cli.stored import reviewed

if TYPE_CHECKING:
    from tui.model import Claim
    from tui.review import ClaimState, Review

FORMATS = ("jsonl", "yaml", "csv", "md")


@click.command(short_help="Write the verified facts of a session.")
@click.argument("session", metavar="SESSION")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="How to write them. Taken from the ending of FILE unless given; jsonl for standard output.",
)
@click.option(
    "--only",
    type=click.Choice(("facts", "all")),
    default="facts",
    show_default=True,
    help="Claims accepted or fixed, or every claim with its verdict.",
)
@output_option
def export(session: str, form: str | None, only: str, output: Path | None) -> None:
    """Write the facts of SESSION, which is the name of a session of this folder or a session file.

    CSV is for spreadsheets: a range stands as low..high, and a text that a spreadsheet would take for a
    formula has an apostrophe in front. A session that is open in another window can be exported.

    \b
    Example:
      factdesk export employment -o facts.csv
    """
    from tui.articles.quotes import quote
    from tui.exchange import rows, write
    from tui.text.display import sanitise

    form = format_for(output, form, FORMATS)
    review = reviewed(session)
    if only == "facts" and not review.progress().facts:
        warn(f"factdesk: no claim of {session} is accepted or fixed yet, so there is no fact to write")
        warn(f"Review it with: factdesk resume {session}, or write every claim with: --only all")
    articles = {article.id: article for article in review.articles}
    with open_output(output) as stream:
        write(form, rows(articles, _chosen(review, only), quote), stream, sanitise)


def _chosen(review: "Review", only: str) -> "Iterator[tuple[Claim, ClaimState]]":
    for claim_id in review.claim_ids:
        state = review[claim_id]
        if only == "all" or state.is_fact:
            yield state.claim, state
