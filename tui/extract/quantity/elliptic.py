"""Stage: units of numbers beside which no noun stands, from what they were found to measure."""

import re

from tui.extract.document import Document, Draft
from tui.extract.number.numerals import numerals
from tui.extract.number.signs import SIGHT, sign_in_brackets
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import UnitRule
from tui.extract.packs.schema.subjects import SubjectRule
from tui.extract.quantity.lexicon import Lexicon, lexicon
from tui.extract.quantity.sharing import alike_in_size
from tui.extract.units import SPANS, TIMES, is_currency, is_noun
from tui.extract.words.tagging import tagged
from tui.extract.words.tagwords import tag_words

# How many numbers back a whole may stand.
NEAR = 4
RULE = "unit.of-subject"
# What was counted so many sentences before may be what a number goes on with.
SUBJECTS_REACH = 2
_NEXT_WORD = re.compile(r"\s([A-Za-z]+)")
_ENDS = re.compile(r"\s?[.,;!?\u201d\"](?!\d)|\s*\Z")
# The unit of a number about which nothing else is known.
_UNKNOWN = frozenset({"item", None})


def assign(document: Document, rules: RuleSet) -> None:
    """Give a guessed unit way to what the subject counts: quits that totalled 3 million are quits.

    Where words are spaced the head of a phrase tells a plural from a rate; elsewhere its last word does.
    """
    earlier: list[Draft] = []
    heads: dict[str, tuple[str, str]] = {}
    for draft in document.claims:
        words = lexicon(rules, document.sentences[draft.sentence].language)
        if not words.spaced:
            if draft.guessed:
                _take_ending(draft, words)
            _take_counted(document, draft, earlier, words, rules)
            _take_whole(draft, earlier, rules.cached("counts others", lambda: _counting(rules)))
        else:
            total = draft.why.get("unit", [""])[0] in words.totals and not _counts_plural(draft, words)
            total = total and not _adds(document, draft, rules)
            unit = None
            if draft.guessed and not total:
                unit = _sum_before(document, draft, earlier) or _told(document, draft, earlier, words, rules)
            unit = _more_exactly(draft, unit, heads, words, total=total) or unit
            if unit is not None:
                draft.set("unit", unit, RULE)
        earlier = [*earlier[1 - NEAR :], draft]


def _told(
    document: Document, draft: Draft, earlier: list[Draft], words: Lexicon, rules: RuleSet
) -> str | None:
    """What a guessed number counts by its subject, or by the numbers before it; where words are spaced."""
    if (doer := _doer(document, draft, words)) is not None:
        return _nearest(draft, earlier, SUBJECTS_REACH, whole=True) or doer
    unit = _nearest(draft, earlier) if _names_another(document, draft, rules) else None
    of_counted = _of_counted(rules, document.sentences[draft.sentence].language)
    again = not of_counted.isdisjoint(draft.why.get("subject", ()))
    if unit is None and (again or _adds(document, draft, rules)):
        unit = _nearest(draft, earlier, SUBJECTS_REACH if again else 1)
    if unit in _UNKNOWN:
        unit = unit_named(draft.fields.get("subject") or "", words)
    if unit is None and draft.why["unit"] == ["noun"]:
        unit = _of_whole(draft, earlier)
    if unit is None and draft.fields.get("unit") in _UNKNOWN:
        unit = _nearest(draft, earlier, SUBJECTS_REACH) or _money(draft, earlier)
        unit = unit or _spoken_of(draft, earlier, words)
    return unit


def _more_exactly(
    draft: Draft, unit: str | None, heads: dict[str, tuple[str, str]], words: Lexicon, *, total: bool
) -> str | None:
    """The unit of a longer noun with the head of this subject: employment, where it was of payrolls before.

    ``heads`` are the nouns told so far with their units, by their heads; this subject's is noted there.
    """
    unit = unit or draft.fields.get("unit") or ""
    named = _head_of(draft.fields.get("subject") or "", words) if is_noun(unit) else ""
    if not named:
        return None
    head = named.split()[-1]
    word, known = heads.get(head, ("", ""))
    if len(word) > len(named) and (total or draft.guessed):
        return known
    heads[head] = (named, unit) if len(named) >= len(word) else (word, known)
    return None


def _names_another(document: Document, draft: Draft, rules: RuleSet) -> bool:
    """Whether what a guess went by names nothing that this number counts.

    So "more" does in "bought 12 more", and in "shops hired 30, mills hired 40" the noun is who hired.
    """
    language = document.sentences[draft.sentence].language
    tags = tag_words(rules, language)
    sentence = tagged(document, draft.sentence, rules)
    at = sentence.at(draft.start)
    if draft.noun_at is None:
        return tags.nameless.match(sentence.tags, at + 1) is not None
    return tags.doing.fullmatch(sentence.tags, sentence.at(draft.noun_at), at) is not None


