"""Reads the rules about time and finds in a sentence what they match."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tui.extract.document import Sentence
from tui.extract.expressions.beginnings import Beginnings, Surroundings
from tui.extract.expressions.expression import Expression, Known, Side
from tui.extract.expressions.patterns import factored, words_pattern
from tui.extract.expressions.shape import Shape, alternatives, shape
from tui.extract.expressions.wordlist import small
from tui.extract.packs.rules import RuleSet
from tui.extract.packs.schema.quantity import UnitRule
from tui.extract.packs.schema.times import End, FeastRule, TimeFrame, TimeKind, TimePart, TimeReach, TimeRule

# How far around an expression its frames look.
_BEFORE, _AFTER = 130, 60
# A pattern longer than this names a part that names the pattern.
LONGEST_PATTERN = 100_000
_PART = re.compile(r"\{([a-z_]+)(2?)\}")
_NOT_BEHIND = re.compile(r"\(\?<!\[([^]^]+)\]\)")
_GROUP = re.compile(r"\(\?P<([a-z]+2?)>")
# The groups that name parts of time, the smallest first, and those that count from the article's date.
_PARTS = (
    ("day", frozenset({"d", "rd", "w"})),
    ("week", frozenset({"rw"})),
    ("month", frozenset({"m", "rm"})),
    ("quarter", frozenset({"q", "rq"})),
    ("half", frozenset({"h"})),
    ("season", frozenset({"s", "rs"})),
)
_RELATIVE = frozenset({"ry", "rm", "rd", "rq", "rw", "rs"})
_NAMED = frozenset({"y", "fy", "m", "d", "q", "h", "w", "p"})


@dataclass(frozen=True, slots=True)
class Language:
    """The rules of one language, compiled."""

    # What finds where a time may begin, and how many characters before that place a match of it begins.
    begins: tuple[re.Pattern[str], int]
    rules: tuple[tuple[TimeRule, Expression], ...]
    beginnings: Beginnings
    words: dict[str, dict[str, int]]
    feasts: dict[str, FeastRule]
    # What is said before a time and behind it.
    frames: tuple[tuple[TimeFrame, Expression | None, Expression | None], ...]
    surroundings: Surroundings


@dataclass(slots=True)
class Found:
    """An expression before its date is worked out."""

    start: int
    end: int
    sentence: int
    rule: TimeRule
    numbers: dict[str, int]
    kind: TimeKind
    ends: End
    ahead: bool
    why: str
    aim: bool = False
    over: bool = False
    bygone: bool = False
    of_value: bool = False
    paragraph: int = 0
    feast: FeastRule | None = None

    def traits(self) -> set[str]:
        """What it is called in ``unless`` of timeframes."""
        rule = self.rule
        parts = {name.removesuffix("2") for name in self.numbers}
        said = parts - rule.set.keys()
        smallest = next((part for part, groups in _PARTS if parts & groups), rule.unit)
        traits = {smallest, rule.gives, rule.end, *rule.called}
        told = {"relative": said & _RELATIVE, "named": said & _NAMED, "feast": rule.feast}
        return traits.union(trait for trait, holds in told.items() if holds)


def in_sentence(index: int, sentence: Sentence, language: Language) -> Iterator[Found]:
    """The time expressions of a sentence: at each place the longest that a rule matches."""
    text, lower, plain = sentence.text, small(sentence.text), sentence.plain
    whole = Side(text, plain)
    # Which rules the words of the sentence let match, asked once.
    may: dict[int, bool] = {}
    begins, shift = language.begins
    end = 0
    for candidate in begins.finditer(" " * shift + lower):
        if (at := candidate.start()) < end:
            continue
        best: tuple[int, TimeRule, re.Match[str]] | None = None
        for number in language.beginnings.at(plain, at):
            rule, expression = language.rules[number]
            if number not in may:
                may[number] = expression.may_match(plain)
            match = expression.pattern.match(text, at) if may[number] else None
            if match is not None and (best is None or match.end() > best[0]):
                best = match.end(), rule, match
        if best is None or best[0] == at:
            continue
        end, rule, match = best
        item = Found(
            sentence.start + at,
            sentence.start + end,
            index,
            rule,
            _numbers(rule, match, language),
            rule.kind,
            rule.end,
            ahead=False,
            why=rule.id,
            paragraph=sentence.paragraph,
            feast=language.feasts[rule.feast] if rule.feast else None,
        )
        _frame(item, whole, at, end, language)
        yield item


def _frame(item: Found, sentence: Side, start: int, end: int, language: Language) -> None:
    """Change an expression into what the words around it make of it."""
    found = language.surroundings.round(sentence.plain, start, end)
    if not found:
        return
    before, after = sentence.cut(max(0, start - _BEFORE), start), sentence.cut(end, end + _AFTER)
    for number in found:
        frame, ahead, behind = language.frames[number]
        if frame.precise and not item.numbers.keys() & {"d", "rd", "w", "rw"} and item.kind != "now":
            continue
        if (ahead and not ahead.ends(before)) or (behind and not behind.begins(after)):
            continue
        if frame.unless and not item.traits().isdisjoint(frame.unless):
            continue
        if frame.kind is not None:
            item.kind = frame.kind
        item.ends = frame.end or item.ends
        item.ahead = item.ahead or frame.target or frame.aim
        item.aim = item.aim or frame.aim
        item.over = item.over or frame.over
        item.bygone = item.bygone or frame.bygone
        item.of_value = item.of_value or frame.of_value
        item.why += f" {frame.id}"
    if item.kind not in {"time", "now"}:
        item.ends = item.rule.end


def _numbers(rule: TimeRule, match: re.Match[str], language: Language) -> dict[str, int]:
    numbers = dict(rule.set)
    for name, written in match.groupdict().items():
        if written is None:
            continue
        group = name.partition("__")[0]
        number = _number(written, language.words.get(group.rstrip("2"), {}))
        if number is not None:
            numbers[group] = number
    return numbers


def _number(written: str, words: dict[str, int]) -> int | None:
    word = " ".join(written.casefold().split())
    if word in words:
        return words[word]
    try:
        return int(word) if word.isdecimal() else int("".join(str(int(unicodedata.numeric(c))) for c in word))
    except ValueError:
        return None


def compiled(rules: RuleSet, language: str) -> Language:
    """The time rules of a language, compiled once."""
    return rules.cached(("times", language), lambda: _compile(rules, language))


def parts_of(rules: RuleSet, language: str) -> dict[str, str]:
    """The pieces that patterns of a language may name in braces; ``{unit}`` is any unit's word."""
    # Spaces stay as they were written, for any white space stands for one.
    units = words_pattern(w for r in rules.of(UnitRule, language) if not r.not_before for w in r.match)
    parts = {"unit": units.replace("\\ ", " ")}
    for part in rules.of(TimePart, language):
        pattern = part.match or _word_list(part)
        parts[part.name] = f"{parts[part.name]}|{pattern}" if part.name in parts else pattern
    return parts


