"""Sentences of articles, each under the value that it states."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tui.articles.quotes import sentence_around
from tui.model import Article
from tui.text.display import one_line
from tui.text.wrap import wrap
from tui.ui.widgets.lines import Lines, Pieces, fit_pieces

LONGEST = 400  # characters of a sentence that are shown
_MORE = "\u2026"
BEFORE = 150  # of them at most so many before the number


@dataclass(frozen=True)
class Quote:
    """A sentence with the place of its number in it, the value read from it, and the article's title."""

    amount: str
    source: str
    text: str
    start: int
    end: int

    @classmethod
    def of(cls, article: Article, start: int, end: int, *, amount: str) -> "Quote":
        """The sentence of an article that holds a number."""
        begin, last = sentence_around(article, start, end)
        sentence = article.text[begin:last]
        cut = max(start - begin - BEFORE, 0)
        if cut:  # at a word's beginning, where there are words
            cut = sentence.find(" ", cut, start - begin) + 1 or cut
        before = _MORE if cut else ""
        after = _MORE if len(sentence) > cut + LONGEST else ""
        shown = before + one_line(sentence[cut : cut + LONGEST]) + after
        at = start - begin - cut + len(before)
        return cls(one_line(amount), one_line(article.label), shown, at, min(at + end - start, len(shown)))


class Quotes(Lines):
    """As many quotes as there is room for, the room shared between them."""

    PREFIX = "quotes--"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"quotes--{part}" for part in ("rule", "title", "amount", "source", "text", "number")
    }
    DEFAULT_CSS = """
    Quotes {
        height: 12; background: $background; color: $foreground;
        & .quotes--rule { color: $foreground 20%; }
        & .quotes--title { color: $primary; text-style: bold; }
        & .quotes--amount { text-style: bold; }
        & .quotes--source { color: $foreground 72%; text-style: italic; }
        & .quotes--text { color: $foreground 85%; }
        & .quotes--number { color: $text-warning; text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._quotes: Sequence[Quote] = ()
        self._title = ""

    def show(self, quotes: Sequence[Quote], title: str) -> None:
        """Show these quotes."""
        self._quotes, self._title = quotes, title
        self.redraw()

    def make_lines(self, width: int, height: int) -> list[Pieces]:
        """A rule, the title, then for each quote its value and its sentence."""
        lines: list[Pieces] = [[("\u2500" * width, "rule")], [(" " + self._title, "title")]]
        if not self._quotes:
            return lines[:height]
        shown = self._quotes[: max((height - 2) // 2, 1)]
        room = max((height - 2) // len(shown) - 1, 1)
        for each in shown:
            heading: Pieces = [(" " + each.amount, "amount"), ("  " + each.source, "source")]
            lines.append(fit_pieces(heading, width - 1))
            lines += self._sentence(each, width - 4, room)
        return lines[:height]

    @staticmethod
    def _sentence(each: Quote, width: int, room: int) -> list[Pieces]:
        made: list[Pieces] = []
        wrapped = list(wrap(each.text, max(width, 4)))
        first = next((n for n, line in enumerate(wrapped) if line.end > each.start), 0)
        begin = max(min(first - room // 2, len(wrapped) - room), 0)
        for line in wrapped[begin : begin + room]:
            last = line.start + len(each.text[line.start : line.end].rstrip())
            start = min(max(each.start, line.start), last)
            end = min(max(each.end, start), last)
            made.append(
                [
                    ("   ", ""),
                    (each.text[line.start : start], "text"),
                    (each.text[start:end], "number"),
                    (each.text[end:last], "text"),
                ]
            )
        return made
