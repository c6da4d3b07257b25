"""A name as it stands in an article, with what it means."""

from dataclasses import dataclass, field

from tui.extract.document import Mention
from tui.extract.place.gazetteer import Name, Place

# The parts that a place plays where it is not what figures are told of.
NOT_THERE = frozenset({"apart", "part", "source"})


@dataclass(slots=True)
class Named(Mention):
    """A mention with what it means and the ``role`` it plays: none where its figures are told.

    ``apart`` is one that is only compared or worked with, ``part`` a part of a name, ``source`` who brings
    the news, ``dateline`` where they were written.
    """

    place: Place | None = None
    sentence: int = 0
    role: str = ""
    name: Name | None = field(default=None, repr=False)

    @property
    def refers(self) -> bool:
        """Whether these are words for a place that is named elsewhere, such as "the city"."""
        return self.name is not None and self.name.refers is not None


def name_like(place: Place, *, ascii_only: bool) -> str:
    """A name of the place in the article's script."""
    return next((n for n in place.names if n.isascii() == ascii_only), place.names[0])


def kind_word(value: str) -> str:
    """The word, or where names aren't spaced the letter, that ends a name and tells its kind: "village"."""
    return value.rpartition(" ")[2].casefold() if value.isascii() else value[-1]