def _adds(document: Document, draft: Draft, rules: RuleSet) -> bool:
    """Whether brackets tell a difference: "parts (+28)" are no parts, but what was counted before."""
    language = document.sentences[draft.sentence].language
    left = document.text[max(0, draft.start - SIGHT) : draft.start]
    if sign_in_brackets(left, numerals(rules, language)):
        return True
    sentence = tagged(document, draft.sentence, rules)
    at = sentence.at(draft.start)
    return tag_words(rules, language).bracketed.search(sentence.tags, max(0, at - SIGHT), at) is not None


def _take_ending(draft: Draft, words: Lexicon) -> None:
    """Give a number that only a counter stands behind the unit of the noun that its subject ends with."""
    subject = draft.fields.get("subject") or ""
    nouns = (words.nouns.get(subject[at:]) for at in range(len(subject)))
    noun = next((noun for noun in nouns if noun is not None), None)
    counter = words.counters.get(draft.why["unit"][0])
    counted = noun is not None and (counter is None or counter.may_count(noun.unit))
    if noun is not None and counted and noun.behind and not noun.whole:
        draft.set("unit", noun.unit, RULE)


def _take_counted(
    document: Document, draft: Draft, earlier: list[Draft], words: Lexicon, rules: RuleSet
) -> None:
    """Give a number the unit of the one before it with the same counter, where nothing says what it counts.

    A counter of some nouns only counts the last ones again; any other does so behind "of these".
    """
    counter = words.counters.get(draft.why["unit"][0])
    if draft.fields.get("unit") not in {*_UNKNOWN, counter.unit if counter else None}:
        return
    some = counter is not None and bool(counter.kinds)
    tags = tag_words(rules, document.sentences[draft.sentence].language)
    sentence = tagged(document, draft.sentence, rules)
    among = sentence.tags.rfind(tags.alphabet["among"], 0, sentence.at(draft.start))
    for other in reversed(earlier):
        if other.sentence != draft.sentence:
            return
        alike = document.text[other.end : other.end + 1] == document.text[draft.end : draft.end + 1]
        part = among >= 0 and sentence.starts[among] >= other.end
        unit = other.fields.get("unit") or ""
        again = part or some or other.why.get("unit") == [RULE]
        if alike and again and unit.islower() and (counter is None or counter.may_count(unit)):
            draft.set("unit", unit, RULE)
            return


def _counting(rules: RuleSet) -> dict[str, frozenset[str]]:
    """What each unit by its rule also counts, as households are what firms are counted in."""
    entries = (rule for name in rules.languages for rule in rules.of(UnitRule, name))
    return {rule.id: frozenset(rule.of) for rule in entries if rule.of}


def _take_whole(draft: Draft, earlier: list[Draft], counting: dict[str, frozenset[str]]) -> None:
    """Give a number the unit of the one before it of the same subject, where its own words count that too."""
    others = counting.get(draft.why.get("unit", [""])[0], frozenset())
    # "The ratio was 3.6, up 0.05": what has no unit of its own differs by what the whole is in.
    guessed = draft.guessed
    bare = guessed and draft.fields.get("measure") == "change"
    for other in reversed(earlier if others or guessed else []):
        near = draft.sentence - other.sentence <= 1
        if near and other.fields.get("subject") == draft.fields.get("subject"):
            unit = other.fields.get("unit")
            ratio = guessed and unit == TIMES
            if unit and (unit in others or ratio or (bare and unit != "%")):
                draft.set("unit", unit, RULE)
            return


def _counts_plural(draft: Draft, words: Lexicon) -> bool:
    """Whether the head of a guessed number's subject is a plural that no list has, as in jobless claims."""
    subject = draft.fields.get("subject") or ""
    tokens = _tokens(subject, words) if draft.guessed else []
    return bool(tokens) and words.plurals.has(tokens[-1]) and not _head_of(subject, words)


def _sum_before(document: Document, draft: Draft, earlier: list[Draft]) -> str | None:
    """The unit of the sum or length of time before, for a bare number of its size that ends its clause.

    "The ticket was 5 yuan, now it is 60"; and so is what is more or less than a sum of the same subject.
    """
    last = earlier[-1] if earlier else None
    unit = last.fields.get("unit") or "" if last is not None else ""
    if last is not None and unit == "%" and last.sentence == draft.sentence:
        return _share_before(draft, last)
    told = (unit.isalpha() and not unit.islower()) or unit in SPANS
    if last is None or last.sentence != draft.sentence or not told or not alike_in_size(last, draft):
        return None
    if draft.fields.get("measure") == "change":
        return unit if draft.fields.get("subject") == last.fields.get("subject") else None
    ends = _ENDS.match(document.text, draft.end) is not None
    return unit if ends and draft.fields.get("measure") == "level" else None


