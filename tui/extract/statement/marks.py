"""Marks that come in pairs, as brackets and quotation marks do."""

_PAIRS = (("(", ")"), ("\u201c", "\u201d"), ("\u300c", "\u300d"), ("\u300a", "\u300b"), ("\uff08", "\uff09"))


def paired(phrase: str) -> bool:
    """Whether no bracket or quotation mark stands without its other half."""
    if phrase.count('"') % 2:
        return False
    return all(phrase.count(opens) == phrase.count(closes) for opens, closes in _PAIRS)


def without_lone(phrase: str) -> str:
    """A phrase without a mark at its beginning or end whose other half stands outside it."""
    for opens, closes in _PAIRS:
        if phrase.startswith(opens) and closes not in phrase:
            phrase = phrase.removeprefix(opens).lstrip()
        if phrase.endswith(closes) and opens not in phrase:
            phrase = phrase.removesuffix(closes).rstrip()
    return phrase
