"""Runs the examples that stand inside rule files through the whole pipeline."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from pathlib import Path
from typing import Any

from tui.extract.document import Document, Draft
from tui.extract.engine import draft_document
from tui.extract.number.numerals import numerals
from tui.extract.packs.rules import Pack, Problem, RuleSet
from tui.extract.packs.schema import Rule
from tui.extract.packs.schema.catalogue import IndicatorRule
from tui.extract.packs.schema.measures import MeasureRule
from tui.extract.packs.schema.nonclaims import NonclaimRule
from tui.extract.packs.schema.numbers import FractionRule, NumeralRule, PercentRule, ScaleRule
from tui.extract.packs.schema.places import PlaceCueRule
from tui.extract.packs.schema.quantity import BoundRule, PerRule, UnitRule
from tui.extract.packs.schema.subjects import SubjectRule
from tui.extract.packs.schema.tags import ChunkRule, RetagRule, TagRule
from tui.extract.packs.schema.text import BoilerplateRule
from tui.extract.packs.schema.times import TimeFrame, TimeRule
from tui.extract.sentences import language_of, split
from tui.extract.words.tagtrace import fired, is_phrase
from tui.model import FIELDS, Article
from tui.model.rule import SentenceRule

_NONE = "none"
# What an example may say besides the fields of a claim: the article it is from, and how many claims it has.
_ARTICLE = frozenset({"text", "published", "language", "title"})
_KNOWN = _ARTICLE | {"claims", "phrase", "indicator", *FIELDS}
# The kinds of whose rules it can be told whether they did something.
_TOLD = (
    BoundRule,
    FractionRule,
    IndicatorRule,
    MeasureRule,
    NonclaimRule,
    PerRule,
    PercentRule,
    PlaceCueRule,
    ScaleRule,
    SubjectRule,
    TimeFrame,
    TimeRule,
    UnitRule,
)
# How the keys begin of what is compiled of rules about the words around places.
_OF_CUES = ("placecues", "placenames")


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that doesn't hold: the pack, the rule, the text and what came out instead."""

    pack: Path
    rule: str
    text: str
    message: str

    def __str__(self) -> str:
        return f"{self.pack.name}: {self.rule}: {self.text!r}: {self.message}"


def failures(rules: RuleSet, packs: Iterable[Pack] | None = None) -> Iterator[Failure]:
    """Every example of the packs (of all, if none are named) that the rules in force don't bear out.

    An example is a text with fields: some claim of the text must have them all. ``published`` and ``title``
    are the article's; examples of rules that read no claims are left to those rules' tests. ``claims`` is
    ``none`` or how many claims there must be. In a text under ``not`` the rule may set no field and drop
    no number. A rule about words must give one of the example's words its tag, and none of those of a text
    under ``not`` may have it in the end; a chunk's ``phrase`` must be one, a whole text under ``not`` none.
    """
    for pack in rules.packs if packs is None else packs:
        for entries in pack.entries.values():
            for rule in entries.values():
                yield from _of_rule(rule, pack, rules)


def unproven(packs: Iterable[Pack]) -> Iterator[Problem]:
    """The rules that lack an example they must match or one they must not; some kinds need none."""
    for pack in packs:
        for kind, entries in pack.entries.items():
            for rule in () if kind.unproven else entries.values():
                lacks = [
                    words
                    for given, words in (
                        (rule.examples, "an example it must match, under 'examples'"),
                        (rule.counterexamples, "a text it must not match, under 'not'"),
                    )
                    if not given
                ]
                if lacks:
                    path, line = pack.where.get(rule.id, (pack.path, 1))
                    yield Problem(path, line, f"{rule.id} needs {' and '.join(lacks)}")


def _of_rule(rule: Rule, pack: Pack, rules: RuleSet) -> Iterator[Failure]:
    if isinstance(rule, BoilerplateRule | SentenceRule):
        yield from _of_layout(rule, pack, rules)
        return
    language = pack.info.language
    for example in rule.examples:
        if not example.keys() <= _KNOWN:
            continue
        text = str(example.get("text", ""))
        document = _draft(
            text, str(example.get("language") or language or language_of(text, "en", rules)), rules, example
        )
        message = _unmet(example, document) or _idle(rule, example, document, rules)
        if message:
            yield Failure(pack.path, rule.id, text, message)
    for text in rule.counterexamples:
        document = _draft(text, language or language_of(text, "en", rules), rules, {})
        message = _wordy(rule, text, document, rules)
        if message:
            yield Failure(pack.path, rule.id, text, message)
        if taken := _taken(rule, document, rules):
            yield Failure(pack.path, rule.id, text, f"must not fire, but did at {taken[0]!r}")


def _idle(rule: Rule, example: dict[str, Any], document: Document, rules: RuleSet) -> str:
    """What is wrong where a rule has nothing to do with an example, which then holds without it."""
    if isinstance(rule, _TOLD) and not _taken(rule, document, rules):
        return "holds, but this rule did nothing there"
    if isinstance(rule, TagRule | RetagRule) and rule.id not in fired(document, rules).first:
        return f"holds, but no word gets the tag {rule.tag!r} by this rule"
    if isinstance(rule, ChunkRule):
        phrase = str(example.get("phrase", ""))
        if not phrase:
            return f"needs 'phrase': the words of the text that are a {rule.name!r}"
        if not is_phrase(rule, phrase, document, rules):
            return f"{phrase!r} is no {rule.name!r}"
    return ""


