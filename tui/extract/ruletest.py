"""Runs the examples that stand inside rule files through the whole pipeline."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from pathlib import Path
from typing import Any

from tui.extract.document import Document, Draft
from tui.extract.engine import draft_document
from tui.extract.rules import Pack, RuleSet
from tui.extract.schema import Rule
from tui.extract.sentences import language_of
from tui.model import FIELDS, Article

_NONE = "none"
# What an example may say besides the fields of a claim: the article it is from, and how many claims it has.
_ARTICLE = frozenset({"text", "published", "language", "title"})
_KNOWN = _ARTICLE | {"claims", "indicator", *FIELDS}


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
    no number.
    """
    for pack in rules.packs if packs is None else packs:
        for entries in pack.entries.values():
            for rule in entries.values():
                yield from _of_rule(rule, pack, rules)


def without_examples(rules: RuleSet) -> list[str]:
    """The ids of the rules that have no example at all."""
    return [
        rule.id
        for pack in rules.packs
        for entries in pack.entries.values()
        for rule in entries.values()
        if not rule.examples
    ]


def _of_rule(rule: Rule, pack: Pack, rules: RuleSet) -> Iterator[Failure]:
    language = pack.info.language
    for example in rule.examples:
        if not example.keys() <= _KNOWN:
            continue
        text = str(example.get("text", ""))
        document = _draft(
            text, str(example.get("language") or language or language_of(text, "en")), rules, example
        )
        message = _unmet(example, document)
        if message:
            yield Failure(pack.path, rule.id, text, message)
    for text in rule.counterexamples:
        document = _draft(text, language or language_of(text, "en"), rules, {})
        fired = [draft for draft in document.drafts if _fired(draft, rule.id)]
        if fired:
            yield Failure(pack.path, rule.id, text, f"must not fire, but did at {fired[0].text!r}")


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


def _fired(draft: Draft, rule: str) -> bool:
    if draft.dropped is not None:
        return draft.dropped == rule
    return any(rule in ids for ids in draft.why.values())


def _unmet(example: dict[str, Any], document: Document) -> str:
    """What is wrong with an example in words; empty if it holds."""
    claims = document.claims
    wanted = {name: value for name, value in example.items() if name not in _ARTICLE | {"claims"}}
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
