"""Finds the places of an old text again in a changed one: exactly, then normalised, then nearly."""

import unicodedata

from rapidfuzz import fuzz

from tui.model import Span

# Characters of context on each side, from the surest to the least that still tells places apart.
_WIDTHS = (60, 30, 15, 8)
_FUZZY_WIDTH = 40
_FUZZY_REACH = 2_000
_FUZZY_SCORE = 70.0  # per cent of likeness


class Anchorer:
    """Finds spans of ``old`` in ``new``; ask in text order, as each find tells where the next is expected."""

    def __init__(self, old: str, new: str) -> None:
        self._old = old
        self._new = new
        self._shift = 0
        self._plain: tuple[_Plain, _Plain] | None = None

    def find(self, span: Span) -> Span | None:
        """The span's place now; None when the number with its surroundings is gone.

        The text of the span itself must be there, but for its width and case.
        """
        found = self._exact(span) or self._normalised(span) or self._fuzzy(span)
        if found is not None:
            self._shift = found.start - span.start
        return found

    def _exact(self, span: Span) -> Span | None:
        place = _nearest(self._old, self._new, span.start, span.end, span.start + self._shift)
        return None if place is None else Span(place, place + span.end - span.start)

    def _normalised(self, span: Span) -> Span | None:
        if self._plain is None:
            self._plain = (_Plain(self._old), _Plain(self._new))
        old, new = self._plain
        start, end = old.inside(span.start), old.inside(span.end)
        if start == end:
            return None
        place = _nearest(old.text, new.text, start, end, new.inside(span.start + self._shift))
        if place is None:
            return None
        return Span(new.origin[place], new.origin[place + end - start - 1] + 1)

    def _fuzzy(self, span: Span) -> Span | None:
        """The same number around the old place, where its surroundings are the most alike."""
        quote = self._old[span.start : span.end]
        around = _around(self._old, span.start, span.end)
        expected = span.start + self._shift
        places = _places(quote, self._new, max(0, expected - _FUZZY_REACH), expected + _FUZZY_REACH)
        likeness = {
            place: fuzz.ratio(around, _around(self._new, place, place + len(quote)))
            for place in places
            if _whole_number(self._new, place, place + len(quote))
        }
        best = max(likeness, key=lambda at: (likeness[at], -abs(at - expected)), default=None)
        if best is None or likeness[best] < _FUZZY_SCORE:
            return None
        return Span(best, best + len(quote))


class _Plain:
    """A text without differences of width, case and white space, and where its characters came from."""

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        self.origin: list[int] = []
        self._inside: list[int] = []
        for place, char in enumerate(text):
            self._inside.append(len(self.origin))
            plain = "".join(unicodedata.normalize("NFKC", char).casefold().split())
            parts.append(plain)
            self.origin += [place] * len(plain)
        self.text = "".join(parts)
        self._inside.append(len(self.origin))

    def inside(self, place: int) -> int:
        """Where a place of the text is in the plain one."""
        return self._inside[min(max(0, place), len(self._inside) - 1)]


def _nearest(old: str, new: str, start: int, end: int, expected: int) -> int | None:
    """Where ``old[start:end]`` with the widest context found stands in ``new``, nearest to ``expected``.

    Context on both sides is tried first, then on one side alone.
    """
    sides = [(width, width) for width in _WIDTHS]
    sides += [side for width in _WIDTHS[:3] for side in ((width, 0), (0, width))]
    for left, right in sides:
        if start < left and end + right > len(old) and (left, right) != sides[0]:
            continue
        before = min(left, start)
        context = old[start - before : end + right]
        if len(context) - (end - start) < min(_WIDTHS[-1], len(old) - (end - start)):
            continue
        places = [
            place + before
            for place in _places(context, new, 0, len(new))
            if _whole_number(new, place + before, place + before + end - start)
        ]
        if places:
            return min(places, key=lambda at: abs(at - expected))
    return None


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - _FUZZY_WIDTH) : end + _FUZZY_WIDTH]


def _places(wanted: str, text: str, begin: int, end: int) -> list[int]:
    places = []
    at = text.find(wanted, begin, max(begin, end))
    while at != -1:
        places.append(at)
        at = text.find(wanted, at + 1, end)
    return places


def _whole_number(text: str, start: int, end: int) -> bool:
    """Whether a find isn't a part of a longer number."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    if after in {".", ","}:
        after = text[end + 1 : end + 2]
    if before in {".", ","}:
        before = text[start - 2 : start - 1]
    return not (before.isdigit() or (after.isdigit() and text[end - 1 : end].isdigit()))