def _wordy(rule: Rule, text: str, document: Document, rules: RuleSet) -> str:
    """What is wrong where a rule about words has its way in a text in which it must not."""
    if isinstance(rule, TagRule | RetagRule) and rule.id in fired(document, rules).last:
        return f"must give no word the tag {rule.tag!r}, but does"
    if isinstance(rule, ChunkRule) and is_phrase(rule, text, document, rules):
        return f"must be no {rule.name!r} as a whole, but is"
    return ""


def _draft(text: str, language: str, rules: RuleSet, example: dict[str, Any]) -> Document:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    published = example.get("published")
    article = Article(
        id=digest[:12],
        path="example",
        text=text,
        sha256=digest,
        language=language,
        title=str(example.get("title", "")),
        published=None if published is None else str(published),
    )
    return draft_document(article, rules)


def _of_layout(rule: BoilerplateRule | SentenceRule, pack: Pack, rules: RuleSet) -> Iterator[Failure]:
    """Lines that must or must not be furniture; texts that fall into so many ``sentences``, or stay one."""
    language = pack.info.language or ""
    furniture = isinstance(rule, BoilerplateRule)
    wanted = [
        (str(e.get("text", "")), None if furniture else int(e.get("sentences", 2))) for e in rule.examples
    ]
    wanted += [(text, 0 if furniture else 1) for text in rule.counterexamples]
    for text, count in wanted:
        if isinstance(rule, BoilerplateRule):
            found = re.fullmatch(rule.line, text.strip().translate(rules.spelling), re.IGNORECASE)
            if bool(found) == (count == 0):
                yield Failure(
                    pack.path, rule.id, text, "must be furniture" if not found else "must be no furniture"
                )
            continue
        document = Document(Article(id="example", path="example", text=text, sha256="", language=language))
        split(document, rules)
        if len(document.sentences) != count:
            message = f"falls into {len(document.sentences)} sentences, not {count}"
            yield Failure(pack.path, rule.id, text, message)


def _taken(rule: Rule, document: Document, rules: RuleSet) -> list[str]:
    """The times and numbers of a text with which a rule did something, in their own words."""
    if isinstance(rule, PlaceCueRule):
        return _otherwise(rule, document, rules)
    times = [document.text[m.start : m.end] for m in document.times if rule.id in m.rule.split()]
    return times + [draft.text for draft in document.drafts if _fired(draft, rule, rules, document)]


def _otherwise(rule: Rule, document: Document, rules: RuleSet) -> list[str]:
    """The claims of a text that would be others without a rule about places, which no claim names."""
    bare = draft_document(document.article, rules.without(rule.id, _OF_CUES))
    pairs = zip(document.drafts, bare.drafts, strict=True)
    return [draft.text for draft, other in pairs if draft.fields != other.fields]


def _fired(draft: Draft, rule: Rule, rules: RuleSet, document: Document) -> bool:
    if draft.dropped is not None:
        return draft.dropped == rule.id
    if isinstance(rule, ScaleRule | NumeralRule):
        language = document.sentences[draft.sentence].language
        words = rule.words if isinstance(rule, NumeralRule) else (*rule.match, *rule.plural)
        written = {draft.text.lower(), *numerals(rules, language).token.findall(draft.text.lower())}
        return not written.isdisjoint(word.lower() for word in words)
    return any(rule.id in reason.split() for ids in draft.why.values() for reason in ids)


def _unmet(example: dict[str, Any], document: Document) -> str:
    """What is wrong with an example in words; empty if it holds."""
    claims = document.claims
    wanted = {name: value for name, value in example.items() if name not in _ARTICLE | {"claims", "phrase"}}
    count = example.get("claims")
    if count is not None and len(claims) != (0 if count == _NONE else int(count)):
        found = ", ".join(repr(c.text) for c in claims)
        return f"{len(claims)} claims ({found}) where there must be {count}"
    if not wanted or any(all(_same(c, n, v) for n, v in wanted.items()) for c in claims):
        return ""
    seen = (
        "; ".join(", ".join(f"{n}={_field(c, n)}" for n in wanted) + f" at {c.text!r}" for c in claims)
        or "no claim"
    )
    return f"wanted {', '.join(f'{n}={v}' for n, v in wanted.items())}, got {seen}"


def _field(draft: Draft, name: str) -> object:
    if name == "value":
        return draft.value
    if name == "bound":
        return draft.fields.get("bound") or "exact"
    return draft.fields.get(name)


def _same(draft: Draft, name: str, wanted: object) -> bool:
    actual = _field(draft, name)
    if name != "value":
        return actual == (None if wanted is None else str(wanted))
    pair = wanted if isinstance(wanted, list) else [wanted]
    values = list(actual) if isinstance(actual, tuple) else [actual]
    try:
        return [Decimal(str(v)) for v in pair] == values
    except InvalidOperation:
        return False
