"""Finds what each number measures, in the article's own words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tui.extract.document import Document, Draft
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.subjects import SubjectRule
from tui.extract.statement.carried import REACH, Earlier
from tui.extract.statement.marks import without_lone
from tui.extract.words.tagging import Sight
from tui.extract.words.tagrules import rulebook, sights, unit_class
from tui.extract.words.tagwords import tag_words

# A phrase of so few characters is one word, which names little without its verb.
BARE = 2
# What the last item of a list says for all is no shorter.
SHORTEST_TAIL = 2

Spans = list[tuple[int, int]]
# Rules that go on with what was measured before.
_CARRY = frozenset({"previous", "kin", "counted"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be the subject, and the rule that found it.

    ``whole`` is what it says something of, without what it says: "nurses" of "nurses moved to town".
    """

    phrase: str
    rule: str
    whole: str = ""


def assign(document: Document, rules: RuleSet) -> None:
    """Set ``subject`` of every claim: the phrase of the first rule that finds one."""
    finder = Finder(document, rules)
    for draft, sight in sights(document, rules):
        found = next(finder.offers(draft, sight), None)
        if found:
            draft.set("subject", found.phrase, found.rule)
            draft.whole = found.whole
        else:
            draft.set("subject", "", "subject.none")
            draft.doubts.append("no subject found")
        finder.earlier.append(draft)