def _compile(rules: RuleSet, language: str) -> Language:
    parts = parts_of(rules, language)
    words: dict[str, dict[str, int]] = {}
    for part in rules.of(TimePart, language):
        words.setdefault(part.group, {}).update({word.casefold(): n for word, n in part.words.items()})

    @cache
    def part_shape(name: str) -> Shape:
        return shape(parts[name], part_shape)

    def expression(source: str, known: Known, end: str = "") -> Expression:
        return rules.expression(lambda: f"(?:{expand(source, parts)}){end}", re.IGNORECASE, known)

    def side(source: str, known: Known, end: str = "") -> Expression | None:
        return expression(source, known, end) if source else None

    feasts = {feast.name: feast for feast in rules.of(FeastRule, language)}
    entries = [rule for rule in rules.of(TimeRule, language) if not rule.feast or rule.feast in feasts]
    reach = rules.of(TimeReach, language)
    frames = rules.of(TimeFrame, language)
    shapes = [shape(rule.match, part_shape) for rule in entries]
    beginnings = Beginnings(shapes)
    ahead = [shape(frame.before, part_shape) for frame in frames]
    behind = [shape(frame.after, part_shape) for frame in frames]
    return Language(
        begins=_begins(spaced(factored(reach[-1].begins)) if reach else "", beginnings.letters),
        rules=tuple(
            (rule, expression(rule.match, known)) for rule, known in zip(entries, shapes, strict=True)
        ),
        beginnings=beginnings,
        words=words,
        feasts=feasts,
        frames=tuple(
            (frame, side(frame.before, left, "$"), side(frame.after, right))
            for frame, left, right in zip(frames, ahead, behind, strict=True)
        ),
        surroundings=Surroundings(ahead, behind),
    )


def _begins(source: str, letters: str) -> tuple[re.Pattern[str], int]:
    """An expression for the places where times may begin, and how many characters before these it matches.

    As it begins with a class of characters, ``re`` passes most places by.
    """
    apart = _NOT_BEHIND.match(source) if len(alternatives(source)) == 1 else None
    if apart is not None:
        return re.compile(f"[^{apart[1]}](?={source[apart.end() :]})"), 1
    if not letters:
        return re.compile(f"(?={source})"), 0
    return re.compile(f"[{letters}](?<=(?={source}).)", re.DOTALL), 0


def _word_list(part: TimePart) -> str:
    listed = words_pattern(part.words).replace(r"\ ", " ")
    named = f"(?P<{part.group}>{listed})"
    return f"(?-i:{named})" if part.exact_case else named


def expand(pattern: str, parts: dict[str, str]) -> str:
    """The pattern with its ``{parts}`` put in, its groups told apart, and spaces matching any white space.

    Raises ValueError where a part is not known, or holds itself.
    """
    while found := _PART.search(pattern):
        if found[1] not in parts:
            raise ValueError(f"there is no part {found[0]!r}; known are {', '.join(sorted(parts))}")
        if len(pattern) > LONGEST_PATTERN:
            raise ValueError(f"the part {found[0]!r} holds itself, or the pattern is far too long")
        inner = f"(?:{parts[found[1]]})"
        if found[2]:
            inner = re.sub(r"\{([a-z_]+)\}", r"{\g<1>2}", inner)
            inner = re.sub(r"\(\?P<([a-z]+)>", r"(?P<\g<1>2>", inner)
        pattern = pattern[: found.start()] + inner + pattern[found.end() :]
    seen: dict[str, int] = {}

    def told_apart(group: re.Match[str]) -> str:
        seen[group[1]] = seen.get(group[1], 0) + 1
        return f"(?P<{group[1]}__{seen[group[1]]}>"

    return spaced(_GROUP.sub(told_apart, pattern))


def spaced(pattern: str) -> str:
    """The pattern with every space in it matching any white space, as lines may break there."""
    return pattern.replace(" ?", r"\s*").replace(" ", r"\s+")
