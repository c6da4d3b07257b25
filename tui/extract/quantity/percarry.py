"""Stage: denominators that numbers have from others told with them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple, cast

from tui.extract.document import Document, Draft
from tui.extract.expressions.expression import Expression, Side
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import PERSON, PerRule
from tui.extract.quantity.lexicon import Lexicon, lexicon
from tui.extract.quantity.per import CLAUSE_START, named_by
from tui.extract.quantity.sharing import alike_in_size
from tui.extract.units import SHARES, is_currency

# How many times larger or smaller the same pay may be said again.
LIKE = 4
# From one value "to" another: so few words stand between them, or characters where words aren't spaced.
WORDS, CHARACTERS = 3, 6
# A sum is told in so many parts, at most.
PARTS = 5
# So far before a number stands what it is held against.
BEFORE = 64
CARRIED = "per.carried"


class _Named(NamedTuple):
    """A sum whose name tells its denominator, and what finds in a subject whose sums go on with it."""

    draft: Draft
    whose: Expression


def carry(document: Document, rules: RuleSet) -> None:
    """Give numbers the denominators that others have with which they are told.

    Those are the old and the new value of a change, a change and its level, and a sum that is told again.
    """
    claims = document.claims
    known = [lexicon(rules, document.sentences[draft.sentence].language) for draft in claims]
    for index in range(len(claims) - 1, 0, -1):
        for one in claims[max(0, index - 2) : index]:  # "It fell $4, or 6%, to $60 a barrel."
            _give_back(document, one, claims[index], known[index])
    told: dict[tuple[str, str], Draft] = {}
    named: _Named | None = None
    for index, (draft, words) in enumerate(zip(claims, known, strict=True)):
        if index:
            _give_on(document, claims[index - 1], draft, words)
        if not words.spaced:
            _take_from_name(document, draft, rules)
            named = _list_on(named, draft, _named(rules, document.sentences[draft.sentence].language))
        _tell_again(told, draft, words)
        _share_out(claims, index)


def _share_out(claims: Sequence[Draft], index: int) -> None:
    """Give the parts of a sum its denominator where they make it up: of 380 each, 260 are the state's."""
    whole = claims[index]
    if whole.fields.get("per") is None or not is_currency(whole.fields.get("unit") or ""):
        return
    parts: list[Draft] = []
    for draft in claims[index + 1 : index + 1 + PARTS]:
        if draft.sentence != whole.sentence or isinstance(draft.value, tuple) or draft.fields.get("per"):
            return
        if draft.fields.get("measure") != "level" or draft.fields.get("unit") != whole.fields["unit"]:
            return
        parts.append(draft)
        if len(parts) > 1 and sum(cast("Decimal", part.value) for part in parts) == whole.value:
            for part in parts:
                part.set("per", whole.fields["per"], CARRIED)
            return


def _take_from_name(document: Document, draft: Draft, rules: RuleSet) -> None:
    """Give a sum the denominator in the name of what it measures, where an earlier clause told that name."""
    unit, subject = draft.fields.get("unit") or "", draft.fields.get("subject") or ""
    if draft.fields.get("per") is None and draft.fields.get("measure") == "level" and is_currency(unit):
        language = document.sentences[draft.sentence].language
        if (named := named_by(subject, unit, language, rules)) is not None:
            draft.set("per", *named)


def _named(rules: RuleSet, language: str) -> list[tuple[Expression, Expression]]:
    """What the names of means look like, and whose sums go on with them."""
    known = (rule for rule in rules.of(PerRule, language) if rule.whose)
    return rules.cached(
        ("whose", language),
        lambda: [(rules.expression(rule.before), rules.expression(rule.whose)) for rule in known],
    )


