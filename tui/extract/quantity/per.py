"""Per what a number counts: a year, a person, an event."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.extract.document import Draft, Sentence
from tui.extract.expressions.expression import Expression, Side, Sieve
from tui.extract.expressions.patterns import words_pattern
from tui.extract.number.numerals import numerals
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import PERSON, PerRule
from tui.extract.quantity.lexicon import Lexicon, lexicon
from tui.extract.units import SPANS, is_currency, is_noun

BEHIND = 64
# A match that begins this near behind an earlier rule's is part of it: each person, each month.
NESTED = 6
# Behind the colon of a label its number stands so near.
NEAR = 6
# The word in a rule's units for every currency.
MONEY = "money"
# A place among others is that of one, and is shared out over nothing.
RANK = "rank"
# Those who share, besides measures: 40 yuan per day for each trainee, 2 dollars per km2 a year.
SHARERS = frozenset({PERSON, "household"})
# A short phrase that opens a sentence governs what follows its comma: "Every year, ...".
OPENING = 24
# So far before a number a clause that opens its sentence is looked for.
OPENED = 200
# How far a label reaches back from its colon.
LABEL = 60
_ASIDE = re.compile(r"(?:\s?[^\W\d]*\s?[(\uff08][^()\uff08\uff09]{1,40})?[)\uff09]")
CLAUSE_START = re.compile(r"[，。；！？：;]|,\s|\.\s|,(?!\d)")


@dataclass(frozen=True, slots=True)
class _Per:
    rule: PerRule
    behind: Expression | None
    before: Expression | None
    ends: re.Pattern[str] | None
    words: Lexicon

    def fits(self, unit: str) -> bool:
        rule = self.rule
        money = MONEY in rule.units and is_currency(unit)
        told = not rule.units or money or unit in rule.units
        return told and unit != RANK and unit not in rule.not_units

    def value(self, match: re.Match[str]) -> str:
        """What a match names; nothing if no list has a noun at the beginning of what it says of each."""
        noun = match.groupdict().get("noun")
        if noun is None:
            return self.rule.per
        if not self.words.spaced:
            return self._beginning(noun)
        word = " ".join(noun.lower().split())
        known = self.words.unit_of(word)
        return self.rule.words.get(word) or (known[0] if known else self.words.measure(word) or word)

    def _beginning(self, phrase: str) -> str:
        """What the longest noun at the beginning of a phrase counts, or behind a counter there.

        A length of time behind the noun joins it: "each bed each month" is bed-month. Words that the rule
        itself lists stand for what it says, behind a counter too.
        """
        named = self.rule.words
        for end in range(len(phrase), 0, -1):
            for at in (0, 1) if end > 1 and phrase[0] in self.words.behind_rules else (0,):
                word = phrase[at:end]
                noun = self.words.nouns.get(word)
                unit = named.get(word, "") if at == 0 or len(word) > 1 else ""
                unit = unit or (noun.unit if noun is not None and noun.behind else "")
                unit = unit or self.words.measure(word)
                if unit and not (at and unit in SPANS and phrase[0] in named):
                    spells = (spell for word, spell in named.items() if phrase.startswith(word, end))
                    spell = next((spell for spell in spells if spell in SPANS), "")
                    return f"{unit}-{spell}" if spell and unit not in SPANS else unit
        return ""


class _Said(NamedTuple):
    """A denominator and the rule that tells it; ``end`` is where it ends behind its number, 0 before it.

    ``joined`` is the rule that tells the other of two; one alone ``reaches`` on if its rule does.
    """

    per: _Per
    value: str
    end: int = 0
    joined: str = ""

    @property
    def reaches(self) -> bool:
        return self.per.rule.reach and not self.joined


@dataclass(slots=True)
class _Reaching:
    """A denominator that governs on, ``since`` a place up to which nothing has ended it, and its unit."""

    said: _Said
    since: int
    unit: str

    def goes_on(self, text: str, start: int) -> bool:
        """Whether nothing ends it before a place."""
        ends = self.said.per.ends
        ended = ends is not None and ends.search(text, self.since, start) is not None
        # What ends it is shorter than so, and stands in none of what was looked through.
        self.since = max(self.since, start - BEHIND)
        return not ended

    def governs(self, unit: str) -> bool:
        per = self.said.per
        return per.fits(unit) and unit != "%" and (not per.rule.same_unit or unit == self.unit)


class _Pers:
    """The rules of a language, and what tells which of them a sentence may be about."""

    def __init__(self, rules: Iterable[_Per]) -> None:
        # A rule that looks to both sides stands there twice.
        sides = [(per, side) for per in rules for side in (per.behind, per.before) if side is not None]
        self._sides = [per for per, _ in sides]
        self._sieve = Sieve(side for _, side in sides)

    def said_in(self, sentence: Side) -> list[_Per]:
        """The rules that may match in a sentence, in order, each once."""
        found = (self._sides[number] for number in self._sieve.may_match(sentence.plain))
        return list({id(per): per for per in found}.values())


def assign_per(
    drafts: Sequence[Draft], whole: Side, sentence: Sentence, ends: Sequence[int], rules: RuleSet
) -> None:
    """Set ``per`` where a denominator stands behind a number, before it, or governs from a clause before."""
    known = rules.cached(("per", sentence.language), lambda: _compile(rules, sentence.language))
    reaching: _Reaching | None = None
    said = known.said_in(whole)
    for index, draft in enumerate(drafts):
        start = draft.start - sentence.start
        unit = draft.fields.get("unit") or ""
        limit = drafts[index + 1].start - sentence.start if index + 1 < len(drafts) else len(whole.text)
        found = _beside([per for per in said if per.fits(unit)], whole, start, ends[index], limit)
        if found is not None and found.reaches:
            reaching = _Reaching(found, start, unit)
        elif found is None and reaching is not None:
            reaching = reaching if reaching.goes_on(whole.text, start) else None
            found = reaching.said if reaching is not None and reaching.governs(unit) else None
        if found is not None:
            rule, value = found.per.rule, found.value
            if rule.counted:
                value = _counted_before(drafts, index, whole.text[:start], found.per.words) or value
            draft.set("per", value, rule.id)
            draft.why["per"] += [found.joined] if found.joined else []


def named_by(subject: str, unit: str, language: str, rules: RuleSet) -> tuple[str, str] | None:
    """The denominator that the name of what is measured tells, with its rule: a monthly minimum wage."""
    known = rules.cached(("per", language), lambda: _compile(rules, language))
    side = Side.of(subject)
    found = _before([per for per in known.said_in(side) if per.fits(unit)], side)
    return (found.value, found.per.rule.id) if found is not None else None


def _beside(fitting: Sequence[_Per], whole: Side, start: int, end: int, limit: int) -> _Said | None:
    """What is told behind a number and its unit, before it, or in an earlier clause of its sentence."""
    right = whole.cut(end, min(limit, end + BEHIND))
    left = whole.cut(_clause(whole.text, start), start)
    opening = whole.cut(max(0, start - OPENED), start)
    found = _behind(fitting, right) or _before(fitting, left) or _behind_aside(fitting, whole, end)
    found = found or _opened(fitting, opening)
    return found and _joined(found, fitting, opening, left, right)


def _counted_before(drafts: Sequence[Draft], index: int, left: str, words: Lexicon) -> str | None:
    """What the nearest number before counts, if that is neither money, a share nor a length of time.

    People are those who get or pay a sum, and are they that are named before it if no number is.
    """
    money = words.spaced and is_currency(drafts[index].fields.get("unit") or "")
    for draft in reversed(drafts[:index]):
        unit = draft.fields.get("unit") or ""
        if is_noun(unit) and (money or unit != PERSON):
            return unit
    named = words.chunk.found_in(left.lower(), 0, len(left)) if money else ()
    return PERSON if any(words.nouns[word].unit == PERSON for *_, word in named) else None


def _clause(text: str, start: int) -> int:
    """Where the clause that a number stands in begins."""
    begin = max(0, start - 120)
    first = True
    for match in CLAUSE_START.finditer(text, begin, start):
        opening = first and match.start() <= OPENING and text[match.start()] == "," and begin == 0
        begin = begin if opening and not any(map(str.isdigit, text[: match.start()])) else match.end()
        first = False
    # What a label says before its colon it says of the number behind.
    label = text.rfind(": ", begin, start)
    return max(0, label - LABEL) if label >= 0 and start - label <= NEAR else begin


def _behind(fitting: Sequence[_Per], right: Side) -> _Said | None:
    for per in fitting:
        if per.behind is not None:
            match = per.behind.search(right)
            if match and (value := per.value(match)):
                return _Said(per, value, match.end())
    return None


def _behind_aside(fitting: Sequence[_Per], whole: Side, end: int) -> _Said | None:
    """What stands behind a bracket that holds a sum again: "95 yuan ($14) per day" says it of both."""
    aside = _ASIDE.match(whole.text, end)
    return _behind(fitting, whole.cut(aside.end(), aside.end() + BEHIND)) if aside else None


def _joined(said: _Said, fitting: Sequence[_Per], opening: Side, left: Side, right: Side) -> _Said:
    """A denominator of time with the other that is also told: 40 yuan per day for each trainee."""
    spell = said.value in SPANS
    if not spell and not _shares(said.value):
        return said
    for value, rule in _others(said, fitting, opening, left, right):
        if _shares(value) if spell else value in SPANS:
            each, time = (value, said.value) if spell else (said.value, value)
            return said._replace(value=f"{each}-{time}", joined=rule)
    return said


def _shares(value: str) -> bool:
    """Whether a denominator joins with one of time: people, homes, and measures such as km2."""
    return value in SHARERS or (bool(value) and value not in SPANS and not is_noun(value))


def _others(
    said: _Said, fitting: Sequence[_Per], opening: Side, left: Side, right: Side
) -> Iterator[tuple[str, str]]:
    """The denominators that are told of a number besides the one that was found, and who tells them."""
    if not said.per.words.spaced and said.value in SPANS:
        # "For each one taken on they get 2,000 a month."
        taken = _opened(fitting, opening)
        yield from () if taken is None else ((taken.value, taken.per.rule.id),)
    rest = right.cut(said.end, len(right.text))
    for per in fitting:
        for expression, side in ((per.behind, right), (per.behind, rest), (per.before, left)):
            match = expression.search(side) if expression is not None else None
            if match is not None:
                yield per.value(match), per.rule.id


def _better(start: int, best: int) -> bool:
    """Whether a match is nearer to the number than the best, or the whole of which that is a part."""
    return start > best + NESTED or best - NESTED <= start < best


def _before(fitting: Sequence[_Per], left: Side) -> _Said | None:
    best: tuple[int, _Said] | None = None
    for per in fitting:
        if per.before is not None:
            match = per.before.search(left)
            if not match or not (best is None or _better(match.start(), best[0])):
                continue
            if value := per.value(match):
                best = (match.start(), _Said(per, value))
    return None if best is None else best[1]


def _opened(fitting: Sequence[_Per], left: Side) -> _Said | None:
    """What an earlier clause of the sentence says of the number: "For each worker who stays, 500 yuan"."""
    for per in fitting:
        if per.rule.opens and per.before is not None:
            match = per.before.search(left)
            if match and (value := per.value(match)):
                return _Said(per, value)
    return None


def _compile(rules: RuleSet, language: str) -> _Pers:
    sharers = words_pattern(numerals(rules, language).grammar.sharers)

    def expression(source: str) -> Expression | None:
        whole = source.replace("{sharer}", f"(?P<noun>{sharers})")
        return rules.expression(whole, re.IGNORECASE) if source else None

    def ends(source: str) -> re.Pattern[str] | None:
        return re.compile(source, re.IGNORECASE) if source else None

    words = lexicon(rules, language)
    return _Pers(
        _Per(rule, expression(rule.behind), expression(rule.before), ends(rule.ends), words)
        for rule in rules.of(PerRule, language)
    )
