"""Refuses what no claim may hold, with the reason in plain words."""

from collections.abc import Container, Iterable, Mapping
from decimal import Decimal

from tui.model import BOUNDS, MEASURES, STATUSES, Article, Changes, Claim
from tui.model.edtf import parse_period
from tui.model.telling import Told
from tui.review.state import RecordError, ReviewError

_CLOSED = {"bound": BOUNDS, "measure": MEASURES, "status": STATUSES}
# Beyond any statistic; keeps a value of a million digits out of the session.
_MAX_MAGNITUDE = 60
_MAX_TEXT = 10_000


def check_claim(claim: Claim, articles: Mapping[str, Article]) -> None:
    """Refuse a claim whose place, value or closed fields are impossible.

    Raises:
        ReviewError: naming the field and what is wrong with it.
    """
    article = articles.get(claim.article)
    if article is None:
        raise ReviewError(
            Told("claim {claim}: there is no article {article}", claim=claim.id, article=claim.article)
        )
    check_span(claim.start, claim.end, article)
    check_value(claim.value)
    for name, allowed in _CLOSED.items():
        value = getattr(claim, name)
        if value not in allowed:
            raise ReviewError(
                Told("{name} {value!r} is none of {known}", name=name, value=value, known=", ".join(allowed))
            )
    for name in ("unit", "per", "subject", "place", "period", "indicator"):
        _check_text(name, getattr(claim, name))


def check_joining(
    articles: Iterable[Article], claims: Iterable[Claim], there: Container[str], known: Container[str]
) -> dict[str, Article]:
    """Refuse articles and claims that can't join those whose ids are there; gives the articles by id.

    Raises:
        RecordError: one is there already, or a claim is impossible or belongs to none of the articles.
    """
    fresh: dict[str, Article] = {}
    for at, article in enumerate(articles):
        if article.id in there or article.id in fresh:
            reason = Told("article {article} is already in the session", article=article.id)
            raise RecordError("articles", at, reason)
        fresh[article.id] = article
    seen: set[str] = set()
    for at, claim in enumerate(claims):
        if claim.id in known or claim.id in seen:
            reason = Told("claim {claim} is already in the session", claim=claim.id)
            raise RecordError("claims", at, reason)
        try:
            check_claim(claim, fresh)
        except ReviewError as error:
            raise RecordError("claims", at, error.args[0]) from None
        seen.add(claim.id)
    return fresh


def check_changes(changes: Changes) -> None:
    """Refuse new values that a reviewer mistyped; what the claim held before is not looked at.

    Raises:
        ReviewError: naming the field and what is wrong with it.
    """
    fields = changes.fields()
    if not fields:
        raise ReviewError(Told("a fix needs at least one field to change"))
    value = fields.get("value")
    if isinstance(value, tuple) and value[0] > value[-1]:
        low, high = value[0], value[-1]
        raise ReviewError(
            Told("the range {low} to {high} is upside down; the low number comes first", low=low, high=high)
        )
    unit = fields.get("unit", "x")
    if isinstance(unit, str) and not unit.strip():
        raise ReviewError(Told("the unit is empty; say what one of it is, such as %, CNY, person"))
    period = fields.get("period")
    if isinstance(period, str):
        check_period(period)


def check_span(start: int, end: int, article: Article) -> None:
    """Refuse a span that is empty or not inside the article."""
    if not 0 <= start < end <= len(article.text):
        raise ReviewError(
            Told(
                "the span {start}-{end} is not inside article {article} of {count} characters",
                start=start,
                end=end,
                article=article.id,
                count=len(article.text),
            )
        )


def check_value(value: object) -> None:
    """Refuse a value that is no finite exact number and no range of two."""
    parts = value if isinstance(value, tuple) else (value,)
    if isinstance(value, tuple) and len(value) != 2:
        raise ReviewError(Told("a range has two numbers, low and high"))
    for part in parts:
        if not isinstance(part, Decimal):
            raise ReviewError(Told("the value {value!r} is not a number", value=part))
        if not part.is_finite():
            raise ReviewError(Told("the value {value} is not a finite number", value=part))
        exponent = part.as_tuple().exponent
        if part.adjusted() > _MAX_MAGNITUDE or (isinstance(exponent, int) and exponent < -_MAX_MAGNITUDE):
            raise ReviewError(Told("the value has more than {most} digits", most=_MAX_MAGNITUDE))


def check_period(period: str) -> None:
    """Refuse a period that is not EDTF."""
    try:
        parse_period(period)
    except ValueError as error:
        raise ReviewError(
            Told("the period {period!r} is not EDTF: {reason}", period=period, reason=error)
        ) from None


def _check_text(name: str, value: object) -> None:
    if value is None:
        return
    if not isinstance(value, str):
        raise ReviewError(Told("{name} must be text, not {kind}", name=name, kind=type(value).__name__))
    if len(value) > _MAX_TEXT:
        raise ReviewError(Told("{name} is longer than {most} characters", name=name, most=_MAX_TEXT))
