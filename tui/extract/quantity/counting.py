"""Finds what a number counts: the unit or counter behind it and the noun it belongs to."""

import re
from collections import deque
from dataclasses import dataclass, replace
from decimal import Decimal

from tui.extract.expressions.wordlist import small
from tui.extract.packs.schema.quantity import PERSON, CounterRule, UnitRule
from tui.extract.quantity.lexicon import Lexicon

# How many characters of a phrase are looked through, to the right and to the left.
RIGHT, LEFT = 28, 44
LEFT_SPACED = 160
WORDS_OF_A_PHRASE = 7
# A clause this short before a number holds only a verb, and what it is about stands further back.
BARE_CLAUSE = 6
# A second noun this many characters behind the first still belongs to the same phrase.
NOUN_GAP = 6

_BREAK = re.compile(r"[，。；！？、：,;:（）()“”\"《》\n]")
_QUOTED = re.compile("“[^“”，。]{1,12}”")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile("[A-Za-z]")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_WORD = re.compile(r"\d(?:[\w,.]*\w)?|[^\W\d_](?:[\w'’.&-]*[\w])?|[^\w\s]")
_HYPHENED = re.compile(r"-[^\W\d]")
_CLAUSE = re.compile(r"[，。；！？：,;:（(\n]")
# The next adjectives of a list behind one of them, and what joins the last to it.
_ADJECTIVES = re.compile(r"((?:,\s[^\W\d][\w-]*)+),?\s(\w+)\s[^\W\d]")
_APOSTROPHES = frozenset("'\u2019")
_CLOSING = ' \u201d\u2019"'
_NAMED = re.compile(r"""\s?(?:"[^"\n]{1,40}"|“[^”\n]{1,40}”|‘[^’\n]{1,40}’)\s(?=[^\W\d_])""")
_OPENING = re.compile(r"[\s“‘\"'(]*")
# A minus between a currency sign and its number.
_SIGNED = tuple(sign + minus for sign in "$\u20ac\u00a3\u00a5" for minus in "-\u2212\u2013")


@dataclass(frozen=True, slots=True)
class Counted:
    """A unit, the rule that gave it, and where in the text behind the number its phrase ends.

    ``sure`` is false for a guess; ``at`` is then where the noun stands in the text before the number. One of
    the unit is ``factor`` of what the article counts in.
    """

    unit: str
    rule: str
    end: int
    sure: bool = True
    at: int | None = None
    factor: Decimal = Decimal(1)


def unit_behind(lexicon: Lexicon, right: str) -> tuple[UnitRule | CounterRule, int] | None:
    """The unit or counter at the beginning of ``right`` and where it ends there."""
    begin = lexicon.turns.inner.match(right)
    text = small(right) if lexicon.spaced else right
    for at in dict.fromkeys((begin.end() if begin else 0, 0)):
        end = len(text)
        while word := lexicon.behind.longest(text[at : at + 1], text, at, end):
            end = at + len(word)
            rule, guard = lexicon.behind_rules[word]
            if guard is None or not guard.pattern.match(right, end):
                return rule, end
            if lexicon.spaced:
                break
            end -= 1
    return None


def unit_before(lexicon: Lexicon, left: str) -> tuple[UnitRule, int] | None:
    """The unit, such as a currency sign, at the end of ``left`` and where it begins there."""
    text = left.rstrip(" ")
    text = text[:-1] if text.endswith(_SIGNED) else text
    for length in lexicon.lengths_before.get(lexicon.key(text[-1:]), ()):
        word = text[-length:]
        rule = lexicon.before.get(lexicon.key(word))
        # A sign that begins with a letter begins a word, too; a character before it is none.
        if rule and not (_LETTER.match(word) and _LETTER.match(text[-length - 1 : -length])):
            return rule, len(text) - len(word)
    return None


def counted_noun(lexicon: Lexicon, right: str, at: int, *, people: bool = True) -> Counted | None:
    """The head of the phrase at ``at`` where words aren't spaced: its last noun before a stop."""
    if (begins := _QUOTED.match(right, at)) is not None:
        at = begins.end()
    stop = _BREAK.search(right, at)
    while stop is not None and (quoted := _QUOTED.match(right, stop.start())) is not None:
        stop = _BREAK.search(right, quoted.end())  # a name in quotation marks within a phrase ends it not
    end = min(stop.start() if stop else len(right), at + RIGHT)
    best: Counted | None = None
    for first, last, word in lexicon.chunk.found_in(right, at, end):
        if best is not None and (first - best.end > NOUN_GAP or _DIGIT.search(right, best.end, first)):
            break
        if (rule := lexicon.nouns.get(word)) is not None:
            if rule.behind and (people or rule.unit != PERSON):
                best = Counted(rule.unit, rule.id, last)
        elif word in lexicon.barring or (best is not None and (first == best.end or word in lexicon.parting)):
            break
    found = best or _unlisted(lexicon, right, at, end, people=people)
    if found is None and begins is not None:
        # "2 “Harbour Stations”": where nothing else stands behind, a name tells what it is of.
        named = counted_noun(lexicon, begins[0][1:-1], 0, people=people)
        found = replace(named, end=begins.end()) if named is not None else None
    return found


