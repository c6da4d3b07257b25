"""What all claims say in one field, as the text runs, so that filters and counts need look at no claim."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain, compress
from typing import Any

from tui.review.state import ClaimState

# What can be asked for; values are as the claims have them, several doubts in a tuple.
COLUMNS: dict[str, Callable[[ClaimState], Any]] = {
    "state": lambda state: state.verdict,
    "added": lambda state: state.added,
    "unit": lambda state: state.claim.unit,
    "per": lambda state: state.claim.per or None,
    "bound": lambda state: state.claim.bound,
    "measure": lambda state: state.claim.measure,
    "status": lambda state: state.claim.status,
    "subject": lambda state: state.claim.subject,
    "place": lambda state: state.claim.place or None,
    "period": lambda state: state.claim.period or None,
    "indicator": lambda state: state.claim.indicator or None,
    "article": lambda state: state.claim.article,
    "note": lambda state: state.note,
    "reason": lambda state: state.reason,
    "doubt": lambda state: state.claim.doubts,
    "by": lambda state: state.by,
    "conf": lambda state: state.claim.confidence,
    "value": lambda state: state.claim.value,
}

ByArticle = Iterable[tuple[str, list[ClaimState]]]


class Columns:
    """Columns are made when first asked for, of all ``states`` by article, and kept from then on."""

    def __init__(self, states: Callable[[], ByArticle]) -> None:
        self._states = states
        self._made: dict[str, dict[str, list[Any]]] = {}
        self._counts: dict[str, Counter[Any]] = {}
        self._same: dict[
            str, dict[Any, Any]
        ] = {}  # one object for equal values, so that looking them up is quick
        self._changes: Counter[tuple[str, str]] = Counter()

    def of(self, name: str) -> dict[str, list[Any]]:
        """What the claims of each article say, in text order; not to be changed by the caller."""
        if name not in self._made:
            self._made[name], self._counts[name] = {}, Counter()
            self._add(name, self._states())
        return self._made[name]

    def counts(self, name: str, passing: Iterable[bool] | None = None) -> Counter[Any]:
        """How many claims have each value, of all or of those ``passing``; not for the caller to change."""
        column = self.of(name)
        if passing is None:
            return self._counts[name]
        return Counter(compress(chain.from_iterable(column.values()), passing))

    def changes(self, names: Iterable[str], article_id: str) -> list[int]:
        """How often it changed what the claims of an article say in some columns."""
        return [self._changes[name, article_id] for name in names]

    def extend(self, states: ByArticle) -> None:
        """Take in articles that are new."""
        joining = list(states)
        for name in self._made:
            self._add(name, joining)

    def _add(self, name: str, states: ByArticle) -> None:
        get, same = COLUMNS[name], self._same.setdefault(name, {}).setdefault
        added = {
            article_id: [same(value, value) for value in map(get, claims)] for article_id, claims in states
        }
        self._made[name].update(added)
        self._counts[name].update(chain.from_iterable(added.values()))

    def put(self, at: int, state: ClaimState) -> None:
        """Take in a claim, which is now the one of this number in its article."""
        for name, column in self._made.items():
            value = COLUMNS[name](state)
            column[state.claim.article].insert(at, value)
            self._count(name, state, value)

    def take(self, at: int, state: ClaimState) -> None:
        """Let go of the claim that was the one of this number in its article."""
        for name, column in self._made.items():
            self._uncount(name, state, column[state.claim.article].pop(at))

    def change(self, at: int, state: ClaimState) -> None:
        """Let the claim of this number in its article say something else."""
        for name, column in self._made.items():
            values, value = column[state.claim.article], COLUMNS[name](state)
            if values[at] != value:
                self._uncount(name, state, values[at])
                values[at] = value
                self._count(name, state, value)

    def _count(self, name: str, state: ClaimState, value: Any) -> None:
        self._changes[name, state.claim.article] += 1
        self._counts[name][value] += 1

    def _uncount(self, name: str, state: ClaimState, value: Any) -> None:
        self._changes[name, state.claim.article] += 1
        counts = self._counts[name]
        counts[value] -= 1
        if not counts[value]:
            del counts[value]
