"""Tells which rules about words had their way in a text; the stages themselves keep no record of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.extract.document import Document
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.tags import ChunkRule, RetagRule, TagRule
from tui.extract.words.tagging import Tagged, tag_sentence
from tui.extract.words.tagpatterns import NUMBER, START
from tui.extract.words.tagwords import TagWords, Word


class _Letter(str):
    """The character of a tag that knows the rule which gave it."""

    __slots__ = ("rule",)
    rule: str


class TracedWords(TagWords):
    """The words of a language, with a record of the rules that fired in the sentence read last."""

    def __init__(self, rules: RuleSet, language: str) -> None:
        super().__init__(rules, language)
        self.given: list[tuple[int, _Letter]] = []
        self.changed: set[str] = set()

    def _letter(self, rule: TagRule | RetagRule) -> str:
        letter = _Letter(super()._letter(rule))
        letter.rule = rule.id
        return letter

    def words(
        self, text: str, low: int, high: int, *, behind: str = "", before_number: bool = False
    ) -> list[Word]:
        """The words as ever; those that a rule gave their tag are remembered."""
        found = super().words(text, low, high, behind=behind, before_number=before_number)
        self.given += [(start, tag) for start, _, tag in found if isinstance(tag, _Letter)]
        return found

    def settled(self, tags: str) -> str:
        """The tags as ever; the rules that changed one are remembered."""
        for tag, changed in self._changes(tags):
            if changed != tags and isinstance(tag, _Letter):
                self.changed.add(tag.rule)
            tags = changed
        return tags


def _traced(rules: RuleSet, language: str) -> TracedWords:
    return rules.cached(("traced", language), lambda: TracedWords(rules, language))


@dataclass(frozen=True, slots=True)
class Fired:
    """The ids of the rules that gave a word its tag: at first, and those whose tag it has in the end."""

    first: frozenset[str]
    last: frozenset[str]


def fired(document: Document, rules: RuleSet) -> Fired:
    """Which rules about words had their way in a document."""
    first: set[str] = set()
    last: set[str] = set()
    for sentence in document.sentences:
        words = _traced(rules, sentence.language)
        words.given, words.changed = [], set()
        tagged = tag_sentence(document, sentence, words)
        final = dict(zip(tagged.starts, tagged.tags, strict=True))
        first |= {tag.rule for _, tag in words.given} | words.changed
        last |= {tag.rule for start, tag in words.given if final.get(sentence.start + start) == tag}
        last |= words.changed
    return Fired(frozenset(first), frozenset(last))


def is_phrase(rule: ChunkRule, phrase: str, document: Document, rules: RuleSet) -> bool:
    """Whether some words of a document, as a whole, are what a chunk describes."""
    for sentence in document.sentences:
        words = _traced(rules, sentence.language)
        chunk = words.chunks.get(rule.name)
        low = document.text.find(phrase, sentence.start, sentence.end)
        if chunk is None or low < 0 or not phrase:
            continue
        tagged = tag_sentence(document, sentence, words)
        regex = words.alphabet.expression(rule.pattern, words.chunks)
        first, last = tagged.at(low), tagged.at(low + len(phrase) - 1) + 1
        if any(regex.fullmatch(tags) for tags in _readings(tagged, first, last, words.alphabet["num"])):
            return True
    return False


def _readings(tagged: Tagged, first: int, last: int, num: str) -> Iterator[str]:
    """The tags of some words as patterns may see them: from the beginning on, and round any number."""
    tags = tagged.tags[first:last]
    for marks in (tags, *(tags[:n] + NUMBER + tags[n + 1 :] for n, tag in enumerate(tags) if tag == num)):
        yield marks
        if first == 0:
            yield START + marks
