"""Segments of a line brought to a width, without a strip for each step: strips are dear to make."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


def fitted(segments: list[Segment], width: int, blank: Style) -> list[Segment]:
    """The segments with blanks behind them up to ``width`` cells, or cut to it."""
    size = sum(segment.cell_length for segment in segments)
    if size > width:
        return list(Strip(segments, size).crop(0, width))
    return [*segments, Segment(" " * (width - size), blank)] if size < width else segments
