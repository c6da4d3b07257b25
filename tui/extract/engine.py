"""Runs the stages of extraction over an article."""

from collections.abc import Callable
from decimal import Decimal
from typing import cast

from tui.extract import confidence, sentences
from tui.extract.document import Document, Draft
from tui.extract.number import nonclaims, numbers
from tui.extract.number.exact import shortest
from tui.extract.packs.rules import RuleSet
from tui.extract.place import places
from tui.extract.quantity import elliptic, percarry, quantity
from tui.extract.spelling import document_of, give_back
from tui.extract.statement import indicators, measures, subjects
from tui.extract.table import tables
from tui.extract.time import periods, status, times
from tui.model import MEASURES, STATUSES, Article, Bound, Claim

Stage = Callable[[Document, RuleSet], None]

# In the order of the pipeline; each reads what the ones before it found.
STAGES: tuple[Stage, ...] = (
    sentences.split,
    numbers.find,
    times.find,
    nonclaims.drop,
    quantity.assign,
    places.find,
    measures.assign,
    places.assign,
    status.assign,
    periods.assign,
    subjects.assign,
    elliptic.assign,
    percarry.carry,
    tables.assign,
    indicators.assign,
    confidence.score,
)


def draft_document(article: Article, rules: RuleSet) -> Document:
    """The article with all that the stages found in it, dropped numbers included."""
    document = document_of(article, rules)
    for stage in STAGES:
        stage(document, rules)
    give_back(document, article, rules)
    return document


def extract(article: Article, rules: RuleSet) -> list[Claim]:
    """The claims of an article in the order of its text."""
    document = draft_document(article, rules)
    taken: set[str] = set()
    return [_claim(draft, article, taken) for draft in document.claims]


def claim_at(article: Article, rules: RuleSet, start: int, end: int) -> Claim:
    """What extraction says of exactly this span, even where it would not take it for a claim.

    A span without a number in it becomes a claim of value 0, for the reviewer to fill in.
    """
    document = document_of(article, rules)
    for stage in STAGES:
        stage(document, rules)
        if stage is numbers.find:
            document.drafts = _with(document, start, end)
        if stage is nonclaims.drop:
            for draft in document.drafts:
                draft.dropped = None if (draft.start, draft.end) == (start, end) else draft.dropped
    give_back(document, article, rules)
    draft = next(d for d in document.claims if (d.start, d.end) == (start, end))
    return _claim(draft, article, set())


def _with(document: Document, start: int, end: int) -> list[Draft]:
    """The drafts with one that has exactly the span asked for in place of all that overlap it."""
    kept = [d for d in document.drafts if d.end <= start or d.start >= end]
    overlapping = [d for d in document.drafts if not (d.end <= start or d.start >= end)]
    best = max(overlapping, key=lambda d: min(d.end, end) - max(d.start, start), default=None)
    text = document.text[start:end]
    if best is None:
        index = document.sentences.index(document.sentence_at(start)) if document.sentences else 0
        best = Draft(start, end, text, index, Decimal(0))
        best.doubts.append("no number")
    best.start, best.end, best.text = start, end, text
    return sorted([*kept, best], key=lambda d: d.start)


def _claim(draft: Draft, article: Article, taken: set[str]) -> Claim:
    fields = draft.fields
    name = f"{article.id}:{draft.start}-{draft.end}"
    suffix = ""
    while name + suffix in taken:
        suffix = chr(ord(suffix or "a") + 1)
    taken.add(name + suffix)
    measure, status = fields.get("measure"), fields.get("status")
    confident = fields.get("confidence")
    return Claim(
        id=name + suffix,
        article=article.id,
        start=draft.start,
        end=draft.end,
        value=shortest(draft.value, draft.text),
        unit=fields.get("unit") or "item",
        per=fields.get("per"),
        bound=cast("Bound", fields.get("bound") or "exact"),
        measure=measure if measure in MEASURES else "level",
        subject=fields.get("subject") or "",
        place=fields.get("place"),
        period=fields.get("period"),
        status=status if status in STATUSES else "actual",
        indicator=fields.get("indicator"),
        confidence=float(confident) if confident else 1.0,
        doubts=tuple(draft.doubts),
        why={name: ", ".join(ids) for name, ids in draft.why.items()},
    )