@dataclass(slots=True)
class Finder:
    """Finds candidates for the subjects of a document's numbers; ``earlier`` are those already done."""

    document: Document
    rules: RuleSet
    earlier: list[Draft] = field(default_factory=list)
    before: Earlier = field(init=False)

    def __post_init__(self) -> None:
        self.before = Earlier(self.document, self.rules, self.earlier)

    def offers(self, draft: Draft, sight: Sight) -> Iterator[Candidate]:
        """All phrases that may be a number's subject, the best first: that is taken."""
        candidates = self.candidates(draft, sight)
        first = next(candidates, None)
        if (again := self.named_again(draft, sight, first)) is not None:
            yield again
        if first is not None:
            yield first
        yield from candidates
        if (spare := self.spare(draft, sight)) is not None:
            yield spare

    def candidates(self, draft: Draft, sight: Sight) -> Iterator[Candidate]:
        """The phrases that rules find for a number, the best first."""
        language = self.document.sentences[draft.sentence].language
        measure = draft.fields.get("measure")
        book = rulebook(self.rules, SubjectRule, language)
        place: tuple[int, int] | None = None
        for rule, pattern in book.fitting(draft.fields.get("unit"), sight):
            if rule.measures and measure not in rule.measures:
                continue
            spans = pattern.match(sight.backwards, sight.forwards, sight.at)
            if spans is None:
                continue
            whole = ""
            if rule.take in {"share", "abreast", "pair"}:
                place = place or self._place_in_list(sight, language)
                phrase = self._shared(rule, draft, sight, spans, place)
            elif rule.take == "kindred":
                phrase = self.before.kindred(draft)
            elif rule.take == "those":
                phrase = self.before.those(draft, language)
            else:
                phrase, whole = self._joined(rule, draft, sight, spans)
            if phrase:
                yield Candidate(phrase, rule.id, whole)

    def spare(self, draft: Draft, sight: Sight) -> Candidate | None:
        """What names little, such as a rate, where nothing that names more is found."""
        language = self.document.sentences[draft.sentence].language
        words = tag_words(self.rules, language)
        spans = [m.span() for m in words.spare.finditer(sight.window, 0, sight.at)]
        return Candidate(self._text(sight, *spans[-1]), "subject.spare") if spans else None

    def named_again(self, draft: Draft, sight: Sight, found: Candidate | None) -> Candidate | None:
        """What "the rate" says again: the last subject with that word, where a rule would carry another."""
        if found is not None and found.rule not in self._carrying(draft):
            return None
        language = self.document.sentences[draft.sentence].language
        words = tag_words(self.rules, language)
        since = sight.window.rfind(words.alphabet["num"], 0, sight.at) + 1
        # "At a rate of 5%" names no rate that was told before, nor does "the key interest rate".
        of = words.alphabet["of"]
        spans = [m.span() for m in words.spare.finditer(sight.window, since, sight.at)]
        spans = [(a, b) for a, b in spans if b - a == 1 and not sight.window.startswith(of, b)]
        # "300, 9% of the target, down 6%": what was aimed at is told again only by what is still planned.
        aims = words.alphabet["guess"] if draft.fields.get("status") != "planned" else ""
        spans = [(a, b) for a, b in spans if sight.window[a:b] != aims]
        word = self._text(sight, spans[-1][1] - 1, spans[-1][1]).lower() if spans and words.joint else ""
        if not word or (found is not None and word in found.phrase.lower().split()):
            return None
        said = (other.fields.get("subject") or "" for other in reversed(self.earlier))
        again = next((phrase for phrase in said if word in phrase.lower().split()), "")
        if again:
            return Candidate(again, "subject.again")
        # "Rates rose in 50 states. The rate was 7%": no share or sum goes on with a count.
        unit = unit_class(draft.fields.get("unit"))
        level = draft.fields.get("measure") == "level" and unit in {"percent", "money"}
        last = unit_class(self.earlier[-1].fields.get("unit")) if self.earlier else unit
        return self.spare(draft, sight) if level and last != unit else None

    def _carrying(self, draft: Draft) -> set[str]:
        """The rules that carry on what was measured before."""
        language = self.document.sentences[draft.sentence].language
        return self.rules.cached(("carrying", language), lambda: _carrying(self.rules, language))

    def _joined(self, rule: SubjectRule, draft: Draft, sight: Sight, spans: Spans) -> tuple[str, str]:
        """What a rule found, and the first part of it if it has several."""
        language = self.document.sentences[draft.sentence].language
        parts = [self._phrase(sight, language, *span) for span in spans]
        if rule.take in _CARRY:
            carried = self.before.carried(rule, draft)
            if not carried:
                return "", ""
            # "Planned to hire staff, hired 82": what was carried may tell the verb, too.
            parts = [carried, *(part for part in parts if part not in carried)]
        if rule.take == "owner" or rule.part:
            parts.reverse()
        parts = [part for part in parts if part]
        whole = parts[0] if len(parts) > 1 else ""
        phrase = tag_words(self.rules, language).joint.join(parts)
        bare = rule.take == "words" and len(spans) == 1 and 0 < len(phrase) <= BARE
        return (self._deed(sight, language, spans[0]) + phrase if bare else phrase), whole

    def _deed(self, sight: Sight, language: str, span: tuple[int, int]) -> str:
        """The verb of a phrase of one word where words aren't spaced: whom one hires says little."""
        words = tag_words(self.rules, language)
        cut = None if words.joint else words.cut(sight.window, *span)
        if cut is None:
            return ""
        behind = cut[0] > sight.at
        if behind and sight.window[cut[0] - 1] == words.alphabet["de"]:
            return ""  # "50% of the interest", where the verb tells of the whole
        at = (sight.at if behind else cut[0]) - 1
        verb = self._text(sight, at, at + 1) if words.does(sight.window, at) else ""
        return verb if len(verb) <= BARE else ""

    def _shared(
        self, rule: SubjectRule, draft: Draft, sight: Sight, spans: Spans, place: tuple[int, int]
    ) -> str:
        """The item that is this number's; ``place`` is its own in its list, and how many that holds."""
        index, count = place
        language = self.document.sentences[draft.sentence].language
        words = tag_words(self.rules, language)
        # "Rates of 98% and 76%, 300 boats": no count goes on with shares, unless it says "respectively".
        last = self.earlier[-1] if index and self.earlier else draft
        told = bool(words.joint) and words.alphabet["respectively"] in sight.window
        unlike = not told and _is_share(last) != _is_share(draft)
        if count < 2 or unlike:
            return ""
        if rule.take != "share":
            return self.before.subject_before(draft, count, reach=0 if rule.take == "abreast" else REACH)
        items = words.items(sight.window, *spans[0], count)
        if len(items) != count:
            return self._phrase(sight, language, *items[0]) if len(items) == 1 else ""
        low, high = items[index]
        phrase = self._phrase(sight, language, low, high)
        if index and (stem := words.stem(sight.window, *items[0])) > items[0][0]:
            begin = words.cut(sight.window, *items[0]) or items[0]
            return words.joint.join(
                (self._text(sight, begin[0], stem), phrase or self._text(sight, low, high))
            )
        if not words.joint and index < count - 1:
            ends = self._word_ends(sight, *(words.cut(sight.window, *items[-1]) or items[-1]))
            return phrase + _common_tail([self._phrase(sight, language, *item) for item in items], ends)
        return phrase

    def _place_in_list(self, sight: Sight, language: str) -> tuple[int, int]:
        """Which number of a list this is, from 0, and how many the list has."""
        words = tag_words(self.rules, language)
        claim = words.alphabet["num"]
        around = next(
            (m for m in words.abreast.finditer(sight.window) if m.start() <= sight.at < m.end()), None
        )
        if around is None:
            return 0, 1
        # In a language that says "and", two numbers with a comma alone between them are no list.
        joined = {words.alphabet["and"], words.alphabet["or"], words.alphabet["respectively"]}
        if words.joint and joined.isdisjoint(sight.window[around.start() :]):
            return 0, 1
        before = sight.window.count(claim, around.start(), sight.at)
        return before, before + 1 + sight.window.count(claim, sight.at, around.end())

    def _phrase(self, sight: Sight, language: str, low: int, high: int) -> str:
        """The text of some words of the window, cut at both ends of what belongs to no subject."""
        words = tag_words(self.rules, language)
        cut = words.cut(sight.window, low, high) if low >= 0 else None
        text = self._text(sight, *cut) if cut else ""
        lone = not cut and high - low == 1 and sight.window[low] != words.alphabet["place"]
        if lone and words.lists(word := self._text(sight, low, high)):
            return word  # a counter that is also a noun
        # A single character is hardly ever a word that names something, save those that are listed.
        return text if words.joint or len(text) > 1 or words.lists(text) else ""

    def _word_ends(self, sight: Sight, low: int, high: int) -> list[int]:
        """How many characters behind their beginning the words of a phrase end."""
        begin = sight.starts[low + sight.offset]
        return [end - begin for end in sight.ends[low + sight.offset : high + sight.offset]]

    def _text(self, sight: Sight, low: int, high: int) -> str:
        start = sight.starts[low + sight.offset]
        end = sight.ends[high - 1 + sight.offset]
        return without_lone(" ".join(self.document.text[start:end].split()))


def _is_share(draft: Draft) -> bool:
    return unit_class(draft.fields.get("unit")) == "percent"


def _carrying(rules: RuleSet, language: str) -> set[str]:
    return {rule.id for rule in rules.of(SubjectRule, language) if rule.take in {"previous", "kin"}}


def _common_tail(items: Sequence[str], ends: Sequence[int]) -> str:
    """What the last item of a list says for all: what follows the ending that its other items share.

    ``ends`` is where the words of the last item end.
    """
    first = items[0]
    for length in range(min(len(first), 4), 0, -1):
        ending = first[-length:]
        place = items[-1].rfind(ending)
        if place >= 0 and all(item.endswith(ending) for item in items[:-1]):
            return items[-1][place + length :]
    # Items of one length, as in "rail, road and air passengers": what is longer in the last is said of all.
    length = min(len(item) for item in items[:-1])
    tail = items[-1][next((end for end in ends if end >= length), length) :]
    return tail if length == len(items[-2]) and len(tail) >= SHORTEST_TAIL else ""
