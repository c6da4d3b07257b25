"""What is to be seen on every character of an article: layers of states, one number for each."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from tui.ui.widgets.marks import CURRENT, STATE_MARKS


class ClaimSpan(NamedTuple):
    """Where a claim stands in the text, in code points, and what was decided about it."""

    start: int
    end: int
    state: str
    id: str


_start = attrgetter("start")

# The lowest three bits: what kind of number it is, the higher the more it matters where spans overlap.
_KINDS = ("", "uncovered", "rejected", "skipped", "accepted", "fixed", "pending")
KIND = {name: number for number, name in enumerate(_KINDS)}
DIM, HEADING, SENTENCE, HIT, CURRENT_CLAIM, SELECTED, MARK, CARET = (8 << n for n in range(8))
_FLAGS = (
    (DIM, "dim"),
    (HEADING, "heading"),
    (SENTENCE, "sentence"),
    (MARK, "mark"),
    (HIT, "hit"),
    (CURRENT_CLAIM, "current"),
    (SELECTED, "selected"),
    (CARET, "caret"),
)


def layers(mask: int) -> tuple[str, ...]:
    """The names of the layers of a mask, the topmost last."""
    kind = _KINDS[mask & 7]
    below = [name for flag, name in _FLAGS[:3] if mask & flag]
    above = [name for flag, name in _FLAGS[3:] if mask & flag]
    return (*below, *([kind] if kind else ()), *above)


class Ranges:
    """Ranges of a text in order, which may overlap; finds those that touch a stretch."""

    def __init__(self, ranges: Iterable[tuple[int, int]] = ()) -> None:
        self.items = sorted((start, end) for start, end, *_ in ranges)
        self._furthest: list[int] = []
        furthest = 0
        for _, end in self.items:
            furthest = max(furthest, end)
            self._furthest.append(furthest)

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ranges that share a character with ``start`` to ``end``, in order."""
        return [self.items[n] for n in self.indexes(start, end)]

    def indexes(self, start: int, end: int) -> list[int]:
        """The places in :attr:`items` of the ranges that share a character with ``start`` to ``end``."""
        found = []
        place = bisect_left(self.items, (end, -1)) - 1
        while place >= 0 and self._furthest[place] > start:
            if self.items[place][1] > start:
                found.append(place)
            place -= 1
        found.reverse()
        return found


class Paint:
    """Everything that is laid over the text of an article."""

    def __init__(self, spans: Sequence[ClaimSpan] = ()) -> None:
        self.uncovered = self.dim = self.headings = self.sentences = self.hits = Ranges()
        self.current: str | None = None
        self.hit: tuple[int, int] | None = None
        self.selection: tuple[int, int] | None = None
        self.caret: int | None = None
        self.set_spans(spans)

    def set_spans(self, spans: Sequence[ClaimSpan]) -> None:
        """Replace all claims."""
        self.spans = sorted(spans)
        self._ranges = Ranges((span.start, span.end) for span in self.spans)
        self.place = {span.id: n for n, span in enumerate(self.spans)}
        self.marks = sorted({span.start for span in self.spans})

    def span(self, claim_id: str | None) -> ClaimSpan | None:
        """The span of a claim, if it stands in this article."""
        place = self.place.get(claim_id or "")
        return None if place is None else self.spans[place]

    def set_state(self, claim_id: str, state: str) -> ClaimSpan | None:
        """Give a claim a state; returns its span as it was, or None if it is not here."""
        place = self.place.get(claim_id)
        if place is None:
            return None
        old = self.spans[place]
        self.spans[place] = old._replace(state=state)
        return old

    def pending(self, start: int, end: int) -> int:
        """How many pending claims begin from ``start`` to before ``end``."""
        first, after = (bisect_left(self.spans, offset, key=_start) for offset in (start, end))
        return sum(span.state == "pending" for span in self.spans[first:after])

    def claims_at(self, offset: int) -> list[ClaimSpan]:
        """The claims that cover a character, the shortest first."""
        found = [self.spans[n] for n in self._ranges.indexes(offset, offset + 1)]
        return sorted(found, key=lambda span: span.end - span.start)

    def sentence(self) -> tuple[int, int] | None:
        """The sentence of the current claim."""
        span = self.span(self.current)
        if span is None:
            return None
        return next(iter(self.sentences.touching(span.start, max(span.end, span.start + 1))), None)

    def masks(self, start: int, end: int) -> list[int]:
        """For each character from ``start`` to ``end`` the sum of its layers."""
        masks = [0] * (end - start)

        def lay(ranges: Iterable[tuple[int, int]], flag: int) -> None:
            for first, after in ranges:
                for n in range(max(first, start) - start, min(after, end) - start):
                    masks[n] |= flag

        lay(self.dim.touching(start, end), DIM)
        lay(self.headings.touching(start, end), HEADING)
        lay(self.uncovered.touching(start, end), KIND["uncovered"])
        self._lay_claims(masks, start, end)
        lay(self.hits.touching(start, end), HIT)
        single = (self.sentence(), SENTENCE), (self.selection, SELECTED)
        for found, flag in single:
            if found:
                lay([found], flag)
        if self.caret is not None:
            lay([(self.caret, self.caret + 1)], CARET)
        return masks

    def _lay_claims(self, masks: list[int], start: int, end: int) -> None:
        for n in self._ranges.indexes(start, end):
            span = self.spans[n]
            kind = KIND.get(span.state, KIND["pending"])
            flag = CURRENT_CLAIM if span.id == self.current else 0
            for at in range(max(span.start, start) - start, min(span.end, end) - start):
                mask = masks[at]
                masks[at] = (mask & ~7) | max(mask & 7, kind) | flag

    def marks_of(self, start: int, end: int) -> dict[int, tuple[str, int]]:
        """The mark before each claim that begins in a stretch, and the layers it is drawn with."""
        found: dict[int, tuple[str, int]] = {}
        for n in self._ranges.indexes(start, end):
            span = self.spans[n]
            if span.start < start:
                continue
            kind = KIND.get(span.state, KIND["pending"])
            _, known = found.get(span.start, ("", 0))
            if span.id == self.current:
                found[span.start] = CURRENT, kind | MARK | CURRENT_CLAIM
            elif not known & CURRENT_CLAIM and kind >= known & 7:
                found[span.start] = STATE_MARKS.get(span.state, STATE_MARKS["pending"]), kind | MARK
        return found
