"""What is to be seen on every character of an article: layers of states, one number for each."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.ui.widgets.marks import CURRENT, STATE_MARKS


class ClaimSpan(NamedTuple):
    """Where a claim stands in the text, in code points, and what was decided about it."""

    start: int
    end: int
    state: str
    id: str


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
        self._longest = max((end - start for start, end in self.items), default=0)

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ranges that share a character with ``start`` to ``end``, in order."""
        return [self.items[n] for n in self.indexes(start, end)]

    def indexes(self, start: int, end: int) -> list[int]:
        """The places in :attr:`items` of the ranges that share a character with ``start`` to ``end``."""
        items = self.items
        if not items:
            return []
        first, after = (bisect_left(items, (offset, -1)) for offset in (start - self._longest, end))
        return [place for place in range(first, after) if items[place][1] > start]

    def insert(self, start: int, end: int) -> int:
        """Take in a range; returns its place."""
        place = bisect_left(self.items, (start, end))
        self.items.insert(place, (start, end))
        self._longest = max(self._longest, end - start)
        return place

    def remove(self, start: int, end: int) -> None:
        """Let go of a range."""
        del self.items[bisect_left(self.items, (start, end))]


class Paint:
    """Everything that is laid over the text of an article."""

    def __init__(self, spans: Sequence[ClaimSpan] = ()) -> None:
        self.uncovered = self.dim = self.headings = self.sentences = self.hits = Ranges()
        self.current: str | None = None
        self.hit: tuple[int, int] | None = None
        self.selection: tuple[int, int] | None = None
        self.caret: int | None = None
        self._spans = sorted(spans)
        self._known = {span.id: span for span in self._spans}
        # Of each span: its range, and whether it is pending.
        self._ranges = Ranges((span.start, span.end) for span in self._spans)
        self._pending = bytearray(span.state == "pending" for span in self._spans)

    @property
    def marks(self) -> list[int]:
        """The offsets at which claims begin."""
        return sorted({start for start, _end in self._ranges.items})

    def begins(self, offset: int) -> bool:
        """Whether a claim begins at an offset."""
        items = self._ranges.items
        place = bisect_left(items, (offset, -1))
        return place < len(items) and items[place][0] == offset

    def span(self, claim_id: str | None) -> ClaimSpan | None:
        """The span of a claim, if it stands in this article."""
        return self._known.get(claim_id or "")

    def set_state(self, claim_id: str, state: str) -> ClaimSpan | None:
        """Give a claim a state; returns its span as it was, or None if it is not here."""
        old = self._known.get(claim_id)
        if old is not None:
            place = self._place(old)
            self._spans[place] = self._known[claim_id] = old._replace(state=state)
            self._pending[place] = state == "pending"
        return old

    def put(self, span: ClaimSpan) -> None:
        """Take in a claim."""
        place = self._ranges.insert(span.start, span.end)
        self._spans.insert(place, span)
        self._pending.insert(place, span.state == "pending")
        self._known[span.id] = span

    def take(self, claim_id: str) -> ClaimSpan | None:
        """Let go of a claim; returns its span, or None if it is not here."""
        old = self._known.pop(claim_id, None)
        if old is not None:
            place = self._place(old)
            del self._spans[place], self._pending[place]
            self._ranges.remove(old.start, old.end)
        return old

    def _place(self, span: ClaimSpan) -> int:
        """Where a claim stands among the spans: with those of the same range in no order."""
        place = bisect_left(self._ranges.items, (span.start, span.end))
        while self._spans[place].id != span.id:
            place += 1
        return place

    def pending(self, start: int, end: int) -> int:
        """How many pending claims begin from ``start`` to before ``end``."""
        first, after = (bisect_left(self._ranges.items, (offset, -1)) for offset in (start, end))
        return self._pending.count(True, first, after)

    def claims_at(self, offset: int) -> list[ClaimSpan]:
        """The claims that cover a character, the shortest first."""
        found = [self._spans[n] for n in self._ranges.indexes(offset, offset + 1)]
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
            span = self._spans[n]
            kind = KIND.get(span.state, KIND["pending"])
            flag = CURRENT_CLAIM if span.id == self.current else 0
            for at in range(max(span.start, start) - start, min(span.end, end) - start):
                mask = masks[at]
                masks[at] = (mask & ~7) | max(mask & 7, kind) | flag

    def marks_of(self, start: int, end: int) -> dict[int, tuple[str, int]]:
        """The mark before each claim that begins in a stretch, and the layers it is drawn with."""
        found: dict[int, tuple[str, int]] = {}
        for n in self._ranges.indexes(start, end):
            span = self._spans[n]
            if span.start < start:
                continue
            kind = KIND.get(span.state, KIND["pending"])
            _, known = found.get(span.start, ("", 0))
            if span.id == self.current:
                found[span.start] = CURRENT, kind | MARK | CURRENT_CLAIM
            elif not known & CURRENT_CLAIM and kind >= known & 7:
                found[span.start] = STATE_MARKS.get(span.state, STATE_MARKS["pending"]), kind | MARK
        return found
