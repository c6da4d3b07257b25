"""The words of a language by the part they play, made ready for use."""

import re

from tui.extract.expressions.expression import Expression
from tui.extract.expressions.wordlist import WordList
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.places import PlaceRule
from tui.extract.packs.schema.quantity import CounterRule, UnitRule
from tui.extract.packs.schema.tags import TagRule
from tui.extract.possessive import possessive
from tui.extract.words.tagphrases import Phrases

_IDEOGRAPHS = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
# What is a word unless a list has a longer one that begins so.
_WORD = re.compile(rf"[^\W{_IDEOGRAPHS}]+(?:[-'&/.][^\W{_IDEOGRAPHS}]+)*|[{_IDEOGRAPHS}]|[^\w\s]|_")

# The longest word that is looked for directly before a number, and behind one where no unit is longer.
_BESIDE = 4

Word = tuple[int, int, str]


class TagWords(Phrases):
    """The words of one language with their tags, and the phrases that they make."""

    def __init__(self, rules: RuleSet, language: str) -> None:
        super().__init__(rules, language)
        self._noun = self.alphabet["noun"]
        self._take_words(rules, language)
        unspaced = [word for word in self._words if _IDEOGRAPH.search(word)]
        self.joint = "" if 2 * len(unspaced) > len(self._words) else " "
        if self.joint:
            for unit in rules.of(UnitRule, language):
                for word in unit.match:
                    self._words.setdefault(word.lower(), self.alphabet["unit"])
                self._before.update((sign.lower(), self.alphabet["unit"]) for sign in unit.before)
        spaced = [word for word in self._words if " " in word]
        whose = possessive(rules, language)
        # The ending of a possessive is a word of its own.
        self._word = re.compile(rf"{whose.source}\b|{_WORD.pattern}") if whose.endings else _WORD
        self._longer = WordList({*spaced, *unspaced}, self._word, r"\b" if self.joint else "")
        self._suffix = self.alphabet["suffix"]
        self._guards: dict[str, Expression] = {}
        # The longest word that is looked for directly behind a number.
        self._longest = _BESIDE
        if not self.joint:
            self._take_units(rules, language)
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

    def lists(self, word: str) -> bool:
        """Whether a list says that this word is a noun."""
        return self._words.get(word.casefold()) == self._noun

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