def _unlisted(lexicon: Lexicon, right: str, at: int, end: int, *, people: bool) -> Counted | None:
    """The unit of a noun that no list has, by its ending."""
    for first, _, word in lexicon.chunk.found_in(right, at, end):
        if word not in lexicon.nouns:
            end = first
            break
    found = lexicon.unit_by_ending(right[at:end])
    return Counted(*found, end) if found and (people or found[0] != PERSON) else None


def names_something(lexicon: Lexicon, right: str, at: int) -> bool:
    """Whether a phrase that no list knows begins right behind a counter: it is what is counted."""
    if at >= len(right) or not _LETTERS.match(right, at):
        return False
    return not lexicon.chunk.longest(right[at], right, at, len(right))


def noun_before(
    lexicon: Lexicon, left: str, *, people: bool = True, adjoining: bool = False
) -> Counted | None:
    """The nearest noun before a number in a language without spaces, in its clause or the one before.

    With ``adjoining`` only function words may stand between the two.
    """
    clauses = 0
    end = len(left)
    while clauses < 3 and end > 0:
        begin = max((m.end() for m in _CLAUSE.finditer(left, 0, end)), default=0)
        found, behind = None, 0
        for _, last, word in lexicon.chunk.found_in(left, begin, end):
            rule = lexicon.nouns.get(word)
            # Further back only what is counted is looked for, no rates and totals.
            usable = rule and not rule.whole and (people or rule.unit != PERSON)
            # A single character further off is but the end of another word or name.
            usable = usable and (len(word) > 1 or _only_stops(lexicon, left, last, end))
            if rule and usable and (rule.behind or clauses == 0):
                found, behind = rule, last
        if found is not None:
            # What a noun and the ending of another make, such as a hiring desk, is of the other's kind.
            made = lexicon.kind_of.get(left[behind:end].rstrip(_CLOSING))
            if made is not None and (people or made[0] != PERSON):
                return Counted(*made, 0, sure=clauses == 0)
            if adjoining and not _only_stops(lexicon, left, behind, end):
                return None
            return Counted(found.unit, found.id, 0, sure=clauses == 0)
        if adjoining:
            return None
        # A clause that says more than a verb has its own object, which the lexicon doesn't know.
        if end - begin > BARE_CLAUSE:
            return None
        end = begin - 1
        clauses += 1
    return None


def _only_stops(lexicon: Lexicon, text: str, start: int, end: int) -> bool:
    """Whether nothing but words that end phrases, and spaces, stand between two places."""
    while start < end:
        if text[start].isspace():
            start += 1
            continue
        word = lexicon.chunk.longest(text[start], text, start, end)
        if not word or word in lexicon.nouns:
            return False
        start += len(word)
    return True


def counted_head(lexicon: Lexicon, right: str, *, single: bool = False) -> Counted | None:
    """The head of the phrase at the beginning of ``right`` in a language with spaces: its first plural.

    Of a ``single`` thing it is the last word.
    """
    if (named := _NAMED.match(right)) is not None:
        # '12 "Sunny Home" clinics': a name in quotation marks tells which ones the noun behind it counts.
        found = counted_head(lexicon, right[named.end() :], single=single)
        if found is not None and found.sure:
            return replace(found, end=named.end() + found.end)
    begin = _OPENING.match(right)
    first = at = begin.end() if begin else 0
    skipped = lexicon.turns.determiners.match(right, at)
    at = skipped.end() if skipped else at
    words: list[tuple[str, int]] = []
    whose_ends = lexicon.possessive.endings
    for match in _WORD.finditer(right, at):
        word = match[0].lower()
        if match.start() == first and lexicon.tells_when(word, right, match.end()):
            break
        # "40 of the city's 1,900 shops", "12 Robin 411s": neither whose nor how many there are nor the number
        # of a model is what is counted.
        whose = word.endswith(whose_ends) or (_DIGIT.search(word) is not None and word not in lexicon.nouns)
        if whose or lexicon.turns.attributive.match(right, match.start()):
            continue
        if word in lexicon.joins and not single and _goes_on(lexicon, words, right, match.end()):
            continue
        beside = word in _APOSTROPHES and bool(words) and words[-1][1] == match.start()
        if beside and lexicon.possessive.is_mark(word, words[-1][0]):
            # "Entrepreneurs' projects": the plural says whose, not what.
            words[-1] = (words[-1][0] + word, match.end())
            continue
        if word == "," and words and _joined_behind(lexicon, right, match.start()):
            continue
        if not word[0].isalpha() or (word in lexicon.stops and word not in lexicon.links):
            break
        if word in lexicon.links and any(lexicon.is_noun(w) for w, _ in words):
            break
        words.append((word, match.end()))
        if len(words) == WORDS_OF_A_PHRASE:
            break
    return _head(lexicon, words, single=single)


