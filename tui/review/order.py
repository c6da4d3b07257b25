"""Orders of work: as the text runs, by doubt, by indicator, by the field in trouble."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Literal, NamedTuple, get_args

from tui.model import FIELDS
from tui.review.checks import Troubles
from tui.review.review import Review

Order = Literal["text", "doubt", "indicator", "field"]
ORDERS: tuple[Order, ...] = get_args(Order)
NOTHING = "-"  # names the group of claims without an indicator, or without trouble
_LAST = "\U0010ffff"
_IN_TROUBLE = (*FIELDS, "confidence", NOTHING)
_RANK = {name: rank for rank, name in enumerate(_IN_TROUBLE)}


class Section(NamedTuple):
    """Claims that stand together, as the text runs; ``name`` is their article, indicator or field."""

    name: str
    ids: list[str]


def grouped(ids: list[str], order: str, review: Review, troubles: Callable[[], Troubles]) -> list[Section]:
    """Claims that stand as the text runs in an order of ``ORDERS``, together with those equal in it.

    ``doubt`` puts the least sure first, ``indicator`` keeps claims of one statistic together, ``field``
    claims with the same field in trouble, and those without any trouble last.
    """
    if order == "text":
        return [Section(article_id, claims) for article_id, claims in review.by_article(ids)]
    groups: defaultdict[Any, list[str]] = defaultdict(list)
    if order in COLUMNS and len(ids) == len(review):
        for article in review.articles:
            for key, claims in review.alike(COLUMNS[order], article.id).items():
                groups[key] += claims
    else:
        keys = _worst(ids, troubles()) if order == "field" else review.said(COLUMNS[order], ids)
        for claim_id, key in zip(ids, keys, strict=True):
            groups[key].append(claim_id)
    return [Section(_NAMES[order](each), groups[each]) for each in sorted(groups, key=_ranked)]


# What claims that are equal in an order say alike; in the order ``field`` it is their worst trouble.
COLUMNS = {"doubt": ("conf",), "indicator": ("indicator", "unit", "place", "period")}
_NAMES: dict[str, Callable[[Any], str]] = {
    "doubt": lambda _key: "",
    "indicator": lambda key: str(key[0] or NOTHING),
    "field": lambda key: _IN_TROUBLE[key[0]],
}


def _worst(ids: list[str], troubles: Troubles) -> Iterable[tuple[int, str]]:
    """What stands first of the troubles of each claim, the same for all that have none."""
    found = dict.fromkeys(ids, (_RANK[NOTHING], ""))
    ranked = {(_RANK[field], code): claims for (field, code), claims in troubles.items()}
    for key in sorted(ranked, reverse=True):
        found.update(dict.fromkeys(ranked[key], key))
    return map(found.__getitem__, ids)


def _ranked(key: tuple[Any, ...]) -> list[Any]:
    return [_LAST if part is None else part for part in key]
