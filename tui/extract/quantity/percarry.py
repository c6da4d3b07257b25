"""Stage: denominators that sums have from others told before them."""

from decimal import Decimal
from typing import cast

from tui.extract.document import Document, Draft
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import PERSON
from tui.extract.quantity.lexicon import Lexicon, lexicon
from tui.extract.quantity.per import is_near
from tui.extract.quantity.sharing import alike_in_size
from tui.extract.units import SHARES, is_currency

# How many times larger or smaller the same pay may be said again.
LIKE = 4
CARRIED = "per.carried"


def carry(document: Document, rules: RuleSet) -> None:
    """Give a sum the denominator of the nearest sum before it with the same head and of like size.

    Pay that was said to be 9,821 a month is still by the month where it is told for a city.
    """
    told: dict[tuple[str, str], Draft] = {}
    last: Draft | None = None
    before_last: Draft | None = None
    for draft in document.claims:
        _compare(document, rules, last, draft)
        for change in (last, before_last):  # "It fell $4, or 6%, to $60 a barrel."
            _give_back(change, draft)
        before_last, last = last, draft
        unit, value = draft.fields.get("unit") or "", draft.value
        words = lexicon(rules, document.sentences[draft.sentence].language)
        if not (unit.isupper() and isinstance(value, Decimal) and value > 0):
            continue
        subject = draft.fields.get("subject") or ""
        key = (_head(subject, words), unit)
        before = told.get(key) or (_pay_of(told, draft, key, words) if words.spaced else None)
        if draft.fields.get("per") is not None:
            told[key] = draft
        elif before is not None and key[0] and draft.fields.get("measure") == "level":
            size = cast("Decimal", before.value) / value
            if 1 / Decimal(LIKE) < size < LIKE:
                draft.set("per", before.fields["per"], CARRIED)


def _pay_of(
    told: dict[tuple[str, str], Draft], draft: Draft, key: tuple[str, str], words: Lexicon
) -> Draft | None:
    """The last sum with a denominator, right before one that is told of people: "masters want 8,911"."""
    known = words.unit_of(key[0])
    if known is None or known[0] != PERSON:
        return None
    last = next(reversed(told.values()), None)
    near = last is not None and draft.sentence - last.sentence <= 1 and last.fields.get("unit") == key[1]
    return last if near else None


def _compare(document: Document, rules: RuleSet, one: Draft | None, two: Draft) -> None:
    """Give a change, and what it is held against at another time, the denominator told right before."""
    if one is None or one.sentence != two.sentence or two.fields.get("per") or not one.fields.get("per"):
        return
    unit = two.fields.get("unit") or ""
    if unit != one.fields.get("unit") or unit in SHARES:
        return
    changed = two.fields.get("measure") == "change"
    then = one.fields.get("period") != two.fields.get("period")
    if not (changed or is_currency(unit) or (then and _same(one, two) and alike_in_size(one, two))):
        return
    words = lexicon(rules, document.sentences[two.sentence].language)
    left = document.text[one.end : two.start]
    # "He got 1,755 a month, 90 more": only a change of the level right before it has that one's denominator.
    changed = changed and (words.spaced or (one.fields.get("measure") == "level" and _same(one, two)))
    # "From 1,500 and 1,380 a month to 1,780 and 1,650": so are those that they were raised to.
    alike = words.spaced or (_same(one, two) and alike_in_size(one, two))
    grown = alike and words.turns.compared.search(left)
    listed = alike and not words.spaced and is_near(left)
    if changed or grown or listed:
        two.set("per", one.fields["per"], CARRIED)


def _give_back(change: Draft | None, level: Draft) -> None:
    """Give a change of money the denominator of the level that it led to."""
    if change is None or change.sentence != level.sentence or change.fields.get("per"):
        return
    unit, per = change.fields.get("unit") or "", level.fields.get("per")
    led = change.fields.get("measure") == "change" and level.fields.get("measure") == "level"
    if led and per and is_currency(unit) and unit == level.fields.get("unit") and _same(change, level):
        change.set("per", per, CARRIED)


def _same(one: Draft, two: Draft) -> bool:
    return one.fields.get("subject") == two.fields.get("subject")


def _head(subject: str, words: Lexicon) -> str:
    """The singular of the last word of a subject before the first word that ends a phrase.

    Where words aren't spaced it is the longest word for those of whom the subject tells.
    """
    if not words.spaced:
        found = words.chunk.found_in(subject, 0, len(subject))
        nouns = (word for _, _, word in found if word in words.nouns)
        return max((noun for noun in nouns if words.nouns[noun].unit == PERSON), key=len, default="")
    tokens = [word.strip("'\u2019,()").lower() for word in subject.split()]
    end = next((i for i, word in enumerate(tokens) if i and word in words.stops), len(tokens))
    return words.plurals.singular(tokens[end - 1]) if tokens else ""
