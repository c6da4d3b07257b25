"""Whether a reviewer judges as before: a sample of decided claims is reviewed again, blind, and compared."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import structs

from tui.model import FIELDS, Claim, Session
from tui.review.review import Review
from tui.review.state import ClaimState


class Difference(NamedTuple):
    """A claim judged otherwise the second time; ``fields`` are those that differ between two facts."""

    claim: str
    before: ClaimState
    after: ClaimState
    fields: tuple[str, ...]


class Agreement(NamedTuple):
    """The outcome of a second review: ``compared`` claims have a verdict in both."""

    compared: int
    differences: tuple[Difference, ...]

    @property
    def share(self) -> float | None:
        """The share of claims judged the same, in [0, 1]; None when none was compared."""
        return None if not self.compared else 1 - len(self.differences) / self.compared


def sample(review: Review, share: float, seed: int) -> list[str]:
    """A random ``share`` in (0, 1] of the decided claims, at least one where there are any, in text order.

    Claims that the reviewer added are left out, as to show one is to tell the answer.
    """
    decided = [i for i in review.claim_ids if review[i].decided and not review[i].added]
    count = min(len(decided), max(1, round(len(decided) * share)))
    chosen = random.Random(seed).sample(decided, count)  # noqa: S311 - no secret, and the same again for a seed
    return sorted(chosen, key=review.position)


def blind(session: Session, ids: Sequence[str], name: str) -> Session:
    """A session of the sampled claims as they were extracted, without any decision."""
    wanted = set(ids)
    claims = tuple(claim for claim in session.claims if claim.id in wanted)
    articles = {claim.article for claim in claims}
    return structs.replace(
        session,
        name=name,
        claims=claims,
        articles=tuple(article for article in session.articles if article.id in articles),
        decisions=(),
        view=session.view.__class__(),
    )


def compare(first: Review, second: Review) -> Agreement:
    """How the verdicts of two reviews agree on the claims decided in both.

    Two facts agree when all their fields and their place are the same; two rejections always do.
    """
    compared = 0
    differences = []
    for claim_id in second.claim_ids:
        if claim_id not in first or not (first[claim_id].decided and second[claim_id].decided):
            continue
        compared += 1
        before, after = first[claim_id], second[claim_id]
        fields = _different(before.claim, after.claim) if before.is_fact and after.is_fact else ()
        if fields or before.is_fact != after.is_fact:
            differences.append(Difference(claim_id, before, after, fields))
    return Agreement(compared, tuple(differences))


def _different(one: Claim, other: Claim) -> tuple[str, ...]:
    return tuple(name for name in ("start", "end", *FIELDS) if getattr(one, name) != getattr(other, name))
