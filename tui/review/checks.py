"""What looks wrong with a claim: warnings for the reviewer, never a reason to refuse."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from tui.model import Claim, Value
from tui.model.edtf import parse_period
from tui.model.telling import Told
from tui.review.figures import Figures
from tui.review.review import Review
from tui.review.state import ClaimState

UNSURE = 0.6
# Per cent beyond which a figure is more often misread than true.
GROWTH_LIMIT = Decimal(1000)
SHARE_LIMIT = Decimal(200)
POINTS_LIMIT = Decimal(100)
FEW = 1_000  # claims that are sooner asked one by one
_RUN = re.compile(r"\d[\d.,]*")

# What each code of a problem says; ``detail`` is the problem's own, as it is shown.
WORDS = {
    "digits": Told("the value's digits are not in the text {detail}"),
    "range": Told("{detail} is beyond what is plausible here"),
    "subject": Told("what is measured is empty"),
    "period": Told("{detail} is no period"),
    "unsure": Told("the rules are only {detail} % sure"),
    "conflict": Told("another claim says {detail} of the same"),
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


def told(problem: Problem, review: Review) -> Told:
    """A problem as a short sentence."""
    return Told(WORDS[problem.code], detail=_detail(problem, review))


def _detail(problem: Problem, review: Review) -> str:
    """What was found, for reading: a conflict's other value, a confidence in per cent."""
    if problem.code == "conflict" and problem.detail in review:
        return _written(review[problem.detail].claim.value)
    if problem.code == "unsure":
        return str(round(100 * float(problem.detail)))
    return problem.detail


def _written(value: Value) -> str:
    parts = value if isinstance(value, tuple) else (value,)
    return " to ".join(format(part, ",f") for part in parts)


Troubles = dict[tuple[str, str], list[str]]


class Checks:
    """The problems of every claim, kept as the review goes on.

    Claims that say different things of one figure can only be told from one another when all were read:
    until then no claim is in conflict.
    """

    def __init__(self, review: Review, *, at_once: bool = True) -> None:
        """Read all claims, or none of them yet where `read_on` is to do it."""
        self._review = review
        self._figures = Figures()
        self._own: dict[str, tuple[ClaimState, tuple[Problem, ...]]] = {}
        self._flawed: dict[str, tuple[Problem, ...]] = {}  # those of these that have any
        self._unseen: set[str] = set()  # claims of which these are not known, or not any more
        self._unread: Iterator[str] = iter(tuple(review.claim_ids))
        self.complete = False
        if at_once:
            self.finish()

    def read_on(self, most: int) -> None:
        """Read some more of the claims that were there at the beginning."""
        some = tuple(islice(self._unread, most))
        self.update(some)
        self.complete = len(some) < most

    def finish(self) -> None:
        """Read all that is unread."""
        self.update(self._unread)
        self.complete = True

    def update(self, ids: Iterable[str]) -> None:
        """Look again at claims that changed, came or went; this may change the problems of others too."""
        for claim_id in ids:
            there = claim_id in self._review
            self._figures.enter(claim_id, self._review[claim_id] if there else None)
            if there:
                self._unseen.add(claim_id)
                continue
            self._unseen.discard(claim_id)
            for known in (self._own, self._flawed):
                known.pop(claim_id, None)

    def look_at(self, ids: Iterable[str]) -> None:
        """Look for problems of claims before they are asked for; those that are gone are passed over."""
        for claim_id in ids:
            if claim_id in self._review:
                self._seen(claim_id)

    def problems(self, claim_id: str) -> tuple[Problem, ...]:
        """The warnings about a claim, in the order of its fields; none about a rejected one."""
        own = self._seen(claim_id)
        if self._review[claim_id].verdict == "rejected":
            return ()
        other = self._figures.other(claim_id) if self.complete else None
        return own if other is None else (*own, Problem("conflict", "value", other))

    def troubles(self) -> Troubles:
        """All claims with problems, by the field and the code of a problem; no claim is asked for them."""
        self.finish()
        self.look_at(tuple(self._unseen))
        found: Troubles = {("value", "conflict"): list(self._figures.at_odds())}
        for claim_id, problems in self._flawed.items():
            for problem in problems:
                found.setdefault((problem.field, problem.code), []).append(claim_id)
        return found

    def in_trouble(self, ids: Sequence[str], mended: Collection[str] = ()) -> set[str]:
        """Claims, at least all such of ``ids``, with a problem in another field than those ``mended``."""
        if len(ids) < FEW:
            return {each for each in ids if any(p.field not in mended for p in self.problems(each))}
        troubles = self.troubles().items()
        return set().union(*(claims for (field, _code), claims in troubles if field not in mended))

    def _seen(self, claim_id: str) -> tuple[Problem, ...]:
        """A claim's own problems, looked for again where it isn't as it was."""
        state = self._review[claim_id]
        known = self._own.get(claim_id)
        if known is None or known[0] is not state:  # states are never changed, only replaced
            text = self._review.article(state.claim.article).text
            found = () if state.verdict == "rejected" else tuple(_own(state, text))
            known = self._own[claim_id] = (state, found)
            self._flawed.pop(claim_id, None)
            if found:
                self._flawed[claim_id] = found
        self._unseen.discard(claim_id)
        return known[1]


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
