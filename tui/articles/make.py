"""Makes an article out of a text."""

import hashlib

from tui.articles.headers import HeaderRules, header_rules
from tui.articles.language import language_of
from tui.articles.published import published_on
from tui.articles.title import title_of
from tui.model import Article

ID_DIGITS = 12


def article_from_text(
    text: str, path: str = "", *, encoding: str = "utf-8", rules: HeaderRules | None = None
) -> Article:
    """The article that ``text`` is, with the title, language and day of publication that it tells.

    The text is kept character for character. ``path`` is where it was found, ``encoding`` how it was written
    there; ``rules`` say how heads of articles are laid out, the built-in ones unless given.
    """
    sha256 = sha256_of(text)
    rules = rules or header_rules()
    return Article(
        id=sha256[:ID_DIGITS],
        path=path,
        text=text,
        sha256=sha256,
        title=title_of(text, rules),
        published=published_on(text, rules),
        language=language_of(text, rules),
        encoding=encoding,
    )


def sha256_of(text: str) -> str:
    """The SHA-256 of a text as UTF-8, in hexadecimal: equal for the very same text only."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