def _share_before(draft: Draft, last: Draft) -> str | None:
    """Per cent for a decimal of the same that leaves them out, "from 3.5% to 3.2", or points if it moved."""
    bare = draft.fields.get("unit") in _UNKNOWN and "." in draft.text
    same = draft.fields.get("subject") == last.fields.get("subject")
    if not (bare and same) or isinstance(draft.value, tuple) or isinstance(last.value, tuple):
        return None
    if draft.fields.get("measure") == "change":
        return "pp" if abs(draft.value) < abs(last.value) else None
    return "%" if alike_in_size(last, draft) else None


def _nearest(draft: Draft, earlier: list[Draft], reach: int = 1, *, whole: bool = False) -> str | None:
    """What the nearest number before counts, at most ``reach`` sentences before its own.

    As a ``whole`` it must be one of which this may be a part: "of 30 mills, 12 joined".
    """
    for other in reversed(earlier):
        unit = other.fields.get("unit") or ""
        near = draft.sentence - other.sentence <= reach
        if is_noun(unit) and near and (not whole or _is_part(draft, other)):
            return unit
    return None


def _doer(document: Document, draft: Draft, words: Lexicon) -> str | None:
    """Who does what stands right behind a number: "215 got letters" are people."""
    did = _NEXT_WORD.match(document.text, draft.end)
    return words.doers.get(did[1].lower()) if did else None


def _is_part(draft: Draft, whole: Draft) -> bool:
    """Whether a number is no larger than another."""
    part, of = (d.value[-1] if isinstance(d.value, tuple) else d.value for d in (draft, whole))
    return part <= of


def _money(draft: Draft, earlier: list[Draft]) -> str | None:
    """The money of the number right before, near it: "it costs 5m euros but will save 8m"."""
    last = earlier[-1] if earlier else None
    near = last is not None and draft.sentence - last.sentence <= 1
    unit = (last.fields.get("unit") or "") if last is not None and near else ""
    return unit if is_currency(unit) else None


def _spoken_of(draft: Draft, earlier: list[Draft], words: Lexicon) -> str | None:
    """What the subjects before count: the total of those whose number rose for the third month."""
    near = (other for other in reversed(earlier) if draft.sentence - other.sentence <= SUBJECTS_REACH)
    units = (unit_named(other.fields.get("subject") or "", words) for other in near)
    return next((unit for unit in units if unit is not None and is_noun(unit)), None)


def _of_whole(draft: Draft, earlier: list[Draft]) -> str | None:
    """The unit of the number whose subject this one goes on with: "of which 20 moved"."""
    subject = draft.fields.get("subject") or ""
    for other in reversed(earlier):
        whole = other.fields.get("subject")
        unit = other.fields.get("unit") or ""
        if whole and subject.startswith(whole) and unit.islower():
            return unit
    return None


def _of_counted(rules: RuleSet, language: str) -> frozenset[str]:
    """The rules by which a number has the subject of one that was counted before: 20 of them."""
    return rules.cached(
        ("of counted", language),
        lambda: frozenset(rule.id for rule in rules.of(SubjectRule, language) if rule.take == "counted"),
    )


def unit_named(subject: str, words: Lexicon) -> str | None:
    """The unit of what a subject counts: its head's, if that is a plural or a noun of the lexicon.

    What is told of a plural may stand behind it: "people signing on", "layoffs notified".
    """
    tokens = _tokens(subject, words)
    if not tokens:
        return None
    plural = (word for word in tokens[:-3:-1] if words.plurals.has(word))
    head = _head_of(subject, words) or next(plural, None)
    if head is None:
        return None
    unit, rule = words.unit_of(head) or (words.plurals.singular(head), "")
    return None if rule in words.wholes else unit


def _head_of(subject: str, words: Lexicon) -> str:
    """The longest noun of the lexicon that a subject's phrase ends with; empty if it ends with none."""
    tokens = _tokens(subject, words)
    for first in range(max(0, len(tokens) - 3), len(tokens)):
        phrase = " ".join(tokens[first:])
        if words.unit_of(phrase) is not None:
            return phrase
    return ""


def _tokens(subject: str, words: Lexicon) -> list[str]:
    """The words of a subject's phrase, or of what it is the number of, up to its head."""
    whole = words.turns.count_of.search(subject)
    phrase = subject[whole.end() :] if whole else subject
    told = words.words_to_head(phrase)
    return [] if len(told) == 1 and told[0] in words.stops else told
