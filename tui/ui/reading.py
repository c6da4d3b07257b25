"""What extraction sees in an article besides its claims."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.extract.document import Document

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """Stretches of an article's text, in code points."""

    numbers: tuple[Range, ...] = ()
    sentences: tuple[Range, ...] = ()
    headings: tuple[Range, ...] = ()
    dim: tuple[Range, ...] = ()

    @property
    def countable(self) -> tuple[Range, ...]:
        """The numbers without those of menus, footers and other page furniture."""
        starts = [start for start, _end in self.dim]

        def is_furniture(place: int) -> bool:
            at = bisect_right(starts, place)
            return at > 0 and place < self.dim[at - 1][1]

        return tuple(each for each in self.numbers if not is_furniture(each[0]))


def reading_of(document: "Document") -> Reading:
    """What extraction sees in an article besides its claims."""
    parts: dict[str, list[Range]] = {}
    for sentence in document.sentences:
        parts.setdefault(sentence.role, []).append((sentence.start, sentence.end))
    return Reading(
        numbers=tuple((draft.start, draft.end) for draft in document.claims),
        sentences=tuple((sentence.start, sentence.end) for sentence in document.sentences),
        headings=tuple(parts.get("title", []) + parts.get("heading", [])),
        dim=tuple(parts.get("boilerplate", [])),
    )
