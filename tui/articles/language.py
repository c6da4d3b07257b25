"""Tells the language of a text."""

import re
from functools import cache

from tui.articles.headers import DEFAULT_LANGUAGE, HeaderRules
from tui.model.scripts import HAN

SAMPLE = 20_000  # characters: more would not change the answer
HAN_SHARE = 0.2  # of the letters; a Chinese headline above an English text stays well below it
WORD = re.compile(r"[^\W\d_]+")
HAN_CHARACTER = re.compile(f"[{HAN}]")


@cache
def _commonest(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def language_of(text: str, rules: HeaderRules) -> str:
    """The code of the text's language: by its share of Chinese characters, else by its commonest words.

    Chinese characters weigh two letters each, as a Chinese word is about two of them and a Latin one five.
    """
    sample = text[:SAMPLE]
    han = len(HAN_CHARACTER.findall(sample))
    if han and han >= HAN_SHARE * (letters := sum(map(len, WORD.findall(sample)))) and letters:
        return next((code for code, rule in rules.languages.items() if rule.han), DEFAULT_LANGUAGE)
    words = WORD.findall(sample.casefold())
    counts = {
        code: sum(map(_commonest(rule.words).__contains__, words))
        for code, rule in rules.languages.items()
        if rule.words
    }
    # As many words of both tell nothing.
    return max(counts, key=lambda code: (counts[code], code == DEFAULT_LANGUAGE), default=DEFAULT_LANGUAGE)