def _list_on(
    named: _Named | None, draft: Draft, known: Sequence[tuple[Expression, Expression]]
) -> _Named | None:
    """Give a sum that only says whose it is the denominator in the name of the sums before it.

    Returns what the sums behind it may go on with: nothing behind one that has another name.
    """
    subject = Side.of(draft.fields.get("subject") or "")
    if draft.fields.get("measure") != "level" or not is_currency(draft.fields.get("unit") or ""):
        return named
    if draft.fields.get("per") is not None:
        return next((_Named(draft, whose) for name, whose in known if name.search(subject)), named)
    if named is None or not named.whose.search(subject) or not alike_in_size(named.draft, draft):
        return None
    draft.set("per", named.draft.fields["per"], CARRIED)
    return named


def _tell_again(told: dict[tuple[str, str], Draft], draft: Draft, words: Lexicon) -> None:
    """Give a sum the denominator of the nearest sum before it with the same head and of like size.

    Pay that was said to be 9,821 a month is still by the month where it is told for a city.
    """
    unit, value = draft.fields.get("unit") or "", draft.value
    if not (unit.isupper() and isinstance(value, Decimal) and value > 0):
        return
    key = (_head(draft.fields.get("subject") or "", words), unit)
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


def _give_on(document: Document, one: Draft, two: Draft, words: Lexicon) -> None:
    """Give a change, and what a number is held against or grew to, the denominator told right before."""
    unit, per = one.fields.get("unit") or "", one.fields.get("per")
    if per is None or two.fields.get("per") or not _alike(one, two) or unit in SHARES:
        return
    gap = document.text[one.end : two.start]
    alike = alike_in_size(one, two)
    same = _same(one, two) and alike
    # A cut by 0.05 a kWh may save millions, which are no price of one.
    like = alike or isinstance(one.value, tuple) or isinstance(two.value, tuple)
    # "He got 1,755 a month, 90 more": only a change of the level right before it has that one's denominator.
    level = words.spaced or (one.fields.get("measure") == "level" and _same(one, two))
    money = (same or (words.spaced and like)) and is_currency(unit)
    # "Up 30 yuan a month, to 630": where no word for what is measured comes between.
    reached = (
        one.fields.get("measure") == "change" and two.fields.get("measure") == "level" and _same(one, two)
    )
    near = len(gap) <= CHARACTERS and not words.spaced
    if (two.fields.get("measure") == "change" and level) or (reached and near and is_currency(unit)):
        two.set("per", per, CARRIED)
    elif money or (same and _is_then(document, one, two, words)):
        # "From 1,500 and 1,380 a month to 1,780 and 1,650": so are those that they were raised to.
        listed = not words.spaced and _is_near(gap, words)
        if listed or words.turns.compared.search(gap):
            two.set("per", per, CARRIED)


def _is_then(document: Document, one: Draft, two: Draft, words: Lexicon) -> bool:
    """Whether two numbers tell of one thing at two times: "from 300 carts a day to 900"."""
    start = document.sentences[one.sentence].start
    before = document.text[max(start, one.start - BEFORE) : one.start]
    apart = one.fields.get("period") != two.fields.get("period")
    return apart or words.turns.compared.search(before) is not None


def _give_back(document: Document, one: Draft, two: Draft, words: Lexicon) -> None:
    """Give the old value of a change, or a change of money, the denominator that only the new value names."""
    own, per = one.fields.get("per"), two.fields.get("per")
    if per is None or own == per or not _alike(one, two):
        return
    # What the new value is per person and month the old one is too, of which only the person was told.
    less = own is None or own in per.split("-")
    change = own is None and one.fields.get("measure") == "change" and is_currency(one.fields["unit"] or "")
    led = change and two.fields.get("measure") == "level" and _same(one, two)
    if led or (less and _is_near(document.text[one.end : two.start], words)):
        one.set("per", per, CARRIED)


def _alike(one: Draft, two: Draft) -> bool:
    """Whether two numbers of one sentence count the same."""
    return one.sentence == two.sentence and one.fields.get("unit") == two.fields.get("unit")


def _is_near(gap: str, words: Lexicon) -> bool:
    """Whether what stands between two numbers is short and begins no clause."""
    short = len(gap.split()) <= WORDS if words.spaced else len(gap) <= CHARACTERS
    return short and not CLAUSE_START.search(gap)


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
    told = words.words_to_head(subject)
    return words.plurals.singular(told[-1]) if told else ""