def _goes_on(lexicon: Lexicon, words: list[tuple[str, int]], right: str, end: int) -> bool:
    """Whether behind "and" the same phrase goes on: its plural is still to come, and no other number."""
    following = _WORD.search(right, end)
    counted = following is None or following[0][0].isdigit() or following[0].lower() in lexicon.numerals
    return bool(words) and not counted and not any(lexicon.plurals.has(word) for word, _ in words)


def _joined_behind(lexicon: Lexicon, right: str, comma: int) -> bool:
    """Whether a comma parts what tells of one noun: micro, small and large firms, job and policy fairs.

    A plural among it is counted itself.
    """
    listed = _ADJECTIVES.match(right, comma)
    return (
        listed is not None
        and listed[2].lower() in lexicon.joins
        and not any(lexicon.plurals.has(word) for word in _WORD.findall(small(right[:comma] + listed[1])))
    )


def _head(lexicon: Lexicon, words: list[tuple[str, int]], *, single: bool) -> Counted | None:
    if not words:
        return None
    chosen = len(words) - 1 if single else None
    for index, (word, _) in enumerate([] if single else words):
        if lexicon.plurals.has(word):
            chosen = index
            # Words that are their own plural, such as data, also stand before another noun.
            alike = lexicon.plurals.singular(word) == word
            if index + 1 == len(words) or not (alike or lexicon.plurals.has(words[index + 1][0])):
                break
        elif chosen is None and word in lexicon.nouns and index + 1 == len(words):
            chosen = index if lexicon.plurals.singular(word) == word else None
    if chosen is None:
        known = [i for i, (word, _) in enumerate(words) if word in lexicon.nouns]
        chosen = known[-1] if known else len(words) - 1
    head = words[chosen][0]
    sure = single or head in lexicon.nouns or head in lexicon.behind_rules or lexicon.plurals.has(head)
    if not sure and words[0][0] in lexicon.links:
        return None
    for first in range(max(0, chosen - 2), chosen + 1):
        phrase = " ".join(word for word, _ in words[first : chosen + 1])
        known_unit = lexicon.unit_of(phrase)
        if known_unit is not None:
            return Counted(known_unit[0], known_unit[1], words[chosen][1], sure)
    unit = lexicon.measure(head) or lexicon.plurals.singular(head)
    return Counted(unit, "noun", words[chosen][1], sure)


def head_before(lexicon: Lexicon, left: str) -> Counted | None:
    """The last noun of the lexicon before a number in a language with spaces."""
    found, at, end, governs = None, 0, 0, False
    since = max(0, len(left) - LEFT_SPACED)
    for first, last, word in lexicon.chunk.found_in(small(left), since, len(left)):
        if _HYPHENED.match(left, last):
            continue  # person-days are no persons
        noun = lexicon.nouns[word]
        # In "the ratio of cars to posts" the ratio governs what it is of, up to the end of the clause.
        governs = governs and _CLAUSE.search(left, end, first) is None
        if noun.id not in lexicon.wholes and not governs:
            found, at, end = noun, first, last
            governs = not noun.behind and lexicon.turns.count_behind.match(left, last) is not None
    # "The number of cars": what is counted stands behind, unless something else governs the number by then.
    whole = deque(lexicon.turns.count_of.finditer(left, since), maxlen=1)
    parted = whole and lexicon.turns.parts.search(
        left, whole[0].end()
    )  # "of which" asks for a whole of its own
    if whole and not parted and not (governs and at > whole[0].end()):
        counted = counted_head(lexicon, left[whole[0].end() :])
        if counted is not None and counted.sure:
            return Counted(counted.unit, counted.rule, 0)
    return Counted(found.unit, found.id, 0, sure=governs, at=at) if found is not None else None
