"""A time as articles write it, typed for a period: Q3 2021, 2021 to 2025, last year."""

from typing import TYPE_CHECKING

from msgspec import structs

import tui.extract as extraction  # its parts are loaded when they are first used
from tui.model import Article
from tui.ui.i18n import _
from tui.ui.periods import period_in_words

if TYPE_CHECKING:
    from tui.extract import RuleSet


def spoken_period(typed: str, article: Article, rules: "RuleSet") -> str | None:
    """The period that a text stands for as a whole, seen from the article's day; None if it is no time."""
    for language in sorted(rules.languages, key=lambda language: language != article.language):
        said = structs.replace(article, text=typed, title="", language=language)
        for time in extraction.draft_document(said, rules).times:
            if (time.start, time.end) == (0, len(typed)) and time.period is not None:
                return str(time.period)
    return None


def read_as(typed: str, period: str, key: str) -> str:
    """What a time that was typed was read as, and the key that saves it."""
    words = _("{typed} is read as {period}, {words} \u00b7 {key} saves")
    return words.format(typed=typed.strip(), period=period, words=period_in_words(period), key=key)
