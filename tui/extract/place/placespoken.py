"""Whose the figures of a quotation are: "We have 30 men," says the owner of a mill in Wuliu Village."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from tui.extract.document import Document, Draft
from tui.extract.packs.rules import RuleSet
from tui.extract.place.named import Named
from tui.extract.place.placecues import cues
from tui.extract.placekinds import LED, WIDEST

_QUOTE = re.compile(
    '[\u201c\u300c\u300e]([^\u201c\u201d\u300c\u300d\u300e\u300f\n]*)[\u201d\u300d\u300f]|"([^"\n]*)"'
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
# What is shorter is a name or a word, and tells nothing.
SHORTEST = 8

Spoken = tuple[int, int, Named]


def spoken_in(document: Document, mentions: dict[int, list[Named]], rules: RuleSet) -> list[Spoken]:
    """Where the quotations begin and end of which a speaker's place is known, and that place."""
    return list(_spoken(document, mentions, rules))


def speaker(draft: Draft, spoken: list[Spoken], mentions: list[Named]) -> Named | None:
    """The place of who says a number, unless what is said names one itself."""
    index = bisect_right(spoken, draft.start, key=lambda quote: quote[0]) - 1
    if index < 0 or draft.start >= spoken[index][1]:
        return None
    start, end, place = spoken[index]
    return None if any(start <= m.start < end and not m.role for m in mentions) else place


def _spoken(document: Document, mentions: dict[int, list[Named]], rules: RuleSet) -> Iterator[Spoken]:
    found = list(_QUOTE.finditer(document.text))
    counted = _counted(document, found)
    last: tuple[int, Named | None] = (-1, None)
    for number, quote in enumerate(found):
        until = found[number + 1].start() if number + 1 < len(found) else len(document.text)
        index = _telling(document, quote.end())
        sentence = document.sentences[index]
        if sentence.paragraph not in counted:
            continue
        start, end = max(quote.end(), sentence.start), min(sentence.end, until)
        words = document.text[start:end]
        tools = cues(rules, sentence.language)
        place = last[1] if last[0] == sentence.paragraph else None
        if (said := tools.says.match(words)) is not None:
            # "Ana, who runs a mill in Hull, said": what a sentence of its own goes on to tell is not hers.
            end = end if start == quote.end() else start + said.end()
            named = [m for m in mentions.get(index, []) if start <= m.start < end and not m.role]
            if named or start == quote.end():
                ours = tools.ours.search(quote[1] or quote[2]) is not None
                led = tools.heads.search(words) is not None
                place = next((m for m in named if _speaks_for(m, ours=ours, led=led)), None)
            last = (sentence.paragraph, place)
        if place is not None and quote.end() - quote.start() >= SHORTEST:
            yield quote.start(), quote.end(), place


def _counted(document: Document, quotes: list[re.Match[str]]) -> set[int]:
    """The paragraphs in which a quotation holds a claim; the others need not be looked at."""
    starts = [draft.start for draft in document.claims]
    held = (
        quote for quote in quotes if bisect_left(starts, quote.start()) < bisect_left(starts, quote.end())
    )
    return {document.sentences[_telling(document, quote.end())].paragraph for quote in held}


def _speaks_for(place: Named, *, ours: bool, led: bool) -> bool:
    """Whether who speaks of "our" things there, or leads something there, speaks for a place."""
    # Who speaks for a country or more speaks of what the article is about.
    return place.kind not in WIDEST if ours else led and place.kind in LED


def _telling(document: Document, end: int) -> int:
    """The index of the sentence that says who spoke what ends at ``end``."""
    index = max(bisect_right(document.sentences, end - 1, key=lambda s: s.start) - 1, 0)
    here = document.sentences[index]
    after = document.sentences[index + 1] if index + 1 < len(document.sentences) else here
    goes_on = _LETTERS.search(document.text, end, here.end) is not None
    return index if goes_on or after.paragraph != here.paragraph else index + (after is not here)
