"""Articles whose files changed since they were read."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

import tui.extract as extraction
from tui.articles import MAX_BYTES, article_from_text, read_articles, row_texts, sha256_of
from tui.articles.headers import HeaderRules, header_rules
from tui.articles.reader import STDIN
from tui.model import Article, Session
from tui.model.article import ROWS_END
from tui.review.moving import move
from tui.review.renewal import Renewal, renew

if TYPE_CHECKING:
    from tui.extract import RuleSet


def changed_articles(
    articles: Iterable[Article], rule_folders: Sequence[Path]
) -> list[tuple[Article, Article]]:
    """Each article whose file now holds another text, with that text's article, read with these rules.

    Files and rows that are gone are left alone: their text is in the session.
    """
    known: dict[str, Article] = {}
    ids: set[str] = set()
    for article in articles:
        ids.add(article.id)
        # An old text that stayed for its decisions stands behind the new one of the same file.
        known.setdefault(article.path, article)
    pairs = [(known[new.path], new) for new in _changed_rows(known, ids, rule_folders)]
    for path, article in known.items():
        if _is_unchanged(Path(path), article):
            continue
        for found in read_articles([path], rule_folders):
            if isinstance(found, Article) and found.id not in ids:
                ids.add(found.id)
                pairs.append((article, found))
    return pairs


def _changed_rows(
    known: Mapping[str, Article], ids: set[str], rule_folders: Sequence[Path]
) -> Iterator[Article]:
    """The articles of rows that have another text now than in ``known``; their ids join ``ids``."""
    for file in dict.fromkeys(file_of_row(path) for path in known):
        try:
            texts = dict(row_texts(file)) if file and Path(file).is_file() else {}
        except OSError:
            continue
        for path, text in texts.items():
            if path in known and sha256_of(text) != known[path].sha256:
                found = article_from_text(text, path, rules=header_rules(*rule_folders))
                if found.id not in ids:
                    ids.add(found.id)
                    yield found


def lost_articles(articles: Iterable[Article], beside: Path) -> list[Article]:
    """Articles whose files are gone, seen from here and from ``beside``; the session keeps their text."""
    files = ((article, file_of_row(article.path) or article.path) for article in articles)
    return [
        article
        for article, file in files
        if file != STDIN and not any(path.is_file() for path in (Path(file), beside / file))
    ]


def found_again(
    lost: Iterable[Article], files: Iterable[str], rule_folders: Sequence[Path]
) -> dict[str, Article]:
    """The lost articles, by their ids, whose very text stands in one of the files; with its path there."""
    wanted = {article.id: article for article in lost}
    read = read_articles(files, rule_folders) if wanted else ()
    now = (each for each in read if isinstance(each, Article))
    return {each.id: structs.replace(wanted[each.id], path=each.path) for each in now if each.id in wanted}


def file_of_row(path: str) -> str:
    """The file in which the article of this path is a row, empty if it is a file of its own."""
    file, end, row = path.partition(ROWS_END)
    return file + end.rstrip("/") if row else ""


def _is_unchanged(path: Path, article: Article) -> bool:
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return True
        return hashlib.sha256(path.read_bytes()).hexdigest() == article.sha256
    except (OSError, ValueError):
        return True


def refreshed(
    session: Session, rule_folders: Sequence[Path], rules: "Callable[[], RuleSet]"
) -> Renewal | None:
    """The session with the changed texts in it; None when nothing changed, and ``rules`` isn't asked.

    ``rule_folders`` are the session's, over the built-in ones, and ``rules`` what is read of them all.
    """
    pairs = changed_articles(session.articles, rule_folders)
    if not pairs:
        return None
    total = Renewal(session)
    for old, found in pairs:
        new = _dated_as_said(old, found, header_rules(*rule_folders))
        moved = move(total.session, old, new)
        again = renew(moved.session, {new.id: extraction.extract(new, rules())})
        total = Renewal(
            session=again.session,
            kept=total.kept + moved.kept,
            moved=total.moved + moved.moved,
            changed=total.changed + again.changed,
            new=total.new + again.new,
            vanished=total.vanished + moved.vanished + again.vanished,
        )
    return total


def _dated_as_said(old: Article, new: Article, rules: HeaderRules) -> Article:
    """A changed text that tells the same day as before, with the one that the reviewer said instead."""
    told = article_from_text(old.text, old.path, rules=rules).published
    return structs.replace(new, published=old.published) if new.published == told else new
