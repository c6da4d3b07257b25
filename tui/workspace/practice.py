"""A session over the built-in seeds to try things out in; it is thrown away."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.articles import ReadProblem, read_articles
from tui.extract import extract, load_rules
from tui.model import Article, Session
from tui.resources import seeds_folder
from tui.storage import SessionFile
from tui.workspace.desk import OpenSession
from tui.workspace.places import WorkspaceError

NAME = "tour"
# The claim of the first article that is left out, so that there is one to find and add.
LEFT_OUT = 5


@contextmanager
def practice(language: str, reviewer: str) -> Iterator[OpenSession]:
    """Open a session over two seeds, the first one in ``language`` if there is one; gone when it is left.

    Raises:
        WorkspaceError: the seeds are not where they were installed.
    """
    articles = _seeds(language)
    if not articles:
        raise WorkspaceError(f"the seed articles are missing from {seeds_folder()}; install factdesk again")
    rules = load_rules()
    first, *others = [extract(article, rules) for article in articles]
    claims = (*first[:LEFT_OUT], *first[LEFT_OUT + 1 :], *(claim for found in others for claim in found))
    session = Session(
        name=NAME,
        created=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        articles=tuple(articles),
        claims=claims,
    )
    with TemporaryDirectory(prefix="factdesk-", ignore_cleanup_errors=True) as folder:
        opened = OpenSession(SessionFile.create(Path(folder) / f"{NAME}.yaml", session), reviewer)
        try:
            yield opened
        finally:
            opened.close()


def _seeds(language: str) -> list[Article]:
    """The shortest seed of each language, that of the reader first."""
    found = [a for a in read_articles([str(seeds_folder())]) if not isinstance(a, ReadProblem)]
    found.sort(key=lambda article: (not language.startswith(article.language), len(article.text)))
    return list({article.language: article for article in reversed(found)}.values())[::-1]
