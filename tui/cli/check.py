"""``factdesk check``: whether a session is whole and its articles are where they were."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.errors import Trouble, counted, shown
from tui.cli.status import print_lost, print_unread
from tui.cli.stored import folded, opened

if TYPE_CHECKING:
    from tui.model import Article
    from tui.review import Review


@click.command(short_help="Check that a session is whole and its articles are unchanged.")
@click.argument("session", metavar="SESSION")
def check(session: str) -> None:
    """Read all of SESSION and tell what is wrong with it: the exit status is 0 only if nothing is.

    It checks that the file and its journal are whole, that every claim lies in its article, that every
    decision can be followed, and that the articles on disk are still the texts that were reviewed.
    What looks wrong with single claims is told as well, but is no fault of the session.

    \b
    Example:
      factdesk check employment
    """
    from tui.workspace import folders_of, session_path

    file = opened(session)
    review, stored = folded(file), file.session
    folders = folders_of(stored.rules)
    problems = [problem for article in stored.articles for problem in _article_problems(article, folders)]
    for line in (*file.notices, *problems):
        click.echo(shown(line))
    if problems:
        raise Trouble(f"{counted(len(problems), 'problem')} in {session}")
    print_unread(file)
    print_lost(stored, session_path(session))
    doubtful = _print_doubtful(review)
    click.echo(
        f"{stored.name}: whole; {counted(len(stored.articles), 'article')}, "
        f"{counted(len(review), 'claim')}, {counted(len(stored.decisions), 'decision')}"
        + (f"; {counted(doubtful, 'claim')} to look at again" if doubtful else "")
    )


def _print_doubtful(review: "Review") -> int:
    """Print the claims that look wrong, with where and why; says how many there are."""
    from tui.review.checks import Checks, told

    checks = Checks(review)
    found = 0
    for claim_id in review.claim_ids:
        problems = checks.problems(claim_id)
        if not problems:
            continue
        found += 1
        claim = review[claim_id].claim
        words = "; ".join(told(problem, review) for problem in problems)
        article = review.article(claim.article)
        number = article.text[claim.start : claim.end]
        click.echo(shown(f"{article.path}:{claim.start}-{claim.end}: {number} {claim.subject}: {words}"))
    return found


def _article_problems(article: "Article", rule_folders: Sequence[Path]) -> Iterator[str]:
    from tui.articles import first_text, sha256_of

    if sha256_of(article.text) != article.sha256:
        yield f"article {article.id} ({article.path}): its text is not the one that was read"
    if not Path(article.path).is_file():
        return  # from standard input or a row of a file, or gone, which is told apart
    now = first_text(article.path, rule_folders)
    if now is None:
        yield f"article {article.id} ({article.path}): can't be read any more"
    elif sha256_of(now) != article.sha256:
        yield f"article {article.id} ({article.path}): the file has changed since it was read"
