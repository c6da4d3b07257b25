"""Claims by the figure that they speak of, so that one that says otherwise is found without a search."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from tui.model import Claim, Value
from tui.review.state import ClaimState

Key = tuple[str, ...]
Part = tuple[str, str]  # an article and a subject
Placed = tuple[Key, Part, Value]
# A subject of one word, or of two characters, is bare; longer words are compounds.
_BARE, _BARE_HAN = 14, 2


class _Figure:
    """The claims on one figure by article and subject, then by value; ids in the order they came."""

    def __init__(self) -> None:
        self.parts: dict[Part, dict[Value, dict[str, None]]] = {}
        self.values: Counter[Value] = Counter()

    def put(self, part: Part, value: Value, claim_id: str) -> None:
        self.parts.setdefault(part, {}).setdefault(value, {})[claim_id] = None
        self.values[value] += 1

    def take(self, part: Part, value: Value, claim_id: str) -> None:
        by_value = self.parts[part]
        del by_value[value][claim_id]
        if not by_value[value]:
            del by_value[value]
        if not by_value:
            del self.parts[part]
        self.values[value] -= 1
        if not self.values[value]:
            del self.values[value]

    def at_odds(self) -> Iterator[str]:
        """The claims that another one of the figure contradicts."""
        against = (
            by_value.values()
            for part, by_value in self.parts.items()
            if len(by_value) > 1 or self.other(part, *by_value) is not None
        )
        return chain.from_iterable(chain.from_iterable(against))

    def other(self, part: Part, value: Value) -> str | None:
        """The first claim of another value in the same part, or in another article."""
        found = _other_than(value, self.parts[part])
        for (article, _subject), by_value in self.parts.items() if found is None else ():
            if article != part[0]:
                found = _other_than(value, by_value)
                if found is not None:
                    break
        return found


class Figures:
    """Knows the claims that were entered; each is entered once and taken out before it is entered anew."""

    def __init__(self) -> None:
        self._figures: dict[Key, _Figure] = {}
        self._divided: dict[Key, _Figure] = {}  # those given several values
        self._places: dict[str, Placed] = {}

    def __contains__(self, claim_id: object) -> bool:
        return claim_id in self._places

    def enter(self, claim_id: str, state: ClaimState | None) -> None:
        """Put a claim where it belongs as it stands now; None takes it out."""
        new = _placed(state) if state is not None else None
        old = self._places.get(claim_id)
        if new == old:
            return
        if old is not None:
            del self._places[claim_id]
            key, part, value = old
            self._figures[key].take(part, value, claim_id)
            self._note(key)
        if new is not None:
            self._places[claim_id] = new
            key, part, value = new
            self._figures.setdefault(key, _Figure()).put(part, value, claim_id)
            self._note(key)

    def _note(self, key: Key) -> None:
        """Keep in mind whether a figure has several values, and forget one that has none."""
        figure = self._figures[key]
        if len(figure.values) > 1:
            self._divided[key] = figure
        else:
            self._divided.pop(key, None)
        if not figure.parts:
            del self._figures[key]

    def other(self, claim_id: str) -> str | None:
        """A claim that gives another value for the same figure; None if there is none.

        One article also gives the parts of a whole by name: there the subject must be the same as well.
        """
        place = self._places.get(claim_id)
        if place is None or place[0] not in self._divided:
            return None
        key, part, value = place
        return self._figures[key].other(part, value)

    def at_odds(self) -> Iterator[str]:
        """The claims of which that is not None, in no order."""
        return chain.from_iterable(figure.at_odds() for figure in self._divided.values())


def _other_than(value: Value, by_value: dict[Value, dict[str, None]]) -> str | None:
    """The first claim of another value; at most one value is passed over."""
    return next((next(iter(ids)) for each, ids in by_value.items() if each != value), None)


def _placed(state: ClaimState) -> Placed | None:
    claim = state.claim
    if state.verdict == "rejected":
        return None
    key = _same_thing(claim)
    return None if key is None else (key, (claim.article, claim.subject.casefold()), claim.value)


def _same_thing(claim: Claim) -> Key | None:
    """What two claims share that speak of the same figure; None when that can't be told."""
    if not claim.period or not (claim.indicator or claim.subject):
        return None
    if claim.indicator is None and (claim.place is None or _is_bare(claim.subject)):
        return None
    what = claim.indicator or claim.subject.casefold()
    place = (claim.place or "").casefold()
    return (
        what, place, claim.period, claim.unit, claim.per or "", claim.measure, claim.status, claim.bound
    )  # fmt: skip


def _is_bare(subject: str) -> bool:
    """Whether a subject says no more than what is counted, as "people" does: many figures are of such."""
    return " " not in subject.strip() and len(subject.strip()) <= (_BARE if subject.isascii() else _BARE_HAN)
