"""Why a number became the claim that it is: the rules of each field, and the candidates that lost."""

from collections.abc import Iterator
from dataclasses import dataclass

from tui.extract.document import Document, Draft
from tui.extract.packs.rules import RuleSet
from tui.extract.quantity.choosing import candidates
from tui.extract.statement.subjects import Finder
from tui.extract.words.tagrules import sights

FIELDS = ("value", "unit", "per", "bound", "measure", "subject", "place", "period", "status", "indicator")
NO_RULE = {"value": "numerals"}  # what set a field that no single rule did, other than by default


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a field might have had: the rule that found it, and where in the article, if anywhere."""

    value: str
    rule: str
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """A field, the value that it got, the rules that set it, and the candidates that lost."""

    field: str
    value: str
    rules: tuple[str, ...]
    lost: tuple[Candidate, ...] = ()


def nearest(document: Document, offset: int) -> Draft | None:
    """The number at an offset, else the one nearest to it; none in an article without numbers."""
    return min(
        document.drafts,
        key=lambda d: 0 if d.start <= offset < d.end else min(abs(d.start - offset), abs(d.end - offset)),
        default=None,
    )


def reasons(document: Document, draft: Draft, rules: RuleSet) -> list[Reason]:
    """Why each field of a claim is as it is, in the order in which claims are read."""
    found = []
    offered = {
        "unit": _units,
        "subject": _subjects,
        "place": _places,
        "period": _periods,
    }
    for name in FIELDS:
        value = _value(draft) if name == "value" else draft.fields.get(name) or ""
        if not value and name not in {"subject", "place", "period"}:
            continue
        lost: dict[str, Candidate] = {}
        if name in offered:
            for candidate in offered[name](document, draft, rules):
                if candidate.value and candidate.value != value:
                    lost.setdefault(candidate.value, candidate)
        found.append(
            Reason(
                name,
                value,
                tuple(draft.why.get(name, ())) or (NO_RULE.get(name, "default"),),
                tuple(lost.values()),
            )
        )
    return found


def _value(draft: Draft) -> str:
    pair = draft.value if isinstance(draft.value, tuple) else (draft.value,)
    return " to ".join(f"{value:f}" for value in pair)


def _units(document: Document, draft: Draft, rules: RuleSet) -> Iterator[Candidate]:
    """What stands around the number that might be what it counts."""
    for counted in candidates(draft, document, rules):
        yield Candidate(counted.unit, counted.rule)


def _subjects(document: Document, draft: Draft, rules: RuleSet) -> Iterator[Candidate]:
    finder = Finder(document, rules)
    for other, sight in sights(document, rules):
        if other is draft:
            for candidate in finder.offers(draft, sight):
                yield Candidate(candidate.phrase, candidate.rule)
            return
        finder.earlier.append(other)


def _places(document: Document, draft: Draft, _rules: RuleSet) -> Iterator[Candidate]:
    """The places that the sentence names, and the one that the article is about."""
    sentence = document.sentences[draft.sentence]
    for mention in document.places:
        if sentence.start <= mention.start < sentence.end:
            yield Candidate(mention.value, mention.rule, mention.start)
    if document.home is not None:
        yield Candidate(document.home.value, document.home.rule)


def _periods(document: Document, draft: Draft, _rules: RuleSet) -> Iterator[Candidate]:
    sentence = document.sentences[draft.sentence]
    for mention in document.times:
        if sentence.start <= mention.start < sentence.end:
            yield Candidate(mention.value, mention.rule, mention.start)
