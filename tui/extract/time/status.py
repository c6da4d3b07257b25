"""Tells planned from actual: by the words that reach a number, and by how its headline speaks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui.extract.document import Document, Draft, Sentence
from tui.extract.expressions.expression import Side
from tui.extract.expressions.patterns import NOT_INSIDE, factored
from tui.extract.expressions.shape import loose
from tui.extract.expressions.sought import Entry, Sought
from tui.extract.number.brackets import is_alone
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.status import StatusRule
from tui.extract.packs.schema.times import TimeReach
from tui.extract.time.timerules import spaced
from tui.model.scripts import CLOSING, COLONS, OPENING

DEFAULT = "status.default"
# So near behind a number words may say what only that number is.
_ADJACENT = 2
_HEADS = frozenset({"title", "heading"})
# So many words of status around a number are looked at, at most.
_FEW = 12
# An amount in brackets stands at most so many characters behind the one that it says again.
_SOON = 24
# And so many on either side may reach it.
_AROUND = 3 * _FEW
# What a number counts is named in so many words, at most, with no mark between them.
_NOUN = 3
_PHRASE = re.compile(r"(?:\s[\w'\u2019-]+)+\s")
# What is said in brackets is said by itself.
_BRACKET = "|[()\uff08\uff09]"

# What a text says about status: the words, and the rule that they are of.
_Told = tuple[re.Match[str], StatusRule]


@dataclass(frozen=True, slots=True)
class Language:
    """What tells the status in one language."""

    rules: tuple[StatusRule, ...]
    sought: Sought
    clause: re.Pattern[str]
    item: re.Pattern[str]

    def found_in(self, side: Side) -> Iterator[_Told]:
        """What a text says about status, in order; of rules that match at one place the first counts."""
        return ((match, self.rules[number]) for number, match in self.sought.first_in(side))


@dataclass(frozen=True, slots=True)
class _Cue:
    """Words about status, in code points of the article."""

    start: int
    end: int
    rule: StatusRule


def assign(document: Document, rules: RuleSet) -> None:
    """Set ``status`` of every claim."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in document.claims:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    over = _over(document)
    announced: StatusRule | None = None
    paragraph, itemised = -1, False
    title = compiled(rules, document.article.language).found_in(Side.of(document.article.title))
    general = _general(title)
    for index, sentence in enumerate(document.sentences):
        drafts = by_sentence.get(index)
        language = compiled(rules, sentence.language)
        if sentence.paragraph != paragraph:
            paragraph, itemised = sentence.paragraph, language.item.match(sentence.text) is not None
        announces = sentence.text[-1:] in COLONS
        if not drafts and sentence.role not in _HEADS and not announces:
            announced = announced if itemised else None
            continue
        found = list(language.found_in(Side(sentence.text, sentence.plain)))
        cues = list(_cues(sentence, found))
        if sentence.role == "title":
            general = _general(found) or general
        elif sentence.role == "heading":
            general = _general(found, "section") or general
        if announces:
            announced = next((cue.rule for cue in reversed(cues) if cue.rule.reach == "sentence"), None)
        elif not itemised:
            announced = None
        if not drafts:
            continue
        for draft, own in _rules(drafts, cues, language, over, sentence):
            rule = own
            if sentence.role != "title":
                rule = _headed(own, announced if itemised else None, general)
            draft.set("status", rule.status if rule else "actual", rule.id if rule else DEFAULT)


def _rules(
    drafts: list[Draft], cues: list[_Cue], language: Language, over: list[int], sentence: Sentence
) -> Iterator[tuple[Draft, StatusRule | None]]:
    """The numbers of a sentence, each with the rule whose words reach it."""
    # Where nothing is said about status, clauses need not be told apart.
    ends = language.clause.finditer(sentence.text) if cues else ()
    breaks = [sentence.start + found.end() for found in ends]
    last: Draft | None = None
    rule: StatusRule | None = None
    for draft in drafts:
        if not (rule and last and _says_again(draft, last, sentence)):
            at = bisect_left(cues, draft.start, key=lambda cue: cue.start)
            near = cues[max(0, at - _AROUND) : at + _AROUND]
            reaching = [cue for cue in near if not _parted(cue, draft, breaks, over)] if over else near
            rule = _rule(draft, drafts, reaching, breaks, sentence) if reaching else None
        last = draft
        yield draft, rule


def _headed(
    rule: StatusRule | None, announced: StatusRule | None, general: StatusRule | None
) -> StatusRule | None:
    """The rule of a number, of what announces it or of its headline, to which weak words give way."""
    if rule is not None and not (rule.weak and general is not None and general.reach == "section"):
        return rule
    return general if rule is not None else announced or general


def _over(document: Document) -> list[int]:
    """Where times begin that ended before the article's month."""
    if document.now is None:
        return []
    month = document.now.reduced("month")
    return [m.start for m in document.times if m.kind == "time" and m.ends_before(month)]


def _parted(cue: _Cue, draft: Draft, breaks: list[int], over: list[int]) -> bool:
    """Whether a plan of an earlier clause ends where a time is over: "5 will be built, last year 3 were"."""
    if cue.rule.status != "planned" or cue.end > draft.start:
        return False
    at = bisect_right(breaks, cue.end)
    first = bisect_left(over, breaks[at]) if at < len(breaks) else len(over)
    return first < len(over) and over[first] < draft.start


def _general(found: Iterable[_Told], reach: str = "document") -> StatusRule | None:
    """The rule that a headline makes that of the whole article, or a heading that of what follows."""
    return next((rule for _, rule in found if rule.reach == reach), None)


