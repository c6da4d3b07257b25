"""Tells the language of a text."""

import re

from tui.articles.headers import DEFAULT_LANGUAGE, HeaderRules

SAMPLE = 20_000  # characters: more would not change the answer
HAN_SHARE = 0.2  # of the letters; a Chinese headline above an English text stays well below it
WORD = re.compile(r"[^\W\d_]+")
HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def language_of(text: str, rules: HeaderRules) -> str:
    """The code of the text's language: by its share of Chinese characters, else by its commonest words.

    Chinese characters weigh two letters each, as a Chinese word is about two of them and a Latin one five.
    """
    sample = text[:SAMPLE]
    letters = sum(map(len, WORD.findall(sample)))
    han = len(HAN.findall(sample))
    if letters and han >= HAN_SHARE * letters:
        return next((code for code, rule in rules.languages.items() if rule.han), DEFAULT_LANGUAGE)
    words = [word.casefold() for word in WORD.findall(sample)]
    counts = {
        code: sum(map(frozenset(rule.words).__contains__, words))
        for code, rule in rules.languages.items()
        if rule.words
    }
    best = max(counts, key=counts.__getitem__, default=DEFAULT_LANGUAGE)
    return best if counts.get(best) else DEFAULT_LANGUAGE
