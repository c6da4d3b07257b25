"""The phrases round a number that may say what it measures, whole ones only, the likeliest first."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tui.extract.document import Document, Draft
from tui.extract.packs.rules import RuleSet
from tui.extract.statement.marks import paired
from tui.extract.statement.subjects import Finder
from tui.extract.words.tagging import Tagged, tagged
from tui.extract.words.tagrules import sight_of
from tui.extract.words.tagwords import TagWords, tag_words

LONGEST = 14  # words of a phrase
REACH = 2  # sentences before the number's own that are looked through
NEIGHBOURS = 3  # numbers before and behind whose subjects may be meant

# What makes a phrase less likely; the likeliest has the least.
_FOUND = -3.0  # a rule found it
_NEIGHBOUR = 0.4
_UNLIKE = 0.8  # the neighbour has another unit
_STEP = 0.5
_PIECE = -0.5  # a part of what the claim holds
_MORE = -0.4  # what the claim holds, and more
_WORD = 0.25  # for each word more
_OTHER = 0.6  # a phrase that has nothing to do with what the claim holds
_WITHIN = 1.6  # where the words before it belong to it
_INSIDE = 0.3  # for each word within that names nothing
_FAR, _FARTHEST = 0.1, 15  # for each word between phrase and number, up to so many
_LONG = 0.25  # for each word over six
_SHORT = 0.6  # for a phrase of one word
_ALIKE = 0.3  # for each better phrase that begins alike, and for each that ends alike
_SENTENCE, _HEADING = 1.5, 3.0

Costed = tuple[float, str]


@dataclass(slots=True)
class Wordings:
    """Phrases of one article; ``document`` went through all stages of extraction."""

    document: Document
    rules: RuleSet

    def of(self, draft: Draft, most: int) -> list[str]:
        """At most so many phrases for a number, without the one it has."""
        costs: dict[str, float] = {}
        held = draft.fields.get("subject") or ""
        places = "\n".join(self._places())
        for cost, phrase in self._all(draft, held):
            if phrase == held or phrase in places or not paired(phrase):
                continue
            if cost < costs.get(phrase, 99.0):
                costs[phrase] = cost
        ranked = sorted(costs, key=lambda phrase: costs[phrase])[: 2 * most]
        seen: Counter[str] = Counter()
        for phrase in ranked:  # of those that begin or end alike only the best stay in front
            head, tail = _edges(phrase)
            costs[phrase] += _ALIKE * (seen[head] + seen[tail])
            seen.update((head, tail))
        return sorted(ranked, key=lambda phrase: costs[phrase])[:most]

    def _places(self) -> Iterator[str]:
        """The names of places, but for those that are measured themselves."""
        for mention in self.document.places:
            if mention.rule not in self._language(0).measured:
                yield mention.value
                yield " ".join(self.document.text[mention.start : mention.end].split())

    def _all(self, draft: Draft, held: str) -> Iterator[Costed]:
        yield from self._found(draft)
        yield from self._neighbours(draft)
        number = tagged(self.document, draft.sentence, self.rules).at(draft.start)
        yield from self._phrases(draft.sentence, held, number, 0.0)
        for index, cost in self._before(draft.sentence):
            yield from self._phrases(index, held, None, cost)

    def _before(self, sentence: int) -> Iterator[tuple[int, float]]:
        """The sentences before one that are looked through, and the heading over it."""
        for back in range(1, min(REACH, sentence) + 1):
            yield sentence - back, _SENTENCE * back
        for index in range(sentence - 1, -1, -1):
            if self.document.sentences[index].role in {"title", "heading"}:
                if index < sentence - REACH:
                    yield index, _HEADING
                return

    def _found(self, draft: Draft) -> Iterator[Costed]:
        """What the rules find."""
        claims = self.document.claims  # a number that was pointed at is none of them
        finder = Finder(self.document, self.rules, [each for each in claims if each.start < draft.start])
        sight = sight_of(self.document, draft, self.rules)
        words = tagged(self.document, draft.sentence, self.rules)
        language = self._language(draft.sentence)
        for number, candidate in enumerate(finder.candidates(draft, sight)):
            places = self._where(words, candidate.phrase)
            if all(language.is_whole(words.tags, low, high) for low, high in places):
                yield _FOUND + number * _STEP, candidate.phrase

    def _neighbours(self, draft: Draft) -> Iterator[Costed]:
        """The subjects of the numbers next to this one."""
        claims = self.document.claims
        at = next((i for i, other in enumerate(claims) if other.start >= draft.start), len(claims))
        behind = [other for other in claims[at : at + NEIGHBOURS + 1] if other is not draft]
        for side in (claims[max(at - NEIGHBOURS, 0) : at][::-1], behind[:NEIGHBOURS]):
            for step, other in enumerate(side):
                cost = _NEIGHBOUR + step * _STEP + abs(draft.sentence - other.sentence)
                cost += _UNLIKE if other.fields.get("unit") != draft.fields.get("unit") else 0.0
                yield cost, other.fields.get("subject") or ""
        for other in [other for other in claims[:at] if other.sentence == draft.sentence]:
            yield _FOUND, self._likewise(other, draft)

    def _likewise(self, other: Draft, draft: Draft) -> str:
        """What a number before says for all of a list, with what this one has of its own."""
        held, own = other.fields.get("subject") or "", draft.fields.get("subject") or ""
        words = tagged(self.document, other.sentence, self.rules)
        language = self._language(other.sentence)
        for low, high in self._where(words, held):
            stem = language.stem(words.tags, low, high)
            said = self._text(words, low, stem) if low < stem < high else ""
            if said and own and not own.startswith(said):
                return language.joint.join((said, own))
        return ""

    def _phrases(self, index: int, held: str, number: int | None, base: float) -> Iterator[Costed]:
        """The phrases of a sentence; ``number`` is the number's place in it, None in other sentences."""
        words = tagged(self.document, index, self.rules)
        language = self._language(index)
        own = next(self._where(words, held), None)
        if own is not None and own[0] == 0 and held[:1].isupper() and held[1:2].islower():
            yield _PIECE, held[0].lower() + held[1:]
        for low, high in language.stretches(words.tags):
            if own is not None and low <= own[0] and own[1] <= high:
                yield from self._changed(language, words, own, (low, high))
            for start, end in language.wholes(words.tags, low, high, LONGEST):
                gap = 0 if number is None else number - end if end <= number else start - number - 1
                cost = _OTHER + _FAR * min(gap, _FARTHEST) + _size(end - start)
                cost += _INSIDE * sum(language.parts(words.tags, at) for at in range(start, end))
                cost += _WITHIN * (start > low and not language.parts(words.tags, start - 1))
                yield base + cost, self._text(words, start, end)

    def _changed(
        self, language: TagWords, words: Tagged, own: tuple[int, int], within: tuple[int, int]
    ) -> Iterator[Costed]:
        """What the claim holds with words taken off or put on at either end."""
        low, high = within
        for start in range(max(own[0] - LONGEST, low), own[1]):
            for end in range(own[0] + 1, min(own[1] + LONGEST, high) + 1):
                apart = start != own[0] and end != own[1]
                if start >= end or (apart and (start < own[0] or end < own[1])):
                    continue
                if not language.is_whole(words.tags, start, end, begins=start == own[0]):
                    continue
                more = (own[0] - start) * (start < own[0]) + (end - own[1]) * (end > own[1])
                cost = _MORE + min(more * _WORD, _STEP) if more else _PIECE
                cost += _WITHIN * (start > own[0] and not language.parts(words.tags, start - 1))
                yield cost + _size(end - start), self._text(words, start, end)

    def _language(self, sentence: int) -> TagWords:
        return tag_words(self.rules, self.document.sentences[sentence].language)

    def _text(self, words: Tagged, low: int, high: int) -> str:
        return " ".join(self.document.text[words.starts[low] : words.ends[high - 1]].split())

    def _where(self, words: Tagged, phrase: str) -> Iterator[tuple[int, int]]:
        """Where the words of a phrase stand in a sentence."""
        if phrase and words.starts:
            base = words.starts[0]
            at = self.document.text[base : words.ends[-1]].replace("\n", " ").find(phrase)
            if at >= 0:
                yield words.at(base + at), words.at(base + at + len(phrase) - 1) + 1


def _edges(phrase: str) -> tuple[str, str]:
    """How a phrase begins and ends: its first and last word, or two characters where there are no spaces."""
    words = phrase.split()
    if len(words) > 1 or phrase.isascii():
        return words[0], " " + words[-1]
    return phrase[:2], " " + phrase[-2:]


def _size(words: int) -> float:
    return _SHORT if words == 1 else max(words - 6, 0) * _LONG