def _rule(
    draft: Draft, drafts: list[Draft], cues: list[_Cue], breaks: list[int], sentence: Sentence
) -> StatusRule | None:
    """The rule whose words reach the number: the nearest before it, or behind it in its own clause."""
    start, end = _clause(draft, breaks, sentence)
    next_cue = bisect_left(cues, draft.end, key=lambda cue: cue.start)
    following = cues[next_cue] if next_cue < len(cues) else None
    if (beside := _beside(draft, cues, next_cue)) is not None:
        return beside.rule
    if following and _is_verb_of(draft, following, end, sentence):
        return following.rule
    for cue in reversed(cues[max(0, next_cue - _FEW) : next_cue]):
        if cue.start < draft.start < cue.end == draft.end:
            return cue.rule  # a number that is a verb, as in "has doubled"
        if cue.end > draft.start or cue.rule.reach in {"document", "section", "back"}:
            continue
        if cue.start < start and (behind := _behind(draft, cues, end, sentence)) is not None:
            return behind.rule
        if _reaches(cue, draft, drafts, start):
            return cue.rule
    behind = _behind(draft, cues, end, sentence)
    return behind.rule if behind else None


def _clause(draft: Draft, breaks: list[int], sentence: Sentence) -> tuple[int, int]:
    """Where the clause of a number begins and ends, which goes on behind brackets put into it."""
    at = bisect_right(breaks, draft.start)
    start = breaks[at - 1] if at else sentence.start
    while at + 1 < len(breaks) and _ends_with(breaks[at], OPENING, sentence):
        if not _ends_with(breaks[at + 1], CLOSING, sentence):
            break
        at += 2
    return start, breaks[at] if at < len(breaks) else sentence.end


def _ends_with(end: int, marks: tuple[str, ...], sentence: Sentence) -> bool:
    return sentence.text[: end - sentence.start].endswith(marks)


def _says_again(draft: Draft, last: Draft, sentence: Sentence) -> bool:
    """Whether a number in brackets says the amount before it again: "3 mu (0.2 hectares) will be sown"."""
    levels = draft.fields.get("measure") == last.fields.get("measure") == "level"
    start, end = draft.start - sentence.start, draft.end - sentence.start
    return levels and draft.start - last.end <= _SOON and is_alone(sentence.text, start, end)


def _beside(draft: Draft, cues: list[_Cue], following: int) -> _Cue | None:
    """The words right behind or before a number that only say what this number is."""
    # "The 5 percent target": such words may begin inside the number.
    for cue in cues[max(0, following - 1) : following + 1]:
        begins = draft.start < cue.start <= draft.end + _ADJACENT
        if cue.rule.reach == "back" and begins and cue.end > draft.end:
            return cue
    before = cues[following - 1] if following else None
    near = before is not None and 0 <= draft.start - before.end <= _ADJACENT
    return before if before is not None and near and before.rule.reach == "next" else None


def _is_verb_of(draft: Draft, cue: _Cue, end: int, sentence: Sentence) -> bool:
    """Whether words of status are the verb of what a number counts, as in "300 jobs will go"."""
    if not cue.rule.back or cue.rule.reach == "back" or cue.start >= end:
        return False
    between = sentence.text[draft.end - sentence.start : cue.start - sentence.start]
    if (
        len(between.split()) > _NOUN
        or not between.strip()
        or (cue.rule.unless and re.search(cue.rule.unless, between))
    ):
        return False
    return _PHRASE.fullmatch(between) is not None


def _behind(draft: Draft, cues: list[_Cue], end: int, sentence: Sentence) -> _Cue | None:
    """The first words of a number's clause that reach back to it."""
    first = bisect_left(cues, draft.end, key=lambda cue: cue.start)
    for cue in cues[first : first + _FEW]:
        if cue.rule.back and cue.rule.reach != "back" and draft.end <= cue.start < end:
            between = sentence.text[draft.end - sentence.start : cue.start - sentence.start]
            return None if cue.rule.unless and re.search(cue.rule.unless, between) else cue
    return None


def _reaches(cue: _Cue, draft: Draft, drafts: list[Draft], clause: int) -> bool:
    if cue.rule.reach == "sentence":
        return True
    if cue.start < clause:
        return False
    after = bisect_left(drafts, cue.end, key=lambda d: d.start)
    return cue.rule.reach == "clause" or drafts[after].start >= draft.start


def _cues(sentence: Sentence, found: Iterable[_Told]) -> Iterator[_Cue]:
    for match, rule in found:
        if rule.title and sentence.role != "title":
            continue
        yield _Cue(sentence.start + match.start(), sentence.start + match.end(), rule)


def compiled(rules: RuleSet, language: str) -> Language:
    """The rules of a language about status, read once."""
    return rules.cached(("status", language), lambda: _compile(rules, language))


def _compile(rules: RuleSet, language: str) -> Language:
    entries = rules.of(StatusRule, language)
    listed = tuple(rule for rule in entries if rule.reach != "item")

    def entry(source: str) -> Entry:
        known = loose(source)
        return Entry(rules.expression(lambda: spaced(factored(source)), 0, known), source, known)

    items = "|".join(rule.match for rule in entries if rule.reach == "item")
    reach = rules.of(TimeReach, language)
    item = re.compile(spaced(items) or r"(?!)")
    clause = re.compile((spaced(reach[-1].clause) if reach else r"[;:!?]") + _BRACKET)
    sought = Sought(entry(f"{NOT_INSIDE}(?:{rule.match})") for rule in listed)
    return Language(listed, sought, clause, item)
