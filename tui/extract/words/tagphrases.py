"""Phrases of a language, as the parts that their words play: where they begin, end, and part into items."""

import re
from collections.abc import Iterator
from contextlib import suppress

from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.tags import ChunkRule, RetagRule, TagRule
from tui.extract.words.gate import Gate
from tui.extract.words.tagpatterns import (
    START,
    Alphabet,
    Group,
    PatternError,
    TagPattern,
    TagSearch,
)


class Phrases:
    """The chunks of one language and what they tell of phrases, given as the tags of their words.

    ``joint`` is what stands between two words of a phrase.
    """

    joint: str

    def __init__(self, rules: RuleSet, language: str) -> None:
        self.alphabet = Alphabet()
        self._eager = rules.eager
        self._figure, self._unit = self.alphabet["figure"], self.alphabet["unit"]
        self._figures = {self._figure, self.alphabet["num"]}
        self._deed, self._quote = self.alphabet["deed"], self.alphabet["quote"]
        self._deeds = {self.alphabet[tag] for tag in ("deed", "act", "light")}
        self._take_patterns(rules, language)

    def _take_patterns(self, rules: RuleSet, language: str) -> None:
        """The chunks, those that the program itself asks for, and the rules that change tags."""
        self.chunks: dict[str, Group] = {}
        for chunk in rules.of(ChunkRule, language):
            with suppress(PatternError):
                self.chunks[chunk.name] = self.alphabet.read(chunk.pattern, self.chunks)
        retags: list[tuple[TagSearch, str]] = []
        for retag in rules.of(RetagRule, language):
            with suppress(PatternError):
                retags.append((self.alphabet.search(retag.pattern, self.chunks), self._letter(retag)))
        self._retags = Gate((retag, retag[0].needed) for retag in retags)
        self.abreast = self._chunk("abreast")
        self._breaks = self._chunk("breaks", "+")
        # What surely parts items: a mark that only lists, or an article that begins the next one anew.
        self._enum = re.compile(re.escape(self.alphabet["enum"]) + "+")
        self._anew = self._chunk("breaks", f"+(?={re.escape(self.alphabet['det'])})")
        self._binding = self._chunk("binding", "", ".*")
        self._lead = self._chunk("lead", "*")
        self._tail = self._chunk("tail", "+$")
        self._hollow = self._chunk("hollow", "+")
        self.spare = self._chunk("spare")
        self._wall = self._chunk("wall")
        self._parting = self._chunk("parting")
        self._telling = self._chunk("telling")
        self.nameless = self._chunk("nameless")
        # Those who do something to so many are not what is counted.
        self.doing = self._chunk("doing")
        self.bracketed = self._chunk("bracketed", r"\Z")

    def _letter(self, rule: TagRule | RetagRule) -> str:
        """The character of the tag that a rule gives."""
        return self.alphabet[rule.tag]

    def _chunk(self, name: str, behind: str = "", before: str = "") -> re.Pattern[str]:
        """A chunk that the program itself asks for; one that no rule describes is never found."""
        chunk = self.chunks.get(name)
        return re.compile(f"{before}{chunk.expression()}{behind}" if chunk else "(?!)")

    def compiled(self, pattern: str) -> TagPattern | None:
        """A pattern made ready; None if it cannot be read, as in a broken rule."""
        try:
            made = self.alphabet.compile(pattern, self.chunks)
            if self._eager:
                made.compile()
        except PatternError:
            return None
        return made

    def does(self, tags: str, at: int) -> bool:
        """Whether the word ``at`` is a verb that says what is done with so many."""
        return at >= 0 and tags[at] in self._deeds

    def cut(self, tags: str, low: int, high: int) -> tuple[int, int] | None:
        """``low`` and ``high`` drawn in by what no subject begins or ends with; None if nothing is left.

        A verb that says by itself what was done stays where nothing else is.
        """
        first = low
        if lead := self._lead.match(tags, low, high):
            low = lead.end()
        if low == high and (deed := tags.rfind(self._deed, first, high)) >= 0:
            return deed, deed + 1
        if tail := self._tail.search(tags, low, high):
            high = tail.start()
            if high > low and tags[high] == self._unit and tags[high - 1] in self._figures:
                high += 1  # a number keeps its unit
        return None if low >= high or self._hollow.fullmatch(tags, low, high) else (low, high)

    def items(self, tags: str, low: int, high: int, count: int = 0) -> list[tuple[int, int]]:
        """The items of the list between two places.

        Where they are more than ``count``, those that only "and" parts are one: "ships, ropes and nets", or
        "the trade in ropes and the fish and meat trade". So is what governs the list: "sales and prices of
        homes, shops and barns".
        """
        found = self._parted(self._breaks, tags, low, high)
        if len(found) <= count or not count:
            return found
        wholes = (self._parted(gaps, tags, low, high) for gaps in (self._enum, self._anew))
        first, *others = found[-count:]
        if self.stem(tags, *first) > first[0] and self.stem(tags, low, found[-count - 1][1]) == low:
            found = [(low, first[1]), *others]
        return next((whole for whole in wholes if len(whole) == count), found)

    @staticmethod
    def _parted(gaps: re.Pattern[str], tags: str, low: int, high: int) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        for gap in gaps.finditer(tags, low, high):
            spans.append((low, gap.start()))
            low = gap.end()
        return [(a, b) for a, b in [*spans, (low, high)] if a < b]

    def stem(self, tags: str, low: int, high: int) -> int:
        """Where the words end by which a list's first item also governs the others."""
        match = self._binding.match(tags, low, high)
        return match.end() if match else low

    def stretches(self, tags: str) -> list[tuple[int, int]]:
        """The stretches of a sentence that a phrase may lie in: what is between its walls."""
        spans: list[tuple[int, int]] = []
        low = 0
        for wall in self._wall.finditer(tags):
            spans.append((low, wall.start()))
            low = wall.end()
        return [(a, b) for a, b in [*spans, (low, len(tags))] if a < b]

    def parts(self, tags: str, at: int) -> bool:
        """Whether phrases end before the word ``at`` of themselves, and begin behind it."""
        return self._parting.match(tags, at) is not None

    def is_whole(self, tags: str, low: int, high: int, *, begins: bool = False) -> bool:
        """Whether a phrase names something and is torn at neither end; ``begins`` where its first is known.

        Words that are written apart may be left off before the noun that they tell more of; whether a
        character begins a word nobody can tell.
        """
        if self.quoted(tags, low, high):
            return True
        begins = begins or bool(self.joint) or low == 0 or self.parts(tags, low - 1)
        ends = high == len(tags) or self.parts(tags, high)
        loose = self.parts(tags, high - 1) or (self.joint and self.parts(tags, low))
        if not begins or not ends or loose or self._telling.fullmatch(tags, low, high):
            return False
        return self.cut(tags, low, high) == (low, high)

    def wholes(self, tags: str, low: int, high: int, longest: int) -> Iterator[tuple[int, int]]:
        """The whole phrases between two places, of so many words at most."""
        for start in range(low, high):
            for end in range(start + 1, min(start + longest, high) + 1):
                if self.is_whole(tags, start, end):
                    yield start, end

    def quoted(self, tags: str, low: int, high: int) -> bool:
        """Whether quotation marks stand on both sides of some words."""
        return low > 0 and tags[low - 1 : low] == tags[high : high + 1] == self._quote

    def settled(self, tags: str) -> str:
        """The tags of a whole sentence after each word's neighbours have had their say."""
        for _, changed in self._changes(tags):
            tags = changed
        return tags

    def _changes(self, tags: str) -> Iterator[tuple[str, str]]:
        """Each tag that neighbours give to words of a sentence, with all its tags from then on."""
        tags = START + tags
        held = set(tags)
        for pattern, tag in self._retags.let_in(held):
            if matches := list(pattern.finditer(tags)):
                letters = list(tags)
                for match in matches:
                    letters[match.start(1) : match.end(1)] = tag * (match.end(1) - match.start(1))
                tags = "".join(letters)
                held.clear()
                held.update(tags)
                yield tag, tags.removeprefix(START)
