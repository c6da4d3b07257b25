"""The words of a language by the part they play, and the phrases built of them, made ready for use."""

import re
from collections.abc import Iterator
from contextlib import suppress

from tui.extract.expressions.expression import Expression
from tui.extract.expressions.wordlist import WordList
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.places import PlaceRule
from tui.extract.packs.schema.quantity import CounterRule, UnitRule
from tui.extract.packs.schema.tags import ChunkRule, RetagRule, TagRule
from tui.extract.possessive import possessive
from tui.extract.words.tagpatterns import START, Alphabet, Gate, Group, PatternError, TagPattern, TagSearch

_IDEOGRAPHS = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_WORD = rf"[^\W{_IDEOGRAPHS}]+(?:[-'&/.][^\W{_IDEOGRAPHS}]+)*|[{_IDEOGRAPHS}]|[^\w\s]|_"

# The longest word that is looked for directly before a number, and behind one where no unit is longer.
_BESIDE = 4

Word = tuple[int, int, str]


class TagWords:
    """Tags and chunks of one language. ``joint`` is what stands between two words of a phrase."""

    def __init__(self, rules: RuleSet, language: str) -> None:
        self.alphabet = Alphabet()
        self._eager = rules.eager
        self._noun, self._figure, self._unit = (self.alphabet[tag] for tag in ("noun", "figure", "unit"))
        self._figures = {self._figure, self.alphabet["num"]}
        self._take_words(rules, language)
        self._take_patterns(rules, language)
        unspaced = [word for word in self._words if _IDEOGRAPH.search(word)]
        self.joint = "" if 2 * len(unspaced) > len(self._words) else " "
        if self.joint:
            for unit in rules.of(UnitRule, language):
                for word in unit.match:
                    self._words.setdefault(word.lower(), self.alphabet["unit"])
                self._before.update((sign.lower(), self.alphabet["unit"]) for sign in unit.before)
        spaced = [word for word in self._words if " " in word]
        # What is a word unless a list has a longer one that begins so.
        self._word = re.compile(rf"{possessive(rules, language).source}\b|{_WORD}")
        self._longer = WordList({*spaced, *unspaced}, self._word, r"\b" if self.joint else "")
        self._suffix = self.alphabet["suffix"]
        self._guards: dict[str, Expression] = {}
        # The longest word that is looked for directly behind a number.
        self._longest = _BESIDE
        if not self.joint:
            self._take_units(rules, language)
        self._deed, self._quote = self.alphabet["deed"], self.alphabet["quote"]
        self._deeds = {self.alphabet[tag] for tag in ("deed", "act", "light")}
        # What a word in capitals is not: US and WHO are names.
        self._never_in_capitals = {self.alphabet[tag] for tag in ("pronoun", "speaker", "that")}
        # The rules of places whose names are what figures measure.
        self.measured = {rule.id for rule in rules.of(PlaceRule, language) if rule.measured}

    def _take_words(self, rules: RuleSet, language: str) -> None:
        """The lists of words, by where they count, and the endings of those that no list has."""
        self._words: dict[str, str] = {}
        self._endings: dict[str, str] = {}
        self._before: dict[str, str] = {}
        self._behind: dict[str, str] = {}
        self._behind_time: dict[str, str] = {}
        places = {"": self._words, "before": self._before, "behind": self._behind, "time": self._behind_time}
        # The tags of words that tell of less.
        self.falling: set[str] = set()
        for rule in rules.of(TagRule, language):
            letter = self._letter(rule)
            self.falling.update(letter * (rule.sign < 0))
            places[rule.only].update((word.lower(), letter) for word in rule.words)
            self._endings.update((ending, letter) for ending in rule.endings)
        self._longest_first = tuple(sorted(self._endings, key=len, reverse=True))

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

    def _take_units(self, rules: RuleSet, language: str) -> None:
        """Units and counters play their part behind numbers whether a list of words names them or not."""
        kinds: tuple[tuple[str, tuple[UnitRule | CounterRule, ...]], ...] = (
            ("unit", rules.of(UnitRule, language)),
            ("counter", rules.of(CounterRule, language)),
        )
        for name, entries in kinds:
            for rule in entries:
                guard = rules.expression(rule.not_before, re.IGNORECASE, ()) if rule.not_before else None
                for word in rule.match:
                    if self._behind.get(word[0]) == self._suffix:
                        continue
                    self._behind.setdefault(word.lower(), self.alphabet[name])
                    self._longest = max(self._longest, len(word))
                    if guard is not None:
                        self._guards[word.lower()] = guard

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

    def lists(self, word: str) -> bool:
        """Whether a list says that this word is a noun."""
        return self._words.get(word.casefold()) == self._noun

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

    def words(
        self, text: str, low: int, high: int, *, behind: str = "", before_number: bool = False
    ) -> list[Word]:
        """The words of ``text`` between two places, as start, end and tag; they stand ``behind`` that tag."""
        first: list[Word] = []
        last: list[Word] = []
        if behind == self.alphabet["time"]:
            low = self._word_behind_time(text, low, high, first)
        if not self.joint:  # blanks between Chinese characters and digits say nothing
            low, high = _within_blanks(text, low, high)
        if behind == self.alphabet["num"] and self._behind:
            low = self._words_behind(text, low, high, first)
        if before_number and self._before:
            high = self._words_before(text, low, high, last)
        tag_of, begins = self._words.get, self._longer.lengths
        pieces = self._word.finditer(text, low, high)
        taken = low
        while (piece := next(pieces, None)) is not None:
            word = piece[0]
            start, end = piece.span()
            if start < taken:
                if end > taken:  # a longer word ends inside it
                    pieces = self._word.finditer(text, taken, high)
                continue
            if word in begins and (longer := self._longer.longest(word, text, start, high)):
                word, end = longer, start + len(longer)
            taken = end
            first.append((start, end, tag_of(word) or self._guess(word)))
        return first + last[::-1]

    def of_capitals(self, tag: str) -> str:
        """The tag of a word written in capitals: US is no pronoun."""
        return self._noun if tag in self._never_in_capitals else tag

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

    def _guess(self, word: str) -> str:
        if word[0].isdigit():
            return self._noun if "-" in word and word[-1].isalpha() else self._figure
        if "/" in word and self._words.get(word.partition("/")[0]) == self.alphabet["unit"]:  # kg/ha
            return self.alphabet["unit"]
        if "-" in word or not word.endswith(self._longest_first):  # well-trained, work-related
            return self._noun
        return next(self._endings[ending] for ending in self._longest_first if word.endswith(ending))

    def _word_behind_time(self, text: str, low: int, high: int, found: list[Word]) -> int:
        """Take the longest word here that only counts behind a time; returns where it ends."""
        for end in range(min(low + _BESIDE, high), low, -1):
            if tag := self._behind_time.get(text[low:end]):
                found.append((low, end, tag))
                return end
        return low

    def _words_behind(self, text: str, low: int, high: int, found: list[Word]) -> int:
        """Take the words that only count behind a number, one beside suffixes; returns where they end."""
        counted = False
        while low < high:
            for end in range(min(low + self._longest, high), low, -1):
                word = text[low:end]
                guard = self._guards.get(word)
                if guard is not None and guard.pattern.match(text, end):
                    continue
                if (tag := self._behind.get(word)) and (tag == self._suffix or not counted):
                    counted = counted or tag != self._suffix
                    found.append((low, end, tag))
                    low = end
                    break
                if word in self._words:
                    return low
            else:
                return low
        return low

    def _words_before(self, text: str, low: int, high: int, found: list[Word]) -> int:
        """Take the words that only count before a number, the last first; returns where they begin."""
        while low < high:
            end = _within_blanks(text, low, high)[1] if self.joint else high
            for start in range(max(end - _BESIDE, low), end):
                word = text[start:end]
                if self.joint and start > low and text[start - 1].isalnum() and word[0].isalnum():
                    continue  # hours are no Rs
                if word in self._words:
                    return high
                if tag := self._before.get(word):
                    found.append((start, end, tag))
                    high = start
                    break
            else:
                return high
        return high


def _within_blanks(text: str, low: int, high: int) -> tuple[int, int]:
    """The two places with the blanks at both ends of what is between them left out."""
    while low < high and text[low].isspace():
        low += 1
    while low < high and text[high - 1].isspace():
        high -= 1
    return low, high


def tag_words(rules: RuleSet, language: str) -> TagWords:
    """The words of a language, read once for a set of rules."""
    return rules.cached(("tagwords", language), lambda: TagWords(rules, language))
