"""What looks wrong with a claim: warnings for the reviewer, never a reason to refuse."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from tui.model import Claim, Value
from tui.model.edtf import parse_period
from tui.review.review import Review
from tui.review.state import ClaimState

UNSURE = 0.6
# Per cent beyond which a figure is more often misread than true.
GROWTH_LIMIT = Decimal(1000)
SHARE_LIMIT = Decimal(200)
POINTS_LIMIT = Decimal(100)
_RUN = re.compile(r"\d[\d.,]*")

Key = tuple[str, ...]

# What each code of a problem says; ``detail`` is the problem's own, as `detail_of` shows it.
WORDS = {
    "digits": "the value's digits are not in the text {detail}",
    "range": "{detail} is beyond what is plausible here",
    "subject": "what is measured is empty",
    "period": "{detail} is no period",
    "unsure": "the rules are only {detail} % sure",
    "conflict": "another claim says {detail} of the same",
}


class Problem(NamedTuple):
    """A warning: ``code`` names its kind, ``field`` the field in trouble, ``detail`` what was found.

    Codes: ``digits`` (the value's digits are not in the text), ``range`` (out of any plausible range),
    ``period`` (not EDTF), ``subject`` (empty), ``unsure`` (low confidence), ``conflict`` (another claim gives
    another value for the same; ``detail`` is its id).
    """

    code: str
    field: str
    detail: str = ""


def detail_of(problem: Problem, review: Review) -> str:
    """What was found, for reading: a conflict's other value, a confidence in per cent."""
    if problem.code == "conflict" and problem.detail in review:
        return _written(review[problem.detail].claim.value)
    if problem.code == "unsure":
        return str(round(100 * float(problem.detail)))
    return problem.detail


def in_words(problem: Problem, review: Review) -> str:
    """A problem as a short sentence in English."""
    return WORDS[problem.code].format(detail=detail_of(problem, review))


def _written(value: Value) -> str:
    parts = value if isinstance(value, tuple) else (value,)
    return " to ".join(format(part, ",f") for part in parts)


class Checks:
    """The problems of every claim, kept as the review goes on."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._values: dict[Key, dict[str, Claim]] = {}
        self._counts: dict[Key, Counter[Value]] = {}  # so that many alike need not be compared one by one
        self._keys: dict[str, Key] = {}
        self._known: dict[str, tuple[Problem, ...]] = {}
        for claim_id in review.claim_ids:
            self._enter(claim_id)

    def update(self, ids: Iterable[str]) -> set[str]:
        """Look again at claims that changed, came or went; gives all whose problems may differ now."""
        touched = set()
        for claim_id in ids:
            touched.add(claim_id)
            touched |= self._leave(claim_id)
            if claim_id in self._review:
                touched |= self._enter(claim_id)
        for claim_id in touched:
            self._known.pop(claim_id, None)
        return touched

    def problems(self, claim_id: str) -> tuple[Problem, ...]:
        """The warnings about a claim, in the order of its fields; none about a rejected one."""
        known = self._known.get(claim_id)
        if known is None:
            known = self._known[claim_id] = tuple(self._look(claim_id))
        return known

    def next_problem(self, after: str | None, step: int = 1) -> str | None:
        """The next claim with a problem in text order, from the other end when there is none; None if none.

        ``step`` -1 looks backwards.
        """
        ids = self._review.claim_ids
        start = -1 if step > 0 else 0
        if after is not None and after in self._review:
            start = self._review.position(after)
        for distance in range(1, len(ids) + 1):
            claim_id = ids[(start + step * distance) % len(ids)]
            if self.problems(claim_id) and claim_id != after:
                return claim_id
        return None

    def _enter(self, claim_id: str) -> set[str]:
        state = self._review[claim_id]
        key = _same_thing(state)
        if key is None:
            return set()
        self._keys[claim_id] = key
        group = self._values.setdefault(key, {})
        group[claim_id] = state.claim
        self._counts.setdefault(key, Counter())[state.claim.value] += 1
        return set(group)

    def _leave(self, claim_id: str) -> set[str]:
        key = self._keys.pop(claim_id, None)
        if key is None:
            return set()
        group = self._values[key]
        value, counts = group.pop(claim_id).value, self._counts[key]
        counts[value] -= 1
        if not counts[value]:
            del counts[value]
        return set(group)

    def _look(self, claim_id: str) -> Iterator[Problem]:
        state = self._review[claim_id]
        if state.verdict == "rejected":
            return
        yield from _own(state, self._review.article(state.claim.article).text)
        claim, key = state.claim, self._keys.get(claim_id, ())
        if len(self._counts.get(key, ())) < 2:
            return
        for other_id, other in self._values[key].items():
            if other.value != claim.value and _comparable(claim, other):
                yield Problem("conflict", "value", other_id)
                break


def _own(state: ClaimState, text: str) -> Iterator[Problem]:
    """What can be said of a claim without looking at others."""
    claim = state.claim
    fixed = set(state.changed)
    if not fixed & {"value"} and not digits_agree(claim, text[claim.start : claim.end]):
        yield Problem("digits", "value", text[claim.start : claim.end])
    if not _plausible(claim):
        yield Problem("range", "value", _written(claim.value))
    if not claim.subject.strip():
        yield Problem("subject", "subject")
    if claim.period is not None:
        try:
            parse_period(claim.period)
        except ValueError:
            yield Problem("period", "period", claim.period)
    if not state.decided and claim.confidence < UNSURE:
        yield Problem("unsure", "confidence", f"{claim.confidence:.2f}")


def digits_agree(claim: Claim, quote: str) -> bool:
    """Whether the digits of the value stand in the quote; true where the quote writes no digits."""
    runs = _RUN.findall(unicodedata.normalize("NFKC", quote))
    if not runs or claim.unit == "x":
        return True
    written = {_significant(run) for run in runs} | {_significant("".join(runs))}
    parts = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    return all(_significant(format(part, "f")) in written for part in parts)


def _significant(number: str) -> str:
    """The digits of a number without sign, point, and zeros at its ends."""
    return re.sub(r"\D", "", number).strip("0")


def _plausible(claim: Claim) -> bool:
    limit = {
        ("%", "growth"): GROWTH_LIMIT,
        ("%", "level"): SHARE_LIMIT,
        ("pp", "change"): POINTS_LIMIT,
    }.get((claim.unit, claim.measure))
    parts = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    if limit is not None and any(abs(part) > limit for part in parts):
        return False
    # Nothing falls by more than all of it.
    return not (claim.unit == "%" and claim.measure == "growth" and any(part < -100 for part in parts))


def _comparable(one: Claim, other: Claim) -> bool:
    """Whether two figures of a statistic must agree: one article also gives the parts of a whole by name."""
    return one.article != other.article or one.subject.casefold() == other.subject.casefold()


def _same_thing(state: ClaimState) -> Key | None:
    """What two claims share that speak of the same figure; None when that can't be told."""
    claim = state.claim
    if state.verdict == "rejected" or not claim.period or not (claim.indicator or claim.subject):
        return None
    if claim.indicator is None and claim.place is None:
        return None
    what = claim.indicator or claim.subject.casefold()
    place = (claim.place or "").casefold()
    return (
        what, place, claim.period, claim.unit, claim.per or "", claim.measure, claim.status, claim.bound
    )  # fmt: skip
