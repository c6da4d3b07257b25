"""Segments of a line brought to a width, few of them: each is worked on and written out at every paint."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


def fitted(segments: list[Segment], width: int, blank: Style) -> list[Segment]:
    """The segments filled up with blanks or cut to ``width`` cells, and joined where they look alike."""
    size = sum(segment.cell_length for segment in segments)
    if size > width:
        segments = list(Strip(segments, size).crop(0, width))
    elif size < width:
        segments = [*segments, Segment(" " * (width - size), blank)]
    return joined(segments)


def joined(segments: Iterable[Segment]) -> list[Segment]:
    """The segments with neighbours joined that look alike, as blanks do whatever their colour."""
    found: list[Segment] = []
    for segment in segments:
        text, style, _ = segment
        if found:
            before, last, _ = found[-1]
            if style is last or (text.isspace() and _same_ground(style, last)):
                found[-1] = Segment(before + text, last)
                continue
            if before.isspace() and _same_ground(style, last):
                found[-1] = Segment(before + text, style)
                continue
        found.append(segment)
    return found


def _same_ground(one: Style | None, other: Style | None) -> bool:
    """Whether blanks look the same in both styles."""
    if one is None or other is None:
        return False
    drawn = (one.underline, one.strike, one.reverse, other.underline, other.strike, other.reverse)
    return one.bgcolor == other.bgcolor and not any(drawn)
